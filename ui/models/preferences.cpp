// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preferences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{
const QStringList &keys()
{
    static const QStringList all{u"window/scheme"_s, u"window/density"_s, u"window/enter"_s, u"window/zoom"_s,
        u"window/geometry"_s, u"window/panes"_s, u"window/details"_s};
    return all;
}
}

Preferences::Preferences(im::Messenger &messenger, QObject *parent)
    : QObject(parent), m_messenger(messenger)
{
}

void Preferences::load()
{
    m_missing = int(keys().size());
    for (const QString &key : keys()) {
        m_messenger.setting(key).then(this, [this, key](Result<QString> value) {
            // What was chosen meanwhile is newer.
            if (value && !value->isNull() && !m_values.contains(key))
                m_values.insert(key, *value);
            if (--m_missing > 0)
                return;
            Q_EMIT loaded();
            Q_EMIT changed();
        });
    }
}

void Preferences::keep(const QString &key, const QString &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_messenger.setSetting(key, value);
}

Preferences::Scheme Preferences::scheme() const
{
    const QString value = m_values.value(u"window/scheme"_s);
    return value == "light"_L1 ? Scheme::Light : value == "dark"_L1 ? Scheme::Dark : Scheme::System;
}

void Preferences::setScheme(Scheme scheme)
{
    keep(u"window/scheme"_s, scheme == Scheme::Light ? u"light"_s : scheme == Scheme::Dark ? u"dark"_s : u"system"_s);
    Q_EMIT changed();
}

Preferences::Density Preferences::density() const
{
    return m_values.value(u"window/density"_s) == "compact"_L1 ? Density::Compact : Density::Comfortable;
}

void Preferences::setDensity(Density density)
{
    keep(u"window/density"_s, density == Density::Compact ? u"compact"_s : u"comfortable"_s);
    Q_EMIT changed();
}

Preferences::Enter Preferences::enter() const
{
    return m_values.value(u"window/enter"_s) == "breaks"_L1 ? Enter::Breaks : Enter::Sends;
}

void Preferences::setEnter(Enter enter)
{
    keep(u"window/enter"_s, enter == Enter::Breaks ? u"breaks"_s : u"sends"_s);
    Q_EMIT changed();
}

double Preferences::zoom() const
{
    bool ok = false;
    const double zoom = m_values.value(u"window/zoom"_s).toDouble(&ok);
    return ok ? std::clamp(zoom, 0.5, 3.0) : 1.0;
}

void Preferences::setZoom(double zoom)
{
    keep(u"window/zoom"_s, QString::number(zoom));
    Q_EMIT changed();
}

QByteArray Preferences::layout(const QString &key) const
{
    return QByteArray::fromBase64(m_values.value(u"window/"_s + key).toLatin1());
}

void Preferences::setLayout(const QString &key, const QByteArray &value)
{
    keep(u"window/"_s + key, QString::fromLatin1(value.toBase64()));
}

} // namespace models
