// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/messenger.h"

#include <QObject>

namespace models
{

//! The choices a person makes about the windows, kept in the profile through the messenger.
class Preferences final : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { System, Light, Dark };
    enum class Density { Comfortable, Compact };
    enum class Enter { Sends, Breaks };

    explicit Preferences(im::Messenger &messenger, QObject *parent = nullptr);

    //! Reads what is kept; loaded() follows, also when nothing is.
    void load();
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
