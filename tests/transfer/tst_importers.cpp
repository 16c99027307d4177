// SPDX-License-Identifier: GPL-3.0-or-later
// What Gajim, Dino, Psi and Pidgin keep, found and read without a byte of it changing.
#include "store/connection.h"
#include "transfer/importer.h"
#include "transfer/samples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using data::Direction;
using data::ForeignProgram;
using transfer::ForeignMessage;

namespace
{

QList<ForeignMessage> readAll(const data::ForeignStore &store)
{
    QList<ForeignMessage> messages;
    const auto importer = transfer::makeImporter(store);
    for (bool last = false; !last;) {
        const auto page = importer->next();
        if (!page)
            qFatal("%s", qPrintable(page.error().text));
        messages << page->messages;
        last = page->last;
    }
    return messages;
}

//! "> Hello": what we said, "< Hello": what they said.
QStringList words(const QList<ForeignMessage> &messages)
{
    QStringList result;
    for (const ForeignMessage &message : messages)
        result << (message.direction == Direction::Sent ? u"> "_s : u"< "_s) + message.body;
    return result;
}

//! Names and contents of all files in a folder.
QByteArray stateOf(const QString &folder)
{
    QStringList paths;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        paths << it.next();
    paths.sort();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(path.toUtf8() + file.readAll());
    }
    return hash.result();
}

} // namespace

