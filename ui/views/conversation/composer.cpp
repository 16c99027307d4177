// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/composer.h"

#include "style/style.h"
#include "views/parts.h"
#include "widgets/elidedlabel.h"
#include "widgets/emojicompleter.h"
#include "widgets/emojipicker.h"
#include "widgets/messageedit.h"
#include "widgets/spellchecker.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

Composer::Composer(models::Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_editing(new QWidget(this)), m_edited(new widgets::ElidedLabel(m_editing)), m_notes(new QWidget(this)), m_account(new widgets::ElidedLabel(m_notes)),
      m_hint(makeLabel({}, style::TextRole::SmallMuted, m_notes)), m_edit(new widgets::MessageEdit(this)),
      m_pick(makeIconButton(style::Icon::Emoji, tr("Emoji"), "emoji"_L1, this)), m_send(makeIconButton(style::Icon::Send, tr("Send"), "send"_L1, this)),
      m_completer(new widgets::EmojiCompleter(m_edit, [this]() -> const widgets::EmojiTable & { return emoji(); }))
{
    setObjectName("composer"_L1);
    build();
    buildEditing();
    connect(m_edit, &QTextEdit::textChanged, this, [this] {
        follow();
        if (!m_quiet)
            Q_EMIT edited();
    });
    connect(m_edit, &widgets::MessageEdit::sendRequested, this, [this] {
        if (m_sending == Sending::Allowed)
            Q_EMIT sendRequested();
    });
    connect(m_edit, &widgets::MessageEdit::pasteRefused, this, &Composer::pasteRefused);
    connect(m_edit, &widgets::MessageEdit::editLastRequested, this, &Composer::editLastRequested);
    connect(m_edit, &widgets::MessageEdit::escapePressed, this, [this] {
        if (m_editing->isHidden())
            Q_EMIT escapePressed();
        else
            Q_EMIT editingCancelled();
    });
    connect(m_send, &QToolButton::clicked, this, &Composer::sendRequested);
    connect(m_pick, &QToolButton::clicked, this, &Composer::pickEmoji);
    connect(m_completer, &widgets::EmojiCompleter::completed, &preferences, &models::Preferences::useEmoji);
    connect(&preferences, &models::Preferences::changed, this, &Composer::followEnter);
    connect(&preferences, &models::Preferences::changed, this, &Composer::followTone);
    followEnter();
    followTone();
    follow();
}

void Composer::followEnter()
{
    const bool sends = m_preferences.enter() == models::Preferences::Enter::Sends;
    m_edit->setEnterKey(sends ? widgets::EnterKey::Sends : widgets::EnterKey::Breaks);
    if (m_editing->isHidden())
        m_send->setToolTip(sends ? tr("Send (Enter)") : tr("Send (Ctrl+Enter)"));
    else
        m_send->setToolTip(sends ? tr("Save the change (Enter)") : tr("Save the change (Ctrl+Enter)"));
}

//! The strip over the field that says which message is being changed.
void Composer::buildEditing()
{
    m_editing->setObjectName("editing"_L1);
    m_edited->setObjectName("editedMessage"_L1);
    style::setTextRole(m_edited, style::TextRole::SmallMuted);
    QLabel *title = makeLabel(tr("Edit message"), style::TextRole::Accent, m_editing);
    title->setWordWrap(false);
    QLabel *sign = makeLabel({}, style::TextRole::Base, m_editing);
    const auto tint = [sign] { sign->setPixmap(style::iconPixmap(style::Icon::Edit, style::metrics().icon, style::toneColor(style::Tone::Accent), sign->devicePixelRatio())); };
    connect(style::changes(), &style::Changes::changed, sign, tint);
    tint();
    QToolButton *cancel = makeIconButton(style::Icon::Close, tr("Cancel the change"), "cancelEditing"_L1, m_editing);
    connect(cancel, &QToolButton::clicked, this, &Composer::editingCancelled);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(m_edited);
    auto *row = new QHBoxLayout(m_editing);
    row->setContentsMargins(12, 0, 0, 8);
    row->setSpacing(12);
    row->addWidget(sign);
    row->addLayout(words, 1);
    row->addWidget(cancel);
    m_editing->hide();
}

void Composer::setEditing(const QString &message)
{
    const bool active = !message.isEmpty();
    m_edited->setText(message.left(300));
    m_editing->setVisible(active);
    m_send->setIcon(style::icon(active ? style::Icon::Check : style::Icon::Send, style::Tone::OnAccent));
    m_edit->setAccessibleDescription(active ? tr("You are changing a message. Escape leaves it as it was.") : m_hint->text());
    followEnter();
    if (!active || !QAccessible::isActive() || !isVisible())
        return;
    QAccessibleAnnouncementEvent event(m_edit, m_edit->accessibleDescription()); // the focus may be in the field already
    QAccessible::updateAccessibility(&event);
}

void Composer::build()
{
    style::setTextRole(m_account, style::TextRole::SmallMuted);
    m_account->setObjectName("composerAccount"_L1);
    m_hint->setObjectName("offlineHint"_L1);
    auto *notes = new QHBoxLayout(m_notes);
    notes->setContentsMargins(12, 0, 12, 4);
    notes->setSpacing(16);
    notes->addWidget(m_hint, 3);
    notes->addWidget(m_account, 2);
    m_account->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_send->setIcon(style::icon(style::Icon::Send, style::Tone::OnAccent));
    style::setButtonRole(m_send, style::ButtonRole::Primary);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1, Qt::AlignBottom);
    row->addWidget(m_pick, 0, Qt::AlignBottom);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 12);
    column->setSpacing(0);
    column->addWidget(m_editing);
    column->addWidget(m_notes);
    column->addLayout(row);
    const auto resize = [this] {
        const int side = style::metrics().control + style::metrics().unit;
        m_send->setFixedSize(side, side);
        m_pick->setFixedSize(side, side);
    };
    connect(style::changes(), &style::Changes::changed, this, resize);
    resize();
}

