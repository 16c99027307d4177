// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icons.h"

#include "style/style.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

// Outside any namespace: the macro declares a global function. A static library's resources are not there by themselves.
static void initialiseResources()
{
    static const bool done = [] {
        Q_INIT_RESOURCE(palique);
        return true;
    }();
    Q_UNUSED(done)
}

using namespace Qt::StringLiterals;

namespace style {

namespace {
struct Entry
{
    QLatin1StringView file;
    bool mirrored = false; //!< points along the text, so it turns round for right-to-left languages
};

constexpr std::array<Entry, size_t(Icon::Count)> entries = {{{"attach"_L1}, {"send"_L1, true}, {"emoji"_L1}, {"search"_L1},
    {"menu"_L1}, {"more"_L1}, {"plus"_L1}, {"back"_L1, true}, {"close"_L1}, {"check"_L1}, {"checks"_L1}, {"clock"_L1},
    {"alert"_L1}, {"person"_L1}, {"person-add"_L1}, {"people"_L1}, {"phone"_L1}, {"video"_L1, true}, {"settings"_L1},
    {"key"_L1}, {"lock"_L1}, {"eye"_L1}, {"eye-off"_L1}, {"edit"_L1}, {"trash"_L1}, {"block"_L1}, {"bell"_L1},
    {"bell-off"_L1}, {"pin"_L1}, {"info"_L1}, {"refresh"_L1}, {"arrow-down"_L1}, {"chevron-down"_L1}, {"chevron-up"_L1},
    {"chevron-right"_L1, true}, {"chat"_L1, true}, {"copy"_L1}, {"reply"_L1, true}, {"link"_L1}, {"sign-out"_L1, true},
    {"inspector"_L1}, {"wifi"_L1}, {"wifi-off"_L1}, {"archive"_L1}, {"image"_L1}, {"file"_L1},
    {"window"_L1, true}}};

QByteArray source(Icon icon)
{
    static std::array<QByteArray, size_t(Icon::Count)> loaded;
    QByteArray &bytes = loaded[size_t(icon)];
    if (bytes.isEmpty()) {
        initialiseResources();
        QFile file(u":/palique/icons/"_s + entries[size_t(icon)].file + u".svg"_s);
        if (file.open(QIODevice::ReadOnly))
            bytes = file.readAll();
    }
    return bytes;
}

QPixmap render(Icon icon, const QSize &pixels, const QColor &color)
{
    QByteArray svg = source(icon);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    if (entries[size_t(icon)].mirrored && QGuiApplication::isRightToLeft()) {
        painter.translate(pixels.width(), 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    return pixmap;
}

//! Draws one icon in the palette's present colour, so that a change of scheme needs no new icons.
class Engine final : public QIconEngine
{
public:
    Engine(Icon icon, Tone tone)
        : m_icon(icon), m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(painter, rect, m_icon, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // Since Qt 6.8 the size is in device-independent pixels.
        return iconPixmap(m_icon, qMin(size.width(), size.height()), color(mode), scale);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return false; }
    QIconEngine *clone() const override { return new Engine(m_icon, m_tone); }
    QString key() const override { return u"palique"_s; }

private:
    QColor color(QIcon::Mode mode) const
    {
        QColor color = toneColor(m_tone);
        if (mode == QIcon::Disabled)
            color.setAlphaF(0.45F);
        return color;
    }

    Icon m_icon;
    Tone m_tone;
};
}

QColor toneColor(Tone tone)
{
    const Palette &p = palette();
    switch (tone) {
    case Tone::Strong: return p.text;
    case Tone::Accent: return p.accentText;
    case Tone::OnAccent: return p.textOnAccent;
    case Tone::Danger: return p.danger;
    case Tone::Warning: return p.warning;
    case Tone::Normal:
    case Tone::Muted: break;
    }
    return p.textMuted;
}

QIcon icon(Icon icon, Tone tone)
{
    return icon == Icon::Count ? QIcon() : QIcon(new Engine(icon, tone));
}

QPixmap iconPixmap(Icon icon, int extent, const QColor &color, qreal ratio)
{
    if (icon == Icon::Count || extent <= 0)
        return {};
    const QSize pixels = QSize(extent, extent) * ratio;
    const QString key = u"palique/%1/%2/%3/%4"_s.arg(int(icon)).arg(pixels.width()).arg(color.rgba(), 0, 16)
                            .arg(int(QGuiApplication::isRightToLeft()));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(icon, pixels, color);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintIcon(QPainter *painter, const QRectF &rect, Icon icon, const QColor &color)
{
    const int extent = qRound(qMin(rect.width(), rect.height()));
    const QPixmap pixmap = iconPixmap(icon, extent, color, painter->device()->devicePixelRatio());
    painter->drawPixmap(QPointF(rect.center().x() - extent / 2.0, rect.center().y() - extent / 2.0), pixmap);
}

QIcon applicationIcon()
{
    initialiseResources();
    QIcon icon;
    QSvgRenderer renderer(u":/palique/palique.svg"_s);
    for (const int extent : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(extent, extent);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

}
