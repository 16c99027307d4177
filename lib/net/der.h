// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>
#include <utility>

namespace net::der
{

//! One element of DER (X.690): its identifier byte and its contents.
struct Element
{
    quint8 tag = 0;
    QByteArrayView content;
};

//! Walks the elements of one level of DER. Lengths are checked against what is there; high tag numbers and indefinite lengths end the walk.
class Reader final
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) { }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }
    //! The next element; nothing at the end or when the bytes make no sense, which also ends the walk.
    [[nodiscard]] std::optional<Element> next();
    //! The next element if it has this tag.
    [[nodiscard]] std::optional<Element> next(quint8 tag);

private:
    QByteArrayView m_rest;
};

}
