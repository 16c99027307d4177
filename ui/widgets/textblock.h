// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/linkfinder.h"

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace widgets {

//! A laid-out plain text of several paragraphs, each with the direction of its own first letter. Positions are UTF-16
//! units of text(); points are relative to the block's top left.
class TextBlock final
{
public:
    struct Options
    {
        QFont font;
        double width = 100; //!< lines break at this
        QColor linkColor;
        Qt::LayoutDirection direction = Qt::LeftToRight; //!< for paragraphs without a strong letter
        Qt::Alignment alignment = Qt::AlignLeading; //!< or AlignHCenter
        double spacing = 1.16; //!< line height against the font's own
    };
    struct Selection
    {
        int start = 0, end = 0; //!< empty when equal
        QColor ground, text;
    };

    void setText(const QString &text, const QList<TextLink> &links, const Options &options);
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<TextLink> &links() const { return m_links; }
    [[nodiscard]] QSizeF size() const { return m_size; } //!< the widest line by all lines
    [[nodiscard]] double lastLineWidth() const { return m_lastLineWidth; }
    [[nodiscard]] Qt::LayoutDirection lastLineDirection() const { return m_lastDirection; }
    //! Sets how wide the box is in which right-to-left lines end; at least size().width().
    void fitTo(double width);

    [[nodiscard]] int positionAt(const QPointF &point) const; //!< nearest cursor position
    [[nodiscard]] int linkAt(const QPointF &point) const; //!< index into links(), -1 if none is there
    [[nodiscard]] QList<QRectF> rects(int start, int length) const; //!< one box a line, for rings and hit tests
    void draw(QPainter *painter, const QPointF &origin, const QColor &color, const Selection &selection, const QRectF &clip) const;

private:
    struct Paragraph
    {
        int start = 0;
        double y = 0, height = 0, x = 0;
        bool rightToLeft = false;
        std::unique_ptr<QTextLayout> layout;
    };
    void layOut(Paragraph &paragraph, const Options &options);
    [[nodiscard]] const Paragraph *paragraphAt(double y) const;

    QString m_text;
    QList<TextLink> m_links;
    std::vector<Paragraph> m_paragraphs;
    QSizeF m_size;
    double m_lineWidth = 0;
    double m_lastLineWidth = 0;
    bool m_centred = false;
    Qt::LayoutDirection m_lastDirection = Qt::LeftToRight;
};

}
