// SPDX-License-Identifier: GPL-3.0-or-later
// A backup is everything but what belongs to one machine; what is restored sends nothing by itself and costs nobody anything.
#include "store/backup.h"
#include "store/connection.h"
#include "store/historystore.h"
#include "store/settingsstore.h"
#include "store/streamstatestore.h"
#include "support.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace data;
using store::condition::Damaged;
using store::condition::NewerSchema;

namespace
{

const QDateTime Now(QDate(2026, 11, 25), QTime(14, 0), QTimeZone::UTC);

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, qint64 from, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(from) && file.write(bytes) == bytes.size());
}

void execute(const QString &path, const QString &sql)
{
    const auto connection = need(store::Connection::open(path, store::Access::WriteNormal, std::chrono::seconds(1)));
    need(connection->execute(sql));
    need(connection->execute(u"PRAGMA journal_mode=DELETE"_s));
}

} // namespace

class TestBackup final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<Home>();
        m_target = std::make_unique<QTemporaryDir>();
        m_path = m_target->filePath(u"mine.palique-backup"_s);
        m_home->account.resource = u"laptop"_s;
        m_home->account.userAgentId = u"11111111-2222-3333-4444-555555555555"_s;
        m_home->account.verifiedBefore = true;
        need(store::AccountStore(*m_home->database).update(m_home->account));
        store::Batch batch;
        batch.add(received(m_home->with(u"ana@example.org"), u"a1"_s, u"Hello"_s, 1000));
        need(m_home->messages().commitIncoming(batch));
        m_chat = need(m_home->conversations().ensure(m_home->with(u"ana@example.org"))).id;
    }

    //! Everything was said, something was on its way, and a stream could be resumed.
    void leaveOpenEnds()
    {
        auto messages = m_home->messages();
        const auto queued = need(messages.append(own(m_chat, u"q"_s, u"queued"_s, 2000)));
        const auto written = need(messages.append(own(m_chat, u"w"_s, u"written"_s, 3000)));
        need(store::StreamStateStore(*m_home->database).save({m_home->account.id, u"sm-secret-id"_s, jid(u"me@example.org/laptop"), {}, 3, 0, 0, Now, 600, {}}));
        need(messages.written(m_home->account.id, {{1, written.inserted.first().id}}, 1));
        QCOMPARE(queued.inserted.size(), 1);
    }

    void nothingOfThisMachine()
    {
        leaveOpenEnds();
        need(store::writeBackup(m_home->path(), m_path, Now));
        QCOMPARE(QDir(m_target->path()).entryList(QDir::Files), QStringList{u"mine.palique-backup"_s});
        QVERIFY(!(QFileInfo(m_path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        const QByteArray bytes = contentOf(m_path);
        QVERIFY(bytes.startsWith("SQLite format 3") && bytes.contains("Hello"));
        for (const char *secret : {"sm-secret-id", "11111111-2222", "laptop"})
            QVERIFY2(!bytes.contains(secret), secret);
    }

    void tellsWhatIsInIt()
    {
        need(store::writeBackup(m_home->path(), m_path, Now));
        const BackupInfo info = need(store::checkBackup(m_path));
        QCOMPARE(info.made, Now);
        QCOMPARE(info.accounts, QStringList{u"me@example.org"_s});
        QCOMPARE(info.chats, 1);
        QCOMPARE(info.messages, 1);
        QVERIFY(info.program.startsWith(u"Palique "_s));
    }

    void replacesAnOlderOne()
    {
        overwriteWith("old");
        need(store::writeBackup(m_home->path(), m_path, Now));
        QVERIFY(store::checkBackup(m_path));
    }

    void nowhereToWrite()
    {
        const auto done = store::writeBackup(m_home->path(), u"/no/such/folder/x.palique-backup"_s, Now);
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains(u"/no/such/folder"_s), qPrintable(done.error().text));
    }

    void comesBackElsewhere()
    {
        leaveOpenEnds();
        need(store::SettingsStore(*m_home->database).set(u"window/zoom"_s, u"1.2"_s));
        need(store::writeBackup(m_home->path(), m_path, Now));
        Home other;
        need(store::prepareRestore(m_path, other.path()));
        need(store::stageRestore(other.path()));
        other.database->close();
        const auto opened = need(other.database->open());
        QCOMPARE(QFileInfo(opened.setAside).fileName(), u"palique.before-restore-1.db"_s);
        QVERIFY(QFile::exists(opened.setAside));
        QVERIFY(!QFile::exists(store::stagedRestore(other.path())) && !QFile::exists(store::preparedRestore(other.path())));

        const auto accounts = need(store::AccountStore(*other.database).all());
        QCOMPARE(accounts.size(), 1);
        QCOMPARE(accounts.first().address, m_home->account.address);
        QVERIFY(accounts.first().verifiedBefore);
        QVERIFY(accounts.first().resource.isEmpty());
        QVERIFY(!accounts.first().userAgentId.isEmpty() && accounts.first().userAgentId != m_home->account.userAgentId);
        QVERIFY(accounts.first().rosterVersion.isNull());
        QCOMPARE(need(store::SettingsStore(*other.database).value(u"window/zoom"_s)), u"1.2"_s);
        const auto chats = need(other.conversations().all(accounts.first().id));
        QCOMPARE(chats.size(), 1);
        QVERIFY(!need(store::StreamStateStore(*other.database).load(accounts.first().id)));

        const auto messages = need(other.messages().newest(chats.first().id, 10));
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[0].body, u"Hello"_s);
        for (const Message &message : messages.mid(1)) {
            QCOMPARE(message.state, SendState::Failed);
            QVERIFY(!message.errorText.isEmpty());
        }
        QVERIFY(need(other.messages().pending(accounts.first().id)).isEmpty());
        QVERIFY(objectsAreOurs(*other.database));
    }

    //! Had it gone after all, the archive says so, and nobody needs to send it again.
    void theArchiveKnowsBetter()
    {
        leaveOpenEnds();
        restoreHere();
        Batch page;
        Message copy = own({}, u"q"_s, u"queued"_s, 2000);
        copy.archiveId = u"arch-1"_s;
        page.messages << store::IncomingMessage{m_home->with(u"ana@example.org"), copy};
        need(m_home->messages().commitIncoming(page));
        const auto messages = need(m_home->messages().newest(m_chat, 10));
        QCOMPARE(messages.size(), 3);
        QCOMPARE(messages[1].state, SendState::Acknowledged);
        QVERIFY(messages[1].errorText.isEmpty());
        QCOMPARE(messages[2].state, SendState::Failed);
    }

    //! What of the archive is here stays true: the messages and the spans are of one moment.
    void spansStay()
    {
        store::HistoryPage page;
        page.account = m_home->account.id;
        page.archive = m_home->account.address;
        page.kind = store::HistoryPage::Kind::Newest;
        auto message = received(m_home->with(u"ana@example.org"), u"a1"_s, u"Hello"_s, 1000);
        message.message.archiveId = u"arch-1"_s;
        page.batch.add(message);
        page.ids = {u"arch-1"_s};
        need(store::HistoryStore(*m_home->database).commit(page));
        restoreHere();
        const auto known = need(store::HistoryStore(*m_home->database).known(m_home->account.id, m_home->account.address));
        QCOMPARE(known.spans.size(), 1);
        QCOMPARE(known.spans.first().lastId, u"arch-1"_s);
    }

    void nothingIsLostByRestoring()
    {
        restoreHere();
        restoreHere();
        QCOMPARE(QDir(m_home->path()).entryList({u"palique.before-restore-*.db"_s}).size(), 2);
    }

    void preparedAloneIsNothing()
    {
        need(store::writeBackup(m_home->path(), m_path, Now));
        need(store::prepareRestore(m_path, m_home->path()));
        m_home->database->close();
        QVERIFY(need(m_home->database->open()).setAside.isEmpty());
        QVERIFY(!QFile::exists(store::preparedRestore(m_home->path())));
    }

    void damagedOnes_data()
    {
        QTest::addColumn<std::function<void(QString)>>("harm");
        QTest::addColumn<QString>("condition");
        using Harm = std::function<void(QString)>;
        QTest::newRow("empty") << Harm([](const QString &path) { QFile::resize(path, 0); }) << QString();
        QTest::newRow("something else") << Harm([](const QString &path) { overwrite(path, 0, "Dear diary,     "); }) << QString();
        QTest::newRow("half") << Harm([](const QString &path) { QFile::resize(path, QFileInfo(path).size() / 2 / 4096 * 4096); }) << QString(Damaged);
        QTest::newRow("a page of noise") << Harm([](const QString &path) { overwrite(path, 4096, QByteArray(4096, '\xA5')); }) << QString(Damaged);
        QTest::newRow("schema of noise") << Harm([](const QString &path) { overwrite(path, 100, QByteArray(2000, '\x5A')); }) << QString(Damaged);
        QTest::newRow("newer") << Harm([](const QString &path) { execute(path, u"PRAGMA user_version=999"_s); }) << QString(NewerSchema);
        QTest::newRow("no format") << Harm([](const QString &path) { execute(path, u"PRAGMA user_version=0"_s); }) << QString();
        QTest::newRow("a trigger of somebody's") << Harm([](const QString &path) {
            execute(path, u"CREATE TRIGGER bad AFTER INSERT ON messages BEGIN DELETE FROM accounts; END"_s);
        }) << QString();
        QTest::newRow("another trigger by its name") << Harm([](const QString &path) {
            execute(path, u"DROP TRIGGER settings_of_removed_account"_s);
            execute(path, u"CREATE TRIGGER settings_of_removed_account AFTER INSERT ON messages BEGIN DELETE FROM accounts; END"_s);
        }) << QString();
        QTest::newRow("a table missing") << Harm([](const QString &path) { execute(path, u"DROP TABLE contacts"_s); }) << QString();
    }

    void damagedOnes()
    {
        QFETCH(std::function<void(QString)>, harm);
        QFETCH(QString, condition);
        need(store::writeBackup(m_home->path(), m_path, Now));
        harm(m_path);
        const QByteArray before = contentOf(m_path);
        const auto info = store::checkBackup(m_path);
        QVERIFY(!info);
        QCOMPARE(info.error().condition, condition);
        QCOMPARE(info.error().kind, condition.isEmpty() ? ErrorKind::Invalid : ErrorKind::Storage);
        QVERIFY(!info.error().text.isEmpty());
        QVERIFY(!store::prepareRestore(m_path, m_home->path()));
        QVERIFY(!QFile::exists(store::preparedRestore(m_home->path())));
        QCOMPARE(contentOf(m_path), before);
    }

    void anOlderFormat()
    {
        need(store::writeBackup(m_home->path(), m_path, Now));
        const auto all = store::mainMigrations();
        QCOMPARE(need(store::checkBackup(m_path, all)).format, all.back().version);
        const auto older = store::checkBackup(m_path, all.first(all.size() - 1));
        QVERIFY(!older && older.error().condition == NewerSchema);
    }

private:
    using Batch = store::Batch;

    void overwriteWith(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    void restoreHere()
    {
        need(store::writeBackup(m_home->path(), m_path, Now));
        need(store::prepareRestore(m_path, m_home->path()));
        need(store::stageRestore(m_home->path()));
        m_home->database->close();
        QVERIFY(!need(m_home->database->open()).setAside.isEmpty());
    }

    static bool objectsAreOurs(store::Database &database)
    {
        return need(database.read([](store::Connection &connection) -> Result<qint64> {
            return connection.number(u"SELECT count(*) FROM sqlite_schema WHERE name='backup'"_s);
        })) == 0;
    }

    std::unique_ptr<Home> m_home;
    std::unique_ptr<QTemporaryDir> m_target;
    QString m_path;
    ConversationId m_chat;
};

QTEST_GUILESS_MAIN(TestBackup)
#include "tst_backup.moc"
