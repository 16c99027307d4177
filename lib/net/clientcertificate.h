// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QList>
#include <QSslCertificate>
#include <QSslKey>

namespace net
{

//! A person's own certificate with its private key, to sign in without a password (XEP-0178).
struct ClientCertificate
{
    QList<QSslCertificate> chain; //!< leaf first
    QSslKey key;

    //! From PEM or DER bytes, which may be the same for both; Invalid if they are unreadable or do not belong together in kind.
    [[nodiscard]] static Result<ClientCertificate> fromParts(const QByteArray &certificates, const QByteArray &key, const Secret &passphrase);
    //! From a PKCS#12 file's bytes (.p12, .pfx).
    [[nodiscard]] static Result<ClientCertificate> fromPkcs12(const QByteArray &bytes, const Secret &passphrase);

    //! The addresses inside (id-on-xmppAddr, XEP-0178 2), to suggest one to sign in with.
    [[nodiscard]] QStringList xmppAddresses() const;
};

}
