// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QObject>

namespace models
{

//! The choices a person makes about the windows and notifications, kept in the profile through the messenger.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    enum class Density { Comfortable, Compact };
    enum class Enter { Sends, Breaks };
    //! What is on or off. ToldOfTray is no choice: it was said once that closing the window hides it.
    enum class Switch { Quiet, MessageText, HideTextWhenLocked, Sound, KeepInTray, ToldOfTray, Spelling };
    enum class State { Off, On };

    explicit Preferences(im::Messenger &messenger, QObject *parent = nullptr);

    //! Reads what is kept; loaded() follows, also when nothing is.
    void load();
    //! Another profile took the place of this one: what it chose counts.
    void reload();
    [[nodiscard]] bool isLoaded() const { return m_missing == 0; }

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme);
    [[nodiscard]] Density density() const;
    void setDensity(Density density);
    [[nodiscard]] Enter enter() const;
    void setEnter(Enter enter);
    //! The text's size against the system's, 0.5 to 3.
    [[nodiscard]] double zoom() const;
    void setZoom(double zoom);
    [[nodiscard]] bool isOn(Switch which) const;
    void set(Switch which, State state);

    //! The languages a person writes in ("es_ES"); nothing: never chosen.
    [[nodiscard]] std::optional<QStringList> writingLanguages() const;
    void setWritingLanguages(const QStringList &languages);

    //! The emoji used lately, the latest first.
    [[nodiscard]] QStringList usedEmoji() const;
    void useEmoji(const QString &emoji);
    //! 0 for none, 1 to 5 from light to dark.
    [[nodiscard]] int skinTone() const;
    void setSkinTone(int tone);

    //! The keys a person chose, by the action's name; an action that is not in it has its usual ones. No keys: none at all.
    [[nodiscard]] QHash<QString, QString> shortcuts() const;
    void setShortcuts(const QHash<QString, QString> &shortcuts);

    //! Sizes and folds of the windows: opaque to everybody but who wrote them.
    [[nodiscard]] QByteArray layout(const QString &key) const;
    void setLayout(const QString &key, const QByteArray &value);

Q_SIGNALS:
    void loaded();
    void changed();

private:
    void keep(const QString &key, const QString &value);

    im::Messenger &m_messenger;
    QHash<QString, QString> m_values;
    int m_missing = -1;
};

} // namespace models
