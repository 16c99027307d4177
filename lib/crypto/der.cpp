// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/der.h"

namespace crypto
{

std::optional<DerReader::Item> DerReader::next()
{
    if (m_data.size() < 2)
        return std::nullopt;
    const auto byte = [this](qsizetype i) { return quint8(m_data[i]); };
    const quint8 tag = byte(0);
    if ((tag & 0x1f) == 0x1f)
        return std::nullopt;

    qsizetype header = 2;
    qsizetype length = byte(1);
    if (length & 0x80) {
        const qsizetype count = length & 0x7f;
        if (count == 0 || count > 4 || m_data.size() < 2 + count)
            return std::nullopt;
        length = 0;
        for (qsizetype i = 0; i < count; ++i)
            length = (length << 8) | byte(2 + i);
        const bool shortest = length >= 0x80 && (count == 1 || length >> (8 * (count - 1)) != 0);
        if (!shortest)
            return std::nullopt;
        header += count;
    }
    if (length > m_data.size() - header)
        return std::nullopt;
    const Item item{tag, m_data.sliced(header, length)};
    m_data = m_data.sliced(header + length);
    return item;
}

std::optional<QByteArrayView> DerReader::next(quint8 tag)
{
    if (atEnd() || quint8(m_data[0]) != tag)
        return std::nullopt;
    const auto item = next();
    return item ? std::optional(item->body) : std::nullopt;
}

} // namespace crypto
