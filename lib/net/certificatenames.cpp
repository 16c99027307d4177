// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatenames.h"

#include "base/jid.h"
#include "net/der.h"
#include "net/domainname.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace net
{

namespace
{

constexpr quint8 Sequence = 0x30;
constexpr quint8 Boolean = 0x01;
constexpr quint8 ObjectId = 0x06;
constexpr quint8 OctetString = 0x04;
constexpr quint8 Utf8String = 0x0c;
constexpr quint8 Ia5String = 0x16;
constexpr quint8 Extensions = 0xa3; // [3] of TBSCertificate
constexpr quint8 OtherName = 0xa0; // [0] of GeneralName
constexpr quint8 OtherNameValue = 0xa0; // [0] EXPLICIT of OtherName
constexpr quint8 DnsName = 0x82; // [2]
constexpr quint8 IpAddress = 0x87; // [7]

constexpr QByteArrayView SubjectAltName("\x55\x1d\x11", 3); // 2.5.29.17
constexpr QByteArrayView OnXmppAddr("\x2b\x06\x01\x05\x05\x07\x08\x05", 8); // 1.3.6.1.5.5.7.8.5
constexpr QByteArrayView OnDnsSrv("\x2b\x06\x01\x05\x05\x07\x08\x07", 8); // 1.3.6.1.5.5.7.8.7

// More names than any honest certificate has.
constexpr int MaxNames = 2000;

//! The contents of the subjectAltName extension's SEQUENCE OF GeneralName; empty if there is none.
QByteArrayView subjectAltName(const QByteArray &certificateDer)
{
    const auto certificate = der::Reader(certificateDer).next(Sequence);
    const auto body = certificate ? der::Reader(certificate->content).next(Sequence) : std::nullopt;
    if (!body)
        return {};
    der::Reader fields(body->content);
    while (const auto field = fields.next()) {
        if (field->tag != Extensions)
            continue;
        const auto list = der::Reader(field->content).next(Sequence);
        der::Reader extensions(list ? list->content : QByteArrayView());
        while (const auto extension = extensions.next(Sequence)) {
            der::Reader parts(extension->content);
            const auto id = parts.next(ObjectId);
            if (!id || id->content != SubjectAltName)
                continue;
            auto value = parts.next();
            if (value && value->tag == Boolean)
                value = parts.next();
            const auto names = value && value->tag == OctetString ? der::Reader(value->content).next(Sequence) : std::nullopt;
            return names ? names->content : QByteArrayView();
        }
    }
    return {};
}

//! ASCII letters without control characters, or nothing: a NUL in a name is an old trick.
std::optional<QString> plainAscii(QByteArrayView bytes)
{
    const auto good = [](char c) { return c > 0x20 && c < 0x7f; };
    if (bytes.isEmpty() || bytes.size() > 1023 || !std::all_of(bytes.begin(), bytes.end(), good))
        return std::nullopt;
    return QString::fromLatin1(bytes).toLower();
}

std::optional<QHostAddress> ipAddress(QByteArrayView bytes)
{
    if (bytes.size() == 4) {
        quint32 v4 = 0;
        for (const char byte : bytes)
            v4 = v4 << 8 | quint8(byte);
        return QHostAddress(v4);
    }
    if (bytes.size() == 16)
        return QHostAddress(reinterpret_cast<const quint8 *>(bytes.data()));
    return std::nullopt;
}

//! False if it is malformed.
bool readOtherName(QByteArrayView content, CertificateNames &names)
{
    der::Reader parts(content);
    const auto type = parts.next(ObjectId);
    const auto wrapped = parts.next(OtherNameValue);
    const auto value = type && wrapped ? der::Reader(wrapped->content).next() : std::nullopt;
    if (!value)
        return false;
    if (type->content == OnXmppAddr && value->tag == Utf8String && value->content.isValidUtf8() && !value->content.contains('\0')) {
        names.xmppAddresses << QString::fromUtf8(value->content);
    } else if (type->content == OnDnsSrv && value->tag == Ia5String) {
        if (const auto name = plainAscii(value->content))
            names.srv << *name;
    }
    return true;
}

//! Whether a tag is one of a GeneralName's nine.
bool isGeneralName(quint8 tag)
{
    constexpr std::array<quint8, 9> tags{OtherName, 0x81, DnsName, 0xa3, 0xa4, 0xa5, 0x86, IpAddress, 0x88};
    return std::ranges::find(tags, tag) != tags.end();
}

//! "*.example.org" covers one label more (RFC 9525 6.3); the star is the whole left-most label and stands above no top-level domain.
bool dnsNameCovers(QStringView pattern, QStringView domain)
{
    if (!pattern.startsWith(u"*."))
        return !pattern.contains(u'*') && pattern == domain;
    const QStringView rest = pattern.sliced(1);
    if (rest.contains(u'*') || rest.count(u'.') < 2)
        return false;
    const qsizetype dot = domain.indexOf(u'.');
    return dot > 0 && domain.sliced(dot) == rest;
}

}

CertificateNames CertificateNames::of(const QByteArray &certificateDer)
{
    CertificateNames names;
    der::Reader reader(subjectAltName(certificateDer));
    for (int i = 0; i < MaxNames && !reader.atEnd(); ++i) {
        const auto name = reader.next();
        // The library that checks what the issuer may certify sees no name at all in a list with a bad one, so there is none.
        if (!name || !isGeneralName(name->tag))
            return {};
        if (name->tag == DnsName) {
            if (const auto text = plainAscii(name->content))
                names.dns << *text;
        } else if (name->tag == IpAddress) {
            if (const auto address = ipAddress(name->content))
                names.addresses << *address;
        } else if (name->tag == OtherName && !readOtherName(name->content, names)) {
            return {};
        }
    }
    return names;
}

bool CertificateNames::cover(QStringView domain) const
{
    if (const auto literal = ipLiteral(domain))
        return addresses.contains(*literal);
    const QString ace = aceDomain(domain);
    if (ace.isEmpty())
        return false;
    if (std::any_of(dns.begin(), dns.end(), [&](const QString &name) { return dnsNameCovers(name, ace); }))
        return true;
    if (srv.contains("_xmpp-client."_L1 + ace))
        return true;
    return std::any_of(xmppAddresses.begin(), xmppAddresses.end(), [&](const QString &address) {
        const auto jid = Jid::parse(address);
        return jid && jid->isDomain() && aceDomain(jid->domain()) == ace;
    });
}

QStringList CertificateNames::forPeople(qsizetype limit) const
{
    QStringList list;
    const auto add = [&](const QString &name) {
        if (list.size() < limit && !list.contains(name))
            list << name;
    };
    for (const QString &name : dns)
        add(name);
    for (const QString &name : srv)
        add(name.startsWith("_xmpp-client."_L1) ? name.sliced(13) : name);
    for (const QString &name : xmppAddresses)
        add(name.left(255));
    for (const QHostAddress &address : addresses)
        add(address.toString());
    return list;
}

}
