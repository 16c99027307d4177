// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QDateTime>
#include <QList>
#include <QSslCertificate>
#include <QSslError>
#include <QString>
#include <QStringList>

#include <optional>

namespace net
{

//! A certificate a person chose to trust: exactly this one, for one account and one domain.
struct Pin
{
    QString domain; //!< the XMPP domain it was accepted for
    QByteArray sha256; //!< 32 bytes over the leaf's DER

    friend bool operator==(const Pin &, const Pin &) = default;
};

//! What a server showed in a TLS handshake, and what the TLS library said to it.
struct PeerCertificate
{
    QList<QSslCertificate> chain; //!< leaf first
    QList<QSslError> errors = {}; //!< of the library's own verification
    QDateTime now = QDateTime::currentDateTimeUtc(); //!< when it is judged
};

//! May we talk to this server? Either `trust` says why we may, or `problems` says why not.
struct CertificateVerdict
{
    enum class Problem { Expired, NotYetValid, UnknownIssuer, SelfSigned, WrongName, Revoked, WeakKey, PinChanged, Other };
    enum class Trust {
        None, //!< not accepted
        Authority, //!< a known authority vouches for this domain
        Pinned, //!< the person trusted exactly this certificate
    };

    Trust trust = Trust::None;
    QList<Problem> problems; //!< the worst first; what an accepted pinned certificate would have, too
    QString domain; //!< the XMPP domain it was judged for
    QByteArray sha256; //!< of the leaf's DER, 32 bytes; what a Pin takes
    QString subject, issuer; //!< for people: organisation or common name
    QStringList names; //!< the domains and addresses it covers, at most 50
    QDateTime notBefore, notAfter;
    QString detail; //!< the library's own words for Problem::Other

    [[nodiscard]] bool accepted() const { return trust != Trust::None; }
    //! What is wrong, in a sentence for each problem, worst first; empty if nothing is.
    [[nodiscard]] QStringList sentences() const;
    //! The fingerprint for eyes: upper-case hexadecimal pairs with colons.
    [[nodiscard]] QString fingerprint() const;
    //! The pin that would accept this certificate from now on.
    [[nodiscard]] Pin pin() const { return {domain, sha256}; }

    Q_DECLARE_TR_FUNCTIONS(net::CertificateVerdict)
};

//! Judges a certificate for an XMPP domain: never by the name of an SRV target, never by the common name alone
//! (RFC 6120 13.7.1.2, RFC 9525). Pure. A pin for another domain counts as none; a matching one accepts whatever else is wrong.
[[nodiscard]] CertificateVerdict judge(const PeerCertificate &peer, QStringView domain, const std::optional<Pin> &pin);

}

Q_DECLARE_METATYPE(net::CertificateVerdict)
