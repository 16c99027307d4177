// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/messagelayout.h"

#include <QHash>

#include <deque>
#include <memory>

QT_BEGIN_NAMESPACE
class QAbstractItemModel;
QT_END_NAMESPACE

namespace widgets {

//! The laid-out rows near the viewport: one contiguous stretch of the model, grown on demand and trimmed, so that memory and
//! time depend on what is seen and not on how long the history is.
class MessageWindow final
{
public:
    void setModel(const QAbstractItemModel *model);
    void setContext(const MessageContext &context); //!< forgets all layouts when it changed
    [[nodiscard]] const MessageContext &context() const { return m_context; }

    [[nodiscard]] const MessageLayout &at(int row); //!< lays out if need be; `row` must exist
    [[nodiscard]] const MessageLayout *find(int row) const; //!< null when not laid out
    [[nodiscard]] double averageHeight() const { return m_average; }
    [[nodiscard]] int size() const { return int(m_rows.size()); }

    void clear();
    void inserted(int first, int count);
    void removed(int first, int count);
    void changed(int first, int last);
    void trim(int first, int last); //!< keeps these rows and some around
    void expand(int row); //!< shows more of a long body

private:
    void invalidate(int row);
    void makeRoom(int row);

    const QAbstractItemModel *m_model = nullptr;
    MessageContext m_context;
    int m_first = 0; //!< row of m_rows.front()
    std::deque<std::unique_ptr<MessageLayout>> m_rows;
    QHash<QString, int> m_limits; //!< how much of a long body is shown, by message id
    double m_average = 56;
};

}
