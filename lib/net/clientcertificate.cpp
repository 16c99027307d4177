// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/clientcertificate.h"

#include "net/certificatenames.h"
#include "net/publickey.h"

#include <QBuffer>
#include <QCoreApplication>

namespace net
{

static QList<QSslCertificate> readCertificates(const QByteArray &bytes)
{
    const auto pem = QSslCertificate::fromData(bytes, QSsl::Pem);
    return pem.isEmpty() ? QSslCertificate::fromData(bytes, QSsl::Der) : pem;
}

//! The key in whichever of the usual kinds it is; a null key if it is none of them or the passphrase is wrong.
static QSslKey readKey(const QByteArray &bytes, const Secret &passphrase)
{
    for (const auto encoding : {QSsl::Pem, QSsl::Der}) {
        for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
            const QSslKey key(bytes, algorithm, encoding, QSsl::PrivateKey, passphrase.reveal());
            if (!key.isNull())
                return key;
        }
    }
    return {};
}

Result<ClientCertificate> ClientCertificate::fromParts(const QByteArray &certificates, const QByteArray &key, const Secret &passphrase)
{
    ClientCertificate made{readCertificates(certificates), readKey(key, passphrase)};
    if (made.chain.isEmpty()) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::ClientCertificate", "There is no certificate in this file."));
    }
    if (made.key.isNull()) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::ClientCertificate", "The private key cannot be read; is the passphrase right?"));
    }
    if (publicKeyOf(made.chain.constFirst()).algorithm() != made.key.algorithm()) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::ClientCertificate", "The private key does not belong to this certificate."));
    }
    return made;
}

Result<ClientCertificate> ClientCertificate::fromPkcs12(const QByteArray &bytes, const Secret &passphrase)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    ClientCertificate made;
    QSslCertificate leaf;
    QList<QSslCertificate> others;
    if (!QSslCertificate::importPkcs12(&buffer, &made.key, &leaf, &others, passphrase.reveal()) || leaf.isNull() || made.key.isNull()) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::ClientCertificate", "This certificate file cannot be read; is the passphrase right?"));
    }
    made.chain = QList{leaf} + others;
    return made;
}

QStringList ClientCertificate::xmppAddresses() const
{
    return chain.isEmpty() ? QStringList() : CertificateNames::of(chain.constFirst().toDer()).xmppAddresses;
}

}
