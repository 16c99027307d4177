// SPDX-License-Identifier: GPL-3.0-or-later
// Exports, backups and imports with the real messenger, offline.
#include "crypto/runtime.h"
#include "im/liveaccount.h"
#include "im/livemessenger.h"
#include "net/systemresolver.h"
#include "store/backup.h"
#include "store/messagestore.h"
#include "transfer/samples.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using data::ExportFormat;
using data::TransferOutcome;

namespace
{

template <typename R>
R answerOf(Task<R> task)
{
    QObject context;
    std::optional<R> answer;
    std::move(task).then(&context, [&answer](R value) { answer.emplace(std::move(value)); });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000);
    return answer ? std::move(*answer) : R(std::unexpected(Error::timeout()));
}

Jid jid(QStringView text)
{
    return Jid::parse(text).value();
}

//! Somebody's Palique on a folder, whose accounts stay offline.
struct Machine
{
    QTemporaryDir folder;
    SystemClock clock;
    net::SystemResolver resolver{clock};
    net::ManualNetworkMonitor network;
    im::MemoryKeyring keyring;
    store::Database database{folder.filePath(u"data"_s)};
    std::unique_ptr<im::LiveMessenger> messenger;

    explicit Machine(const QStringList &addresses)
    {
        if (!answerOf(database.open()))
            qFatal("no store");
        for (const QString &address : addresses) {
            data::Account account;
            account.address = jid(address);
            account.enabled = false;
            account.verifiedBefore = true;
            (void)answerOf(store::AccountStore(database).insert(account));
        }
        const session::Environment environment{clock, resolver, network, [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); }, {}};
        messenger = std::make_unique<im::LiveMessenger>(im::Means{database, keyring, environment});
        messenger->transfer().setHome(folder.filePath(u"home"_s));
        QSignalSpy loaded(&messenger->accounts(), &im::Accounts::loaded);
        messenger->start();
        (void)loaded.wait();
    }

    data::ConversationId say(const QString &address, const QStringList &texts)
    {
        im::Account *account = messenger->accounts().all().first();
        const auto chat = answerOf(messenger->openChat(account->id(), jid(address))).value();
        store::Batch batch;
        for (const QString &text : texts) {
            store::IncomingMessage incoming{{account->id(), jid(address), data::ConversationKind::Chat}, {}};
            incoming.message.author.address = jid(address);
            incoming.message.body = text;
            incoming.message.time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + ++m_said, QTimeZone::UTC);
            batch.add(incoming);
        }
        (void)answerOf(store::MessageStore(database).commitIncoming(batch));
        return chat;
    }

    [[nodiscard]] QStringList bodies(const QString &address)
    {
        QStringList result;
        for (const data::Conversation &chat : messenger->conversations()) {
            const auto kept = chat.address == jid(address) ? answerOf(store::MessageStore(database).newest(chat.id, 10000)) : QList<data::Message>();
            for (const data::Message &message : kept.value())
                result << message.body;
        }
        return result;
    }

    [[nodiscard]] QStringList addresses() const
    {
        QStringList result;
        for (const im::Account *account : messenger->accounts().all())
            result << account->address().toString();
        return result;
    }

    [[nodiscard]] im::LiveTransfer &transfer() { return messenger->transfer(); }
    [[nodiscard]] QString file(const QString &name) const { return folder.filePath(name); }

private:
    qint64 m_said = 0;
};

} // namespace

