// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hunspellspeller.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell/hunspell.hxx>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{
constexpr qsizetype LongestWord = 60; // UTF-16 units; Hunspell's own limit is 100 bytes
constexpr qsizetype MostVerdicts = 200'000; // more than one text has words, or it would be asked for ever
constexpr qsizetype MostWords = 10'000;
constexpr qint64 LargestWordsFile = 1'000'000;

//! Hunspell's names of encodings that others call otherwise.
QByteArray encodingName(QByteArray name)
{
    if (name.startsWith("microsoft-cp"))
        return "windows-" + name.mid(12);
    if (name.startsWith("ISO8859-"))
        return "ISO-8859-" + name.mid(8);
    return name;
}

//! One language; made, used and destroyed on the thread.
class Dictionary final
{
public:
    explicit Dictionary(const QString &path)
        : m_hunspell(QFile::encodeName(path + u".aff"_s).constData(), QFile::encodeName(path + u".dic"_s).constData()),
          m_name(encodingName(QByteArray::fromStdString(m_hunspell.get_dict_encoding()))), m_encoder(m_name.constData()), m_decoder(m_name.constData())
    {
        if (!isUsable())
            qWarning("%s is in the encoding %s, which cannot be read", qUtf8Printable(path), m_name.constData());
    }

    [[nodiscard]] bool isUsable() const { return m_encoder.isValid() && m_decoder.isValid(); }

    [[nodiscard]] bool knows(const QString &word)
    {
        const std::string bytes = encoded(word);
        return !bytes.empty() && m_hunspell.spell(bytes);
    }

    [[nodiscard]] QStringList suggest(const QString &word)
    {
        QStringList found;
        const std::string bytes = encoded(word);
        if (bytes.empty())
            return found;
        for (const std::string &one : m_hunspell.suggest(bytes)) {
            m_decoder.resetState();
            found << QString(m_decoder.decode(QByteArrayView(one)));
        }
        return found;
    }

private:
    //! Empty if it cannot be written in this dictionary's alphabet.
    [[nodiscard]] std::string encoded(const QString &word)
    {
        if (!isUsable())
            return {};
        QString plain = word.normalized(QString::NormalizationForm_C);
        plain.replace(QChar(0x2019), u'\'');
        m_encoder.resetState();
        const QByteArray bytes = m_encoder.encode(plain);
        // Some encoders put a substitute where they fail, and say nothing.
        m_decoder.resetState();
        const bool whole = !m_encoder.hasError() && QString(m_decoder.decode(bytes)) == plain && !bytes.contains('\0');
        return whole ? bytes.toStdString() : std::string();
    }

    Hunspell m_hunspell;
    QByteArray m_name;
    QStringEncoder m_encoder;
    QStringDecoder m_decoder;
};

} // namespace

//! Those in use.
class Dictionaries final
{
public:
    void load(const QStringList &paths)
    {
        m_all.clear();
        for (const QString &path : paths)
            m_all.push_back(std::make_unique<Dictionary>(path));
    }

    [[nodiscard]] bool know(const QString &word)
    {
        const bool any = std::ranges::any_of(m_all, [](const auto &one) { return one->isUsable(); });
        return !any || std::ranges::any_of(m_all, [&word](const auto &one) { return one->knows(word); });
    }

    //! One of each in turn, so that no language hides the others.
    [[nodiscard]] QStringList suggest(const QString &word)
    {
        QList<QStringList> lists;
        qsizetype most = 0;
        for (const auto &one : m_all) {
            lists << one->suggest(word);
            most = std::max(most, lists.last().size());
        }
        QStringList mixed;
        for (qsizetype i = 0; i < most; ++i) {
            for (const QStringList &list : std::as_const(lists)) {
                if (i < list.size())
                    mixed << list.at(i);
            }
        }
        mixed.removeDuplicates();
        return mixed;
    }

private:
    std::vector<std::unique_ptr<Dictionary>> m_all;
};

HunspellSpeller::HunspellSpeller(const QStringList &folders, QString words, QObject *parent)
    : Speller(parent), m_wordsFile(std::move(words)), m_dictionaries(std::make_shared<Dictionaries>())
{
    m_thread.setMaxThreadCount(1);
    static const QRegularExpression language(u"^[a-z]{2,3}(_[A-Za-z0-9]+)*$"_s);
    for (const QString &folder : folders) {
        const QDir dir(folder);
        for (const QString &file : dir.entryList({u"*.aff"_s}, QDir::Files | QDir::Readable)) {
            const QString name = file.chopped(4);
            if (language.match(name).hasMatch() && !m_files.contains(name) && dir.exists(name + u".dic"_s))
                m_files.insert(name, dir.filePath(name));
        }
    }
    readWords();
}

HunspellSpeller::~HunspellSpeller()
{
    m_thread.clear();
    m_thread.waitForDone();
}

