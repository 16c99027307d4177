// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/truststore.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace net
{

TrustStore TrustStore::fromEnvironment()
{
    TrustStore store;
    const QString path = qEnvironmentVariable("SSL_CERT_FILE");
    if (path.isEmpty())
        return store;
    if (auto read = readPem(path))
        store.extra = std::move(*read);
    else
        qCWarning(logNet) << "SSL_CERT_FILE:" << read.error().text;
    return store;
}

Result<QList<QSslCertificate>> TrustStore::readPem(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::TrustStore", "The file %1 cannot be read.").arg(path));
    }
    QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty()) {
        return fail(ErrorKind::Invalid,
            QCoreApplication::translate("net::TrustStore", "There is no certificate in the file %1.").arg(path));
    }
    return certificates;
}

}
