// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/textblock.h"

#include <QPainter>
#include <QTextLine>

#include <algorithm>
#include <cmath>

namespace widgets {

void TextBlock::setText(const QString &text, const QList<TextLink> &links, const Options &options)
{
    m_text = text;
    m_links = links;
    m_paragraphs.clear();
    m_size = {};
    m_lineWidth = options.width;
    m_centred = options.alignment & Qt::AlignHCenter;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        Paragraph paragraph;
        paragraph.start = int(start);
        paragraph.y = m_size.height();
        paragraph.layout = std::make_unique<QTextLayout>(text.mid(start, end - start), options.font);
        layOut(paragraph, options);
        m_size.rheight() += paragraph.height;
        m_paragraphs.push_back(std::move(paragraph));
        start = end + 1;
    }
    fitTo(m_size.width());
}

void TextBlock::layOut(Paragraph &paragraph, const Options &options)
{
    QTextLayout &layout = *paragraph.layout;
    const int length = int(layout.text().size());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    paragraph.rightToLeft = layout.text().isRightToLeft()
        || (options.direction == Qt::RightToLeft
            && std::ranges::none_of(layout.text(), [](QChar c) { return c.direction() == QChar::DirL; }));
    option.setTextDirection(paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    // QTextLayout takes Left for left in both directions.
    option.setAlignment(m_centred ? Qt::AlignHCenter : paragraph.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    layout.setTextOption(option);
    layout.setCacheEnabled(true);

    QList<QTextLayout::FormatRange> formats;
    for (const TextLink &link : m_links) {
        const int from = std::max(0, link.start - paragraph.start);
        const int to = std::min(length, link.start + link.length - paragraph.start);
        if (from >= to)
            continue;
        QTextCharFormat format;
        format.setFontUnderline(true);
        format.setForeground(options.linkColor);
        formats.append({from, to - from, format});
    }
    layout.setFormats(formats);

    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(options.width);
        const double height = std::ceil(line.height() * options.spacing);
        line.setPosition({0, y + std::floor((height - line.height()) / 2)});
        y += height;
        m_lastLineWidth = line.naturalTextWidth();
        m_size.setWidth(std::max(m_size.width(), std::ceil(m_lastLineWidth)));
    }
    layout.endLayout();
    paragraph.height = y;
    m_lastDirection = paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
}

void TextBlock::fitTo(double width)
{
    // Lines were broken at m_lineWidth and right-to-left ones end there: move them back to the box's edge.
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
    QPainter *painter, const QPointF &origin, const QColor &color, const Selection &selection, const QRectF &clip) const
{
    painter->setPen(color);
    for (const Paragraph &paragraph : m_paragraphs) {
        const double top = origin.y() + paragraph.y;
        if (top + paragraph.height < clip.top())
            continue;
        if (top > clip.bottom())
            break;
        QList<QTextLayout::FormatRange> selections;
        const int length = int(paragraph.layout->text().size());
        const int from = std::clamp(selection.start - paragraph.start, 0, length);
        const int to = std::clamp(selection.end - paragraph.start, 0, length);
        if (from < to) {
            QTextCharFormat format;
            format.setBackground(selection.ground);
            format.setForeground(selection.text);
            selections.append({from, to - from, format});
        }
        paragraph.layout->draw(painter, origin + QPointF(paragraph.x, paragraph.y), selections, clip);
    }
}

}
