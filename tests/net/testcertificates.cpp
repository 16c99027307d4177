// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcertificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

static QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

TestCertificates::TestCertificates()
{
    m_authority = make({.commonName = u"Test Authority"_s, .issuer = Wish::Issuer::Itself});
}

QByteArray TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

TestCertificates::Made TestCertificates::make(const Wish &wish)
{
    const QString base = path(u"c%1"_s.arg(m_count++));
    const bool first = m_count == 1;
    QByteArray config = "[req]\ndistinguished_name=dn\nx509_extensions=ext\nprompt=no\nstring_mask=utf8only\n[dn]\nO=Palique Tests\nCN="
        + wish.commonName.toUtf8() + "\n[ext]\nbasicConstraints=critical,CA:" + (first ? "TRUE" : "FALSE") + "\nsubjectKeyIdentifier=hash\n";
    if (!wish.names.isEmpty())
        config += "subjectAltName=" + wish.names.join(u',').toUtf8() + "\n";
    write(base + u".cnf"_s, config);
    QStringList arguments{u"req"_s, u"-x509"_s, u"-config"_s, base + u".cnf"_s, u"-noenc"_s, wish.digest, u"-not_before"_s, wish.notBefore,
        u"-not_after"_s, wish.notAfter, u"-keyout"_s, base + u".key"_s, u"-out"_s, base + u".pem"_s, u"-newkey"_s};
    arguments << wish.key;
    const Made &issuer = wish.by ? *wish.by : m_authority;
    if (wish.issuer == Wish::Issuer::Authority)
        arguments << u"-CA"_s << issuer.certificateFile << u"-CAkey"_s << issuer.keyFile;
    (void)openssl(arguments);
    Made made{base + u".pem"_s, base + u".key"_s, QSslCertificate(contents(base + u".pem"_s)), {}};
    for (const auto algorithm : {QSsl::Ec, QSsl::Rsa}) {
        if (made.key.isNull())
            made.key = QSslKey(contents(made.keyFile), algorithm);
    }
    if (made.certificate.isNull())
        qFatal("unreadable certificate for %s", qPrintable(wish.commonName));
    return made;
}
