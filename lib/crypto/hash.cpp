// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/hash.h"

#include "crypto/mac.h"

#include <QtCrypto>

using namespace Qt::StringLiterals;

namespace crypto
{

qsizetype hashSize(Hash hash)
{
    switch (hash) {
    case Hash::Md5:
        return 16;
    case Hash::Sha1:
        return 20;
    case Hash::Sha224:
        return 28;
    case Hash::Sha256:
        return 32;
    case Hash::Sha384:
        return 48;
    case Hash::Sha512:
        return 64;
    }
    Q_UNREACHABLE_RETURN(0);
}

QString hashName(Hash hash)
{
    switch (hash) {
    case Hash::Md5:
        return u"md5"_s;
    case Hash::Sha1:
        return u"sha1"_s;
    case Hash::Sha224:
        return u"sha224"_s;
    case Hash::Sha256:
        return u"sha256"_s;
    case Hash::Sha384:
        return u"sha384"_s;
    case Hash::Sha512:
        return u"sha512"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

void need(const QString &feature)
{
    // Going on without it would compare empty values with empty values.
    if (!QCA::isSupported(feature.toLatin1().constData()))
        qFatal("QCA cannot do %s: its OpenSSL plugin is missing", qPrintable(feature));
}

QCA::MessageAuthenticationCode keyedMac(Hash hash, QByteArrayView key)
{
    const QString type = u"hmac(%1)"_s.arg(hashName(hash));
    need(type);
    // OpenSSL takes an empty key for "the same as before"; a zero byte is the same key to HMAC, which pads with zeros.
    const QByteArray bytes = key.isEmpty() ? QByteArray(1, '\0') : key.toByteArray();
    return QCA::MessageAuthenticationCode(type, QCA::SymmetricKey(QCA::SecureArray(bytes)));
}

QByteArray hash(Hash hash, QByteArrayView data)
{
    const QString name = hashName(hash);
    need(name);
    return QCA::Hash(name).hash(QCA::MemoryRegion(data.toByteArray())).toByteArray();
}

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data)
{
    auto mac = keyedMac(hash, key);
    mac.update(QCA::MemoryRegion(data.toByteArray()));
    return mac.final().toByteArray();
}

} // namespace crypto
