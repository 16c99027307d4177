// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace crypto
{

//! Walks the items of a DER sequence (X.690 8.1, 10.1). Never reads outside its view; whatever is not DER ends the walk.
class DerReader final
{
public:
    //! One item: its identifier octet and its contents.
    struct Item
    {
        quint8 tag = 0;
        QByteArrayView body;
    };

    static constexpr quint8 BitString = 0x03, ObjectId = 0x06, UtcTime = 0x17, GeneralizedTime = 0x18, Sequence = 0x30;

    explicit DerReader(QByteArrayView data) : m_data(data) { }

    [[nodiscard]] bool atEnd() const { return m_data.isEmpty(); }
    //! The next item, or nothing at the end, for a cut or indefinite length, a length not in its shortest form, or a tag number over 30.
    [[nodiscard]] std::optional<Item> next();
    //! The next item's contents if it has this tag; else nothing, and the walk stays where it was.
    [[nodiscard]] std::optional<QByteArrayView> next(quint8 tag);

private:
    QByteArrayView m_data;
};

} // namespace crypto
