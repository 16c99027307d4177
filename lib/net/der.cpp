// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/der.h"

namespace net::der
{

//! Reads a length in the definite form (X.690 8.1.3) and takes it off `bytes`; nothing if it promises more than there is.
static std::optional<qsizetype> takeLength(QByteArrayView &bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const auto first = quint8(bytes.front());
    bytes = bytes.sliced(1);
    if (first < 0x80)
        return first <= bytes.size() ? std::optional<qsizetype>(first) : std::nullopt;
    const int count = first & 0x7f;
    if (count == 0 || count > 4 || count > bytes.size())
        return std::nullopt;
    quint32 length = 0;
    for (const char byte : bytes.first(count))
        length = length << 8 | quint8(byte);
    bytes = bytes.sliced(count);
    return qint64(length) <= qint64(bytes.size()) ? std::optional<qsizetype>(qsizetype(length)) : std::nullopt;
}

std::optional<Element> Reader::next()
{
    QByteArrayView bytes = std::exchange(m_rest, {});
    if (bytes.isEmpty())
        return std::nullopt;
    const auto tag = quint8(bytes.front());
    bytes = bytes.sliced(1);
    if ((tag & 0x1f) == 0x1f)
        return std::nullopt;
    const auto length = takeLength(bytes);
    if (!length)
        return std::nullopt;
    m_rest = bytes.sliced(*length);
    return Element{tag, bytes.first(*length)};
}

std::optional<Element> Reader::next(quint8 tag)
{
    const auto element = next();
    return element && element->tag == tag ? element : std::nullopt;
}

}
