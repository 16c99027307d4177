// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostartfile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using State = views::Autostart::State;

class tst_Autostart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesAndRemoves();
    void readsWhatOthersChanged_data();
    void readsWhatOthersChanged();
    void namesTheProfile();
    void profilesHaveTheirOwn();
    void quotes_data();
    void quotes();
    void saysWhenItCannot();

private:
    [[nodiscard]] app::AutostartFile usual() const { return {config(), u"palique"_s, {}, {}}; }
    [[nodiscard]] app::AutostartFile ofProfile() const { return {config(), u"palique"_s, u"/home/eva/my chats"_s, u"0123456789abcdef"_s}; }
    [[nodiscard]] static QString config() { return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation); }
    [[nodiscard]] QString path(const QString &name = u"palique.desktop"_s) const { return m_folder->filePath(u"autostart/"_s + name); }
    [[nodiscard]] static QString text(const QString &path);
    static void put(const QString &path, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Autostart::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toUtf8());
    QCOMPARE(config(), m_folder->path());
}

QString tst_Autostart::text(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void tst_Autostart::put(const QString &path, const QString &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

void tst_Autostart::writesAndRemoves()
{
    app::AutostartFile file = usual();
    QCOMPARE(file.state(), State::Off);
    QVERIFY(file.set(State::Off)); // nothing to do is no error
    QVERIFY(file.set(State::On));
    QCOMPARE(file.state(), State::On);
    const QString words = text(path());
    QVERIFY(words.startsWith(u"[Desktop Entry]\n"_s));
    QVERIFY(words.contains(u"\nType=Application\n"_s));
    QVERIFY(words.contains(u"\nExec=palique --minimized\n"_s));
    QVERIFY(file.set(State::On));
    QCOMPARE(QDir(m_folder->filePath(u"autostart"_s)).entryList(QDir::Files), QStringList{u"palique.desktop"_s});
    QVERIFY(file.set(State::Off));
    QVERIFY(!QFile::exists(path()));
    QCOMPARE(file.state(), State::Off);
}

void tst_Autostart::readsWhatOthersChanged_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("on");
    QTest::newRow("as it was") << u"[Desktop Entry]\nExec=palique --minimized\n"_s << true;
    QTest::newRow("another path to it") << u"[Desktop Entry]\nExec=\"/opt/palique/bin/palique\" --minimized\n"_s << true;
    QTest::newRow("hidden") << u"[Desktop Entry]\nExec=palique --minimized\nHidden=true\n"_s << false;
    QTest::newRow("turned off by GNOME") << u"[Desktop Entry]\nX-GNOME-Autostart-enabled=false\nExec=palique --minimized\n"_s << false;
    QTest::newRow("in another group") << u"[Desktop Entry]\nExec=palique\n[Desktop Action x]\nExec=palique --minimized\n"_s << false;
    QTest::newRow("for another profile") << u"[Desktop Entry]\nExec=palique --minimized --profile \"/home/eva/work\"\n"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_Autostart::readsWhatOthersChanged()
{
    QFETCH(QString, words);
    QFETCH(bool, on);
    app::AutostartFile file = usual();
    put(path(), words);
    QCOMPARE(file.state(), on ? State::On : State::Off);
    QVERIFY(file.set(State::On));
    QCOMPARE(file.state(), State::On);
    QVERIFY(file.set(State::Off));
    QCOMPARE(file.state(), State::Off);
}

void tst_Autostart::namesTheProfile()
{
    app::AutostartFile file = ofProfile();
    QVERIFY(file.set(State::On));
    QVERIFY(text(path()).contains(u"\nExec=palique --minimized --profile \"/home/eva/my chats\"\n"_s));
    QCOMPARE(file.state(), State::On);
}

void tst_Autostart::profilesHaveTheirOwn()
{
    app::AutostartFile first = usual(), second = ofProfile();
    QVERIFY(first.set(State::On));
    QCOMPARE(second.state(), State::Off);
    QVERIFY(second.set(State::On));
    QCOMPARE(first.state(), State::On);
    QCOMPARE(second.state(), State::On);
    QVERIFY(QFile::exists(path(u"palique-0123456789abcdef.desktop"_s)));
    QVERIFY(first.set(State::Off));
    QCOMPARE(second.state(), State::On);
    QVERIFY(second.set(State::On)); // where it is, not a second time where there is room now
    QVERIFY(!QFile::exists(path()));
    QVERIFY(second.set(State::Off));
    QVERIFY(QDir(m_folder->filePath(u"autostart"_s)).isEmpty());
}

void tst_Autostart::quotes_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"/a/b"_s << u"\"/a/b\""_s;
    QTest::newRow("a space") << u"/a b"_s << u"\"/a b\""_s;
    QTest::newRow("a field code") << u"50%u"_s << u"\"50%%u\""_s;
    QTest::newRow("quotation marks") << u"a\"b"_s << u"\"a\\\\\"b\""_s;
    QTest::newRow("a variable") << u"$HOME`x`"_s << u"\"\\\\$HOME\\\\`x\\\\`\""_s;
    QTest::newRow("a backslash") << u"a\\b"_s << u"\"a\\\\\\\\b\""_s;
    QTest::newRow("a line") << u"a\nHidden=true"_s << u"\"a\\nHidden=true\""_s;
}

void tst_Autostart::quotes()
{
    QFETCH(QString, argument);
    QFETCH(QString, value);
    QCOMPARE(app::AutostartFile::quoted(argument), value);
    app::AutostartFile file(config(), u"palique"_s, argument, u"0123"_s);
    QVERIFY(file.set(State::On));
    QCOMPARE(file.state(), State::On);
}

void tst_Autostart::saysWhenItCannot()
{
    put(m_folder->filePath(u"autostart"_s), u"a file where a folder should be"_s);
    app::AutostartFile file = usual();
    const auto done = file.set(State::On);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Storage);
    QVERIFY(done.error().text.contains(path()));
    QCOMPARE(file.state(), State::Off);
}

QTEST_GUILESS_MAIN(tst_Autostart)
#include "tst_autostart.moc"
