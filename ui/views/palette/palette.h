// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"
#include "models/palettemodel.h"

#include <QAction>
#include <QDialog>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QListView;
QT_END_NAMESPACE

namespace widgets
{
class SearchField;
}

namespace views
{

class OverlayNote;

//! The palette over a window: one field that finds chats, contacts and actions, and the list of what it found.
//!
//! It is a part of the window it lies on, so that it is in its place on every desktop; the focus stays in the field.
class Palette final : public QDialog
{
    Q_OBJECT

public:
    //! `common` are offered before anything is typed. Actions that are disabled when it opens are not offered.
    Palette(im::Messenger &messenger, const QList<QAction *> &actions, const QList<QAction *> &common, QWidget *over);
    ~Palette() override;

    //! Opens it empty; `current` is the chat that is open already.
    void open(data::ConversationId current);

Q_SIGNALS:
    void chatChosen(data::ConversationId id);
    //! Somebody there is no open chat with.
    void personChosen(data::AccountId account, const Jid &address);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Focus { GoesBack, Stays };

    void build();
    void restyle();
    void dismiss(Focus focus);
    void choose(const QModelIndex &index);
    bool fieldKey(const QKeyEvent *key);
    void walk(int step);
    void select(int row);
    void keepSelection();
    void followRows();
    void place();
    void tell() const;
    [[nodiscard]] QList<models::PaletteModel::Action> offered() const;

    const QList<QAction *> m_actions, m_common;
    models::PaletteModel *m_model;
    widgets::SearchField *m_field;
    QListView *m_list;
    OverlayNote *m_nothing;
    QPointer<QWidget> m_before; // had the focus
    QString m_selected; // what the row says, to find it again
};

} // namespace views
