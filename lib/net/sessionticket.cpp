// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sessionticket.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

namespace net
{

static constexpr quint32 Magic = 0x50545401; // the last byte counts versions

Secret SessionTicket::pack() const
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    out << Magic << domain << leafSha256 << quint8(trust) << roots << session;
    return Secret(std::move(bytes));
}

std::optional<SessionTicket> SessionTicket::unpack(const Secret &bytes)
{
    QDataStream in(bytes.reveal());
    in.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint8 trust = 0;
    SessionTicket ticket;
    in >> magic >> ticket.domain >> ticket.leafSha256 >> trust >> ticket.roots >> ticket.session;
    if (in.status() != QDataStream::Ok || magic != Magic || trust > quint8(CertificateVerdict::Trust::Pinned))
        return std::nullopt;
    ticket.trust = CertificateVerdict::Trust(trust);
    return ticket;
}

bool SessionTicket::stillFits(const QString &forDomain, const std::optional<Pin> &pin, const TrustStore &store) const
{
    if (session.isEmpty() || domain != forDomain || roots != fingerprintOf(store))
        return false;
    const bool pinned = pin && pin->domain == domain;
    if (pinned)
        return pin->sha256 == leafSha256;
    return trust == CertificateVerdict::Trust::Authority;
}

QByteArray SessionTicket::fingerprintOf(const TrustStore &store)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const char roots = char(store.roots);
    hash.addData(QByteArrayView(&roots, 1));
    for (const QSslCertificate &certificate : store.extra)
        hash.addData(certificate.toDer());
    return hash.result();
}

}
