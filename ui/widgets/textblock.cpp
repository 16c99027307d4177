// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textblock.h"

#include <QPainter>
#include <QTextLine>

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {
constexpr double Endless = 1e6;
}

void TextBlock::setText(const QString &text, const QList<TextLink> &links, const Options &options)
{
    m_text = text;
    m_links = links;
    m_look = options.look;
    m_paragraphs.clear();
    m_boxes.clear();
    m_size = {};
    m_lineWidth = options.width;
    m_centred = options.alignment & Qt::AlignHCenter;
    const QList<StyledLine> &lines = options.styling.lines;
    Progress progress;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const bool styled = progress.line < lines.size() && lines[progress.line].start == start;
        const StyledLine *line = styled ? &lines[progress.line++] : nullptr;
        Paragraph paragraph = beginParagraph(int(start), int(end - start), line, options);
        const Room room = line ? frame(paragraph, *line, options, &progress) : Room{};
        format(paragraph, line, options, &progress);
        layOut(paragraph, options, room);
        if (line)
            stretchBoxes(paragraph, *line, room, &progress);
        else
            progress.bars.clear();
        m_size.rheight() += paragraph.height;
        m_paragraphs.push_back(std::move(paragraph));
        start = end + 1;
    }
    fitTo(m_size.width());
}

TextBlock::Paragraph TextBlock::beginParagraph(int start, int length, const StyledLine *line, const Options &options) const
{
    const bool code = line && line->kind != StyledLine::Kind::Plain;
    QFont font = code ? options.look.mono : options.font;
    if (code && line->kind != StyledLine::Kind::Code && font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.8); // the fences are there, quietly
    Paragraph paragraph;
    paragraph.start = start;
    paragraph.y = m_size.height();
    paragraph.layout = std::make_unique<QTextLayout>(m_text.mid(start, length), font);
    const QString &text = paragraph.layout->text();
    paragraph.rightToLeft = !code
        && (text.isRightToLeft()
            || (options.direction == Qt::RightToLeft && std::ranges::none_of(text, [](QChar c) { return c.direction() == QChar::DirL; })));
    return paragraph;
}

void TextBlock::layOut(Paragraph &paragraph, const Options &options, const Room &room)
{
    QTextLayout &layout = *paragraph.layout;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    // QTextLayout takes Left for left in both directions.
    option.setAlignment(m_centred ? Qt::AlignHCenter : paragraph.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);
    layout.beginLayout();
    const double width = std::max(1.0, options.width - room.left - room.right);
    double y = room.top, hang = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width - hang);
        const double height = std::ceil(line.height() * options.spacing);
        line.setPosition({room.left + (paragraph.rightToLeft ? 0 : hang), y + std::floor((height - line.height()) / 2)});
        y += height;
        m_lastLineWidth = line.naturalTextWidth() + room.left + room.right + hang;
        m_size.setWidth(std::max(m_size.width(), std::ceil(m_lastLineWidth)));
        if (room.prefix > 0 && line.textStart() == 0)
            hang = std::min(std::abs(line.cursorToX(room.prefix) - line.cursorToX(0)), width / 4);
    }
    layout.endLayout();
    paragraph.height = y + room.bottom;
    if (room.bottom > 0)
        m_lastLineWidth = Endless; // under the card, not on it
    m_lastDirection = paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
}

void TextBlock::fitTo(double width)
{
    // Lines were broken at m_lineWidth and right-to-left ones end there: move them back to the box's edge.
    m_width = width;
    for (Paragraph &paragraph : m_paragraphs)
        paragraph.x = m_centred ? (width - m_lineWidth) / 2 : paragraph.rightToLeft ? width - m_lineWidth : 0;
}

const TextBlock::Paragraph *TextBlock::paragraphAt(double y) const
{
    if (m_paragraphs.empty())
        return nullptr;
    auto after = std::ranges::upper_bound(m_paragraphs, y, {}, &Paragraph::y);
    return after == m_paragraphs.begin() ? &*after : &*std::prev(after);
}

int TextBlock::positionAt(const QPointF &point) const
{
    const Paragraph *paragraph = paragraphAt(point.y());
    if (!paragraph)
        return 0;
    const QPointF inside = point - QPointF(paragraph->x, paragraph->y);
    const QTextLayout &layout = *paragraph->layout;
    for (int i = layout.lineCount() - 1; i >= 0; --i) {
        const QTextLine line = layout.lineAt(i);
        if (inside.y() >= line.y() || i == 0)
            return paragraph->start + line.xToCursor(inside.x());
    }
    return paragraph->start;
}

int TextBlock::linkAt(const QPointF &point) const
{
    for (int i = 0; i < m_links.size(); ++i) {
        for (const QRectF &rect : rects(m_links[i].start, m_links[i].length)) {
            if (rect.contains(point))
                return i;
        }
    }
    return -1;
}

QList<QRectF> TextBlock::rects(int start, int length) const
{
    QList<QRectF> out;
    for (const Paragraph &paragraph : m_paragraphs) {
        const int size = int(paragraph.layout->text().size());
        if (paragraph.start > start + length)
            break;
        if (paragraph.start + size < start)
            continue;
        for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
            const QTextLine line = paragraph.layout->lineAt(i);
            const int from = std::max(start - paragraph.start, line.textStart());
            const int to = std::min(start + length - paragraph.start, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const double a = line.cursorToX(from), b = line.cursorToX(to);
            out.append(QRectF(std::min(a, b) + paragraph.x, line.y() + paragraph.y, std::abs(b - a), line.height()));
        }
    }
    return out;
}

void TextBlock::draw(
    QPainter *painter, const QPointF &origin, const QColor &color, const QList<Selection> &selections, const QRectF &clip) const
{
    drawBoxes(painter, origin, clip);
    painter->setPen(color);
    for (const Paragraph &paragraph : m_paragraphs) {
        const double top = origin.y() + paragraph.y;
        if (top + paragraph.height < clip.top())
            continue;
        if (top > clip.bottom())
            break;
        QList<QTextLayout::FormatRange> formats;
        const int length = int(paragraph.layout->text().size());
        for (const Selection &selection : selections) {
            const int from = std::clamp(selection.start - paragraph.start, 0, length);
            const int to = std::clamp(selection.end - paragraph.start, 0, length);
            if (from >= to)
                continue;
            QTextCharFormat format;
            format.setBackground(selection.ground);
            format.setForeground(selection.text);
            formats.append({from, to - from, format});
        }
        paragraph.layout->draw(painter, origin + QPointF(paragraph.x, paragraph.y), formats, clip);
    }
}

}
