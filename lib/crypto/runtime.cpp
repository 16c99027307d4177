// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/runtime.h"

#include <QCoreApplication>
#include <QtCrypto>

#include <array>

using namespace Qt::StringLiterals;

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Crypto)
};

constexpr std::array Needed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "hmac(sha1)", "hmac(sha256)", "hmac(sha512)", "aes256-gcm", "cert", "pkey", "pkcs12"};

} // namespace

namespace crypto
{

Runtime::Runtime() : m_library(std::make_unique<QCA::Initializer>())
{
}

Runtime::~Runtime() = default;

Result<void> Runtime::check() const
{
    QStringList missing;
    for (const char *feature : Needed)
        if (!QCA::isSupported(feature))
            missing << QString::fromLatin1(feature);
    if (missing.isEmpty())
        return {};
    return fail(ErrorKind::Unsupported,
        Words::tr("Palique cannot work safely: the encryption plugin for QCA is missing (on Debian: libqca-qt6-plugins). Not available: %1.").arg(missing.join(u", "_s)));
}

bool Runtime::knowsKerberos() const
{
    return QCA::isSupported("sasl");
}

} // namespace crypto
