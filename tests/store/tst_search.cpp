// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/searchparser.h"
#include "data/wordfinder.h"
#include "store/connection.h"
#include "store/searchindex.h"
#include "store/searchstore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Connection;
using store::SearchFilter;
using store::Statement;

class TestSearch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_home = std::make_unique<Home>(); }
    void cleanup() { m_home.reset(); }

    void findsWordsOfAllChatsNewestFirst()
    {
        receive(u"ana"_s, u"the red train"_s, 20);
        receive(u"leo"_s, u"a red car"_s, 10);
        receive(u"leo"_s, u"a Red Train, again"_s, 30);
        QCOMPARE(found(u"red train "_s), (QStringList{u"a Red Train, again"_s, u"the red train"_s}));
        QCOMPARE(found(u"red "_s), (QStringList{u"a Red Train, again"_s, u"the red train"_s, u"a red car"_s}));
        QCOMPARE(found(u"\"red car\""_s), QStringList{u"a red car"_s});
        QCOMPARE(found(u"\"train red\""_s), QStringList());
    }

    void onlyTheLastWordMayGoOn()
    {
        receive(u"ana"_s, u"trains are red"_s, 0);
        QCOMPARE(found(u"red tra"_s).size(), 1);
        QCOMPARE(found(u"t"_s).size(), 1);
        QCOMPARE(found(u"tra "_s).size(), 0);
        QCOMPARE(found(u"tra red"_s).size(), 0);
    }

    void caseAndAccentsDoNotCount()
    {
        receive(u"ana"_s, u"El Camión de Íñigo"_s, 0);
        receive(u"ana"_s, u"CAMIO\u0301N"_s, 1);
        QCOMPARE(found(u"camion"_s).size(), 2);
        QCOMPARE(found(u"CAMIÓN INIGO"_s).size(), 1);
    }

    //! The words as the index divides them and the words that are shown in bold must be the same ones.
    void whatIsFoundIsShown_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("typed");
        QTest::newRow("Latin") << u"Überraschung für Łukasz"_s << u"uberr"_s;
        QTest::newRow("Greek") << u"Καλημέρα"_s << u"ΚΑΛΗΜΈΡΑ"_s;
        QTest::newRow("Cyrillic") << u"Ёлка и Йод"_s << u"ЙОД"_s;
        QTest::newRow("Arabic") << u"سَلام عليكم"_s << u"سَلام"_s;
        QTest::newRow("Devanagari") << u"हिन्दी में"_s << u"हिन्दी"_s;
        QTest::newRow("Hebrew") << u"שלום לכם"_s << u"לכם"_s;
        QTest::newRow("numbers") << u"call 555-0199 now"_s << u"555-0199"_s;
        QTest::newRow("signs within") << u"see foo.bar@example.org, please"_s << u"foo.bar@example"_s;
        QTest::newRow("Chinese, at the beginning") << u"東京都に住む"_s << u"東京"_s;
        QTest::newRow("Chinese, within") << u"私は東京都に住む"_s << u"東京"_s;
        QTest::newRow("Chinese with words") << u"私は東京都に住む train"_s << u"京都 train"_s;
        QTest::newRow("Thai") << u"สวัสดีครับ"_s << u"ครับ"_s;
        QTest::newRow("Korean") << u"나는 서울에 간다"_s << u"서울"_s;
        QTest::newRow("a picture") << u"party🎉tonight"_s << u"🎉"_s;
        QTest::newRow("signs alone") << u"what???"_s << u"???"_s;
    }

    void whatIsFoundIsShown()
    {
        QFETCH(const QString, body);
        QFETCH(const QString, typed);
        receive(u"ana"_s, body, 0);
        receive(u"ana"_s, u"nothing of it"_s, 1);
        QCOMPARE(found(typed), QStringList{body});
        QVERIFY(!WordFinder(parse(typed)).find(body).isEmpty());
    }

    //! Nothing one can type is an error; at most it is not found.
    void anythingMayBeTyped()
    {
        const QStringList texts{u"\""_s, u"\"\"\""_s, u"'"_s, u"*"_s, u"a*"_s, u"**a"_s, u"^a"_s, u"("_s, u")"_s, u"((a)"_s, u"a)b"_s, u"AND"_s, u"OR"_s, u"NOT a"_s, u"a NOT"_s,
            u"NEAR(a b, 5)"_s, u"NEAR"_s, u"body:a"_s, u"{body marks}:a"_s, u"- body:a"_s, u"a + b"_s, u"a,b;c"_s, u"%"_s, u"_"_s, u"?"_s, u"?1"_s, u":a"_s, u"\\"_s, u"--"_s, u"/* a"_s,
            QString(QChar(0)), u"a"_s + QChar(0) + u"b"_s, QString(QChar(0xD800)), u"a"_s + QChar(0xDC00), QString(QChar(0xFFFF)), QString(10'000, u'a'), u"a "_s.repeated(5000),
            u"\"a\" "_s.repeated(3000), u"("_s.repeated(10'000), u"🎉"_s, u"東京"_s, u"مرحبا"_s, QString(QChar(0xE000)) + u"1"_s, u"\u0301"_s, u"\u200d\ufe0f"_s, u"ⅷ ½ ² ①"_s, u"\U0001E900"_s};
        receive(u"ana"_s, u"a b c"_s, 0);
        for (const QString &typed : texts) {
            const auto page = await(search(typed));
            QVERIFY2(page, qPrintable(typed));
            SearchFilter raw;
            raw.terms = {{typed, true}, {u"a"_s}};
            const auto unread = await(store::SearchStore(*m_home->database).page(raw, {}, 10));
            QVERIFY2(unread || unread.error().kind == ErrorKind::Invalid, qPrintable(typed)); // no text at all
        }
    }

    //! The column of marks is not to be reached by typing.
    void marksAreNoWords()
    {
        receive(u"ana"_s, u"a b c"_s, 0);
        QCOMPARE(found(QString(QChar(0xE000)) + u"1"_s), QStringList());
        receive(u"ana"_s, QString(QChar(0xE001)), 1);
        SearchFilter sent;
        sent.direction = Direction::Sent;
        QCOMPARE(bodies(sent), QStringList());
    }

    void filters()
    {
        const auto ana = receive(u"ana"_s, u"look at https://a.example/x"_s, 0);
        const auto leo = receive(u"leo"_s, u"look here"_s, 1'000);
        need(m_home->messages().append(own(leo.conversation, u"mine"_s, u"I look, too"_s, 2'000)));
        SearchFilter filter;
        filter.terms = {{u"look"_s}};
        filter.withLink = true;
        QCOMPARE(bodies(filter), QStringList{u"look at https://a.example/x"_s});
        filter.withLink = false;
        filter.direction = Direction::Sent;
        QCOMPARE(bodies(filter), QStringList{u"I look, too"_s});
        filter.direction = Direction::Received;
        QCOMPARE(bodies(filter), (QStringList{u"look here"_s, u"look at https://a.example/x"_s}));
        filter.chats = QSet{ana.conversation};
        QCOMPARE(bodies(filter), QStringList{u"look at https://a.example/x"_s});
        filter.terms.clear();
        QCOMPARE(bodies(filter), QStringList{u"look at https://a.example/x"_s});
        filter.chats = QSet<ConversationId>();
        QCOMPARE(bodies(filter), QStringList());
        filter.chats.reset();
        QCOMPARE(bodies(filter).size(), 2);
        filter.without = {ana.conversation};
        QCOMPARE(bodies(filter), QStringList{u"look here"_s});
        // More chats than are asked for one by one.
        filter.chats = QSet{leo.conversation};
        for (int i = 100; i < 300; ++i)
            filter.chats->insert(ConversationId{i});
        QCOMPARE(bodies(filter), QStringList{u"look here"_s});
    }

    void times()
    {
        for (int i = 0; i < 5; ++i)
            receive(u"ana"_s, QString::number(i), i * 1'000);
        SearchFilter filter;
        filter.from = at(1'000);
        filter.until = at(3'000);
        QCOMPARE(bodies(filter), (QStringList{u"2"_s, u"1"_s}));
        filter.chats = QSet{receive(u"ana"_s, u"5"_s, 5'000).conversation};
        QCOMPARE(bodies(filter), (QStringList{u"2"_s, u"1"_s}));
    }

    void timesNobodyHas()
    {
        receive(u"ana"_s, u"early"_s, at(0).msecsTo(QDateTime(QDate(1, 1, 1), QTime(), QTimeZone::UTC)));
        receive(u"ana"_s, u"late"_s, at(0).msecsTo(QDateTime(QDate(9999, 1, 1), QTime(), QTimeZone::UTC)));
        receive(u"ana"_s, u"now"_s, 0);
        QCOMPARE(bodies({}), (QStringList{u"late"_s, u"now"_s, u"early"_s}));
    }

    void pagesGoOnWhereTheyEnded()
    {
        QStringList all;
        for (int i = 0; i < 25; ++i)
            all.prepend(receive(i % 2 ? u"ana"_s : u"leo"_s, u"word %1"_s.arg(i), i).body);
        SearchFilter filter;
        filter.terms = {{u"word"_s}};
        QStringList got;
        std::optional<qint64> from;
        int pages = 0;
        do {
            const auto page = need(store::SearchStore(*m_home->database).page(filter, from, 10));
            for (const SearchHit &hit : page.hits)
                got << hit.snippet;
            from = page.next;
            receive(u"ana"_s, u"word meanwhile"_s, 1'000 + pages); // newer ones do not push the rest around
            ++pages;
        } while (from && pages < 10);
        QCOMPARE(got, all);
        QCOMPARE(pages, 3);
    }

    //! A page that finds nothing ends in time all the same, and the next one goes on.
    void aPageLooksAtSoManyMessages()
    {
        store::Batch batch;
        batch.messages << received(m_home->with(u"ana@x.example"), u"first"_s, u"東京"_s, 0);
        for (int i = 1; i < 2'500; ++i)
            batch.messages << received(m_home->with(u"ana@x.example"), u"s%1"_s.arg(i), u"京都"_s, i);
        need(m_home->messages().commitIncoming(batch));
        SearchFilter filter;
        filter.terms = {{u"東京"_s}};
        std::optional<qint64> from;
        for (int page = 0; page < 2; ++page) {
            const auto empty = need(store::SearchStore(*m_home->database).page(filter, from, 10));
            QVERIFY(empty.hits.isEmpty());
            QVERIFY(empty.next && (!from || *empty.next < *from));
            from = empty.next;
        }
        const auto last = need(store::SearchStore(*m_home->database).page(filter, from, 10));
        QCOMPARE(last.hits.size(), 1);
        QVERIFY(!last.next);
    }

    //! Thousands of one moment are in their order, and take no longer and longer.
    void manyOfOneMoment()
    {
        store::Batch batch;
        for (int i = 0; i < 3'000; ++i)
            batch.messages << received(m_home->with(u"ana@x.example"), u"s%1"_s.arg(i), u"word %1"_s.arg(i), 0);
        batch.messages << received(m_home->with(u"ana@x.example"), u"before"_s, u"word before"_s, -1) << received(m_home->with(u"ana@x.example"), u"after"_s, u"word after"_s, 1);
        for (store::IncomingMessage &one : batch.messages)
            one.message.delayed = true;
        need(m_home->messages().commitIncoming(batch));
        SearchFilter filter;
        filter.terms = {{u"word"_s}};
        QStringList texts;
        std::optional<qint64> from;
        do {
            const auto page = need(store::SearchStore(*m_home->database).page(filter, from, 1'000));
            for (const SearchHit &hit : page.hits)
                texts << hit.snippet;
            from = page.next;
        } while (from);
        QCOMPARE(texts.size(), 3'002);
        QCOMPARE(texts.first(), u"word after"_s);
        QCOMPARE(texts.last(), u"word before"_s);
        for (int i = 0; i < 3'000; ++i)
            QCOMPARE(texts.at(1 + i), u"word %1"_s.arg(2'999 - i));
    }

    void aCorrectedMessageIsFoundByItsPresentTextAlone()
    {
        receive(u"ana"_s, u"the rde train"_s, 0, u"one"_s);
        correct(u"ana"_s, u"one"_s, u"the red train"_s, 10);
        QCOMPARE(found(u"rde "_s), QStringList());
        QCOMPARE(found(u"train "_s), QStringList{u"the red train"_s});
        correct(u"ana"_s, u"one"_s, u"the blue bus"_s, 20);
        QCOMPARE(found(u"train "_s), QStringList());
        QCOMPARE(found(u"blue "_s), QStringList{u"the blue bus"_s});
        // A correction that came first is a message until what it corrects is there.
        correct(u"ana"_s, u"late"_s, u"a green tram"_s, 40);
        QCOMPARE(found(u"tram "_s).size(), 1);
        receive(u"ana"_s, u"a gren tram"_s, 30, u"late"_s);
        QCOMPARE(found(u"gren "_s), QStringList());
        QCOMPARE(found(u"tram "_s), QStringList{u"a green tram"_s});
    }

    void whatIsRemovedIsNotFound()
    {
        const auto one = receive(u"ana"_s, u"the red train"_s, 0);
        receive(u"leo"_s, u"another train"_s, 1);
        need(m_home->database->run([&](Connection &connection) { return Statement(connection, u"DELETE FROM messages WHERE id=?"_s).bind(one.id.value).exec(); }));
        QCOMPARE(found(u"train "_s), QStringList{u"another train"_s});
        need(m_home->database->run([](Connection &connection) { return connection.execute(u"DELETE FROM conversations"_s); }));
        QCOMPARE(found(u"train "_s), QStringList());
        QCOMPARE(rows(u"search_places"_s), 0);
        receive(u"leo"_s, u"a third train"_s, 2);
        need(store::AccountStore(*m_home->database).remove(m_home->account.id));
        QCOMPARE(found(u"train "_s), QStringList());
        QCOMPARE(rows(u"search_places"_s), 0);
    }

    void whatMovesIsFoundWhereItIs()
    {
        const auto one = receive(u"ana"_s, u"first train"_s, 0);
        receive(u"ana"_s, u"second train"_s, 10);
        need(m_home->database->run([&](Connection &connection) { return Statement(connection, u"UPDATE messages SET position=? WHERE id=?"_s).bind(at(20).toMSecsSinceEpoch() * 1000).bind(one.id.value).exec(); }));
        QCOMPARE(found(u"train "_s), (QStringList{u"first train"_s, u"second train"_s}));
        QCOMPARE(rows(u"search_places"_s), 2);
        QCOMPARE(rows(u"search_changes"_s), 0);
    }

    //! Within one transaction too it is the end that counts.
    void changesOfOneTransaction()
    {
        const auto one = receive(u"ana"_s, u"first train"_s, 0), two = receive(u"ana"_s, u"second train"_s, 1);
        execute({u"UPDATE messages SET body='a bus' WHERE id=%1"_s.arg(one.id.value), u"UPDATE messages SET body='a tram' WHERE id=%1"_s.arg(one.id.value)});
        QCOMPARE(found(u"train "_s), QStringList{u"second train"_s});
        QCOMPARE(found(u"tram "_s), QStringList{u"a tram"_s});
        const QString copy = u"INSERT INTO messages SELECT * FROM kept"_s;
        execute({u"CREATE TEMP TABLE kept AS SELECT * FROM messages WHERE id=%1"_s.arg(two.id.value), u"DELETE FROM messages WHERE id=%1"_s.arg(two.id.value), copy,
            u"UPDATE messages SET body='a boat' WHERE id=%1"_s.arg(two.id.value)});
        QCOMPARE(found(u"train "_s), QStringList());
        QCOMPARE(found(u"boat "_s), QStringList{u"a boat"_s});
        execute({u"DELETE FROM messages WHERE id=%1"_s.arg(two.id.value), copy, u"DELETE FROM messages WHERE id=%1"_s.arg(two.id.value)});
        QCOMPARE(found(u"boat "_s), QStringList());
        QCOMPARE(found(u"train "_s), QStringList());
    }

    //! What was there before the index is in it too, in the same order, thousands of one moment among it.
    void theMigrationFindsWhatWasThere()
    {
        store::Batch batch;
        for (int i = 0; i < 3'000; ++i)
            batch.messages << received(m_home->with(u"peer%1@x.example"_s.arg(i % 7)), u"s%1"_s.arg(i), i % 5 ? u"word %1"_s.arg(i) : u"https://a.example 東京"_s, i < 2'000 ? 0 : i % 100);
        need(m_home->messages().commitIncoming(batch));
        receive(u"ana"_s, u"rong"_s, 0, u"one"_s);
        correct(u"ana"_s, u"one"_s, u"right"_s, 10);
        const auto written = index();
        need(m_home->database->run([](Connection &connection) -> Result<void> {
            QStringList anew{u"DROP TABLE search_words"_s, u"DROP TABLE search_places"_s, u"DROP TABLE search_changes"_s, u"DROP TRIGGER search_inserted"_s, u"DROP TRIGGER search_updated"_s, u"DROP TRIGGER search_deleted"_s};
            anew += store::searchindex::tables() + store::searchindex::fill() + store::searchindex::triggers();
            for (const QString &sql : std::as_const(anew)) {
                if (const auto done = connection.execute(sql); !done)
                    return done;
            }
            return {};
        }));
        const auto filled = index();
        QCOMPARE(filled.size(), written.size());
        QCOMPARE(QSet<qint64>(filled.cbegin(), filled.cend()), QSet<qint64>(written.cbegin(), written.cend()));
        QCOMPARE(filled, written);
        QCOMPARE(found(u"rong"_s), QStringList());
        QCOMPARE(found(u"right"_s), QStringList{u"right"_s});
        SearchFilter filter;
        filter.withLink = true;
        filter.terms = {{u"京"_s}};
        QCOMPARE(need(store::SearchStore(*m_home->database).page(filter, {}, 1'000)).hits.size(), 600);
    }

    void theMigrationIsQuick()
    {
        constexpr int Total = 6'000;
        for (int i = 0; i < Total; i += 500) {
            store::Batch batch;
            for (int k = i; k < i + 500; ++k)
                batch.messages << received(m_home->with(u"ana@x.example"), u"s%1"_s.arg(k), u"Message number %1, of an ordinary length for a chat."_s.arg(k), k);
            need(m_home->messages().commitIncoming(batch));
        }
        need(m_home->database->run([](Connection &connection) -> Result<void> {
            for (const QString &sql : {u"DELETE FROM search_places"_s, u"INSERT INTO search_words(search_words) VALUES('delete-all')"_s}) {
                if (const auto done = connection.execute(sql); !done)
                    return done;
            }
            QElapsedTimer timer;
            timer.start();
            for (const QString &sql : store::searchindex::fill()) {
                if (const auto done = connection.execute(sql); !done)
                    return done;
            }
            qInfo("%d messages put into the index in %lld ms", Total, timer.elapsed());
            return {};
        }));
        QCOMPARE(rows(u"search_places"_s), Total);
    }

private:
    static QList<SearchTerm> parse(const QString &typed) { return parseSearch(typed, SearchForms::english()).terms; }

    Task<Result<SearchPage>> search(const QString &typed)
    {
        SearchFilter filter;
        filter.terms = parse(typed);
        return store::SearchStore(*m_home->database).page(filter, {}, 100);
    }

    QStringList bodies(const SearchFilter &filter)
    {
        QStringList texts;
        for (const SearchHit &hit : need(store::SearchStore(*m_home->database).page(filter, {}, 100)).hits)
            texts << hit.snippet;
        return texts;
    }

    QStringList found(const QString &typed)
    {
        SearchFilter filter;
        filter.terms = parse(typed);
        return bodies(filter);
    }

    void execute(const QStringList &statements)
    {
        need(m_home->database->run([statements](Connection &connection) -> Result<void> {
            for (const QString &sql : statements) {
                if (const auto done = connection.execute(sql); !done)
                    return done;
            }
            return {};
        }));
    }

    //! The messages in the order of their places.
    QList<qint64> index()
    {
        return need(m_home->database->read([](Connection &connection) -> Result<QList<qint64>> {
            Statement statement(connection, u"SELECT message FROM search_places ORDER BY place"_s);
            if (const auto done = statement.exec(); !done)
                return fail(done.error());
            QList<qint64> ids;
            while (statement.next())
                ids << statement.column(0).toLongLong();
            return ids;
        }));
    }

    qint64 rows(const QString &table)
    {
        return need(m_home->database->read([table](Connection &connection) { return connection.number(u"SELECT count(*) FROM "_s + table); }));
    }

    Message receive(const QString &who, const QString &body, qint64 ms, const QString &id = {})
    {
        store::Batch batch;
        batch.messages << received(m_home->with(who + u"@x.example"_s), id.isEmpty() ? u"id%1"_s.arg(++m_serial) : id, body, ms);
        batch.messages.last().message.delayed = true; // its time counts
        const auto changes = need(m_home->messages().commitIncoming(batch));
        return need(m_home->messages().byId(changes.rows.first())).value();
    }

    void correct(const QString &who, const QString &replaces, const QString &body, qint64 ms)
    {
        store::Batch batch;
        batch.messages << received(m_home->with(who + u"@x.example"_s), u"c%1"_s.arg(++m_serial), body, ms);
        batch.messages.last().message.replaces = replaces;
        need(m_home->messages().commitIncoming(batch));
    }

    std::unique_ptr<Home> m_home;
    int m_serial = 0;
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
