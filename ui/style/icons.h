// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace style {

//! Palique's own icons: 24x24 grid, 1.75 px stroke, one SVG each in resources/icons.
enum class Icon {
    Attach, Send, Emoji, Search, Menu, More, Plus, Back, Close, Check, Checks, Clock, Alert, Person, PersonAdd, People, Phone,
    Video, Settings, Key, Lock, Eye, EyeOff, Edit, Trash, Block, Bell, BellOff, Pin, Info, Refresh, ArrowDown, ChevronDown, ChevronUp,
    ChevronRight, Chat, Copy, Reply, Link, SignOut, Inspector, Wifi, WifiOff, Archive, Image, File,
    Window,
    Count
};

//! What an icon's colour is taken from; it follows the palette live.
enum class Tone { Normal, Strong, Muted, Accent, OnAccent, Danger, Warning };

[[nodiscard]] QColor toneColor(Tone tone);
//! An icon that redraws itself in the current palette's colour, sharp at any scale, mirrored where direction matters.
[[nodiscard]] QIcon icon(Icon icon, Tone tone = Tone::Normal);
//! The icon as pixels: `extent` in device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(Icon icon, int extent, const QColor &color, qreal devicePixelRatio);
//! Paints the icon to fill `rect`, from the pixmap cache where possible.
void paintIcon(QPainter *painter, const QRectF &rect, Icon icon, const QColor &color);
//! The application's own icon, the coloured chat bubble.
[[nodiscard]] QIcon applicationIcon();

}
