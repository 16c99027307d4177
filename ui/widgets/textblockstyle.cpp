// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/proxystyle.h"
#include "widgets/textblock.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace widgets {

namespace {
constexpr double Bar = 3, BarPitch = 11; // a quotation's bar, and from one to the next
constexpr int MostBars = 6; // deeper quotations stand beside the sixth
constexpr double CardPadX = 10, CardPadY = 6, CardGap = 3, CardRadius = 8;

QTextCharFormat formatOf(StyledSpan::Style style, const TextBlock::Options &options)
{
    QTextCharFormat format;
    switch (style) {
    case StyledSpan::Style::Strong: format.setFontWeight(QFont::Bold); break;
    case StyledSpan::Style::Emphasis: format.setFontItalic(!options.font.italic()); break;
    case StyledSpan::Style::Strike: format.setFontStrikeOut(true); break;
    case StyledSpan::Style::Preformatted:
        format.setFontFamilies(options.look.mono.families());
        format.setFontFixedPitch(true);
        format.setBackground(options.look.card);
        break;
    }
    return format;
}

bool isCode(const StyledLine &line)
{
    return line.kind != StyledLine::Kind::Plain;
}

//! Whether `next` is the line after `line` in the same preformatted block.
bool continues(const StyledLine &line, const StyledLine &next)
{
    return line.kind != StyledLine::Kind::CodeEnd && next.start == line.start + line.length + 1
        && (next.kind == StyledLine::Kind::Code || next.kind == StyledLine::Kind::CodeEnd);
}
}

TextBlock::Room TextBlock::frame(const Paragraph &paragraph, const StyledLine &line, const Options &options, Progress *progress) const
{
    Room room;
    room.depth = std::min({line.depth, MostBars, int(options.width / 4 / BarPitch)});
    if (progress->bars.empty())
        progress->barsAtRight = paragraph.rightToLeft; // a quotation's bars are all where its first line begins
    if (progress->bars.size() > size_t(room.depth))
        progress->bars.resize(size_t(room.depth));
    (progress->barsAtRight ? room.right : room.left) = room.depth * BarPitch;
    if (!isCode(line)) {
        room.prefix = line.prefix;
        return room;
    }
    room.left += CardPadX;
    room.right += CardPadX;
    room.top = line.kind == StyledLine::Kind::CodeStart ? CardGap + CardPadY : 0;
    const QList<StyledLine> &lines = options.styling.lines;
    if (progress->line >= lines.size() || !continues(line, lines[progress->line]))
        room.bottom = CardPadY + CardGap;
    return room;
}

void TextBlock::format(Paragraph &paragraph, const StyledLine *line, const Options &options, Progress *progress) const
{
    QList<QTextLayout::FormatRange> formats;
    const int start = paragraph.start, length = int(paragraph.layout->text().size());
    const auto dim = [&formats, &options](int from, int count) {
        QTextCharFormat format;
        format.setForeground(options.look.directive);
        formats.append({from, count, format});
    };
    if (line && line->kind != StyledLine::Kind::Plain && line->kind != StyledLine::Kind::Code)
        dim(0, length);
    else if (line && line->prefix > 0)
        dim(0, line->prefix);
    const QList<StyledSpan> &spans = options.styling.spans;
    for (; progress->span < spans.size() && spans[progress->span].start < start + length; ++progress->span) {
        const StyledSpan &span = spans[progress->span];
        formats.append({span.start - start, span.length, formatOf(span.style, options)});
        dim(span.start - start, 1);
        dim(span.start - start + span.length - 1, 1);
    }
    for (const TextLink &link : m_links) {
        const int from = std::max(0, link.start - start);
        const int to = std::min(length, link.start + link.length - start);
        if (from >= to)
            continue;
        QTextCharFormat format;
        format.setFontUnderline(true);
        format.setForeground(options.linkColor);
        formats.append({from, to - from, format});
    }
    if (!formats.isEmpty())
        paragraph.layout->setFormats(formats);
}

void TextBlock::stretchBoxes(const Paragraph &paragraph, const StyledLine &line, const Room &room, Progress *progress)
{
    const double bottom = paragraph.y + paragraph.height;
    while (progress->bars.size() < size_t(room.depth)) {
        const double inset = double(progress->bars.size()) * BarPitch;
        progress->bars.push_back(m_boxes.size());
        m_boxes.push_back({false, progress->barsAtRight, inset, paragraph.y, 0});
    }
    for (const size_t bar : progress->bars)
        m_boxes[bar].height = bottom - m_boxes[bar].y;
    if (!isCode(line))
        return;
    if (line.kind == StyledLine::Kind::CodeStart) {
        progress->card = m_boxes.size();
        m_boxes.push_back({true, progress->barsAtRight, room.depth * BarPitch, paragraph.y + CardGap, 0});
    }
    Box &card = m_boxes[progress->card];
    card.height = bottom - card.y - (room.bottom > 0 ? CardGap : 0);
}

void TextBlock::drawBoxes(QPainter *painter, const QPointF &origin, const QRectF &clip) const
{
    for (const Box &box : m_boxes) {
        const double width = box.card ? m_width - box.inset : Bar;
        QRectF rect(box.inset, box.y, width, box.height);
        if (box.atRight)
            rect.moveRight(m_width - box.inset);
        rect.translate(origin);
        if (rect.bottom() < clip.top() || rect.top() > clip.bottom())
            continue;
        style::roundedBox(painter, rect, box.card ? CardRadius : Bar / 2, box.card ? m_look.card : m_look.bar, {});
    }
}

}
