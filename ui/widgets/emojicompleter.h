// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/emojitable.h"

#include <QObject>
#include <QPointer>

#include <functional>

QT_BEGIN_NAMESPACE
class QFrame;
class QKeyEvent;
class QListView;
class QStandardItemModel;
QT_END_NAMESPACE

namespace widgets {

class MessageEdit;

//! Offers emoji over the field while a colon and two letters or more stand before the cursor: Enter, Tab or a click
//! inserts, Esc leaves, anything else is typed on. A colon at the end of a whole name (":tada:") inserts it at once.
class EmojiCompleter final : public QObject
{
    Q_OBJECT
public:
    //! `table` is asked for when it is first needed.
    EmojiCompleter(MessageEdit *edit, std::function<const EmojiTable &()> table);

    ~EmojiCompleter() override;

    void setTone(SkinTone tone) { m_tone = tone; }
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    void completed(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    //! ":tad" before the cursor.
    struct Token
    {
        int start = -1; //!< of the colon, in the document; -1: there is none
        QString name;
    };
    [[nodiscard]] Token token() const;
    [[nodiscard]] bool key(QKeyEvent *event);
    void follow();
    void cursorMoved();
    void open(const Token &token, const QList<EmojiTable::Completion> &found);
    void close();
    void place(const Token &token);
    void step(int by);
    void insert(const Emoji &emoji);
    void insertCurrent();
    void build();

    MessageEdit *m_edit;
    std::function<const EmojiTable &()> m_table;
    SkinTone m_tone = SkinTone::None;
    QPointer<QFrame> m_popup; // belongs to the field's window
    QListView *m_list = nullptr; // inside it
    QStandardItemModel *m_model;
    QList<EmojiTable::Completion> m_found;
    int m_left = -1; // the token that Esc was pressed in
    bool m_typed = false;
};

}
