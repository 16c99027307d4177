// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/preferences.h"
#include "widgets/emojitable.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace widgets
{
class ElidedLabel;
class EmojiCompleter;
class EmojiPicker;
class MessageEdit;
class Speller;
}

namespace views
{

//! Where one writes: the field, "Emoji", "Send", whose account speaks if there are several, and a word when there is no
//! connection.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(models::Preferences &preferences, QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isBlank() const;
    //! Replaces the text without it counting as typing.
    void setText(const QString &text);
    //! Empty: there is only one.
    void setAccount(const QString &address);
    void setHint(const QString &hint);
    //! Stopped: what is written stays and nothing goes out.
    enum class Sending { Allowed, Stopped };
    void setSending(Sending sending);
    //! A message that says this is being changed; empty: none, what is written is new.
    void setEditing(const QString &message);
    void focusEdit();
    //! What is written is checked with it from now on; it outlives this.
    void setSpeller(widgets::Speller &speller);

Q_SIGNALS:
    void edited();
    void sendRequested();
    void editLastRequested(); //!< Up in the empty field
    void editingCancelled();
    void escapePressed();
    void pasteRefused(qsizetype length, qsizetype most); //!< widgets::MessageEdit's

private:
    void build();
    void buildEditing();
    void followEnter();
    void follow();
    [[nodiscard]] const widgets::EmojiTable &emoji();
    void pickEmoji();
    void followTone();

    models::Preferences &m_preferences;
    QWidget *m_editing;
    widgets::ElidedLabel *m_edited;
    QWidget *m_notes;
    widgets::ElidedLabel *m_account;
    QLabel *m_hint;
    widgets::MessageEdit *m_edit;
    QToolButton *m_pick;
    QToolButton *m_send;
    std::unique_ptr<widgets::EmojiTable> m_emoji; // read when it is first needed
    widgets::EmojiCompleter *m_completer;
    widgets::EmojiPicker *m_picker = nullptr;
    Sending m_sending = Sending::Allowed;
    bool m_quiet = false;
};

} // namespace views
