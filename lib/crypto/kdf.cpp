// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/kdf.h"

#include "crypto/mac.h"

#include <QCoreApplication>
#include <QtCrypto>

#include <utility>

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Crypto)
};

constexpr int StopInterval = 1024; // iterations between two looks at the stop token

} // namespace

namespace crypto
{

Result<Secret> pbkdf2(Hash hash, const Secret &password, const QByteArray &salt, int iterations, const std::stop_token &stop)
{
    if (password.isEmpty())
        return fail(ErrorKind::Invalid, Words::tr("The password is empty."));
    if (salt.isEmpty() || iterations < 1)
        return fail(ErrorKind::Invalid, Words::tr("A key cannot be derived from these values."));

    // QCA derives keys itself for SHA-1 only; iterating its HMAC costs six times what OpenSSL's own loop does.
    const auto keyed = keyedMac(hash, password.reveal());
    auto first = keyed;
    first.update(QCA::SecureArray(salt + QByteArray::fromRawData("\0\0\0\1", 4)));
    QCA::SecureArray round = first.final();
    QCA::SecureArray sum = round;
    char *const out = sum.data(); // its own copy from here on
    for (int i = 1; i < iterations; ++i) {
        if (i % StopInterval == 0 && stop.stop_requested())
            return fail(Error::cancelled());
        auto mac = keyed;
        mac.update(round);
        round = mac.final();
        const char *const in = std::as_const(round).constData();
        for (int j = 0; j < sum.size(); ++j)
            out[j] = char(out[j] ^ in[j]);
    }
    return Secret(sum.toByteArray());
}

Result<Secret> hkdf(Hash hash, const Secret &key, const QByteArray &salt, const QByteArray &info, qsizetype length)
{
    if (length < 1 || length > 255 * hashSize(hash))
        return fail(ErrorKind::Invalid, Words::tr("A key cannot be derived from these values."));
    const Secret extracted(hmac(hash, salt, key.reveal()));
    QByteArray output;
    output.reserve(length + hashSize(hash)); // no copy of the key stays behind in a smaller buffer
    Secret block;
    for (char counter = 1; output.size() < length; ++counter) {
        const Secret input(block.reveal() + info + counter);
        block = Secret(hmac(hash, extracted.reveal(), input.reveal()));
        output += block.reveal();
    }
    output.truncate(length);
    return Secret(std::move(output));
}

} // namespace crypto
