// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagewindow.h"

#include <QAbstractItemModel>

#include <algorithm>

namespace widgets {

namespace {
constexpr int Reach = 120; // rows kept on either side of what is seen, and the widest gap filled with empty places
}

void MessageWindow::setModel(const QAbstractItemModel *model)
{
    m_model = model;
    m_limits.clear();
    clear();
}

void MessageWindow::setContext(const MessageContext &context)
{
    const bool same = context.width == m_context.width && context.direction == m_context.direction
        && context.showSenders == m_context.showSenders && context.today == m_context.today;
    m_context = context;
    if (!same)
        clear();
}

void MessageWindow::makeRoom(int row)
{
    const int end = m_first + int(m_rows.size());
    if (m_rows.empty() || row < m_first - Reach || row >= end + Reach) {
        m_rows.clear();
        m_first = row;
        m_rows.resize(1);
        return;
    }
    while (row < m_first) {
        m_rows.emplace_front();
        --m_first;
    }
    if (row >= m_first + int(m_rows.size()))
        m_rows.resize(size_t(row - m_first + 1));
}

const MessageLayout &MessageWindow::at(int row)
{
    makeRoom(row);
    auto &slot = m_rows[size_t(row - m_first)];
    if (!slot) {
        MessageData data = readMessage(m_model->index(row, 0));
        const int limit = m_limits.isEmpty() ? MessageLayout::FirstLimit : m_limits.value(data.id, MessageLayout::FirstLimit);
        slot = std::make_unique<MessageLayout>(std::move(data), readHead(m_model->index(row - 1, 0)),
            readHead(m_model->index(row + 1, 0)), m_context, limit);
        m_average += (std::min(slot->height, 600.0) - m_average) / 32; // one giant must not shrink the scroll bar
    }
    return *slot;
}

const MessageLayout *MessageWindow::find(int row) const
{
    const int index = row - m_first;
    return index >= 0 && index < int(m_rows.size()) ? m_rows[size_t(index)].get() : nullptr;
}

void MessageWindow::clear()
{
    m_rows.clear();
    m_first = 0;
}

void MessageWindow::invalidate(int row)
{
    const int index = row - m_first;
    if (index >= 0 && index < int(m_rows.size()))
        m_rows[size_t(index)].reset();
}

void MessageWindow::inserted(int first, int count)
{
    const int end = m_first + int(m_rows.size());
    if (first <= m_first) {
        m_first += count;
    } else if (first < end) {
        if (count > Reach) {
            m_rows.resize(size_t(first - m_first)); // the rest is laid out again when it is seen
        } else {
            std::deque<std::unique_ptr<MessageLayout>> fresh(static_cast<size_t>(count));
            m_rows.insert(m_rows.begin() + (first - m_first), std::make_move_iterator(fresh.begin()),
                std::make_move_iterator(fresh.end()));
        }
    }
    invalidate(first - 1); // grouping and date lines depend on the neighbours
    invalidate(first + count);
}

void MessageWindow::removed(int first, int count)
{
    const int end = m_first + int(m_rows.size());
    const int from = std::clamp(first, m_first, end), to = std::clamp(first + count, m_first, end);
    m_rows.erase(m_rows.begin() + (from - m_first), m_rows.begin() + (to - m_first));
    if (first < m_first)
        m_first -= std::min(count, m_first - first);
    invalidate(first - 1);
    invalidate(first);
}

void MessageWindow::changed(int first, int last)
{
    const int from = std::max(first - 1, m_first), to = std::min(last + 1, m_first + int(m_rows.size()) - 1);
    for (int row = from; row <= to; ++row)
        invalidate(row);
}

void MessageWindow::trim(int first, int last)
{
    while (!m_rows.empty() && m_first < first - Reach) {
        m_rows.pop_front();
        ++m_first;
    }
    while (!m_rows.empty() && m_first + int(m_rows.size()) - 1 > last + Reach)
        m_rows.pop_back();
}

void MessageWindow::expand(int row)
{
    const QString id = at(row).data.id;
    const int now = m_limits.value(id, MessageLayout::FirstLimit);
    m_limits.insert(id, now + MessageLayout::NextLimit);
    invalidate(row);
}

}
