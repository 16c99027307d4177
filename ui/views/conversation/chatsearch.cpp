// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/chatsearch.h"

#include "views/parts.h"
#include "widgets/fields.h"
#include "widgets/messageview.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views
{

namespace
{
constexpr qsizetype MostCounted = 1000; // hits that are looked for at once, to say how many there are
constexpr auto Shown = 6s; // a message that was gone to stays set off
}

ChatSearch::ChatSearch(im::Messenger &messenger, Clock &clock, widgets::MessageView &view, QWidget *parent)
    : QWidget(parent), m_clock(clock), m_view(view), m_feed(messenger), m_field(new widgets::SearchField(this)),
      m_position(makeLabel({}, style::TextRole::SmallMuted, this)),
      m_previous(makeIconButton(style::Icon::ChevronDown, tr("Previous hit"), "previousHit"_L1, this)),
      m_next(makeIconButton(style::Icon::ChevronUp, tr("Next hit"), "nextHit"_L1, this)), m_close(makeIconButton(style::Icon::Close, tr("Close search"), "closeSearch"_L1, this))
{
    setObjectName("chatSearch"_L1);
    style::setSurface(this, style::Surface::Window);
    build();
    hide();
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) { m_feed.search(text, m_chat); });
    m_field->installEventFilter(this);
    connect(m_next, &QToolButton::clicked, this, &ChatSearch::next);
    connect(m_previous, &QToolButton::clicked, this, &ChatSearch::previous);
    connect(m_close, &QToolButton::clicked, this, &ChatSearch::end);
    connect(&m_feed, &models::SearchFeed::reset, this, &ChatSearch::followHits);
    connect(&m_feed, &models::SearchFeed::changed, this, [this] {
        if (m_hit < 0 && !m_feed.hits().isEmpty())
            step(1);
        if (m_feed.hits().size() < MostCounted)
            m_feed.more();
        tell();
    });
    connect(&m_feed, &models::SearchFeed::failed, this, &ChatSearch::failed);
}

void ChatSearch::build()
{
    m_field->setObjectName("chatSearchField"_L1);
    m_field->setPlaceholderText(tr("Search in this chat"));
    m_position->setObjectName("hitPosition"_L1);
    m_position->setWordWrap(false);
    m_next->setToolTip(tr("Next hit, further back (Enter)"));
    m_previous->setToolTip(tr("Previous hit, more recent (Shift+Enter)"));
    m_close->setToolTip(tr("Close search (Esc)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 8, 6);
    row->setSpacing(4);
    row->addWidget(m_field, 1);
    row->addSpacing(4);
    row->addWidget(m_position);
    row->addSpacing(4);
    row->addWidget(m_next);
    row->addWidget(m_previous);
    row->addWidget(m_close);
    tell();
}

void ChatSearch::follow(data::ConversationId id, im::Timeline *timeline, models::MessageListModel *model)
{
    if (m_timeline)
        disconnect(m_timeline, nullptr, this, nullptr);
    m_chat = id;
    m_timeline = timeline;
    m_model = model;
    m_target.reset();
    m_fade.reset();
    m_former = nullptr;
    end();
    if (!timeline)
        return;
    connect(timeline, &im::Timeline::arrived, this, &ChatSearch::arrive);
    connect(timeline, &im::Timeline::failed, this, [this] { m_target.reset(); });
}

void ChatSearch::begin()
{
    if (!m_timeline)
        return;
    if (isHidden()) {
        m_former = window()->focusWidget();
        m_fade.reset();
        clearMarks();
        show();
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ChatSearch::next()
{
    if (isHidden())
        return begin();
    step(1);
}

void ChatSearch::previous()
{
    if (isHidden())
        return begin();
    step(-1);
}

void ChatSearch::end()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    hide();
    m_field->clear();
    clearMarks();
    if (!focused)
        return;
    if (m_former && m_former->isVisible())
        m_former->setFocus(Qt::OtherFocusReason);
    else
        Q_EMIT left();
}

void ChatSearch::reveal(data::MessageId id, const data::SearchQuery &query)
{
    if (!m_model)
        return;
    end();
    m_model->setSearch(query.terms);
    goTo(id);
    m_fade = m_clock.after(Shown, [this] { clearMarks(); });
}

//! Another search: its newest hit is shown.
void ChatSearch::followHits()
{
    m_hit = -1;
    if (!m_model || isHidden())
        return;
    m_model->setSearch(m_feed.query().terms);
    m_model->setMarked({});
}

void ChatSearch::step(int by)
{
    const qsizetype count = m_feed.hits().size();
    if (count == 0)
        return;
    m_hit = std::clamp<qsizetype>(m_hit + by, 0, count - 1);
    goTo(m_feed.hits().at(m_hit).message);
    tell();
    if (m_hit == count - 1)
        m_feed.more();
}

void ChatSearch::goTo(data::MessageId id)
{
    if (!m_timeline)
        return;
    m_target = id;
    m_timeline->goTo(id);
}

void ChatSearch::arrive(data::MessageId id)
{
    m_target.reset();
    const int row = m_model && id ? int(m_timeline->rowOf(id)) : -1;
    if (row < 0)
        return;
    m_model->setMarked(id);
    m_view.scrollToRow(row);
    m_view.setCurrentRow(row);
}

void ChatSearch::clearMarks()
{
    if (!m_model)
        return;
    m_model->setSearch({});
    m_model->setMarked({});
}

QString ChatSearch::position() const
{
    if (m_feed.query().isEmpty())
        return {};
    const qsizetype count = m_feed.hits().size();
    if (count == 0)
        return m_feed.isBusy() ? QString() : tr("No messages found");
    const QString all = QLocale().toString(count) + (m_feed.hasMore() ? u"+"_s : QString());
    return tr("%1 of %2").arg(QLocale().toString(m_hit + 1), all);
}

void ChatSearch::tell()
{
    const QString words = position();
    const qsizetype count = m_feed.hits().size();
    m_next->setEnabled(m_hit + 1 < count);
    m_previous->setEnabled(m_hit > 0);
    m_position->setVisible(!words.isEmpty());
    if (words == m_position->text())
        return;
    m_position->setText(words);
    if (words.isEmpty() || !isVisible() || !QAccessible::isActive())
        return;
    const int row = m_hit >= 0 && m_timeline ? int(m_timeline->rowOf(m_feed.hits().at(m_hit).message)) : -1;
    QAccessibleAnnouncementEvent event(m_field, row < 0 ? words : words + u", "_s + m_view.accessibleRowText(row));
    QAccessible::updateAccessibility(&event);
}

void ChatSearch::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return end();
    QWidget::keyPressEvent(event);
}

//! In the field Esc would only clear it.
bool ChatSearch::eventFilter(QObject *object, QEvent *event)
{
    if (object != m_field || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        key->modifiers() & Qt::ShiftModifier ? previous() : next();
        return true;
    case Qt::Key_Escape: end(); return true;
    default: return false;
    }
}

} // namespace views
