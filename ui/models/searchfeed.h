// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QObject>

namespace models
{

//! What a search finds while one types, page after page, newest first.
//!
//! One page is under way at a time; of what is typed meanwhile the last counts, and only its hits are shown. What was found before stays until then.
class SearchFeed final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PageSize = 40;

    explicit SearchFeed(im::Messenger &messenger, QObject *parent = nullptr);

    //! Looks for this in one chat, or (0) in all; nothing ends the search.
    void search(const QString &text, data::ConversationId in = {});
    //! Finds a page more, if there is one.
    void more();

    //! What the hits are of; nothing: no search.
    [[nodiscard]] const data::SearchQuery &query() const { return m_query; }
    [[nodiscard]] const QList<data::SearchHit> &hits() const { return m_hits; }
    //! Whether there may be more than these.
    [[nodiscard]] bool hasMore() const { return m_next.has_value(); }
    //! Whether a page is on its way that is wanted.
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void aboutToReset();
    void reset(); //!< another search: its first hits are there, or it ended
    void aboutToAdd(qsizetype count);
    void added();
    void changed(); //!< isBusy() or hasMore(), after the others
    void failed(const Error &error);

private:
    void ask();
    void take(Result<data::SearchPage> page);
    void show(data::SearchPage page);
    void end();

    im::Messenger &m_messenger;
    data::SearchQuery m_wanted, m_query;
    data::ConversationId m_chat;
    QList<data::SearchHit> m_hits;
    std::optional<qint64> m_next;
    qsizetype m_goal = 0; //!< how many hits are wanted
    int m_serial = 0; //!< of the search that is wanted
    bool m_fresh = false; //!< the hits are not its own yet
    bool m_busy = false, m_asked = false;
};

} // namespace models