QStringList HunspellSpeller::standardFolders()
{
    QStringList folders = qEnvironmentVariable("DICPATH").split(QDir::listSeparator(), Qt::SkipEmptyParts);
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        for (const QString &name : {u"/hunspell"_s, u"/myspell"_s, u"/myspell/dicts"_s})
            folders << data + name;
    }
    folders << u"/usr/share/hunspell"_s;
    folders.removeDuplicates();
    return folders;
}

QStringList HunspellSpeller::installed() const
{
    QStringList names = m_files.keys();
    names.sort();
    return names;
}

void HunspellSpeller::setLanguages(const QStringList &languages)
{
    QStringList known = languages, paths;
    known.removeIf([this](const QString &name) { return !m_files.contains(name); });
    known.removeDuplicates();
    if (known == m_languages)
        return;
    m_languages = known;
    ++m_generation;
    m_verdicts.clear();
    m_waiting.clear();
    for (const QString &name : known)
        paths << m_files.value(name);
    m_toLoad = paths;
    if (paths.isEmpty())
        load(); // nothing to keep in memory
    Q_EMIT changed();
}

//! With the first word, not with the program's start.
void HunspellSpeller::load()
{
    if (const auto paths = std::exchange(m_toLoad, std::nullopt))
        m_thread.start([dictionaries = m_dictionaries, paths = *paths] { dictionaries->load(paths); });
}

bool HunspellSpeller::isOwn(const QString &word) const
{
    return m_own.contains(word) || m_own.contains(word.toLower());
}

widgets::Speller::Verdict HunspellSpeller::check(const QString &word)
{
    if (m_languages.isEmpty() || word.size() > LongestWord || isOwn(word))
        return Verdict::Right;
    if (const auto known = m_verdicts.constFind(word); known != m_verdicts.cend())
        return *known ? Verdict::Right : Verdict::Wrong;
    m_waiting.insert(word);
    if (!std::exchange(m_asking, true))
        QMetaObject::invokeMethod(this, &HunspellSpeller::ask, Qt::QueuedConnection);
    return Verdict::Pending;
}

//! All that is asked for at once goes in one hop.
void HunspellSpeller::ask()
{
    m_asking = false;
    if (m_waiting.isEmpty())
        return;
    load();
    m_thread.start([this, dictionaries = m_dictionaries, words = std::exchange(m_waiting, {}), generation = m_generation] {
        QHash<QString, bool> verdicts;
        for (const QString &word : words)
            verdicts.insert(word, dictionaries->know(word));
        QMetaObject::invokeMethod(this, [this, verdicts, generation] { learn(generation, verdicts); }, Qt::QueuedConnection);
    });
}

void HunspellSpeller::learn(int generation, const QHash<QString, bool> &verdicts)
{
    if (generation != m_generation)
        return;
    if (m_verdicts.size() > MostVerdicts)
        m_verdicts.clear();
    m_verdicts.insert(verdicts);
    Q_EMIT changed();
}

void HunspellSpeller::suggest(const QString &word, QObject *context, std::function<void(const QStringList &)> answer)
{
    load();
    const int number = ++m_lastQuestion;
    m_questions.insert(number, {context, std::move(answer)}); // what it holds stays on its own thread
    m_thread.start([this, dictionaries = m_dictionaries, word = word.left(LongestWord), number] {
        const QStringList found = dictionaries->suggest(word);
        QMetaObject::invokeMethod(this, [this, number, found] {
            const Question question = m_questions.take(number);
            if (question.context)
                question.answer(found);
        }, Qt::QueuedConnection);
    });
}

void HunspellSpeller::readWords()
{
    QFile file(m_wordsFile);
    if (m_wordsFile.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.read(LargestWordsFile));
    for (const QString &line : text.split(u'\n')) {
        const QString word = line.trimmed();
        if (!word.isEmpty() && word.size() <= LongestWord && m_words.size() < MostWords)
            m_words << word;
    }
    m_own = QSet<QString>(m_words.cbegin(), m_words.cend());
}

void HunspellSpeller::writeWords()
{
    QSaveFile file(m_wordsFile);
    if (!file.open(QIODevice::WriteOnly))
        return qWarning("the dictionary of one's own is not kept: %s", qUtf8Printable(file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(m_words.join(u'\n').toUtf8() + '\n');
    if (!file.commit())
        qWarning("the dictionary of one's own is not kept: %s", qUtf8Printable(file.errorString()));
}

void HunspellSpeller::add(const QString &word)
{
    const QString plain = word.simplified();
    if (plain.isEmpty() || plain.size() > LongestWord || m_words.contains(plain) || m_words.size() >= MostWords)
        return;
    m_words << plain;
    writeWords();
    ignore(plain);
}

void HunspellSpeller::ignore(const QString &word)
{
    m_own.insert(word);
    Q_EMIT changed();
}

} // namespace app
