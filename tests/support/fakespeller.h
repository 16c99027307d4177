// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/speller.h"

#include <QHash>

namespace fake
{

//! Knows which words are wrong because a test said so, and answers at once.
class Speller final : public widgets::Speller
{
    Q_OBJECT

public:
    [[nodiscard]] QStringList installed() const override { return dictionaries; }
    [[nodiscard]] QStringList languages() const override { return m_languages; }
    void setLanguages(const QStringList &languages) override
    {
        m_languages = languages;
        Q_EMIT changed();
    }
    [[nodiscard]] Verdict check(const QString &word) override
    {
        ++asked;
        return wrong.contains(word) ? Verdict::Wrong : Verdict::Right;
    }
    void suggest(const QString &word, QObject *, std::function<void(const QStringList &)> answer) override { answer(wrong.value(word)); }
    void add(const QString &word) override
    {
        added << word;
        ignore(word);
    }
    void ignore(const QString &word) override
    {
        wrong.remove(word);
        Q_EMIT changed();
    }

    QStringList dictionaries{QStringLiteral("en_GB"), QStringLiteral("es_ES")}, added;
    QHash<QString, QStringList> wrong; //!< and what was meant
    int asked = 0;

private:
    QStringList m_languages;
};

} // namespace fake
