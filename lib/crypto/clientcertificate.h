// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>

namespace crypto
{

//! A certificate and its private key that prove who we are in TLS, for SASL EXTERNAL (XEP-0178). A value.
//!
//! Errors are ErrorKind::Invalid; the condition is "passphrase" where another passphrase may help.
class ClientCertificate final
{
public:
    enum class KeyKind { Rsa, Dsa, Ec };

    //! PEM or PKCS#12, whichever the bytes of the file are.
    [[nodiscard]] static Result<ClientCertificate> load(const QByteArray &file, const Secret &passphrase = {});
    //! PEM text with our certificate first, any intermediate ones, and the private key, encrypted or not.
    [[nodiscard]] static Result<ClientCertificate> fromPem(const QByteArray &pem, const Secret &passphrase = {});
    //! PKCS#12 (.p12, .pfx). Elliptic-curve keys come as PEM only.
    [[nodiscard]] static Result<ClientCertificate> fromPkcs12(const QByteArray &data, const Secret &passphrase);

    //! DER.
    [[nodiscard]] const QByteArray &certificate() const { return m_chain.first(); }
    //! DER, our own first, then the intermediate ones.
    [[nodiscard]] const QList<QByteArray> &chain() const { return m_chain; }
    //! PEM, in the clear for RSA and DSA; an elliptic-curve key as it came, with keyPassphrase() if it is encrypted.
    [[nodiscard]] const Secret &keyPem() const { return m_key; }
    [[nodiscard]] const Secret &keyPassphrase() const { return m_keyPassphrase; }
    [[nodiscard]] KeyKind keyKind() const { return m_kind; }
    //! The XMPP addresses in the certificate (id-on-xmppAddr, RFC 6120 13.7.1.4), as they are written there, sorted.
    [[nodiscard]] const QStringList &addresses() const { return m_addresses; }
    //! The subject's common name, for people.
    [[nodiscard]] const QString &commonName() const { return m_commonName; }
    //! The last moment it is valid, UTC.
    [[nodiscard]] const QDateTime &expires() const { return m_expires; }

private:
    ClientCertificate() = default;
    [[nodiscard]] Result<void> readCertificate(const QByteArray &der);
    [[nodiscard]] Result<void> readKey(const QByteArray &pem, const Secret &passphrase);

    QList<QByteArray> m_chain;
    Secret m_key, m_keyPassphrase;
    KeyKind m_kind = KeyKind::Rsa;
    QStringList m_addresses;
    QString m_commonName;
    QDateTime m_expires;
};

} // namespace crypto
