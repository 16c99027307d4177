// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace style {

//! Fusion with Palique's surfaces: rounded fields and buttons, thin scroll bars, calm menus, rings that show the focus.
//! Everything is read from style::palette() and metrics() when painting, so changes need a repaint only.
class ProxyStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    ProxyStyle();

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    [[nodiscard]] QPalette standardPalette() const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
        const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *data) const override;
    //! A tool button of words alone, as the filters over a list are.
    [[nodiscard]] static bool isChip(const QWidget *widget);

private:
    void drawPushButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolButtonPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawIndicator(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    void drawItemPanel(const QStyleOption *option, QPainter *painter) const;
    void drawMenuItem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTab(const QStyleOption *option, QPainter *painter) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] QSize menuItemSize(const QStyleOption *option, const QSize &size) const;
};

//! Fills and strokes a rounded rectangle whose edge is `width` pixels inside `rect`; an invalid colour skips its part.
void roundedBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge, double width = 1);

}
