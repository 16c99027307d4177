// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace net
{

//! The names in a certificate's subjectAltName (RFC 5280 4.2.1.6), those an XMPP client may match.
struct CertificateNames
{
    QStringList dns; //!< dNSName, lower case
    QStringList srv; //!< SRVName (RFC 4985), like "_xmpp-client.example.org", lower case
    QStringList xmppAddresses; //!< id-on-xmppAddr (RFC 6120 13.7.1.4)
    QList<QHostAddress> addresses; //!< iPAddress

    //! Reads them out of a certificate's DER. A DNS name with a NUL or a non-ASCII letter is left out; a malformed list has none.
    [[nodiscard]] static CertificateNames of(const QByteArray &certificateDer);

    //! Whether one of them covers the XMPP domain (RFC 6120 13.7.2.1, RFC 9525 6).
    [[nodiscard]] bool cover(QStringView domain) const;
    //! All of them for people, at most `limit`.
    [[nodiscard]] QStringList forPeople(qsizetype limit) const;
};

}
