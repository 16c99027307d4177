// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace widgets {

//! Knows how words are written, in several languages at once: a word is right if any of them has it. Never blocks: what it
//! does not know yet it finds out elsewhere.
class Speller : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    enum class Verdict { Right, Wrong, Pending };

    //! The dictionaries there are, by names like "es_ES".
    [[nodiscard]] virtual QStringList installed() const = 0;
    //! Those in use; none: nothing is checked.
    [[nodiscard]] virtual QStringList languages() const = 0;
    virtual void setLanguages(const QStringList &languages) = 0;
    //! Pending: changed() follows, and then it is known.
    [[nodiscard]] virtual Verdict check(const QString &word) = 0;
    //! What might have been meant, the likeliest first; never answers once `context` is gone.
    virtual void suggest(const QString &word, QObject *context, std::function<void(const QStringList &)> answer) = 0;
    //! It is right from now on, for ever.
    virtual void add(const QString &word) = 0;
    //! It is right until the program ends.
    virtual void ignore(const QString &word) = 0;

Q_SIGNALS:
    void changed(); //!< verdicts are to be asked again
};

//! The dictionaries to begin with: of each wanted language ("es_MX", "en") the one of its country, else the usual one.
[[nodiscard]] QStringList usualDictionaries(const QStringList &installed, const QStringList &wanted);

}
