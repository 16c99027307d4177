// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/endpoint.h"

#include "crypto/der.h"

#include <algorithm>
#include <array>

namespace
{

using crypto::DerReader;
using crypto::Hash;

//! An object identifier's contents in hexadecimal, and the hash it stands for.
struct Row
{
    QByteArrayView oid;
    Hash hash;
};

constexpr std::array Signatures = {
    Row{"2a864886f70d010104", Hash::Md5}, // md5WithRSAEncryption, 1.2.840.113549.1.1.4
    Row{"2a864886f70d010105", Hash::Sha1}, // sha1WithRSAEncryption
    Row{"2b0e03021d", Hash::Sha1}, // the same, as OIW numbered it
    Row{"2a864886f70d01010b", Hash::Sha256}, // sha256WithRSAEncryption
    Row{"2a864886f70d01010c", Hash::Sha384},
    Row{"2a864886f70d01010d", Hash::Sha512},
    Row{"2a864886f70d01010e", Hash::Sha224},
    Row{"2a8648ce3d0401", Hash::Sha1}, // ecdsa-with-SHA1, 1.2.840.10045.4.1
    Row{"2a8648ce3d040301", Hash::Sha224}, // ecdsa-with-SHA224, 1.2.840.10045.4.3.1
    Row{"2a8648ce3d040302", Hash::Sha256},
    Row{"2a8648ce3d040303", Hash::Sha384},
    Row{"2a8648ce3d040304", Hash::Sha512},
    Row{"2a8648ce380403", Hash::Sha1}, // dsa-with-sha1, 1.2.840.10040.4.3
    Row{"608648016503040301", Hash::Sha224}, // dsa-with-sha224, 2.16.840.1.101.3.4.3.1
    Row{"608648016503040302", Hash::Sha256},
};

constexpr std::array Digests = {
    Row{"2a864886f70d0205", Hash::Md5}, // 1.2.840.113549.2.5
    Row{"2b0e03021a", Hash::Sha1}, // 1.3.14.3.2.26
    Row{"608648016503040201", Hash::Sha256}, // 2.16.840.1.101.3.4.2.1
    Row{"608648016503040202", Hash::Sha384},
    Row{"608648016503040203", Hash::Sha512},
    Row{"608648016503040204", Hash::Sha224},
};

constexpr QByteArrayView Pss = "2a864886f70d01010a"; // id-RSASSA-PSS
constexpr QByteArrayView Mgf1 = "2a864886f70d010108"; // id-mgf1
constexpr quint8 PssHash = 0xa0, PssMask = 0xa1; // [0] and [1] of RSASSA-PSS-params, RFC 4055 3.1

//! The first item of an AlgorithmIdentifier, its object identifier in hexadecimal.
std::optional<QByteArray> readOid(DerReader &reader)
{
    const auto oid = reader.next(DerReader::ObjectId);
    return oid ? std::optional(oid->toByteArray().toHex()) : std::nullopt;
}

std::optional<Hash> lookUp(const auto &table, const QByteArray &oid)
{
    const auto row = std::ranges::find(table, QByteArrayView(oid), &Row::oid);
    return row == table.end() ? std::nullopt : std::optional(row->hash);
}

//! The hash an AlgorithmIdentifier, next in `reader`, names.
std::optional<Hash> readDigest(DerReader reader)
{
    const auto identifier = reader.next(DerReader::Sequence);
    if (!identifier)
        return std::nullopt;
    DerReader inner(*identifier);
    const auto oid = readOid(inner);
    return oid ? lookUp(Digests, *oid) : std::nullopt;
}

//! The hash of MGF1, the only mask generation there is.
std::optional<Hash> readMaskDigest(DerReader reader)
{
    const auto identifier = reader.next(DerReader::Sequence);
    if (!identifier)
        return std::nullopt;
    DerReader inner(*identifier);
    const auto oid = readOid(inner);
    return oid && *oid == Mgf1 ? readDigest(inner) : std::nullopt;
}

//! RSASSA-PSS-params: both hashes are SHA-1 unless said; with two different ones RFC 5929 defines no binding.
std::optional<Hash> pssHash(DerReader afterOid)
{
    std::optional<Hash> hash = Hash::Sha1;
    std::optional<Hash> mask = Hash::Sha1;
    if (!afterOid.atEnd()) {
        const auto parameters = afterOid.next(DerReader::Sequence);
        if (!parameters)
            return std::nullopt;
        DerReader reader(*parameters);
        if (const auto wrapped = reader.next(PssHash))
            hash = readDigest(DerReader(*wrapped));
        if (const auto wrapped = reader.next(PssMask))
            mask = readMaskDigest(DerReader(*wrapped));
    }
    return hash == mask ? hash : std::nullopt;
}

} // namespace

namespace crypto
{

std::optional<Hash> signatureHash(QByteArrayView certificate)
{
    // Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }, RFC 5280 4.1
    const auto body = DerReader(certificate).next(DerReader::Sequence);
    if (!body)
        return std::nullopt;
    DerReader parts(*body);
    const auto toBeSigned = parts.next(DerReader::Sequence);
    const auto algorithm = toBeSigned ? parts.next(DerReader::Sequence) : std::nullopt;
    if (!algorithm)
        return std::nullopt;
    DerReader reader(*algorithm);
    const auto oid = readOid(reader);
    if (!oid)
        return std::nullopt;
    return *oid == Pss ? pssHash(reader) : lookUp(Signatures, *oid);
}

std::optional<QByteArray> tlsServerEndPoint(const QByteArray &certificate)
{
    const auto signature = signatureHash(certificate);
    if (!signature)
        return std::nullopt;
    const bool weak = *signature == Hash::Md5 || *signature == Hash::Sha1;
    return hash(weak ? Hash::Sha256 : *signature, certificate);
}

} // namespace crypto