void Composer::follow()
{
    m_send->setEnabled(m_sending == Sending::Allowed && !m_edit->isBlank());
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_account->setVisible(!m_account->text().isEmpty());
    m_notes->setVisible(!m_hint->text().isEmpty() || !m_account->text().isEmpty());
}

const widgets::EmojiTable &Composer::emoji()
{
    if (!m_emoji)
        m_emoji = std::make_unique<widgets::EmojiTable>();
    return *m_emoji;
}

void Composer::pickEmoji()
{
    if (!m_picker) {
        m_picker = new widgets::EmojiPicker(emoji(), this);
        connect(m_picker, &widgets::EmojiPicker::picked, this, [this](const QString &picked) {
            m_edit->textCursor().insertText(picked);
            m_edit->ensureCursorVisible();
            m_preferences.useEmoji(picked);
            if (!m_picker->isVisible())
                focusEdit();
        });
        connect(m_picker, &widgets::EmojiPicker::toneChosen, this, [this](widgets::SkinTone tone) { m_preferences.setSkinTone(int(tone)); });
    }
    m_picker->setRecent(m_preferences.usedEmoji());
    followTone();
    m_picker->openAbove(m_pick);
}

void Composer::followTone()
{
    const auto tone = widgets::SkinTone(m_preferences.skinTone());
    m_completer->setTone(tone);
    if (m_picker && m_picker->tone() != tone)
        m_picker->setTone(tone);
}

QString Composer::text() const
{
    return m_edit->text();
}

bool Composer::isBlank() const
{
    return m_edit->isBlank();
}

void Composer::setText(const QString &text)
{
    const QScopedValueRollback quiet(m_quiet, true);
    m_edit->setText(text);
}

void Composer::setAccount(const QString &address)
{
    m_account->setText(address.isEmpty() ? QString() : tr("as %1", "the account a message is written with").arg(address));
    follow();
}

void Composer::setHint(const QString &hint)
{
    m_hint->setText(hint);
    if (m_editing->isHidden())
        m_edit->setAccessibleDescription(hint);
    follow();
}

void Composer::setSending(Sending sending)
{
    m_sending = sending;
    follow();
}

void Composer::setSpeller(widgets::Speller &speller)
{
    new widgets::SpellChecker(m_edit, speller);
}

void Composer::focusEdit()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

} // namespace views
