// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfile.h"
#include "app/startfile.h"
#include "base/log.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

//! The log of a profile, and the choices that count before its database is open.
class tst_LogFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineEach()
    {
        const QTemporaryDir folder;
        {
            const app::LogFile log(folder.path());
            qCInfo(logNet) << "the network\nis back\r\n2026-01-01 forged line";
            qCWarning(logStore) << "slow";
        }
        qCInfo(logNet) << "after it"; // goes where it went before
        const QStringList lines = read(folder.filePath(u"palique.log"_s)).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY2(lines.at(0).contains(u"info palique.net: the network"_s), qPrintable(lines.at(0)));
        QVERIFY(lines.at(0).contains(u"forged line"_s));
        QVERIFY(lines.at(1).contains(u"warning palique.store: slow"_s));
        QCOMPARE(QFile::permissions(folder.filePath(u"palique.log"_s)) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }

    void staysSmall()
    {
        const QTemporaryDir folder;
        {
            const app::LogFile log(folder.path());
            const QString words(5000, u'x');
            for (int i = 0; i < 1500; ++i)
                qCInfo(logNet).noquote() << words;
        }
        const auto size = [&folder](const QString &name) { return QFileInfo(folder.filePath(name)).size(); };
        QVERIFY(size(u"palique.log"_s) < app::LogFile::MaxBytes + 3000);
        QVERIFY(size(u"palique.log.1"_s) < app::LogFile::MaxBytes + 3000);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void goesOnWhereNothingCanBeWritten()
    {
        const app::LogFile log(u"/nowhere/at/all"_s);
        qCInfo(logNet) << "still alive";
    }

    void startChoices()
    {
        const QTemporaryDir folder;
        {
            app::StartFile file(folder.path(), u"/x.log"_s);
            QVERIFY(file.language().isEmpty());
            QVERIFY(file.setLanguage(u"es"_s));
        }
        app::StartFile file(folder.path(), {});
        QCOMPARE(file.language(), u"es"_s);
        QVERIFY(file.setLanguage({}));
        QVERIFY(file.language().isEmpty());
        QVERIFY(file.setLanguage(u"xx"_s)); // of another version: not spoken here
        QVERIFY(file.language().isEmpty());
        QFile inTheWay(folder.filePath(u"file"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QVERIFY(!app::StartFile(inTheWay.fileName(), {}).setLanguage(u"es"_s));
    }

private:
    static QString read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

QTEST_GUILESS_MAIN(tst_LogFile)
#include "tst_logfile.moc"
