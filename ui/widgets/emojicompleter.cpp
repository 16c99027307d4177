// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emojicompleter.h"

#include "style/roles.h"
#include "style/style.h"
#include "widgets/messageedit.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QBoxLayout>
#include <QFrame>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Shortest = 2, Longest = 40; // letters after the colon
constexpr int MostOffered = 7;

bool isNamePart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'+' || c == u'-';
}
}

EmojiCompleter::EmojiCompleter(MessageEdit *edit, std::function<const EmojiTable &()> table)
    : QObject(edit), m_edit(edit), m_table(std::move(table)), m_model(new QStandardItemModel(this))
{
    edit->installEventFilter(this);
    connect(edit, &QTextEdit::textChanged, this, &EmojiCompleter::follow);
    connect(edit, &QTextEdit::cursorPositionChanged, this, &EmojiCompleter::cursorMoved);
}

EmojiCompleter::~EmojiCompleter()
{
    delete m_popup.data();
}

bool EmojiCompleter::isOpen() const
{
    return m_popup && m_popup->isVisible();
}

EmojiCompleter::Token EmojiCompleter::token() const
{
    const QTextCursor cursor = m_edit->textCursor();
    if (cursor.hasSelection())
        return {};
    const QString line = cursor.block().text();
    const int end = cursor.positionInBlock();
    int colon = end;
    while (colon > 0 && end - colon <= Longest && isNamePart(line[colon - 1]))
        --colon;
    --colon;
    if (colon < 0 || line[colon] != u':' || end - colon - 1 < Shortest)
        return {};
    // A time, a word or another colon before it: no name begins here. A name begins with a letter, but for "+1".
    if (colon > 0 && (line[colon - 1].isLetterOrNumber() || line[colon - 1] == u':'))
        return {};
    const QChar first = line[colon + 1];
    if (!first.isLetter() && first != u'+' && first != u'-')
        return {};
    return {cursor.block().position() + colon, line.sliced(colon + 1, end - colon - 1)};
}

//! What a person types is completed; what is put there, as a draft is, is not.
void EmojiCompleter::follow()
{
    const bool typed = std::exchange(m_typed, false);
    const Token now = token();
    if (now.start != m_left)
        m_left = -1;
    if (!typed || now.start < 0 || m_left >= 0)
        return close();
    const auto found = m_table().complete(now.name, MostOffered);
    if (found.isEmpty())
        return close();
    open(now, found);
}

void EmojiCompleter::cursorMoved()
{
    if (isOpen() && token().start < 0)
        close();
}

void EmojiCompleter::build()
{
    m_popup = new QFrame(m_edit->window());
    m_popup->setObjectName("emojiCompletion"_L1);
    style::setSurface(m_popup, style::Surface::Card);
    m_list = new QListView(m_popup);
    m_list->setObjectName("emojiOffers"_L1);
    m_list->setAccessibleName(tr("Matching emoji"));
    m_list->setFocusPolicy(Qt::NoFocus); // one types on in the field
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *column = new QVBoxLayout(m_popup);
    column->setContentsMargins(6, 6, 6, 6);
    column->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        m_list->setCurrentIndex(index);
        insertCurrent();
    });
}

void EmojiCompleter::open(const Token &token, const QList<EmojiTable::Completion> &found)
{
    if (!m_popup || m_popup->parentWidget() != m_edit->window()) {
        delete m_popup.data();
        build();
    }
    m_found = found;
    m_model->clear();
    for (const EmojiTable::Completion &one : found) {
        auto *item = new QStandardItem(emojiIcon(toned(*one.emoji, m_tone)), u':' + one.name + u':');
        item->setData(nameOf(*one.emoji), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    place(token);
    m_popup->show();
    m_popup->raise();
}

void EmojiCompleter::place(const Token &token)
{
    const int side = style::metrics().icon;
    m_list->setIconSize({side, side});
    const int row = std::max(m_list->sizeHintForRow(0), 1);
    const QSize size(std::clamp(m_list->sizeHintForColumn(0) + 40, 200, 360), row * int(m_found.size()));
    m_popup->resize(size + QSize(12, 12));
    QTextCursor colon = m_edit->textCursor();
    colon.setPosition(token.start);
    const QWidget *window = m_popup->parentWidget();
    const QPoint at = m_edit->viewport()->mapTo(window, m_edit->cursorRect(colon).topLeft());
    const int top = m_edit->mapTo(window, QPoint(0, 0)).y() - m_popup->height() - 6;
    m_popup->move(std::clamp(at.x() - 12, 4, std::max(4, window->width() - m_popup->width() - 4)), std::max(4, top));
}

void EmojiCompleter::close()
{
    if (isOpen())
        m_popup->hide();
}

void EmojiCompleter::step(int by)
{
    const int rows = int(m_found.size());
    const int row = (m_list->currentIndex().row() + by + rows) % rows;
    m_list->setCurrentIndex(m_model->index(row, 0));
    if (!QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(m_edit, nameOf(*m_found[row].emoji));
    QAccessible::updateAccessibility(&event);
}

void EmojiCompleter::insertCurrent()
{
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < m_found.size())
        insert(*m_found[row].emoji);
}

void EmojiCompleter::insert(const Emoji &emoji)
{
    const Token now = token();
    close();
    if (now.start < 0)
        return;
    const QString text = toned(emoji, m_tone);
    QTextCursor cursor = m_edit->textCursor();
    cursor.setPosition(now.start, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    m_edit->setTextCursor(cursor);
    m_edit->ensureCursorVisible();
    Q_EMIT completed(text);
}

bool EmojiCompleter::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // While the list is open its keys are its own, whatever the window does with them.
        if (isOpen() && QList<int>{Qt::Key_Escape, Qt::Key_Up, Qt::Key_Down, Qt::Key_Tab, Qt::Key_Return, Qt::Key_Enter}.contains(static_cast<QKeyEvent *>(event)->key()))
            event->accept();
        break;
    case QEvent::KeyPress:
        if (key(static_cast<QKeyEvent *>(event)))
            return true;
        m_typed = true;
        break;
    case QEvent::KeyRelease: m_typed = false; break;
    case QEvent::InputMethod: m_typed = true; break;
    case QEvent::FocusOut:
    case QEvent::Hide: close(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

bool EmojiCompleter::key(QKeyEvent *event)
{
    if (!isOpen() || (event->modifiers() & ~Qt::KeypadModifier & ~Qt::ShiftModifier))
        return false;
    if (event->text() == u":"_s) {
        const Emoji *emoji = m_table().named(token().name);
        if (emoji)
            insert(*emoji);
        return emoji;
    }
    if (event->modifiers() & Qt::ShiftModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab: insertCurrent(); return true;
    case Qt::Key_Escape:
        m_left = token().start;
        close();
        return true;
    default: return false;
    }
}

}
