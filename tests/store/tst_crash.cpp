// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/streamstatestore.h"
#include "support.h"

#include <QCoreApplication>
#include <QProcess>

#include <cstdio>
#include <grp.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace data;

namespace
{

//! Writes for ever, telling each id only after its commit was answered.
int writeForEver(const QString &path)
{
    store::Database database(path);
    need(database.open());
    store::MessageStore messages(database);
    store::StreamStateStore streams(database);
    auto account = need(store::AccountStore(database).all()).at(0);
    const store::ConversationKey key{account.id, jid(u"peer@x.example"), ConversationKind::Chat};
    const auto conversation = need(store::ConversationStore(database).ensure(key));
    need(streams.save({account.id, u"sm"_s, account.address, {}, 0, 0, 0, at(0), 300, {}}));
    quint32 handled = 0, sent = 0;
    for (int i = 0;; ++i) {
        store::Batch batch;
        for (int k = 0; k < 5; ++k)
            batch.messages << received(key, {}, QString(200, u'x'), i);
        handled += 5;
        batch.counters << store::StreamCounters{account.id, handled, {}, at(i)};
        const auto changes = need(messages.commitIncoming(batch));
        for (const MessageId id : changes.rows)
            std::printf("in %lld\n", static_cast<long long>(id.value));
        std::printf("handled %u\n", handled);
        const auto mine = need(messages.append(own(conversation.id, QString::number(i), u"mine"_s, i))).inserted.at(0);
        std::printf("queued %lld\n", static_cast<long long>(mine.id.value));
        need(messages.written(account.id, {{++sent, mine.id}}, sent));
        std::printf("written %lld\n", static_cast<long long>(mine.id.value));
        std::fflush(stdout);
    }
}

//! Opens as somebody who may not write there, and tells how that went.
int openAsNobody(const QString &path)
{
    if (geteuid() == 0 && (setgroups(0, nullptr) != 0 || setgid(65534) != 0 || setuid(65534) != 0))
        return 3;
    store::Database database(path);
    const auto opened = await(database.open());
    if (opened)
        return 4;
    std::printf("%s\n%s\n", qPrintable(opened.error().condition), qPrintable(opened.error().text));
    return 0;
}

int openOnce(const QString &path)
{
    store::Database database(path);
    const auto opened = await(database.open());
    std::printf("%s\n", opened ? "open" : qPrintable(opened.error().condition));
    return 0;
}

} // namespace

class TestCrash final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLostByAKill()
    {
        Home home;
        home.database.reset();
        QSet<qint64> told;
        for (int round = 0; round < 4; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--write"_s, home.path()});
            QByteArray output;
            const qsizetype enough = 2000 + round * 1700; // another moment each time
            QTRY_VERIFY_WITH_TIMEOUT((output += child.readAllStandardOutput()).size() > enough, 60'000);
            child.kill();
            QVERIFY(child.waitForFinished());
            output += child.readAllStandardOutput();

            store::Database database(home.path());
            const auto opened = need(database.open());
            QVERIFY(!opened.endedCleanly);
            quint32 handled = 0;
            qint64 written = 0;
            QSet<qint64> now;
            QList<QByteArray> lines = output.split('\n');
            lines.removeLast(); // cut by the kill
            for (const QByteArray &line : std::as_const(lines)) {
                const qint64 value = line.mid(line.indexOf(' ') + 1).toLongLong();
                if (line.startsWith("handled"))
                    handled = quint32(value);
                else
                    now << value;
                if (line.startsWith("written"))
                    written = value;
            }
            told |= now;
            verify(database, told, handled, written, now);
        }
        QVERIFY(told.size() > 100);
    }

    void aFolderThatMayNotBeWrittenIsNamed()
    {
        const QTemporaryDir folder(QDir::tempPath() + u"/palique-readonly-XXXXXX"_s);
        const QString inside = folder.filePath(u"store"_s);
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x5555)));
        for (const QString &path : {folder.path(), inside}) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--nobody"_s, path});
            QVERIFY(child.waitForFinished());
            const QByteArray output = child.readAllStandardOutput();
            QVERIFY2(child.exitCode() == 0 && output.startsWith("read-only\n") && output.contains(path.toUtf8()), (output + child.readAllStandardError()).constData());
        }
        QVERIFY(QFile::setPermissions(folder.path(), QFile::Permissions(0x7700)));
    }

    void anotherProcessIsKeptOut()
    {
        Home home;
        const auto tryOpen = [&] {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--open"_s, home.path()});
            child.waitForFinished();
            return child.readAllStandardOutput().trimmed();
        };
        QCOMPARE(tryOpen(), QByteArray("locked"));
        home.database.reset();
        QCOMPARE(tryOpen(), QByteArray("open"));
    }

private:
    static void verify(store::Database &database, const QSet<qint64> &told, quint32 handled, qint64 written, const QSet<qint64> &now)
    {
        store::MessageStore messages(database);
        for (const qint64 id : told)
            QVERIFY2(need(messages.byId({id})), qPrintable(QString::number(id)));
        const auto account = need(store::AccountStore(database).all()).at(0);
        const auto state = *need(store::StreamStateStore(database).load(account.id));
        QVERIFY(state.handled >= handled);
        // What the ledger says was written is Written, and the other way round.
        QSet<qint64> inLedger;
        for (const LedgerEntry &entry : state.ledger)
            inLedger << entry.message.value;
        QVERIFY(inLedger.contains(written));
        for (const Message &message : need(messages.pending(account.id))) {
            if (now.contains(message.id.value) || message.id.value > written)
                QCOMPARE(message.state == SendState::Written, inLedger.contains(message.id.value));
        }
        const auto conversation = need(store::ConversationStore(database).all(account.id)).at(0);
        const auto rows = need(messages.newest(conversation.id, 1'000'000));
        QCOMPARE(conversation.unread, std::ranges::count(rows, Direction::Received, &Message::direction));
        QCOMPARE(conversation.lastMessage, rows.last().id);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == u"--write"_s)
        return writeForEver(arguments.value(2));
    if (arguments.value(1) == u"--nobody"_s)
        return openAsNobody(arguments.value(2));
    if (arguments.value(1) == u"--open"_s)
        return openOnce(arguments.value(2));
    TestCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_crash.moc"
