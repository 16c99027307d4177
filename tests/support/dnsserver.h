// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QStringList>
#include <QTcpServer>
#include <QUdpSocket>

//! A name server on loopback that says what it is told, over UDP and (for what does not fit) TCP. Unknown names are NXDOMAIN.
class DnsServer final : public QObject
{
    Q_OBJECT

public:
    enum Type : quint16 { A = 1, Cname = 5, Aaaa = 28, Srv = 33 };
    enum Rcode : quint8 { NoError = 0, FormatError = 1, ServerFailure = 2, NameError = 3, NotImplemented = 4, Refused = 5 };

    explicit DnsServer(QObject *parent = nullptr);

    //! Starts on a free port of 127.0.0.1; false if there is none.
    [[nodiscard]] bool listen();
    [[nodiscard]] QHostAddress address() const { return QHostAddress::LocalHost; }
    [[nodiscard]] quint16 port() const { return m_tcp.serverPort(); }

    //! Adds a record; names without a final dot.
    void addSrv(const QString &name, const QString &target, quint16 port, quint16 priority = 0, quint16 weight = 0);
    void addAddress(const QString &name, const QString &address);
    //! Answers every question for the name with this alias and nothing else.
    void addCname(const QString &name, const QString &target);
    //! Answers with this code instead of records.
    void failWith(const QString &name, Rcode code);
    //! Never answers questions of this type (or of any) for the name.
    void beSilent(const QString &name);
    void beSilent(const QString &name, Type type);
    //! Answers with bytes that make no sense.
    void talkNonsense(const QString &name);

    //! Every question so far, as "name type", in lower case.
    [[nodiscard]] QStringList asked() const { return m_asked; }

private:
    struct Zone
    {
        QHash<quint16, QList<QByteArray>> records; //!< type -> RDATA
        Rcode code = NoError;
        QList<quint16> silent;
        bool alwaysSilent = false;
        bool nonsense = false;
    };

    void onDatagram();
    void onConnection();
    [[nodiscard]] QByteArray answer(const QByteArray &question, qsizetype limit);

    QUdpSocket m_udp;
    QTcpServer m_tcp;
    QHash<QString, Zone> m_zones;
    QStringList m_asked;
};
