// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/proxystyle.h"

#include "style/roles.h"
#include "style/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace style {

void roundedBox(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &edge, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = edge.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter->restore();
}

ProxyStyle::ProxyStyle()
    : QProxyStyle(u"fusion"_s)
{
    setObjectName("palique"_L1);
}

QPalette ProxyStyle::standardPalette() const
{
    return toQPalette(style::palette());
}

void ProxyStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // QFormLayout puts a short label at the top of a tall field; at the field's height it is centred beside it.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->parentWidget() && qobject_cast<QFormLayout *>(label->parentWidget()->layout()))
        label->setMinimumHeight(metrics().control);
}

void ProxyStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Palette &p = style::palette();
    switch (element) {
    case PE_PanelButtonCommand: return drawPushButtonPanel(option, painter, widget);
    case PE_PanelButtonTool: return drawToolButtonPanel(option, painter, widget);
    case PE_PanelLineEdit:
    case PE_FrameLineEdit: return drawField(option, painter, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_IndicatorItemViewItemCheck: return drawIndicator(element, option, painter);
    case PE_PanelItemViewItem: return drawItemPanel(option, painter);
    case PE_PanelItemViewRow: return;
    case PE_PanelMenu:
    case PE_PanelTipLabel: painter->fillRect(option->rect, p.raised); [[fallthrough]];
    case PE_FrameMenu: return roundedBox(painter, option->rect, 0, {}, p.line);
    case PE_Frame:
    case PE_FrameGroupBox: return roundedBox(painter, option->rect, metrics().radius, {}, p.line);
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase: return;
    case PE_FrameFocusRect:
        // Buttons and fields draw their own ring; this one is for links in labels, check boxes, tabs and the like.
        return roundedBox(painter, option->rect, 4, {}, p.focus, metrics().focusWidth);
    case PE_IndicatorArrowDown:
        return paintIcon(painter, option->rect, Icon::ChevronDown, p.textMuted);
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ProxyStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel: return drawPushButtonLabel(option, painter, widget);
    case CE_MenuItem: return drawMenuItem(option, painter, widget);
    case CE_MenuEmptyArea: return painter->fillRect(option->rect, style::palette().raised);
    case CE_TabBarTabShape: return drawTab(option, painter);
    case CE_ProgressBarGroove: return roundedBox(painter, option->rect, option->rect.height() / 2.0, style::palette().pressed, {});
    case CE_ProgressBarContents: return drawProgress(option, painter);
    case CE_Splitter: return painter->fillRect(option->rect, style::palette().line);
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ProxyStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar: return drawScrollBar(option, painter, widget);
    case CC_ComboBox: return drawComboBox(option, painter, widget);
    case CC_SpinBox: return drawSpinBox(option, painter, widget);
    case CC_ToolButton: return drawToolButton(option, painter, widget);
    default: break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ProxyStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const int side = metrics().gap;
        return QProxyStyle::subElementRect(element, option, widget).adjusted(side, 0, -side, 0);
    }
    case SE_PushButtonFocusRect:
    case SE_ItemViewItemFocusRect: return option->rect;
    default: break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize ProxyStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const Metrics &m = metrics();
    QSize out = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const bool quiet = buttonRole(widget) == ButtonRole::Link;
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int symbol = button && !button->icon.isNull() ? m.gap : 0; // the base style leaves less between icon and text
        const int width = size.width() + symbol + 2 * (quiet ? m.gap : m.gapLarge);
        return {quiet ? width : qMax(width, 2 * m.control), qMax(m.control, size.height() + m.gap)};
    }
    case CT_ComboBox:
    case CT_SpinBox: out.rwidth() += 2 * m.gap; [[fallthrough]];
    case CT_LineEdit: out.setHeight(qMax(out.height(), m.control)); break;
    case CT_ToolButton:
        out = isChip(widget) ? QSize(size.width() + 2 * m.gapLarge, m.control - m.unit) : out.expandedTo({m.control + m.unit, m.control + m.unit});
        break;
    case CT_MenuItem: return menuItemSize(option, out);
    case CT_TabBarTab: out.setHeight(qMax(out.height(), m.control)); break;
    case CT_ItemViewItem: out.setHeight(qMax(out.height(), 7 * m.unit)); break;
    default: break;
    }
    return out;
}

int ProxyStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = metrics();
    switch (metric) {
    case PM_ScrollBarExtent: return m.scrollBar;
    case PM_ScrollBarSliderMin: return 32;
    case PM_SplitterWidth: return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_LineEditIconSize: return m.icon;
    case PM_ToolBarIconSize:
    case PM_ListViewIconSize: return m.iconLarge;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m.icon - 2;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return m.gap;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin: return m.gapLarge;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuVMargin: return m.unit;
    case PM_MenuHMargin: return m.unit;
    case PM_TabBarTabHSpace: return 2 * m.gapLarge;
    case PM_TabBarBaseOverlap: return 0;
    default: break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int ProxyStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ScrollView_FrameOnlyAroundContents: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_UnderlineShortcut: return 1;
    case SH_ItemView_ActivateItemOnSingleClick: return 0;
    case SH_Widget_Animation_Duration: return motion() == Motion::Full ? 150 : 0;
    case SH_LineEdit_PasswordCharacter: return 0x2022; // a bullet every font has
    default: break;
    }
    return QProxyStyle::styleHint(hint, option, widget, data);
}

}
