// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>
#include <QStringView>

#include <optional>

//! An XMPP address, `local@domain/resource`, normalised so that equal addresses compare equal (RFC 7622).
//!
//! Implicitly shared: one string and two offsets. The default one is empty, which the wire never carries.
class Jid final
{
public:
    Jid() = default;

    //! The address `text` spells, or nothing if RFC 7622 forbids it: a part over 1023 bytes of UTF-8, an empty part, a forbidden character.
    [[nodiscard]] static std::optional<Jid> parse(QStringView text);
    //! The address of three parts, each normalised by itself; empty `local` or `resource` means none.
    [[nodiscard]] static std::optional<Jid> of(QStringView local, QStringView domain, QStringView resource = {});

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool isBare() const { return m_bareEnd == m_text.size(); }
    [[nodiscard]] bool isDomain() const { return m_domainStart == 0 && isBare(); }

    [[nodiscard]] QStringView local() const;
    [[nodiscard]] QStringView domain() const;
    [[nodiscard]] QStringView resource() const;
    [[nodiscard]] Jid bare() const;
    [[nodiscard]] Jid domainJid() const;
    //! The same bare address with another resource; nothing if the resource is forbidden.
    [[nodiscard]] std::optional<Jid> withResource(QStringView resource) const;

    [[nodiscard]] const QString &toString() const { return m_text; }

    friend bool operator==(const Jid &a, const Jid &b) { return a.m_text == b.m_text; }
    friend auto operator<=>(const Jid &a, const Jid &b) { return a.m_text.compare(b.m_text) <=> 0; }
    friend size_t qHash(const Jid &jid, size_t seed = 0) noexcept { return qHash(jid.m_text, seed); }

private:
    Jid(QString text, qsizetype domainStart, qsizetype bareEnd);

    QString m_text;
    qsizetype m_domainStart = 0;
    qsizetype m_bareEnd = 0;
};

QDebug operator<<(QDebug debug, const Jid &jid);
