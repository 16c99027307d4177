// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/editing.h"

#include "views/conversation/composer.h"

namespace views
{

Editing::Editing(im::Messenger &messenger, Composer &composer, QObject *parent) : QObject(parent), m_messenger(messenger), m_composer(composer)
{
    connect(&composer, &Composer::editingCancelled, this, &Editing::cancel);
}

bool Editing::mayEdit(const data::Message &message)
{
    return message.direction == data::Direction::Sent && message.state != data::SendState::Failed && !message.stanzaIdAttribute.isEmpty();
}

void Editing::setConversation(data::ConversationId id)
{
    if (const auto left = m_edits.find(m_id); left != m_edits.end())
        left->text = m_composer.text();
    m_id = id;
    const auto edit = m_edits.constFind(id);
    if (edit != m_edits.cend())
        show(*edit, edit->text);
    else
        m_composer.setEditing({});
}

void Editing::begin(const data::Message &message)
{
    if (!m_id || !mayEdit(message))
        return;
    const QString draft = isActive() ? m_edits.value(m_id).draft : m_composer.text();
    show(*m_edits.insert(m_id, {message.id, message.body, {}, draft}), message.body);
    m_composer.focusEdit();
}

void Editing::show(const Edit &edit, const QString &text)
{
    m_composer.setEditing(edit.former);
    m_composer.setText(text);
}

void Editing::cancel()
{
    if (!isActive())
        return;
    const Edit edit = m_edits.take(m_id);
    m_composer.setEditing({});
    m_composer.setText(edit.draft);
    m_composer.focusEdit();
}

void Editing::finish()
{
    const QString text = m_composer.text().trimmed();
    if (!isActive() || text.isEmpty())
        return;
    const data::ConversationId id = m_id;
    const Edit edit = m_edits.value(id);
    cancel();
    if (text == edit.former)
        return;
    m_messenger.correct(edit.message, text).then(this, [this, id, edit, text](const Result<void> &kept) {
        if (kept)
            return;
        restore(id, edit, text);
        Q_EMIT failed(kept.error());
    });
}

//! Nothing a person wrote may be lost.
void Editing::restore(data::ConversationId id, const Edit &edit, const QString &text)
{
    if (m_edits.contains(id))
        return;
    Edit again = edit;
    again.text = text;
    if (id == m_id) {
        again.draft = m_composer.text();
        show(again, text);
    }
    m_edits.insert(id, again);
}

QString Editing::draft() const
{
    const auto edit = m_edits.constFind(m_id);
    if (edit == m_edits.cend())
        return {};
    const QString text = m_composer.text();
    return !edit->draft.trimmed().isEmpty() || text.trimmed() == edit->former ? edit->draft : text;
}

} // namespace views
