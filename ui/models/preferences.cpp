// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preferences.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{
constexpr qsizetype MostEmoji = 36;

//! How a switch is kept, and how it stands while nobody chose.
struct Row
{
    QString key;
    bool usual;
};

const Row &rowOf(Preferences::Switch which)
{
    static const Row rows[] = {{u"notifications/quiet"_s, false}, {u"notifications/text"_s, true}, {u"notifications/hide-when-locked"_s, true},
        {u"notifications/sound"_s, true}, {u"window/tray"_s, true}, {u"window/tray-told"_s, false}, {u"writing/spelling"_s, true}};
    return rows[int(which)];
}

const QStringList &keys()
{
    static const QStringList all{u"window/scheme"_s, u"window/density"_s, u"window/enter"_s, u"window/zoom"_s,
        u"window/geometry"_s, u"window/panes"_s, u"window/details"_s, u"window/chat-window"_s, u"window/emoji"_s, u"window/skin-tone"_s, u"window/shortcuts"_s, rowOf(Preferences::Switch::Quiet).key,
        rowOf(Preferences::Switch::MessageText).key, rowOf(Preferences::Switch::HideTextWhenLocked).key, rowOf(Preferences::Switch::Sound).key,
        rowOf(Preferences::Switch::KeepInTray).key, rowOf(Preferences::Switch::ToldOfTray).key,
        rowOf(Preferences::Switch::Spelling).key, u"writing/languages"_s};
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

void Preferences::reload()
{
    m_values.clear();
    load();
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

bool Preferences::isOn(Switch which) const
{
    const Row &row = rowOf(which);
    const QString value = m_values.value(row.key);
    return value == "on"_L1 || (row.usual && value != "off"_L1);
}

void Preferences::set(Switch which, State state)
{
    keep(rowOf(which).key, state == State::On ? u"on"_s : u"off"_s);
    Q_EMIT changed();
}

std::optional<QStringList> Preferences::writingLanguages() const
{
    const auto kept = m_values.constFind(u"writing/languages"_s);
    return kept == m_values.cend() ? std::nullopt : std::optional(kept->split(u' ', Qt::SkipEmptyParts));
}

void Preferences::setWritingLanguages(const QStringList &languages)
{
    keep(u"writing/languages"_s, languages.isEmpty() ? u" "_s : languages.join(u' ')); // an empty value would be none
    Q_EMIT changed();
}

QStringList Preferences::usedEmoji() const
{
    return m_values.value(u"window/emoji"_s).split(u' ', Qt::SkipEmptyParts);
}

void Preferences::useEmoji(const QString &emoji)
{
    QStringList used = usedEmoji();
    used.removeAll(emoji);
    used.prepend(emoji);
    keep(u"window/emoji"_s, used.first(std::min(used.size(), MostEmoji)).join(u' '));
}

int Preferences::skinTone() const
{
    return std::clamp(m_values.value(u"window/skin-tone"_s).toInt(), 0, 5);
}

void Preferences::setSkinTone(int tone)
{
    keep(u"window/skin-tone"_s, QString::number(tone));
    Q_EMIT changed();
}

QHash<QString, QString> Preferences::shortcuts() const
{
    QHash<QString, QString> shortcuts;
    const QJsonObject kept = QJsonDocument::fromJson(m_values.value(u"window/shortcuts"_s).toUtf8()).object();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        if (it->isString())
            shortcuts.insert(it.key(), it->toString());
    }
    return shortcuts;
}

void Preferences::setShortcuts(const QHash<QString, QString> &shortcuts)
{
    QJsonObject kept;
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it)
        kept.insert(it.key(), it.value());
    keep(u"window/shortcuts"_s, QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
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
