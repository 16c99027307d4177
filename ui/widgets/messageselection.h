// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <limits>
#include <utility>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
QT_END_NAMESPACE

namespace widgets {

//! A place between two characters: the row and the UTF-16 position in its shown text.
struct MessagePosition
{
    int row = -1;
    int offset = 0;
    auto operator<=>(const MessagePosition &) const = default;
};

//! What is selected, from where the mouse went down to where it is; moves along when rows come and go.
class MessageSelection final
{
public:
    static constexpr int End = std::numeric_limits<int>::max(); //!< an offset past any text
    static constexpr int MostRows = 20000; //!< copied at once; more is an export, not a copy

    void clear() { m_anchor = m_cursor = {}; }
    void start(MessagePosition at) { m_anchor = m_cursor = at; }
    void extend(MessagePosition to) { m_cursor = to; }
    void set(MessagePosition anchor, MessagePosition cursor);
    [[nodiscard]] bool isEmpty() const { return m_anchor.row < 0 || m_anchor == m_cursor; }
    [[nodiscard]] bool isStarted() const { return m_anchor.row >= 0; }
    [[nodiscard]] MessagePosition anchor() const { return m_anchor; }
    [[nodiscard]] MessagePosition from() const { return std::min(m_anchor, m_cursor); }
    [[nodiscard]] MessagePosition to() const { return std::max(m_anchor, m_cursor); }
    //! The selected stretch of a row's text, empty (equal ends) when none is.
    [[nodiscard]] std::pair<int, int> inRow(int row) const;

    void inserted(int first, int count);
    void removed(int first, int count);

    //! The text as copied: a part of one message bare, several as "[date time] name: text" lines.
    [[nodiscard]] QString text(const QAbstractItemModel *model) const;

private:
    MessagePosition m_anchor, m_cursor;
};

}
