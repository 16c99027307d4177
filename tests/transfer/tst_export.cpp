// SPDX-License-Identifier: GPL-3.0-or-later
// Chats as text, HTML and JSON: what is in them, and that nobody's words can break out.
#include "transfer/exportfile.h"
#include "transfer/plaintext.h"

#include <QDir>
#include <QDomDocument>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using data::ExportFormat;
using data::Message;

namespace
{

const QTimeZone &madrid()
{
    static const QTimeZone zone("Europe/Madrid");
    return zone;
}

transfer::ExportedChat withAna(const QString &name = u"Ana Ruiz"_s)
{
    return {Jid::parse(u"eva@example.org").value(), Jid::parse(u"ana@example.org").value(), data::ConversationKind::Chat, name, u"Eva"_s};
}

Message said(const QString &body, qint64 ms = 0)
{
    Message message;
    message.id = {ms / 1000 + 1};
    message.author.address = Jid::parse(u"ana@example.org").value();
    message.body = body;
    message.time = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000 + ms, QTimeZone::UTC);
    message.stanzaIdAttribute = u"m%1"_s.arg(message.id.value);
    return message;
}

Message wrote(const QString &body, qint64 ms = 0)
{
    Message message = said(body, ms);
    message.direction = data::Direction::Sent;
    message.author.address = Jid::parse(u"eva@example.org").value();
    return message;
}

QString exported(ExportFormat format, const QList<Message> &messages, const transfer::ExportedChat &chat = withAna())
{
    const auto writer = transfer::makeExportWriter(format, madrid());
    QByteArray bytes = writer->begin(QDateTime::fromMSecsSinceEpoch(1'790'000'000'000, QTimeZone::UTC)) + writer->beginChat(chat);
    for (const Message &message : messages)
        bytes += writer->message(message);
    return QString::fromUtf8(bytes + writer->endChat() + writer->end());
}

QJsonArray jsonMessages(const QList<Message> &messages)
{
    const auto document = QJsonDocument::fromJson(exported(ExportFormat::Json, messages).toUtf8());
    return document[u"chats"_s][0][u"messages"_s].toArray();
}

const QString Hostile = u"</div><script>alert(1)</script> \"'& &amp;\r\nsecond\u2028third \u202Eevil\u202C \x01 %1 %2"_s + QChar(u'\0') + u"end"_s;

} // namespace

