// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/linkfinder.h"
#include "widgets/styling.h"

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
//! units of text(); points are relative to the block's top left. Styling changes how the text looks, never what it is.
class TextBlock final
{
public:
    //! How the parts of styled text look.
    struct Look
    {
        QFont mono;
        QColor directive; //!< the characters that only style
        QColor card; //!< behind code, over the ground
        QColor bar; //!< beside quotations
    };
    struct Options
    {
        QFont font;
        double width = 100; //!< lines break at this
        QColor linkColor;
        Qt::LayoutDirection direction = Qt::LeftToRight; //!< for paragraphs without a strong letter
        Qt::Alignment alignment = Qt::AlignLeading; //!< or AlignHCenter
        double spacing = 1.16; //!< line height against the font's own
        Styling styling; //!< of this text
        Look look;
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
    [[nodiscard]] double lastLineWidth() const { return m_lastLineWidth; } //!< endless when nothing may stand beside it
    [[nodiscard]] Qt::LayoutDirection lastLineDirection() const { return m_lastDirection; }
    //! Sets how wide the box is in which right-to-left lines end; at least size().width().
    void fitTo(double width);

    [[nodiscard]] int positionAt(const QPointF &point) const; //!< nearest cursor position
    [[nodiscard]] int linkAt(const QPointF &point) const; //!< index into links(), -1 if none is there
    [[nodiscard]] QList<QRectF> rects(int start, int length) const; //!< one box a line, for rings and hit tests
    void draw(QPainter *painter, const QPointF &origin, const QColor &color, const QList<Selection> &selections, const QRectF &clip) const;

private:
    struct Paragraph
    {
        int start = 0;
        double y = 0, height = 0, x = 0;
        bool rightToLeft = false;
        std::unique_ptr<QTextLayout> layout;
    };
    //! Something painted behind the text: a card under code or a bar beside a quotation.
    struct Box
    {
        bool card = false, atRight = false;
        double inset = 0; //!< from the side the quotation's bars are on
        double y = 0, height = 0;
    };
    //! What a paragraph leaves free around its lines.
    struct Room
    {
        double left = 0, right = 0, top = 0, bottom = 0;
        int depth = 0; //!< bars beside it
        int prefix = 0; //!< later lines begin behind these characters
    };
    //! Where one is in the styling while paragraphs are laid out.
    struct Progress
    {
        qsizetype line = 0, span = 0; //!< the next ones
        std::vector<size_t> bars; //!< boxes of the quotations that are open, outermost first
        size_t card = 0; //!< box of the code that is open
        bool barsAtRight = false;
    };
    void layOut(Paragraph &paragraph, const Options &options, const Room &room);
    [[nodiscard]] Paragraph beginParagraph(int start, int length, const StyledLine *line, const Options &options) const;
    [[nodiscard]] Room frame(const Paragraph &paragraph, const StyledLine &line, const Options &options, Progress *progress) const;
    void format(Paragraph &paragraph, const StyledLine *line, const Options &options, Progress *progress) const;
    void stretchBoxes(const Paragraph &paragraph, const StyledLine &line, const Room &room, Progress *progress);
    void drawBoxes(QPainter *painter, const QPointF &origin, const QRectF &clip) const;
    [[nodiscard]] const Paragraph *paragraphAt(double y) const;

    QString m_text;
    QList<TextLink> m_links;
    std::vector<Paragraph> m_paragraphs;
    std::vector<Box> m_boxes;
    Look m_look;
    QSizeF m_size;
    double m_lineWidth = 0, m_width = 0;
    double m_lastLineWidth = 0;
    bool m_centred = false;
    Qt::LayoutDirection m_lastDirection = Qt::LeftToRight;
};

}
