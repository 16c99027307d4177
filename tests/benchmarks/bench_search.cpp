// SPDX-License-Identifier: GPL-3.0-or-later
// How soon a search has its first results in a long history, and what the index costs. The number of messages may be given.
#include "benchmarks/table.h"
#include "store/connection.h"
#include "store/searchindex.h"
#include "store/searchstore.h"
#include "store/support.h"

#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using store::Connection;

namespace
{

constexpr int Group = 200, Chats = 200, Words = 50'000, Priced = 20'000;

//! Words of a made-up language; the n-th is said 1/n as often as the first.
class Language final
{
public:
    Language() : m_random(1)
    {
        QSet<QString> known;
        double sum = 0;
        while (m_words.size() < Words) {
            QString word;
            // The most common ones are short.
            const int length = 2 + m_random.bounded(m_words.size() < 200 ? 4 : 10);
            for (int i = 0; i < length; ++i)
                word += u"aeiourstlnmcdpbgvfzhjk"[m_random.bounded(22)];
            if (known.contains(word))
                continue;
            known << word;
            m_words << word;
            m_sums.push_back(sum += 1.0 / double(m_words.size()));
        }
    }

    [[nodiscard]] const QString &word(qsizetype rank) const { return m_words.at(rank); }
    QString sentence()
    {
        QStringList words;
        for (int i = 3 + m_random.bounded(16); i > 0; --i)
            words << m_words.at(std::ranges::lower_bound(m_sums, m_random.bounded(m_sums.back())) - m_sums.begin());
        return words.join(u' ');
    }

private:
    QRandomGenerator m_random;
    QStringList m_words;
    std::vector<double> m_sums;
};

double fill(Home &home, Language &language, int total)
{
    auto messages = home.messages();
    std::vector<store::Batch> batches;
    double took = 0;
    for (int i = 0; i < total; i += Group) {
        store::Batch batch;
        for (int k = i; k < i + Group; ++k) {
            auto in = received(home.with(u"peer%1@x.example"_s.arg(k * 7 % Chats)), u"origin-%1"_s.arg(k), language.sentence(), qint64(k) * 1000);
            in.message.originId = in.message.stanzaIdAttribute;
            in.message.archiveId = u"archive-%1"_s.arg(k);
            batch.messages << std::move(in);
        }
        took += bench::milliseconds([&] { need(messages.commitIncoming(batch)); });
    }
    return took;
}

void execute(Home &home, const QStringList &statements)
{
    need(home.database->run([statements](Connection &connection) -> Result<void> {
        for (const QString &sql : statements) {
            if (const auto done = connection.execute(sql); !done)
                return done;
        }
        return {};
    }));
}

const QStringList noTriggers{u"DROP TRIGGER search_inserted"_s, u"DROP TRIGGER search_updated"_s, u"DROP TRIGGER search_deleted"_s};

void price(Language &language)
{
    std::vector<double> with, without, migration;
    for (int run = 0; run < 3; ++run) {
        Home indexed, bare;
        execute(bare, noTriggers);
        without.push_back(fill(bare, language, Priced));
        with.push_back(fill(indexed, language, Priced));
        fill(bare, language, 100'000 - Priced);
        migration.push_back(bench::milliseconds([&] { execute(bare, store::searchindex::fill()); }));
    }
    bench::heading("20,000 incoming messages in groups of 200", "us/message");
    bench::row("without the index", bench::median(without) * 1000 / Priced);
    bench::row("with it", bench::median(with) * 1000 / Priced);
    bench::heading("the migration", "ms");
    bench::row("messages of before put into the index, 100,000", bench::median(migration));
}

void measure(Home &home, const char *what, const store::SearchFilter &filter)
{
    const store::SearchStore search(*home.database);
    std::vector<double> times;
    qsizetype hits = 0;
    for (int i = 0; i < 40; ++i)
        times.push_back(bench::milliseconds([&] { hits = need(search.page(filter, {}, 30)).hits.size(); }));
    std::ranges::sort(times);
    bench::row(what, times[times.size() * 95 / 100], qPrintable(u"%1 hits"_s.arg(hits)));
}

void search(Home &home, const Language &language)
{
    const auto looking = [](const QList<data::SearchTerm> &terms) {
        store::SearchFilter filter;
        filter.terms = terms;
        return filter;
    };
    measure(home, "the most common word", looking({{language.word(0)}}));
    measure(home, "a common word", looking({{language.word(30)}}));
    measure(home, "a rare word", looking({{language.word(45'000)}}));
    measure(home, "a word nobody wrote", looking({{u"qqqqq"_s}}));
    measure(home, "two common words", looking({{language.word(1)}, {language.word(2)}}));
    measure(home, "a common and a rare word", looking({{language.word(0)}, {language.word(40'000)}}));
    measure(home, "a phrase of common words", looking({{language.word(0) + u' ' + language.word(1)}}));
    for (const int length : {1, 2, 3, 4, 5})
        measure(home, qPrintable(u"a beginning of %1 letters"_s.arg(length)), looking({{language.word(250).left(length), true}}));
    auto inChat = looking({{language.word(0)}});
    inChat.chats = QSet{need(home.conversations().all(home.account.id)).first().id};
    measure(home, "the most common word in one chat", inChat);
    auto rare = looking({{language.word(2'000), true}});
    rare.chats = inChat.chats;
    measure(home, "a rare beginning in one chat", rare);
    auto old = looking({{language.word(5)}});
    old.until = at(1'000'000);
    measure(home, "a common word before a day long ago", old);
    measure(home, "a picture, one page of the way there", looking({{u"🎉"_s}}));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int total = application.arguments().size() > 1 ? application.arguments().at(1).toInt() : 200'000;
    Language language;
    price(language);
    Home home;
    fill(home, language, total);
    std::printf("\n%d messages, %lld MB\n", total, QFileInfo(home.path() + u"/palique.db"_s).size() / 1'000'000);
    bench::heading("the first 30 hits, 95 of 100 times within", "ms");
    search(home, language);
    return 0;
}
