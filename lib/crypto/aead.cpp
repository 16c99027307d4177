// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"

#include "crypto/mac.h"

#include <QCoreApplication>
#include <QtCrypto>

using namespace Qt::StringLiterals;

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Crypto)
};

bool lengthsFit(const Secret &key, const QByteArray &nonce)
{
    return key.size() == crypto::AeadKeySize && (nonce.size() == 12 || nonce.size() == 16);
}

QCA::Cipher gcm(QCA::Direction direction, const Secret &key, const QByteArray &nonce, const QCA::AuthTag &tag)
{
    crypto::need(u"aes256-gcm"_s);
    return QCA::Cipher(u"aes256"_s, QCA::Cipher::GCM, QCA::Cipher::NoPadding, direction, QCA::SymmetricKey(QCA::SecureArray(key.reveal())),
        QCA::InitializationVector(nonce), tag);
}

std::unexpected<Error> failed()
{
    return fail(ErrorKind::Invalid, Words::tr("The data cannot be decrypted: the key is wrong or somebody changed it."));
}

} // namespace

namespace crypto
{

Result<QByteArray> seal(const Secret &key, const QByteArray &nonce, const QByteArray &plaintext)
{
    if (!lengthsFit(key, nonce))
        return fail(ErrorKind::Invalid, Words::tr("A key has the wrong length."));
    auto cipher = gcm(QCA::Encode, key, nonce, QCA::AuthTag(int(AeadTagSize)));
    QByteArray sealed = cipher.update(QCA::MemoryRegion(plaintext)).toByteArray();
    sealed += cipher.final().toByteArray();
    if (!cipher.ok())
        return fail(ErrorKind::Invalid, Words::tr("The data cannot be encrypted."));
    return sealed + cipher.tag().toByteArray();
}

Result<QByteArray> open(const Secret &key, const QByteArray &nonce, const QByteArray &sealed)
{
    if (!lengthsFit(key, nonce))
        return fail(ErrorKind::Invalid, Words::tr("A key has the wrong length."));
    if (sealed.size() < AeadTagSize)
        return failed();
    auto cipher = gcm(QCA::Decode, key, nonce, QCA::AuthTag(sealed.last(AeadTagSize)));
    QByteArray plaintext = cipher.update(QCA::MemoryRegion(sealed.chopped(AeadTagSize))).toByteArray();
    const bool updated = cipher.ok();
    plaintext += cipher.final().toByteArray();
    // Nothing of a text that fails its tag may be seen.
    if (!updated || !cipher.ok() || plaintext.size() != sealed.size() - AeadTagSize)
        return failed();
    return plaintext;
}

} // namespace crypto
