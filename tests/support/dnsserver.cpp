// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dnsserver.h"

#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype HeaderSize = 12;
constexpr qsizetype UdpLimit = 512;

QByteArray big16(quint16 value)
{
    QByteArray bytes(2, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

//! A name as the wire has it (RFC 1035 3.1), uncompressed.
QByteArray wireName(const QString &name)
{
    QByteArray bytes;
    const auto labels = name.split(u'.', Qt::SkipEmptyParts);
    for (const QString &label : labels)
        bytes += char(label.size()) + label.toLatin1();
    return bytes + '\0';
}

//! The name that starts at `offset`, which is moved behind it; questions are never compressed.
QString readName(const QByteArray &message, qsizetype &offset)
{
    QStringList labels;
    while (offset < message.size()) {
        const auto length = quint8(message.at(offset++));
        if (length == 0 || length > 63)
            break;
        labels << QString::fromLatin1(message.mid(offset, length));
        offset += length;
    }
    return labels.join(u'.').toLower();
}

}

DnsServer::DnsServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_udp, &QUdpSocket::readyRead, this, &DnsServer::onDatagram);
    connect(&m_tcp, &QTcpServer::newConnection, this, &DnsServer::onConnection);
}

bool DnsServer::listen()
{
    // Both protocols must get the same number.
    for (int attempt = 0; attempt < 20; ++attempt) {
        if (m_tcp.listen(QHostAddress::LocalHost) && m_udp.bind(QHostAddress::LocalHost, m_tcp.serverPort()))
            return true;
        m_tcp.close();
    }
    return false;
}

void DnsServer::addSrv(const QString &name, const QString &target, quint16 port, quint16 priority, quint16 weight)
{
    m_zones[name.toLower()].records[Srv] << big16(priority) + big16(weight) + big16(port) + wireName(target);
}

void DnsServer::addAddress(const QString &name, const QString &text)
{
    const QHostAddress parsed(text);
    if (parsed.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR six = parsed.toIPv6Address();
        m_zones[name.toLower()].records[Aaaa] << QByteArray(reinterpret_cast<const char *>(six.c), 16);
    } else {
        QByteArray four(4, '\0');
        qToBigEndian(parsed.toIPv4Address(), four.data());
        m_zones[name.toLower()].records[A] << four;
    }
}

void DnsServer::addCname(const QString &name, const QString &target)
{
    m_zones[name.toLower()].records[Cname] << wireName(target);
}

void DnsServer::failWith(const QString &name, Rcode code)
{
    m_zones[name.toLower()].code = code;
}

void DnsServer::beSilent(const QString &name)
{
    m_zones[name.toLower()].alwaysSilent = true;
}

void DnsServer::beSilent(const QString &name, Type type)
{
    m_zones[name.toLower()].silent << type;
}

void DnsServer::talkNonsense(const QString &name)
{
    m_zones[name.toLower()].nonsense = true;
}

void DnsServer::onDatagram()
{
    while (m_udp.hasPendingDatagrams()) {
        const QNetworkDatagram datagram = m_udp.receiveDatagram();
        const QByteArray reply = answer(datagram.data(), UdpLimit);
        if (!reply.isEmpty())
            m_udp.writeDatagram(datagram.makeReply(reply));
    }
}

void DnsServer::onConnection()
{
    while (const auto socket = m_tcp.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            while (socket->bytesAvailable() >= 2) {
                const auto length = qFromBigEndian<quint16>(socket->peek(2).constData());
                if (socket->bytesAvailable() < 2 + length)
                    return;
                socket->read(2);
                const QByteArray reply = answer(socket->read(length), 0xffff);
                if (!reply.isEmpty())
                    socket->write(big16(quint16(reply.size())) + reply);
            }
        });
    }
}

QByteArray DnsServer::answer(const QByteArray &question, qsizetype limit)
{
    if (question.size() < HeaderSize + 5)
        return {};
    qsizetype offset = HeaderSize;
    const QString name = readName(question, offset);
    const auto type = qFromBigEndian<quint16>(question.mid(offset, 2).leftJustified(2, '\0').constData());
    m_asked << u"%1 %2"_s.arg(name).arg(type);

    const bool known = m_zones.contains(name);
    const Zone zone = m_zones.value(name);
    if (zone.alwaysSilent || zone.silent.contains(type))
        return {};
    if (zone.nonsense)
        return question.first(2) + QByteArray("\x81\x80\x00\x01\x00\x05\x00\x00\x00\x00\xff\xff\xc0\xff", 14);
    const Rcode code = known ? zone.code : NameError;
    quint16 effective = type;
    if (!zone.records.value(Cname).isEmpty())
        effective = Cname;
    const QList<QByteArray> records = code == NoError ? zone.records.value(effective) : QList<QByteArray>();
    QByteArray body;
    for (const QByteArray &data : records)
        body += QByteArray("\xc0\x0c", 2) + big16(effective) + big16(1) + QByteArray(2, '\0') + big16(60) + big16(quint16(data.size())) + data;
    const QByteArray asked = question.mid(HeaderSize, offset + 4 - HeaderSize);
    const bool truncated = HeaderSize + asked.size() + body.size() > limit;
    // Response, recursion desired and available; TC when it does not fit.
    QByteArray header = question.first(2) + char(truncated ? 0x83 : 0x81) + char(0x80 | quint8(code)) + big16(1);
    header += big16(truncated ? 0 : quint16(records.size())) + big16(0) + big16(0);
    return header + asked + (truncated ? QByteArray() : body);
}