class TestTransfer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("TZ", "UTC");
        QVERIFY(m_crypto.check());
    }

    void exportsPageByPage()
    {
        Machine eva({u"eva@example.org"_s});
        QStringList many;
        for (int i = 0; i < 1000; ++i)
            many << u"message %1"_s.arg(i);
        const auto ana = eva.say(u"ana@example.org"_s, many);
        eva.say(u"leo@example.org"_s, {u"Hi"_s});
        const auto job = eva.transfer().exportChats({ana}, ExportFormat::Json, eva.file(u"ana.json"_s));
        QSignalSpy progressed(job.get(), &im::Job::progressed);
        const auto outcome = answerOf(job->run());
        QVERIFY(outcome);
        QCOMPARE(outcome->messages, 1000);
        QCOMPARE(outcome->chats, 1);
        QCOMPARE(progressed.size(), 5);
        QCOMPARE(progressed.last(), (QVariantList{1000, 1000}));
        QFile file(eva.file(u"ana.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto messages = QJsonDocument::fromJson(file.readAll())[u"chats"_s][0][u"messages"_s].toArray();
        QCOMPARE(messages.size(), 1000);
        QCOMPARE(messages.last()[u"text"_s], u"message 999"_s);
    }

    void exportsEverything()
    {
        Machine eva({u"eva@example.org"_s});
        eva.say(u"ana@example.org"_s, {u"Hello"_s});
        eva.say(u"leo@example.org"_s, {u"Hi"_s, u"Ho"_s});
        QTRY_COMPARE(eva.messenger->conversations().size(), 2);
        for (const ExportFormat format : {ExportFormat::Text, ExportFormat::Html, ExportFormat::Json}) {
            const auto ids = eva.messenger->conversations().keys();
            const auto outcome = answerOf(eva.transfer().exportChats(ids, format, eva.file(u"all"_s))->run());
            QVERIFY(outcome);
            QCOMPARE(outcome->messages, 3);
            QCOMPARE(outcome->chats, 2);
        }
        QVERIFY(eva.transfer().exportName({}, ExportFormat::Html).startsWith(u"Palique chats 20"_s));
    }

    void fileNamesAreHarmless()
    {
        Machine eva({u"eva@example.org"_s});
        const auto chat = eva.say(u"a%b.c@example.org"_s, {u"Hello"_s});
        const QString name = eva.transfer().exportName({chat}, ExportFormat::Text);
        QVERIFY2(name.endsWith(u".txt"_s) && !name.contains(u'/'), qPrintable(name));
    }

    void stoppedExportLeavesNothing()
    {
        Machine eva({u"eva@example.org"_s});
        const auto ana = eva.say(u"ana@example.org"_s, QStringList(1000, u"Hello"_s));
        QVERIFY(QDir().mkpath(eva.file(u"out"_s)));
        auto job = eva.transfer().exportChats({ana}, ExportFormat::Html, eva.file(u"out/ana.html"_s));
        bool stopped = false;
        connect(job.get(), &im::Job::progressed, this, [&job, &stopped] {
            stopped = true;
            job.release()->deleteLater();
        });
        job->run().detach();
        QTRY_VERIFY(stopped);
        QThreadPool::globalInstance()->waitForDone();
        QTRY_VERIFY(QDir(eva.file(u"out"_s)).isEmpty());
    }

    void exportToNowhere()
    {
        Machine eva({u"eva@example.org"_s});
        eva.say(u"ana@example.org"_s, {u"Hello"_s});
        const auto outcome = answerOf(eva.transfer().exportChats({}, ExportFormat::Text, u"/no/such/folder/x.txt"_s)->run());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Storage);
    }

    void backupAndRestoreElsewhere()
    {
        const QString path = QDir::tempPath() + u"/palique-test-%1.palique-backup"_s.arg(QCoreApplication::applicationPid());
        {
            Machine old({u"eva@example.org"_s, u"eva@work.example"_s});
            old.say(u"ana@example.org"_s, {u"Hello"_s, u"How are you?"_s});
            QVERIFY(answerOf(old.keyring.write(u"eva@example.org/password"_s, Secret(u"correct horse battery"_s))));
            const auto outcome = answerOf(old.transfer().backUp(path)->run());
            QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text));
            QCOMPARE(outcome->messages, 2);
        }
        QFile backup(path);
        QVERIFY(backup.open(QIODevice::ReadOnly));
        QVERIFY(!backup.readAll().contains("correct horse"));

        Machine fresh({});
        QSignalSpy restored(&fresh.transfer(), &im::Transfer::restored);
        const auto info = answerOf(fresh.transfer().inspectBackup(path));
        QVERIFY(info);
        QCOMPARE(info->accounts, (QStringList{u"eva@example.org"_s, u"eva@work.example"_s}));
        const auto outcome = answerOf(fresh.transfer().restore(path)->run());
        QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().text));
        QCOMPARE(outcome->messages, 2);
        QCOMPARE(restored.size(), 1);
        QCOMPARE(fresh.addresses(), (QStringList{u"eva@example.org"_s, u"eva@work.example"_s}));
        QTRY_COMPARE(fresh.bodies(u"ana@example.org"_s), (QStringList{u"Hello"_s, u"How are you?"_s}));
        QFile::remove(path);
    }

    //! In a messenger with accounts: they go, those of the backup come, and the old store keeps a file.
    void restoreOverAccounts()
    {
        Machine eva({u"eva@example.org"_s});
        eva.say(u"ana@example.org"_s, {u"before"_s});
        const QString path = eva.file(u"x.palique-backup"_s);
        QVERIFY(answerOf(eva.transfer().backUp(path)->run()));
        eva.say(u"ana@example.org"_s, {u"after"_s});
        QSignalSpy removed(&eva.messenger->accounts(), &im::Accounts::removed), trouble(eva.messenger.get(), &im::Messenger::trouble);
        QPointer<im::Account> old = eva.messenger->accounts().all().first();
        const auto outcome = answerOf(eva.transfer().restore(path)->run());
        QVERIFY(outcome);
        QCOMPARE(removed.size(), 1);
        QVERIFY(old.isNull());
        QVERIFY(QFile::exists(outcome->setAside));
        QTRY_COMPARE(eva.bodies(u"ana@example.org"_s), QStringList{u"before"_s});
        QCOMPARE(trouble.size(), 0);
        // And it goes on: what is said now is kept.
        eva.say(u"ana@example.org"_s, {u"now"_s});
        QCOMPARE(eva.bodies(u"ana@example.org"_s), (QStringList{u"before"_s, u"now"_s}));
    }

    void restoreOfSomethingElse()
    {
        Machine eva({u"eva@example.org"_s});
        eva.say(u"ana@example.org"_s, {u"Hello"_s});
        samples::write(eva.file(u"x.palique-backup"_s), "no database");
        const auto outcome = answerOf(eva.transfer().restore(eva.file(u"x.palique-backup"_s))->run());
        QVERIFY(!outcome);
        QCOMPARE(eva.addresses(), QStringList{u"eva@example.org"_s});
        QTRY_COMPARE(eva.bodies(u"ana@example.org"_s), QStringList{u"Hello"_s});
    }

    void stoppedRestore()
    {
        Machine eva({u"eva@example.org"_s});
        const QString path = eva.file(u"x.palique-backup"_s);
        QVERIFY(answerOf(eva.transfer().backUp(path)->run()));
        auto job = eva.transfer().restore(path);
        job->run().detach();
        job.reset();
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(eva.addresses(), QStringList{u"eva@example.org"_s});
        QVERIFY(!QFile::exists(store::stagedRestore(eva.database.folder())));
    }

    void importTwice_data()
    {
        QTest::addColumn<std::function<void(QString)>>("make");
        QTest::addColumn<int>("groups");
        using Make = std::function<void(QString)>;
        QTest::newRow("Gajim") << Make([](const QString &home) { samples::writeGajim(home + u"/.local/share/gajim/logs.db"_s); }) << 1;
        QTest::newRow("Gajim 1.8") << Make([](const QString &home) { samples::writeOldGajim(home + u"/.local/share/gajim/logs.db"_s); }) << 2;
        QTest::newRow("Dino") << Make([](const QString &home) { samples::writeDino(home + u"/.local/share/dino/dino.db"_s); }) << 1;
        QTest::newRow("Psi+") << Make([](const QString &home) { samples::writePsiPlus(home + u"/.local/share/psi+/profiles/default/history/history.db"_s); }) << 1;
        QTest::newRow("Psi") << Make([](const QString &home) {
            samples::write(home + u"/.local/share/psi/profiles/default/history/ana_at_example.org.history"_s,
                "|2023-11-14T22:13:20|1|from|N---|Shall we meet?\n|2023-11-14T22:13:25|1|to|N---|Yes, at seven\n|2023-11-14T22:13:29|1|from|N---|\xF0\x9F\x98\x80 Fine\n");
        }) << 0;
        QTest::newRow("Pidgin") << Make([](const QString &home) {
            samples::write(home + u"/.purple/logs/jabber/eva@example.org/ana@example.org/2023-11-14.221320+0000UTC.txt"_s,
                "Conversation\n(22:13:20) ana: Shall we meet?\n(22:13:25) eva: Yes, at seven\n(22:13:29) ana: \xF0\x9F\x98\x80 Fine\n");
        }) << 0;
    }

    void importTwice()
    {
        QFETCH(std::function<void(QString)>, make);
        QFETCH(int, groups);
        Machine eva({u"eva@example.org"_s});
        make(eva.file(u"home"_s));
        QSignalSpy heard(eva.messenger.get(), &im::Messenger::incoming);
        const auto found = answerOf(eva.transfer().findStores());
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        const auto account = eva.messenger->accounts().all().first()->id();
        const auto first = answerOf(eva.transfer().importStore(found->first(), account)->run());
        QVERIFY(first);
        QCOMPARE(first->messages, found->first().messages);
        QCOMPARE(first->groups, groups);
        QCOMPARE(first->known, 0);
        QCOMPARE(first->chats, 1);
        const QStringList bodies = eva.bodies(u"ana@example.org"_s);
        QCOMPARE(bodies.first(3), (QStringList{u"Shall we meet?"_s, u"Yes, at seven"_s, u"😀 Fine"_s}));
        QCOMPARE(eva.messenger->conversations().begin()->unread, 0);

        const auto again = answerOf(eva.transfer().importStore(found->first(), account)->run());
        QVERIFY(again);
        QCOMPARE(again->messages, 0);
        QCOMPARE(again->known, first->messages);
        QCOMPARE(eva.bodies(u"ana@example.org"_s), bodies);
        QCOMPARE(heard.size(), 0);
    }

    //! Of an account that is not here any more: into the one that was chosen, without ids of another archive.
    void importIntoAnotherAccount()
    {
        Machine eva({u"eva@new.example"_s});
        samples::writeGajim(eva.file(u"logs.db"_s));
        const auto store = answerOf(eva.transfer().lookAt(eva.file(u"logs.db"_s)));
        QVERIFY(store);
        QVERIFY(answerOf(eva.transfer().importStore(*store, eva.messenger->accounts().all().first()->id())->run()));
        const auto chat = eva.messenger->conversations().begin().value();
        const auto messages = answerOf(store::MessageStore(eva.database).newest(chat.id, 10)).value();
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[0].stanzaIdAttribute, u"a1"_s);
        for (const data::Message &message : messages)
            QVERIFY(message.archiveId.isEmpty());
        QCOMPARE(messages[1].author.address, jid(u"eva@new.example"));
        QVERIFY(!eva.messenger->accounts().all().first()->isStranger(chat));
    }

    void stoppedImportKeepsWhatCame()
    {
        Machine eva({u"eva@example.org"_s});
        QByteArray history;
        for (int i = 0; i < 3000; ++i)
            history += '|' + QDateTime(QDate(2023, 11, 14), QTime(22, 13)).addSecs(i).toString(Qt::ISODate).toUtf8() + "|1|from|N---|message " + QByteArray::number(i) + '\n';
        samples::write(eva.file(u"history/ana_at_example.org.history"_s), history);
        const auto store = answerOf(eva.transfer().lookAt(eva.file(u"history"_s))).value();
        const auto account = eva.messenger->accounts().all().first()->id();
        auto job = eva.transfer().importStore(store, account);
        bool stopped = false;
        connect(job.get(), &im::Job::progressed, this, [&] {
            if (std::exchange(stopped, true))
                return;
            job.release()->deleteLater();
        });
        job->run().detach();
        QTRY_VERIFY_WITH_TIMEOUT(stopped, 60'000);
        const auto rest = answerOf(eva.transfer().importStore(store, account)->run());
        QVERIFY(rest);
        QVERIFY2(rest->known > 0 && rest->known < 3000, qPrintable(QString::number(rest->known)));
        QCOMPARE(eva.bodies(u"ana@example.org"_s).size(), 3000);
    }

private:
    crypto::Runtime m_crypto;
};

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
