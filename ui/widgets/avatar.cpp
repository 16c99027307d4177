// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/avatar.h"

#include "style/consistentcolor.h"
#include "style/style.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>
#include <QTextBoundaryFinder>

#include <cmath>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
QString firstLetter(QStringView word)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word.toString());
    qsizetype start = 0;
    for (qsizetype end = finder.toNextBoundary(); end > 0; end = finder.toNextBoundary()) {
        const QStringView cluster = word.mid(start, end - start);
        const char32_t first = cluster.size() > 1 && cluster[0].isHighSurrogate() && cluster[1].isLowSurrogate()
            ? QChar::surrogateToUcs4(cluster[0], cluster[1])
            : cluster[0].unicode();
        // Marks may be piled on a letter without end; the letter alone is enough here.
        if (QChar::isLetterOrNumber(first))
            return QString::fromUcs4(&first, 1).toUpper();
        start = end;
    }
    return {};
}

QPixmap disc(const QImage &image, int pixels)
{
    QPixmap out(pixels, pixels);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const int side = qMin(image.width(), image.height());
    const QRect middle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    const QImage scaled = image.copy(middle).scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(scaled));
    painter.drawEllipse(0, 0, pixels, pixels);
    return out;
}

QPixmap fallback(const AvatarSpec &spec, const QString &letters, int pixels)
{
    const style::Palette &p = style::palette();
    QPixmap out(pixels, pixels);
    out.fill(Qt::transparent);
    QPainter painter(&out);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool request = spec.kind == AvatarSpec::Kind::Request;
    painter.setPen(Qt::NoPen);
    painter.setBrush(request ? p.selected : style::avatarColor(spec.key, p));
    painter.drawEllipse(0, 0, pixels, pixels);
    const QRectF all(0, 0, pixels, pixels);
    const QRectF symbol = all.adjusted(pixels * 0.24, pixels * 0.24, -pixels * 0.24, -pixels * 0.24);
    if (request || (letters.isEmpty() && spec.kind == AvatarSpec::Kind::Person)) {
        style::paintIcon(&painter, symbol, request ? style::Icon::PersonAdd : style::Icon::Person,
            request ? p.accentText : QColor(Qt::white));
        return out;
    }
    QFont font = style::fonts().strong;
    font.setPixelSize(qMax(1, int(pixels * (letters.size() > 1 ? 0.38 : 0.44))));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(all, Qt::AlignCenter | Qt::TextSingleLine, letters);
    return out;
}

QPixmap face(const AvatarSpec &spec, int pixels)
{
    const QString letters = spec.kind == AvatarSpec::Kind::Group ? u"#"_s : initials(spec.name);
    const QString id = spec.image.isNull() ? spec.key.left(512) + u'\n' + letters : QString::number(spec.image.cacheKey());
    const QString key = u"palique/avatar/%1/%2/%3/"_s.arg(int(spec.kind)).arg(pixels).arg(int(style::palette().scheme)) + id;
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = spec.image.isNull() ? fallback(spec, letters, pixels) : disc(spec.image, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}
}

QString initials(const QString &name)
{
    QStringList words = name.left(200).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    QString out = firstLetter(words.front());
    for (qsizetype i = words.size() - 1; i > 0; --i) {
        const QString last = firstLetter(words[i]);
        if (!last.isEmpty())
            return out + last;
    }
    return out;
}

void paintPresence(QPainter *painter, const QRectF &rect, Presence presence, const QColor &ground)
{
    if (presence == Presence::None)
        return;
    const style::Palette &p = style::palette();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawEllipse(rect);
    const double edge = rect.width() / 6;
    const QRectF dot = rect.adjusted(edge, edge, -edge, -edge);
    QPainterPath shape;
    shape.addEllipse(dot);
    QColor color = p.online;
    if (presence == Presence::Away) {
        QPainterPath bite;
        bite.addEllipse(dot.translated(-dot.width() * 0.36, -dot.height() * 0.3));
        shape -= bite;
        color = p.away;
    } else if (presence == Presence::Busy) {
        QPainterPath bar;
        bar.addRect(QRectF(dot.x() + dot.width() * 0.2, dot.center().y() - dot.height() * 0.12, dot.width() * 0.6,
            dot.height() * 0.24));
        shape -= bar;
        color = p.busy;
    } else if (presence == Presence::Offline) {
        QPainterPath hole;
        hole.addEllipse(dot.adjusted(edge, edge, -edge, -edge));
        shape -= hole;
        color = p.offline;
    }
    painter->setBrush(color);
    painter->drawPath(shape);
    painter->restore();
}

void paintAvatar(
    QPainter *painter, const QRect &rect, const AvatarSpec &spec, const QColor &ground, Qt::LayoutDirection direction)
{
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap pixmap = face(spec, qMax(1, int(std::lround(rect.width() * ratio))));
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
    if (spec.presence == Presence::None)
        return;
    const double extent = qMax(12.0, rect.width() * 0.34);
    const double x = direction == Qt::RightToLeft ? rect.x() - 2.0 : rect.x() + rect.width() - extent + 2;
    paintPresence(painter, QRectF(x, rect.y() + rect.height() - extent + 2, extent, extent), spec.presence, ground);
}

QString presenceText(Presence presence)
{
    switch (presence) {
    case Presence::Online: return QCoreApplication::translate("widgets::Presence", "Online");
    case Presence::Away: return QCoreApplication::translate("widgets::Presence", "Away");
    case Presence::Busy: return QCoreApplication::translate("widgets::Presence", "Busy");
    case Presence::Offline: return QCoreApplication::translate("widgets::Presence", "Offline");
    case Presence::None: break;
    }
    return {};
}

Avatar::Avatar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(style::changes(), &style::Changes::changed, this, &QWidget::updateGeometry);
}

void Avatar::setSpec(const AvatarSpec &spec)
{
    m_spec = spec;
    setAccessibleDescription(presenceText(spec.presence));
    update();
}

void Avatar::setExtent(int extent)
{
    m_extent = extent;
    updateGeometry();
}

QSize Avatar::sizeHint() const
{
    const int extent = 4 * qRound(m_extent * style::metrics().scale / 4);
    return {extent + 4, extent + 4}; // the presence dot stands out a little
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int extent = sizeHint().width() - 4;
    const QRect face((width() - extent) / 2, (height() - extent) / 2, extent, extent);
    paintAvatar(&painter, face, m_spec, palette().color(QPalette::Window), layoutDirection());
}

PresenceDot::PresenceDot(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PresenceDot::setPresence(Presence presence)
{
    m_presence = presence;
    setAccessibleDescription(presenceText(presence));
    setToolTip(presenceText(presence));
    update();
}

QSize PresenceDot::sizeHint() const
{
    const int extent = style::metrics().presenceDot;
    return {extent, extent};
}

void PresenceDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double extent = qMin(width(), height());
    const QRectF dot((width() - extent) / 2, (height() - extent) / 2, extent, extent);
    paintPresence(&painter, dot, m_presence, palette().color(QPalette::Window));
}

}
