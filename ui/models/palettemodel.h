// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/paletteindex.h"
#include "models/roles.h"

#include <QAbstractListModel>

#include <array>

namespace models
{

//! What the palette's painter reads beyond ChatRole: Name, Address, AvatarKey, IsGroup, PresenceState, AccountLabel.
namespace PaletteRole
{
enum : int {
    Kind = Qt::UserRole + 200, //!< int(PaletteEntry::Kind)
    Action, //!< QString: which action
    Keys, //!< QString: the keys of an action, as people read them
};
}

//! What was found for the words in the palette's field, the best first.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr qsizetype MostRows = 200, MostRecent = 7;

    //! An action as a row: `name` is given back, `common` ones are offered before anything is typed.
    struct Action
    {
        QString name, title, keys;
        bool common = false;
    };

    explicit PaletteModel(im::Messenger &messenger, QObject *parent = nullptr);

    void setActions(const QList<Action> &actions);
    //! The open chat is not offered before anything is typed: one is there already.
    void setCurrent(data::ConversationId id);
    void setQuery(const QString &typed);

    //! How many there are, also those beyond the last row.
    [[nodiscard]] qsizetype found() const { return m_found; }
    [[nodiscard]] PaletteEntry entryAt(int row) const { return m_rows.value(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void follow(im::Account *account);
    void refreshSoon();
    void refresh();
    void offer();
    void search();
    void addStrangers();
    void refreshPresence(data::AccountId account, const Jid &address);
    [[nodiscard]] QString accountLabel(const PaletteEntry &entry) const;
    [[nodiscard]] int presence(const PaletteEntry &entry) const;

    im::Messenger &m_messenger;
    PaletteIndex m_index;
    PaletteQuery m_query;
    data::ConversationId m_current;
    QList<PaletteEntry> m_rows;
    std::array<std::vector<const PaletteEntry *>, int(Match::Prefix) + 1> m_matches; // kept for their room
    qsizetype m_found = 0;
    bool m_waiting = false;
};

} // namespace models
