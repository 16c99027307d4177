// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageselection.h"

#include "widgets/messagedata.h"

#include <QAbstractItemModel>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

void MessageSelection::set(MessagePosition anchor, MessagePosition cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
}

std::pair<int, int> MessageSelection::inRow(int row) const
{
    if (isEmpty() || row < from().row || row > to().row)
        return {0, 0};
    return {row == from().row ? from().offset : 0, row == to().row ? to().offset : End};
}

void MessageSelection::inserted(int first, int count)
{
    for (MessagePosition *position : {&m_anchor, &m_cursor}) {
        if (position->row >= first)
            position->row += count;
    }
}

void MessageSelection::removed(int first, int count)
{
    for (MessagePosition *position : {&m_anchor, &m_cursor}) {
        if (position->row >= first + count)
            position->row -= count;
        else if (position->row >= first)
            return clear();
    }
}

QString MessageSelection::text(const QAbstractItemModel *model) const
{
    if (isEmpty() || !model)
        return {};
    const int firstRow = from().row, lastRow = std::min({to().row, model->rowCount() - 1, firstRow + MostRows - 1});
    const auto part = [this](const QString &body, int row) {
        const auto [start, end] = inRow(row);
        return body.mid(start, end == End ? -1 : end - start);
    };
    if (firstRow == lastRow)
        return part(shownText(readMessage(model->index(firstRow, 0))), firstRow);
    QStringList lines;
    for (int row = firstRow; row <= lastRow; ++row) {
        const MessageData data = readMessage(model->index(row, 0));
        const QString words = part(shownText(data), row);
        if (words.isEmpty() && row != firstRow)
            continue;
        const QString when = QLocale().toString(data.time.date(), QLocale::ShortFormat) + u' ' + timeText(data.time);
        const bool named = data.kind == MessageKind::System || !data.actor.isEmpty();
        const QString who = named ? QString() : spokenName(data) + u": "_s;
        lines << u'[' + when + u"] "_s + who + words;
    }
    return lines.join(u'\n');
}

}
