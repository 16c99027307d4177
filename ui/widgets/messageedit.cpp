// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messageedit.h"

#include "style/proxystyle.h"
#include "style/style.h"

#include <QAbstractTextDocumentLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QStyleHints>
#include <QTextBlock>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int MostLines = 8;
constexpr qsizetype LongestPaste = 100'000; // UTF-16 units; few servers take much more
constexpr auto CaretRests = std::chrono::seconds(10);
}

MessageEdit::MessageEdit(QWidget *parent)
    : QTextEdit(parent)
{
    setObjectName("message"_L1);
    setAccessibleName(tr("Message"));
    setPlaceholderText(tr("Message"));
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setAutoFillBackground(false);
    connect(this, &QTextEdit::textChanged, this, &MessageEdit::followText);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &MessageEdit::fit);
    connect(style::changes(), &style::Changes::changed, this, &MessageEdit::fit);
    fit();
}

QString MessageEdit::text() const
{
    QString text = document()->toRawText();
    for (QChar &c : text) {
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator || c == QChar(0xfdd0) || c == QChar(0xfdd1))
            c = u'\n';
    }
    return text;
}

void MessageEdit::setText(const QString &text)
{
    setPlainText(text);
    moveCursor(QTextCursor::End);
}

bool MessageEdit::isBlank() const
{
    return text().trimmed().isEmpty();
}

void MessageEdit::followText()
{
    const bool typing = !isBlank();
    if (typing == m_typing)
        return;
    m_typing = typing;
    Q_EMIT typingChanged(typing);
}

void MessageEdit::fit()
{
    const style::Metrics &m = style::metrics();
    const double line = QFontMetricsF(font()).lineSpacing();
    const double margin = std::max(4.0, std::floor((m.control + m.unit - std::ceil(line)) / 2));
    if (document()->documentMargin() != margin)
        document()->setDocumentMargin(margin);
    const double wanted = document()->size().height();
    const double most = std::ceil(line * MostLines + 2 * margin);
    const int height = int(std::clamp<double>(std::ceil(wanted), m.control + m.unit, most));
    setVerticalScrollBarPolicy(wanted > most + 1 ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (height != this->height() || minimumHeight() != height) {
        setFixedHeight(height);
        ensureCursorVisible();
    }
}

QSize MessageEdit::sizeHint() const
{
    return {60 * style::metrics().unit, height()};
}

QSize MessageEdit::minimumSizeHint() const
{
    return {20 * style::metrics().unit, style::metrics().control};
}

void MessageEdit::paintEvent(QPaintEvent *event)
{
    {
        const style::Palette &p = style::palette();
        QPainter painter(viewport());
        const double radius = std::min<double>(viewport()->height() / 2.0, (style::metrics().control + style::metrics().unit) / 2.0);
        style::roundedBox(&painter, viewport()->rect(), radius, p.field, hasFocus() ? p.focus : p.outline, hasFocus() ? 1.5 : 1);
    }
    QTextEdit::paintEvent(event);
}

void MessageEdit::focusInEvent(QFocusEvent *event)
{
    QTextEdit::focusInEvent(event);
    viewport()->update();
    wakeCaret();
}

//! A caret that blinks for ever wakes the machine twice a second; it stands still when nobody has typed for a while.
void MessageEdit::wakeCaret()
{
    static const int usual = QGuiApplication::styleHints()->cursorFlashTime();
    if (QGuiApplication::styleHints()->cursorFlashTime() != usual)
        QGuiApplication::styleHints()->setCursorFlashTime(usual);
    m_caretRest.start(CaretRests, this);
}

void MessageEdit::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_caretRest.timerId())
        return QTextEdit::timerEvent(event);
    m_caretRest.stop();
    if (hasFocus())
        QGuiApplication::styleHints()->setCursorFlashTime(0);
}

void MessageEdit::focusOutEvent(QFocusEvent *event)
{
    QTextEdit::focusOutEvent(event);
    viewport()->update();
    wakeCaret(); // other fields blink as ever
    m_caretRest.stop();
}

void MessageEdit::keyPressEvent(QKeyEvent *event)
{
    wakeCaret();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter) {
        const bool modified = event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
        if (modified != (m_enter == EnterKey::Sends)) {
            if (!isBlank())
                Q_EMIT sendRequested();
            return;
        }
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Up && !event->modifiers() && document()->isEmpty()) {
        Q_EMIT editLastRequested();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT escapePressed(); // who listens decides; the window would leave the field as well
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void MessageEdit::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fit();
}

void MessageEdit::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Message"));
        setPlaceholderText(tr("Message"));
    }
}

bool MessageEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText() || source->hasUrls() || source->hasImage();
}

void MessageEdit::insertFromMimeData(const QMimeData *source)
{
    const bool wanted = isSignalConnected(QMetaMethod::fromSignal(&MessageEdit::mimePasted));
    const QList<QUrl> urls = source->urls();
    const bool files = !urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile);
    if (wanted && (files || (source->hasImage() && !source->hasText()))) {
        Q_EMIT mimePasted(source);
        return;
    }
    if (const QString text = source->text(); text.size() > LongestPaste)
        Q_EMIT pasteRefused(text.size(), LongestPaste);
    else if (source->hasText())
        textCursor().insertText(text);
    ensureCursorVisible();
}

QMimeData *MessageEdit::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    plain->setText(textCursor().selectedText().replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n'));
    return plain;
}

}
