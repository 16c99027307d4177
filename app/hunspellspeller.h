// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/speller.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace app
{

class Dictionaries;

//! Hunspell's dictionaries as the system has them, read and asked on a thread of their own, and the words a person added.
class HunspellSpeller final : public widgets::Speller
{
    Q_OBJECT

public:
    //! `folders`: where NAME.aff and NAME.dic lie, the first that has a name wins. `words`: the file of added words.
    HunspellSpeller(const QStringList &folders, QString words, QObject *parent = nullptr);
    ~HunspellSpeller() override;

    //! $DICPATH, a person's own and the system's.
    [[nodiscard]] static QStringList standardFolders();

    [[nodiscard]] QStringList installed() const override;
    [[nodiscard]] QStringList languages() const override { return m_languages; }
    void setLanguages(const QStringList &languages) override;
    [[nodiscard]] Verdict check(const QString &word) override;
    void suggest(const QString &word, QObject *context, std::function<void(const QStringList &)> answer) override;
    void add(const QString &word) override;
    void ignore(const QString &word) override;

private:
    //! Who waits for suggestions.
    struct Question
    {
        QPointer<QObject> context;
        std::function<void(const QStringList &)> answer;
    };

    void readWords();
    void writeWords();
    void load();
    void ask();
    void learn(int generation, const QHash<QString, bool> &verdicts);
    [[nodiscard]] bool isOwn(const QString &word) const;

    QHash<QString, QString> m_files; //!< name: path without its ending
    const QString m_wordsFile;
    QStringList m_languages, m_words;
    std::optional<QStringList> m_toLoad; //!< chosen, but nothing was asked yet
    QSet<QString> m_own; //!< added and ignored
    QHash<QString, bool> m_verdicts;
    QSet<QString> m_waiting;
    int m_generation = 0; //!< an answer of other dictionaries counts for nothing
    bool m_asking = false;
    QHash<int, Question> m_questions;
    int m_lastQuestion = 0;
    std::shared_ptr<Dictionaries> m_dictionaries; //!< touched on the thread alone
    QThreadPool m_thread;
};

} // namespace app
