// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chatroles.h"

#include <QImage>
#include <QPainter>
#include <QWidget>

namespace widgets {

//! What an avatar is painted from. A picture wins; else '#' for groups, the icon for requests, else initials on the key's colour.
struct AvatarSpec
{
    enum class Kind { Person, Group, Request };
    QString key;   //!< where the colour comes from (XEP-0392)
    QString name;  //!< where the initials come from
    QImage image;  //!< may be null; cropped to a circle
    Kind kind = Kind::Person;
    Presence presence = Presence::None;
};

//! One or two letters for a name: whole grapheme clusters, never half a surrogate, upper-cased; empty when it has no letter.
[[nodiscard]] QString initials(const QString &name);
//! Paints a round avatar filling `rect`, the presence dot cut into its lower trailing corner over `ground`. Cached.
void paintAvatar(QPainter *painter, const QRect &rect, const AvatarSpec &spec, const QColor &ground,
    Qt::LayoutDirection direction = Qt::LeftToRight);
//! Paints a presence dot: filled for online, crescent for away, bar for busy, ring for offline, so that shape tells too.
void paintPresence(QPainter *painter, const QRectF &rect, Presence presence, const QColor &ground);

//! An avatar as a widget, `extent` pixels wide (scaled with the text).
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(QWidget *parent = nullptr);
    void setSpec(const AvatarSpec &spec);
    [[nodiscard]] const AvatarSpec &spec() const { return m_spec; }
    void setExtent(int extent);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AvatarSpec m_spec;
    int m_extent = 44;
};

//! A presence dot as a widget; its accessible description is the state in words.
class PresenceDot final : public QWidget
{
    Q_OBJECT
public:
    explicit PresenceDot(QWidget *parent = nullptr);
    void setPresence(Presence presence);
    [[nodiscard]] Presence presence() const { return m_presence; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Presence m_presence = Presence::None;
};

//! "Online", "Away", "Busy", "Offline", or nothing.
[[nodiscard]] QString presenceText(Presence presence);

}
