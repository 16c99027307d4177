// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

//! A password, key or token: cannot be printed, is compared in constant time, and is wiped from memory when the last copy goes.
class Secret final
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes);
    explicit Secret(const QString &text);
    Secret(const Secret &other) = default;
    Secret(Secret &&other) noexcept = default;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    //! The bytes themselves; call it where they are used and keep no copy.
    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    //! The bytes as UTF-8 text.
    [[nodiscard]] QString revealText() const { return QString::fromUtf8(m_bytes); }

    friend bool operator==(const Secret &a, const Secret &b);

private:
    void wipe();

    QByteArray m_bytes;
};

//! Whether two byte strings are equal, in a time that depends on their lengths only.
[[nodiscard]] bool equalInConstantTime(QByteArrayView a, QByteArrayView b);

QDebug operator<<(QDebug debug, const Secret &secret);
