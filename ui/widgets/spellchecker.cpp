// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spellchecker.h"

#include "style/style.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QTextBlock>
#include <QTimerEvent>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr auto Pause = std::chrono::milliseconds(250); // while one types, it is gone through so often
constexpr qint64 Slice = 4;                            // ms at a time
constexpr int MostMarked = 500;
constexpr int LongestLine = 20'000, LongestText = 200'000; // UTF-16 units; more is nothing that somebody types
constexpr int MostSuggestions = 5;
}

SpellChecker::SpellChecker(QTextEdit *edit, Speller &speller)
    : QObject(edit), m_edit(edit), m_speller(speller)
{
    edit->installEventFilter(this);
    edit->viewport()->installEventFilter(this);
    connect(edit->document(), &QTextDocument::contentsChange, this, &SpellChecker::typed);
    connect(edit, &QTextEdit::cursorPositionChanged, this, &SpellChecker::schedule);
    connect(&speller, &Speller::changed, this, &SpellChecker::begin);
    connect(style::changes(), &style::Changes::changed, this, &SpellChecker::begin);
}

QStringList SpellChecker::marked() const
{
    QStringList words;
    for (const QTextEdit::ExtraSelection &one : m_edit->extraSelections())
        words << one.cursor.selectedText();
    return words;
}

void SpellChecker::typed(int position, int, int added)
{
    m_caret = position + added;
    schedule();
}

void SpellChecker::schedule()
{
    m_now.stop();
    if (!m_soon.isActive())
        m_soon.start(Pause, this);
}

void SpellChecker::begin()
{
    m_soon.stop();
    m_found.clear();
    m_next = 0;
    m_code = CodeBlock::Outside;
    if (m_speller.languages().isEmpty() || m_edit->document()->characterCount() > LongestText)
        return finish();
    m_now.start(std::chrono::milliseconds(0), this);
}

void SpellChecker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_soon.timerId())
        begin();
    else if (event->timerId() == m_now.timerId())
        slice();
    else
        QObject::timerEvent(event);
}

void SpellChecker::slice()
{
    QElapsedTimer time;
    time.start();
    QTextBlock block = m_edit->document()->findBlockByNumber(m_next);
    while (block.isValid() && m_found.size() < MostMarked && time.elapsed() < Slice) {
        checkBlock(block);
        block = block.next();
        ++m_next;
    }
    if (!block.isValid() || m_found.size() >= MostMarked)
        finish();
}

void SpellChecker::checkBlock(const QTextBlock &block)
{
    if (block.length() > LongestLine)
        return;
    const QString line = block.text();
    const int caret = m_edit->textCursor().position() - block.position();
    const bool typing = m_edit->textCursor().position() == m_caret && m_edit->hasFocus();
    for (const SpellWord &word : spellWords(line, m_code)) {
        const bool unfinished = typing && caret >= word.start && caret <= word.start + word.length;
        if (unfinished || m_speller.check(line.mid(word.start, word.length)) != Speller::Verdict::Wrong)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + word.start);
        mark.cursor.setPosition(block.position() + word.start + word.length, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(style::palette().danger);
        m_found.append(mark);
        if (m_found.size() >= MostMarked)
            return;
    }
}

void SpellChecker::finish()
{
    m_now.stop();
    if (!m_found.isEmpty() || !m_edit->extraSelections().isEmpty())
        m_edit->setExtraSelections(std::exchange(m_found, {}));
}

QTextCursor SpellChecker::wrongWordAt(int position) const
{
    for (const QTextEdit::ExtraSelection &mark : m_edit->extraSelections()) {
        if (mark.cursor.hasSelection() && position >= mark.cursor.selectionStart() && position <= mark.cursor.selectionEnd())
            return mark.cursor;
    }
    return {};
}

bool SpellChecker::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu)
        return false;
    const auto *menu = static_cast<QContextMenuEvent *>(event);
    if (menu->reason() == QContextMenuEvent::Mouse) {
        if (object != m_edit->viewport())
            return false;
        const int position = m_edit->cursorForPosition(menu->pos()).position();
        return offer(wrongWordAt(position), menu->globalPos());
    }
    const QRect caret = m_edit->cursorRect();
    return offer(wrongWordAt(m_edit->textCursor().position()), m_edit->viewport()->mapToGlobal(caret.bottomLeft()));
}

//! Shows the field's usual menu with what to do about the word before it; false if there is no such word.
bool SpellChecker::offer(const QTextCursor &word, const QPoint &at)
{
    if (word.isNull())
        return false;
    QMenu *menu = m_edit->createStandardContextMenu();
    menu->setObjectName("spellMenu"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, word, menu->actions().value(0));
    menu->popup(at);
    return true;
}

void SpellChecker::fillMenu(QMenu *menu, const QTextCursor &word, QAction *before)
{
    const QString text = word.selectedText();
    const auto insert = [menu](QAction *place, const QString &words, QLatin1StringView objectName) {
        auto *action = new QAction(words, menu);
        action->setObjectName(objectName);
        menu->insertAction(place, action);
        return action;
    };
    QAction *none = insert(before, tr("Looking for suggestions…"), "noSuggestion"_L1);
    none->setEnabled(false);
    menu->insertSeparator(before);
    connect(insert(before, tr("Add to dictionary"), "addToDictionary"_L1), &QAction::triggered, this, [this, text] { m_speller.add(text); });
    connect(insert(before, tr("Ignore"), "ignoreWord"_L1), &QAction::triggered, this, [this, text] { m_speller.ignore(text); });
    menu->insertSeparator(before);
    m_speller.suggest(text, menu, [this, none, word, text, insert](const QStringList &suggestions) {
        if (suggestions.isEmpty())
            return none->setText(tr("No suggestions"));
        for (const QString &suggestion : suggestions.first(std::min<qsizetype>(suggestions.size(), MostSuggestions))) {
            QString label = suggestion;
            QAction *action = insert(none, label.replace(u'&', u"&&"_s), "suggestion"_L1);
            connect(action, &QAction::triggered, this, [word, text, suggestion] {
                QTextCursor place = word;
                if (place.selectedText() == text) // it may have been changed meanwhile
                    place.insertText(suggestion);
            });
        }
        none->setVisible(false);
    });
}

}
