// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace support {

//! A real server that a CTest fixture started on loopback: "prosody" or "ejabberd" (tests/support/servers).
struct TestServer
{
    QString host;                        //!< the address all ports are on
    QString domain;                      //!< the main domain; the others are in domains, one a way to sign in
    quint16 c2s = 0, tls = 0;            //!< STARTTLS and direct TLS
    quint16 http = 0, https = 0;         //!< /ws or /xmpp-websocket, /bosh or /http-bind; https: Prosody alone
    QString ca;                          //!< PEM file of the authority all good certificates come from
    QHash<QString, QString> accounts;    //!< user -> password, the same at every domain
    QStringList domains;
    QHash<QString, QString> certificates; //!< domain -> PEM file of what it shows
    QString clientAddress, clientCertificate, clientKey, clientPkcs12, clientPkcs12Password; //!< EXTERNAL at cert.test, STARTTLS alone
    QString krbConfig;                   //!< KRB5_CONFIG for gssapi.test
    QHash<QString, QString> krbTickets;  //!< user -> KRB5CCNAME with a ticket
    QString log;                         //!< the server's own words
    qint64 pid = 0;

    //! What the fixture wrote, looked for in the folders above the test program; nullopt means the set-up is broken: fail.
    [[nodiscard]] static std::optional<TestServer> load(QStringView name);
};

inline QHash<QString, QString> stringMap(const QJsonObject &object)
{
    QHash<QString, QString> map;
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

inline std::optional<TestServer> TestServer::load(QStringView name)
{
    using namespace Qt::StringLiterals;
    QDir folder(QCoreApplication::applicationDirPath());
    const QString wanted = u"servers/%1.json"_s.arg(name);
    while (!folder.exists(wanted)) {
        if (!folder.cdUp())
            return std::nullopt;
    }
    QFile file(folder.filePath(wanted));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject client = root.value(u"client"_s).toObject();
    const QJsonObject kerberos = root.value(u"kerberos"_s).toObject();
    const auto port = [&root](const QString &service) { return static_cast<quint16>(root.value(service).toInt()); };

    TestServer server;
    server.host = root.value(u"host"_s).toString();
    server.domain = root.value(u"domain"_s).toString();
    server.c2s = port(u"c2s"_s);
    server.tls = port(u"tls"_s);
    server.http = port(u"http"_s);
    server.https = port(u"https"_s);
    server.ca = root.value(u"ca"_s).toString();
    server.accounts = stringMap(root.value(u"accounts"_s).toObject());
    for (const auto domains = root.value(u"domains"_s).toArray(); const QJsonValue &domain : domains)
        server.domains << domain.toString();
    server.certificates = stringMap(root.value(u"certificates"_s).toObject());
    server.clientAddress = client.value(u"address"_s).toString();
    server.clientCertificate = client.value(u"certificate"_s).toString();
    server.clientKey = client.value(u"key"_s).toString();
    server.clientPkcs12 = client.value(u"pkcs12"_s).toString();
    server.clientPkcs12Password = client.value(u"pkcs12Password"_s).toString();
    server.krbConfig = kerberos.value(u"config"_s).toString();
    server.krbTickets = stringMap(kerberos.value(u"tickets"_s).toObject());
    server.log = root.value(u"log"_s).toString();
    server.pid = root.value(u"pid"_s).toInteger();
    return server.c2s == 0 ? std::nullopt : std::optional(server);
}

} // namespace support
