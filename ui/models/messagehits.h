// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "data/wordfinder.h"
#include "models/pictures.h"
#include "models/roles.h"
#include "models/searchfeed.h"

#include <QAbstractListModel>

namespace models
{

//! The section "Messages" under the chats: its heading, what a search found in all chats, or that it found nothing. Empty without a search.
class MessageHits final : public QAbstractListModel
{
    Q_OBJECT

public:
    MessageHits(im::Messenger &messenger, Clock &clock, QObject *parent = nullptr);

    void setPictures(Pictures &pictures);
    void setSearch(const QString &text) { m_feed.search(text); }
    //! Null for a row that is none.
    [[nodiscard]] const data::SearchHit *hitAt(int row) const;
    [[nodiscard]] const SearchFeed &feed() const { return m_feed; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_feed.hasMore() && !m_feed.isBusy(); }
    void fetchMore(const QModelIndex &) override { m_feed.more(); }

Q_SIGNALS:
    void failed(const Error &error);

private:
    void followNote();
    [[nodiscard]] QVariant lineData(int row, int role) const;
    [[nodiscard]] QVariant hitData(const data::SearchHit &hit, int role) const;
    [[nodiscard]] QString chatName(const data::SearchHit &hit) const;
    [[nodiscard]] QString sender(const data::SearchHit &hit) const;

    im::Messenger &m_messenger;
    Clock &m_clock;
    Pictures *m_pictures = nullptr;
    SearchFeed m_feed;
    data::WordFinder m_finder;
    bool m_note = false; //!< the row that says that there is nothing
};

} // namespace models
