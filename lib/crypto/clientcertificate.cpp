// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/clientcertificate.h"

#include "crypto/der.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <QtCrypto>

#include <optional>

using namespace Qt::StringLiterals;

namespace
{

using crypto::ClientCertificate;
using crypto::DerReader;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Crypto)
};

//! One armoured part of a PEM file (RFC 7468).
struct PemBlock
{
    QByteArray label; //!< "CERTIFICATE"
    QByteArray text; //!< with its BEGIN and END lines
    QByteArray body; //!< the lines between

    [[nodiscard]] bool isKey() const { return label.endsWith("PRIVATE KEY"); }
    [[nodiscard]] bool isEncrypted() const { return label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED"); }
    [[nodiscard]] QByteArray der() const { return QByteArray::fromBase64(body); }
};

QList<PemBlock> pemBlocks(const QByteArray &pem)
{
    static constexpr QByteArrayView Begin = "-----BEGIN ";
    static constexpr QByteArrayView Dashes = "-----";
    QList<PemBlock> blocks;
    for (qsizetype at = pem.indexOf(Begin); at >= 0; at = pem.indexOf(Begin, at)) {
        const qsizetype labelStart = at + Begin.size();
        const qsizetype labelEnd = pem.indexOf(Dashes, labelStart);
        if (labelEnd < 0)
            break;
        const QByteArray label = pem.sliced(labelStart, labelEnd - labelStart);
        const QByteArray footer = "-----END " + label + "-----";
        const qsizetype bodyStart = labelEnd + Dashes.size();
        const qsizetype end = pem.indexOf(footer, bodyStart);
        if (end < 0)
            break;
        blocks << PemBlock{label, pem.sliced(at, end + footer.size() - at) + '\n', pem.sliced(bodyStart, end - bodyStart)};
        at = end + footer.size();
    }
    return blocks;
}

//! What of a certificate's body (RFC 5280 4.1) we read ourselves: QCA gives no date beyond 2049.
struct Body
{
    QDateTime expires;
    QByteArray keyAlgorithm; //!< object identifier, hexadecimal
    QByteArray publicKey; //!< the BIT STRING's contents
};

std::optional<QDateTime> readTime(DerReader &reader)
{
    const auto item = reader.next();
    if (!item || (item->tag != DerReader::UtcTime && item->tag != DerReader::GeneralizedTime))
        return std::nullopt;
    QString text = QString::fromLatin1(item->body);
    if (item->tag == DerReader::UtcTime)
        text.prepend(text < u"50"_s ? u"20"_s : u"19"_s); // RFC 5280 4.1.2.5.1
    QDateTime time = QDateTime::fromString(text, u"yyyyMMddHHmmss'Z'"_s);
    time.setTimeZone(QTimeZone::UTC);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

std::optional<Body> readBody(const QByteArray &der)
{
    static constexpr quint8 Version = 0xa0, Integer = 0x02;
    const auto certificate = DerReader(der).next(DerReader::Sequence);
    const auto signedPart = certificate ? DerReader(*certificate).next(DerReader::Sequence) : std::nullopt;
    if (!signedPart)
        return std::nullopt;
    DerReader reader(*signedPart);
    (void)reader.next(Version); // may be absent
    const bool head = reader.next(Integer) && reader.next(DerReader::Sequence) && reader.next(DerReader::Sequence); // serial, signature, issuer
    const auto validity = head ? reader.next(DerReader::Sequence) : std::nullopt;
    const auto key = validity && reader.next(DerReader::Sequence) ? reader.next(DerReader::Sequence) : std::nullopt;
    if (!key)
        return std::nullopt;

    DerReader times(*validity);
    const auto start = readTime(times);
    const auto end = readTime(times);
    DerReader keyParts(*key);
    const auto algorithm = keyParts.next(DerReader::Sequence);
    const auto bits = keyParts.next(DerReader::BitString);
    const auto oid = algorithm ? DerReader(*algorithm).next(DerReader::ObjectId) : std::nullopt;
    if (!start || !end || !oid || !bits)
        return std::nullopt;
    return Body{*end, oid->toByteArray().toHex(), bits->toByteArray()};
}

std::optional<ClientCertificate::KeyKind> kindOf(const QByteArray &keyAlgorithm)
{
    if (keyAlgorithm == "2a864886f70d010101")
        return ClientCertificate::KeyKind::Rsa;
    if (keyAlgorithm == "2a8648ce380401")
        return ClientCertificate::KeyKind::Dsa;
    if (keyAlgorithm == "2a8648ce3d0201")
        return ClientCertificate::KeyKind::Ec;
    return std::nullopt;
}

//! The public half inside an elliptic-curve private key (RFC 5915, or wrapped as RFC 5208 says), if it is written there.
std::optional<QByteArray> publicHalf(const QByteArray &der)
{
    static constexpr quint8 Integer = 0x02, OctetString = 0x04, Parameters = 0xa0, PublicKey = 0xa1;
    const auto outer = DerReader(der).next(DerReader::Sequence);
    if (!outer)
        return std::nullopt;
    DerReader reader(*outer);
    if (!reader.next(Integer))
        return std::nullopt;
    if (reader.next(DerReader::Sequence)) { // PKCS#8: the algorithm, then the key as octets
        const auto inner = reader.next(OctetString);
        return inner ? publicHalf(inner->toByteArray()) : std::nullopt;
    }
    if (!reader.next(OctetString))
        return std::nullopt;
    (void)reader.next(Parameters); // may be absent
    const auto wrapped = reader.next(PublicKey);
    const auto bits = wrapped ? DerReader(*wrapped).next(DerReader::BitString) : std::nullopt;
    return bits ? std::optional(bits->toByteArray()) : std::nullopt;
}

std::unexpected<Error> wrongPassphrase()
{
    return fail(ErrorKind::Invalid, Words::tr("The passphrase does not open this certificate."), u"passphrase"_s);
}

std::unexpected<Error> otherKey()
{
    return fail(ErrorKind::Invalid, Words::tr("The private key does not belong to the certificate."));
}

} // namespace

namespace crypto
{

Result<ClientCertificate> ClientCertificate::load(const QByteArray &file, const Secret &passphrase)
{
    return file.contains("-----BEGIN ") ? fromPem(file, passphrase) : fromPkcs12(file, passphrase);
}

Result<ClientCertificate> ClientCertificate::fromPem(const QByteArray &pem, const Secret &passphrase)
{
    ClientCertificate result;
    const QList<PemBlock> blocks = pemBlocks(pem);
    for (const PemBlock &block : blocks)
        if (block.label == "CERTIFICATE")
            result.m_chain << block.der();
    if (result.m_chain.isEmpty())
        return fail(ErrorKind::Invalid, Words::tr("There is no certificate in this file."));
    if (const auto read = result.readCertificate(result.certificate()); !read)
        return fail(read.error());

    const auto key = std::ranges::find_if(blocks, &PemBlock::isKey);
    if (key == blocks.end())
        return fail(ErrorKind::Invalid, Words::tr("There is no private key in this file, only a certificate."));
    if (key->isEncrypted() && passphrase.isEmpty())
        return fail(ErrorKind::Invalid, Words::tr("The private key needs its passphrase."), u"passphrase"_s);
    const auto read = key->isEncrypted() ? result.readKey(key->text, passphrase) : result.readKey(key->text, {});
    return read ? Result<ClientCertificate>(std::move(result)) : fail(read.error());
}

Result<ClientCertificate> ClientCertificate::fromPkcs12(const QByteArray &data, const Secret &passphrase)
{
    if (!DerReader(data).next(DerReader::Sequence))
        return fail(ErrorKind::Invalid, Words::tr("This is not a certificate file: neither PEM nor PKCS#12."));
    QCA::ConvertResult conversion = QCA::ErrorDecode;
    const auto bundle = QCA::KeyBundle::fromArray(data, QCA::SecureArray(passphrase.reveal()), &conversion);
    if (conversion != QCA::ConvertGood || bundle.isNull() || bundle.certificateChain().isEmpty() || bundle.privateKey().isNull())
        return fail(ErrorKind::Invalid,
            Words::tr("This file cannot be opened: the passphrase is wrong, or its key is of a kind that must be in a PEM file (elliptic curve)."), u"passphrase"_s);

    ClientCertificate result;
    const QCA::CertificateChain chain = bundle.certificateChain();
    for (const QCA::Certificate &certificate : chain)
        result.m_chain << certificate.toDER();
    if (const auto read = result.readCertificate(result.certificate()); !read)
        return fail(read.error());
    const Secret pem(bundle.privateKey().toPEM());
    const auto read = result.readKey(pem.reveal(), {});
    return read ? Result<ClientCertificate>(std::move(result)) : fail(read.error());
}

Result<void> ClientCertificate::readCertificate(const QByteArray &der)
{
    const auto body = readBody(der);
    QCA::ConvertResult conversion = QCA::ErrorDecode;
    const auto certificate = QCA::Certificate::fromDER(der, &conversion);
    if (!body || conversion != QCA::ConvertGood || certificate.isNull())
        return fail(ErrorKind::Invalid, Words::tr("The certificate in this file cannot be read."));
    const auto kind = kindOf(body->keyAlgorithm);
    if (!kind)
        return fail(ErrorKind::Invalid, Words::tr("The certificate's key is of a kind Palique does not know: use RSA or an elliptic curve (ECDSA)."));
    m_kind = *kind;
    m_expires = body->expires;
    m_addresses = certificate.subjectInfo().values(QCA::XMPP);
    m_addresses.sort();
    m_commonName = certificate.commonName();
    return {};
}

Result<void> ClientCertificate::readKey(const QByteArray &pem, const Secret &passphrase)
{
    if (m_kind == KeyKind::Ec) {
        // QCA knows no elliptic curves, so the key goes on as it is, to be opened by whoever uses it.
        const auto block = pemBlocks(pem).value(0);
        const auto half = block.isEncrypted() ? std::nullopt : publicHalf(block.der());
        const auto body = readBody(certificate());
        if (half && body && *half != body->publicKey)
            return otherKey();
        m_key = Secret(pem);
        m_keyPassphrase = passphrase;
        return {};
    }
    QCA::ConvertResult conversion = QCA::ErrorDecode;
    const auto key = QCA::PrivateKey::fromPEM(QString::fromLatin1(pem), QCA::SecureArray(passphrase.reveal()), &conversion);
    if (conversion != QCA::ConvertGood || key.isNull())
        return passphrase.isEmpty() ? Result<void>(fail(ErrorKind::Invalid, Words::tr("The private key in this file cannot be read."))) : wrongPassphrase();
    const auto certificate = QCA::Certificate::fromDER(m_chain.first());
    if (key.toPublicKey().toDER() != certificate.subjectPublicKey().toDER())
        return otherKey();
    m_key = Secret(key.toPEM());
    return {};
}

} // namespace crypto
