// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/base64.h"

namespace crypto
{

std::optional<QByteArray> fromBase64(QByteArrayView text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    const QByteArray bytes = text.toByteArray();
    auto decoded = QByteArray::fromBase64Encoding(bytes, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    // Only one spelling of each value is right, which encoding it again tells.
    if (!decoded || decoded.decoded.toBase64() != bytes)
        return std::nullopt;
    return std::move(decoded.decoded);
}

} // namespace crypto
