// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/publickey.h"

#include "net/der.h"

namespace net
{

//! The kind of an object identifier of a key (RFC 3279 2.3, RFC 5480 2.1.1), as DER has it.
static std::optional<QSsl::KeyAlgorithm> keyAlgorithm(QByteArrayView oid)
{
    constexpr QByteArrayView Rsa("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", 9);
    constexpr QByteArrayView Dsa("\x2a\x86\x48\xce\x38\x04\x01", 7);
    constexpr QByteArrayView Ec("\x2a\x86\x48\xce\x3d\x02\x01", 7);
    if (oid == Rsa)
        return QSsl::Rsa;
    if (oid == Dsa)
        return QSsl::Dsa;
    return oid == Ec ? std::optional(QSsl::Ec) : std::nullopt;
}

QSslKey publicKeyOf(const QSslCertificate &certificate)
{
    constexpr quint8 Sequence = 0x30, ObjectId = 0x06, Version = 0xa0;
    // SubjectPublicKeyInfo is the field behind version, serial number, signature, issuer, validity and subject (RFC 5280 4.1).
    const QByteArray bytes = certificate.toDer();
    const auto outer = der::Reader(bytes).next(Sequence);
    const auto body = outer ? der::Reader(outer->content).next(Sequence) : std::nullopt;
    der::Reader fields(body ? body->content : QByteArrayView());
    auto field = fields.next();
    if (field && field->tag == Version)
        field = fields.next();
    for (int i = 0; field && i < 4; ++i)
        field = fields.next();
    const char *const begin = field ? field->content.data() + field->content.size() : nullptr;
    const auto key = field ? fields.next(Sequence) : std::nullopt;
    const auto identifier = key ? der::Reader(key->content).next(Sequence) : std::nullopt;
    const auto oid = identifier ? der::Reader(identifier->content).next(ObjectId) : std::nullopt;
    const auto algorithm = oid ? keyAlgorithm(oid->content) : std::nullopt;
    if (!algorithm)
        return {};
    const qsizetype size = key->content.data() + key->content.size() - begin;
    return QSslKey(QByteArray(begin, size), *algorithm, QSsl::Der, QSsl::PublicKey);
}

}