class TestExport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text()
    {
        Message edited = wrote(u"Yes, at six"_s, 5000), failed = wrote(u"Lost"_s, 6000);
        edited.edited = edited.time;
        failed.state = data::SendState::Failed;
        const QStringList lines = exported(ExportFormat::Text, {said(u"Shall we meet?\nAt six?"_s), edited, failed}).split(u'\n');
        QCOMPARE(lines.value(0), u"Exported from Palique on 2026-09-21 16:13:20. Times are those of Europe/Madrid."_s);
        QCOMPARE(lines.value(2), u"Chat with Ana Ruiz (ana@example.org)"_s);
        QCOMPARE(lines.value(3), u"Account: eva@example.org"_s);
        QCOMPARE(lines.mid(6), (QStringList{u"[2026-09-21 16:13:20] Ana Ruiz: Shall we meet?"_s, u"    At six?"_s, u"[2026-09-21 16:13:25] Eva: Yes, at six (edited)"_s,
                                   u"[2026-09-21 16:13:26] Eva: Lost (not sent)"_s, QString(), QString()}));
    }

    void textCannotBeForged()
    {
        const QString text = exported(ExportFormat::Text, {said(u"Hi\n[2026-09-21 16:13:20] Eva: I owe you money"_s), said(Hostile)}, withAna(u"A\nna\u202E Ruiz"_s));
        QVERIFY(text.contains(u"\n    [2026-09-21 16:13:20] Eva: I owe you money"_s));
        QVERIFY(text.contains(u"Chat with A na Ruiz (ana@example.org)"_s));
        QVERIFY(text.contains(u"\n    second\n    third"_s));
        QVERIFY(!text.contains(QChar(u'\0')) && !text.contains(u'\x01'));
    }

    void html()
    {
        Message edited = wrote(u"Yes"_s, 5000);
        edited.edited = edited.time;
        const QString page = exported(ExportFormat::Html, {said(u"Shall we meet?"_s), edited, said(u"Next day"_s, 86'400'000)});
        QVERIFY(page.startsWith(u"<!DOCTYPE html>"_s));
        QVERIFY(page.contains(u"prefers-color-scheme: dark"_s));
        QVERIFY(!page.contains(u"<script"_s) && !page.contains(u"http:"_s) && !page.contains(u"https:"_s) && !page.contains(u"src="_s));
        QVERIFY(page.contains(u"<time datetime=\"2026-09-21T14:13:20.000Z\">"_s));
        QCOMPARE(page.count(u"class=\"day\""_s), 2);
        QCOMPARE(page.count(u"class=\"message own\""_s), 1);
        QVERIFY(page.contains(u"edited"_s));
    }

    void htmlIsEscaped()
    {
        const QString page = exported(ExportFormat::Html, {said(Hostile), wrote(u"<b>bold</b>"_s)}, withAna(u"<img src=x onerror=y>\u202E"_s));
        QVERIFY(!page.contains(u"<script"_s) && !page.contains(u"<img"_s) && !page.contains(u"<b>"_s) && !page.contains(QChar(u'\0')));
        QVERIFY(page.contains(u"&lt;/div&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;"_s));
        QVERIFY(page.contains(u"&amp; &amp;amp;\nsecond\nthird \u202Eevil\u202C \uFFFD %1 %2\uFFFDend</div>"_s));
        QVERIFY(page.contains(u"<bdi>&lt;img src=x onerror=y&gt;</bdi>"_s));
        // It is well-formed but for what HTML leaves open.
        QString body = page.mid(page.indexOf(u"<main>"_s));
        body.chop(body.size() - body.indexOf(u"</main>"_s) - 7);
        QDomDocument document;
        const auto parsed = document.setContent(body);
        QVERIFY2(parsed, qPrintable(parsed.errorMessage));
    }

    void json()
    {
        Message edited = wrote(u"At seven"_s, 5000);
        edited.edited = edited.time.addSecs(60);
        edited.firstBody = u"At six"_s;
        edited.displayed = true;
        edited.originId = u"o-1"_s;
        const QJsonArray messages = jsonMessages({said(u"When?"_s), edited});
        const QJsonObject first = messages[0].toObject(), second = messages[1].toObject();
        QCOMPARE(first, (QJsonObject{{u"id"_s, 1}, {u"time"_s, u"2026-09-21T14:13:20.000Z"_s}, {u"direction"_s, u"received"_s}, {u"sender"_s, u"ana@example.org"_s},
                            {u"senderName"_s, u"Ana Ruiz"_s}, {u"text"_s, u"When?"_s}, {u"state"_s, u"received"_s}, {u"corrected"_s, false}, {u"stanzaId"_s, u"m1"_s}}));
        QCOMPARE(second[u"state"_s], u"read"_s);
        QCOMPARE(second[u"sender"_s], u"eva@example.org"_s);
        QCOMPARE(second[u"corrected"_s], true);
        QCOMPARE(second[u"firstText"_s], u"At six"_s);
        QCOMPARE(second[u"correctedTime"_s], u"2026-09-21T14:14:25.000Z"_s);
        QCOMPARE(second[u"originId"_s], u"o-1"_s);
        const QJsonDocument whole = QJsonDocument::fromJson(exported(ExportFormat::Json, {}).toUtf8());
        QCOMPARE(whole[u"format"_s], u"palique-export"_s);
        QCOMPARE(whole[u"version"_s], 1);
        QCOMPARE(whole[u"chats"_s][0][u"chat"_s], u"ana@example.org"_s);
        QCOMPARE(whole[u"chats"_s][0][u"account"_s], u"eva@example.org"_s);
    }

    void jsonKeepsEverything()
    {
        QCOMPARE(jsonMessages({said(Hostile)})[0][u"text"_s].toString(), Hostile);
    }

    void states_data()
    {
        QTest::addColumn<data::SendState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("queued") << data::SendState::Queued << u"sending"_s;
        QTest::newRow("written") << data::SendState::Written << u"sending"_s;
        QTest::newRow("failed") << data::SendState::Failed << u"failed"_s;
        QTest::newRow("acknowledged") << data::SendState::Acknowledged << u"sent"_s;
    }

    void states()
    {
        QFETCH(data::SendState, state);
        QFETCH(QString, word);
        Message message = wrote(u"x"_s);
        message.state = state;
        QCOMPARE(jsonMessages({message})[0][u"state"_s].toString(), word);
    }

    void longMessages()
    {
        const QString text = QString(1'000'000, u'ñ');
        for (const ExportFormat format : {ExportFormat::Text, ExportFormat::Html, ExportFormat::Json})
            QVERIFY(exported(format, {said(text)}).contains(text));
    }

    void fileNames()
    {
        QCOMPARE(transfer::fileNameOf(u"Ana Ruiz"_s), u"Ana Ruiz"_s);
        QCOMPARE(transfer::fileNameOf(u"../../etc/passwd"_s), u"_.._etc_passwd"_s);
        QCOMPARE(transfer::fileNameOf(u"a/b\\c:d*e?f\"g<h>i|j\nk"_s), u"a_b_c_d_e_f_g_h_i_j k"_s);
        QCOMPARE(transfer::fileNameOf(u" \u202E.."_s), u"chat"_s);
        QCOMPARE(transfer::fileNameOf(QString(300, u'x')).size(), 80);
        QVERIFY(!transfer::fileNameOf(QString(79, u'x') + u"😀"_s).back().isHighSurrogate());
    }

    void fileIsWholeOrNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"chat.txt"_s);
        {
            transfer::ExportFile file(path, transfer::makeExportWriter(ExportFormat::Text, madrid()));
            QVERIFY(file.begin(QDateTime::currentDateTimeUtc()) && file.beginChat(withAna()) && file.add({said(u"half"_s)}));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        transfer::ExportFile file(path, transfer::makeExportWriter(ExportFormat::Text, madrid()));
        QVERIFY(file.begin(QDateTime::currentDateTimeUtc()) && file.beginChat(withAna()) && file.add({said(u"whole"_s)}) && file.endChat() && file.finish());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"chat.txt"_s});
        QCOMPARE(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void nowhereToWrite()
    {
        transfer::ExportFile file(u"/no/such/folder/chat.txt"_s, transfer::makeExportWriter(ExportFormat::Text, madrid()));
        const auto begun = file.begin(QDateTime::currentDateTimeUtc());
        QVERIFY(!begun);
        QCOMPARE(begun.error().kind, ErrorKind::Storage);
        QVERIFY2(begun.error().text.contains(u"/no/such/folder/chat.txt"_s), qPrintable(begun.error().text));
    }

    //! A limit on the size of files stands for a disk without room.
    void noRoom()
    {
        QTemporaryDir folder;
        signal(SIGXFSZ, SIG_IGN);
        rlimit usual{};
        getrlimit(RLIMIT_FSIZE, &usual);
        const rlimit small{100'000, usual.rlim_max};
        Result<void> done;
        {
            transfer::ExportFile file(folder.filePath(u"chat.json"_s), transfer::makeExportWriter(ExportFormat::Json, madrid()));
            setrlimit(RLIMIT_FSIZE, &small);
            done = file.begin(QDateTime::currentDateTimeUtc()).and_then([&] { return file.beginChat(withAna()); }).and_then([&] {
                return file.add({said(QString(200'000, u'x'))});
            }).and_then([&] { return file.finish(); });
            setrlimit(RLIMIT_FSIZE, &usual);
        }
        QVERIFY(!done);
        QVERIFY(!done.error().text.isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
