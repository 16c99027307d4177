// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslKey>
#include <QStringList>
#include <QTemporaryDir>

//! Makes certificates with the openssl program, in a folder that goes with it.
class TestCertificates final
{
public:
    //! A certificate and its key, in files and as values.
    struct Made
    {
        QString certificateFile, keyFile;
        QSslCertificate certificate;
        QSslKey key;
    };

    //! What to make.
    struct Wish
    {
        QString commonName = QStringLiteral("test");
        QStringList names = {}; //!< as openssl's subjectAltName takes them: "DNS:example.org"
        QString notBefore = QStringLiteral("20200101000000Z");
        QString notAfter = QStringLiteral("20991231235959Z");
        const Made *by = nullptr; //!< an issuer other than our authority
        enum class Issuer { Authority, Itself } issuer = Issuer::Authority;
        QStringList key = {QStringLiteral("ec"), QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256")};
        QString digest = QStringLiteral("-sha256");
    };

    TestCertificates();

    [[nodiscard]] const Made &authority() const { return m_authority; }
    //! Ends the test program with the reason when openssl cannot do it.
    [[nodiscard]] Made make(const Wish &wish);
    //! For one domain, by our authority.
    [[nodiscard]] Made forDomain(const QString &domain) { return make({.names = {QStringLiteral("DNS:") + domain}}); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! Runs openssl and gives its output back.
    [[nodiscard]] static QByteArray openssl(const QStringList &arguments);

private:
    QTemporaryDir m_folder;
    Made m_authority;
    int m_count = 0;
};