class TestImporters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void gajim() { expectSample(&samples::writeGajim, u".local/share/gajim/logs.db"_s, ForeignProgram::Gajim, u"eva@example.org"_s, 1, 0); }
    void oldGajim() { expectSample(&samples::writeOldGajim, u".var/app/org.gajim.Gajim/data/gajim/logs.db"_s, ForeignProgram::Gajim, u"eva@example.org"_s, 2, 2); }
    void psiPlus() { expectSample(&samples::writePsiPlus, u".local/share/psi+/profiles/default/history/history.db"_s, ForeignProgram::Psi, {}, 1, 1); }

    void gajimsIds()
    {
        samples::writeGajim(file(u"logs.db"_s));
        const auto messages = readAll(transfer::identify(file(u"logs.db"_s)).value());
        QCOMPARE(messages[0].stanzaId, u"a1"_s);
        QCOMPARE(messages[0].archiveId, u"arch-1"_s);
        QCOMPARE(messages[0].time.toMSecsSinceEpoch(), 1'700'000'000'250);
        QCOMPARE(messages[0].account.toString(), u"eva@example.org"_s);
        QCOMPARE(messages[0].contact.toString(), u"ana@example.org"_s);
    }

    void dino()
    {
        samples::writeDino(file(u".local/share/dino/dino.db"_s));
        const auto found = found1();
        QCOMPARE(found.program, ForeignProgram::Dino);
        QCOMPARE(found.messages, 4);
        QCOMPARE(found.groups, 1);
        QCOMPARE(words(readAll(found)), (QStringList{u"< Shall we meet?"_s, u"> Yes, at seven"_s, u"< 😀 Fine"_s, u"< https://files.example/cat.jpg"_s}));
        QCOMPARE(readAll(found)[1].time.toSecsSinceEpoch(), 1'700'000'005); // when it was first said
    }

    //! While the other program runs, the newest is in its log alone.
    void writeAheadLog()
    {
        const QString path = file(u".local/share/dino/dino.db"_s);
        samples::writeDino(path);
        const auto running = store::Connection::open(path, store::Access::WriteNormal, std::chrono::seconds(1)).value();
        QVERIFY(running->execute(u"UPDATE message SET body='just now' WHERE id=1"_s));
        QVERIFY(QFileInfo(path + u"-wal"_s).size() > 0);
        const QByteArray before = stateOf(m_home->path());
        QCOMPARE(words(readAll(found1())).first(), u"< just now"_s);
        QCOMPARE(stateOf(m_home->path()), before);
    }

    void psi()
    {
        const QString folder = u".local/share/psi/profiles/default/history/"_s;
        samples::write(file(folder + u"ana_at_example.org.history"_s), R"(|2023-11-14T22:13:20|1|from|N---|Shall we meet?
|2023-11-14T22:13:25|1|to|N---|Yes\p\nat \\seven\\n
|2023-11-14T22:13:26|3|from|N---|
|2023-11-14T22:13:27|0|from|N3--|Subject|https://x.example/|Title|Look
|2023-11-14T22:13:27|1|from|N1--|Subject|A subject too
nonsense
|2023-11-14T22:13:28|1|sideways|N---|no
|not a time|1|to|N---|no
|2023-11-14T22:13:29|1|from|N---|)" "\xF0\x9F\x98\x80 Fine");
        samples::write(file(folder + u"leo%2Dx_at_example.org.history"_s), "|2023-11-14T22:13:20|1|from|N---|Hi\r\n");
        const auto found = found1();
        QCOMPARE(found.program, ForeignProgram::Psi);
        QCOMPARE(found.chats, 2);
        QCOMPARE(found.messages, 6);
        QCOMPARE(found.damaged, 3);
        const auto messages = readAll(found);
        QCOMPARE(words(messages), (QStringList{u"< Shall we meet?"_s, u"> Yes|\nat \\seven\\n"_s, u"< Look\nhttps://x.example/"_s, u"< A subject too"_s, u"< 😀 Fine"_s, u"< Hi"_s}));
        QCOMPARE(messages[0].time.toSecsSinceEpoch(), 1'700'000'000);
        QCOMPARE(messages[5].contact.toString(), u"leo-x@example.org"_s);
    }

    void pidgin()
    {
        const QString folder = u".purple/logs/jabber/eva%40example.org/"_s;
        samples::write(file(folder + u"ana@example.org/2023-11-14.231320+0100CET.html"_s),
            "<html><head><title>t</title></head><body><h3>Conversation</h3>\n"
            "<span style=\"color: #A82F2F\"><span style=\"font-size: smaller\">(23:13:20)</span> <b>Ana:</b></span> Shall we meet?<br>\n"
            "<span style=\"color: #16569E\"><span style=\"font-size: smaller\">(23:13:25)</span> <b>Eva:</b></span> Yes, at seven<br>\n</body></html>\n");
        samples::write(file(folder + u"room%40rooms.example.chat/2023-11-14.231320+0100CET.txt"_s), "Conversation\n(23:13:20) leo: Hi all\n");
        samples::write(file(folder + u".system/2023-11-14.231320+0100CET.txt"_s), "System log\n(23:13:20) Eva: signed on\n");
        const auto found = found1();
        QCOMPARE(found.program, ForeignProgram::Pidgin);
        QCOMPARE(found.accounts, QList{Jid::parse(u"eva@example.org").value()});
        QCOMPARE(found.messages, 2);
        QCOMPARE(found.groups, 1);
        const auto messages = readAll(found);
        QCOMPARE(words(messages), (QStringList{u"< Shall we meet?"_s, u"> Yes, at seven"_s}));
        QCOMPARE(messages[0].time.toSecsSinceEpoch(), 1'700'000'000);
    }

    void manyPages()
    {
        QByteArray history;
        for (int i = 0; i < 1700; ++i)
            history += "|2023-11-14T22:13:20|1|from|N---|message " + QByteArray::number(i) + '\n';
        samples::write(file(u"history/ana_at_example.org.history"_s), history);
        const auto messages = readAll(transfer::identify(m_home->path()).value());
        QCOMPARE(messages.size(), 1700);
        QCOMPARE(messages.last().body, u"message 1699"_s);

        QStringList rows;
        for (int i = 0; i < 1700; ++i)
            rows << u"(%1, 1, '2023-11-14T22:13:20.000', 1, 2, 'message %1')"_s.arg(i + 10);
        samples::writePsiPlus(file(u"history/history.db"_s));
        samples::execute(file(u"history/history.db"_s), {u"INSERT INTO events (id, contact_id, date, type, direction, m_text) VALUES "_s + rows.join(u',')});
        const auto plus = transfer::identify(m_home->path()).value();
        QVERIFY(plus.path.endsWith(u"history.db"_s)); // the text files beside it say the same
        QCOMPARE(transfer::describe(plus).value().messages, 1703);
    }

    void hostileTexts()
    {
        samples::writeGajim(file(u"logs.db"_s));
        samples::execute(file(u"logs.db"_s), {
            u"INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, text) VALUES (20, 1, 1, 1, 1, 1700000100, 2, CAST(x'6100' || x'62' AS TEXT))"_s,
            u"INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, text) VALUES (21, 1, 1, 1, 1, 1700000101, 2, CAST(zeroblob(1100000) AS TEXT))"_s,
            u"INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, text) VALUES (22, 1, 1, 1, 1, 1700000102, 2, CAST(x'FFFE61' AS TEXT))"_s,
            u"INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, text) VALUES (23, 1, 1, 1, 1, 9e15, 2, 'in a million years')"_s,
            u"INSERT INTO remote VALUES (9, '@@')"_s,
            u"INSERT INTO message (pk, fk_account_pk, fk_remote_pk, type, direction, timestamp, state, text) VALUES (24, 1, 9, 1, 1, 1700000103, 2, 'from nowhere')"_s,
        });
        const auto found = transfer::describe(transfer::identify(file(u"logs.db"_s)).value()).value();
        QVERIFY(found.damaged >= 2);
        for (const ForeignMessage &message : readAll(found))
            QVERIFY(message.body.isValidUtf16() && !message.body.contains(QChar(u'\0')) && !message.body.contains(QChar(0xFFFE)));
    }

    void damagedDatabase()
    {
        const QString path = file(u"logs.db"_s);
        samples::writeGajim(path);
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::ReadWrite) && broken.seek(4096) && broken.write(QByteArray(8192, '\xA5')) == 8192);
        broken.close();
        const auto store = transfer::identify(path);
        const auto described = store ? transfer::describe(*store) : store; // whichever notices it: no crash, and words
        QVERIFY(described ? described->damaged > 0 || described->messages == 0 : !described.error().text.isEmpty());
    }

    void somethingElse()
    {
        samples::write(file(u"notes.txt"_s), "Dear diary");
        for (const QString &path : {file(u"notes.txt"_s), file(u"missing"_s), m_home->path()}) {
            const auto store = transfer::identify(path);
            QVERIFY(!store);
            QVERIFY2(store.error().text.contains(QDir::toNativeSeparators(path)), qPrintable(store.error().text));
        }
        QVERIFY(transfer::usualStores(m_home->path()).isEmpty());
    }

private:
    [[nodiscard]] QString file(const QString &name) const { return m_home->filePath(name); }

    //! The one store below the home folder.
    data::ForeignStore found1()
    {
        const auto stores = transfer::usualStores(m_home->path());
        if (stores.size() != 1)
            qFatal("%d stores", int(stores.size()));
        return transfer::describe(stores.first()).value();
    }

    void expectSample(void (*make)(const QString &), const QString &place, ForeignProgram program, const QString &account, qint64 groups, qint64 damaged)
    {
        make(file(place));
        const QByteArray before = stateOf(m_home->path());
        const auto found = found1();
        QCOMPARE(found.program, program);
        QCOMPARE(found.accounts.size(), account.isEmpty() ? 0 : 1);
        QCOMPARE(found.chats, 1);
        QCOMPARE(found.messages, 3);
        QCOMPARE(found.groups, groups);
        QCOMPARE(found.damaged, damaged);
        const auto messages = readAll(found);
        QCOMPARE(words(messages), (QStringList{u"< Shall we meet?"_s, u"> Yes, at seven"_s, u"< 😀 Fine"_s}));
        QCOMPARE(messages[0].time.toSecsSinceEpoch(), 1'700'000'000);
        QCOMPARE(stateOf(m_home->path()), before);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(TestImporters)
#include "tst_importers.moc"
