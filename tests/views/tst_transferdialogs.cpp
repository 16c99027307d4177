// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of exports, backups and imports: what is asked, what is begun, what is said of it.
#include "support/fakemessenger/fakemessenger.h"
#include "views/dialogs.h"
#include "views/settings/datapage.h"
#include "views/transfer/exportdialog.h"
#include "views/transfer/importdialog.h"
#include "views/transfer/restoredialog.h"
#include "widgets/banner.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::Banner;

namespace
{
class Files final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override { return answer(); }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return answer(); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString name, QString) override
    {
        proposed = name;
        return answer();
    }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString, QString, QStringList) override { return Task<Result<int>>::ready(fail(Error::cancelled())); }
    void openLink(const QUrl &) override { }

    QString path, proposed;

private:
    [[nodiscard]] Task<Result<QString>> answer() const { return Task<Result<QString>>::ready(path.isEmpty() ? Result<QString>(fail(Error::cancelled())) : path); }
};

data::ForeignStore gajim(const QString &account)
{
    return {data::ForeignProgram::Gajim, u"/home/me/logs.db"_s, {Jid::parse(account).value()}, 12, 3456, 210, 0};
}
}

class tst_TransferDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_messenger = std::make_unique<fake::Messenger>();
        m_files.path.clear();
        m_files.proposed.clear();
    }

    void cleanup() { m_window.reset(); }

    void exportsInTheChosenFormat()
    {
        show<views::ExportDialog>(transfer(), m_files, QList{data::ConversationId{7}}, u"Ana"_s);
        QCOMPARE(m_window->windowTitle(), u"Export this chat"_s);
        click("formatHtml");
        click("exportStart"); // nobody chose a file
        QCOMPARE(m_files.proposed, u"chat.html"_s);
        QVERIFY(transfer().calls.isEmpty());
        m_files.path = u"/tmp/ana"_s;
        click("exportStart");
        QCOMPARE(transfer().calls, QStringList{u"export html 1 /tmp/ana.html"_s});
        QVERIFY(!button("formatText")->isEnabled() && !button("exportStart")->isEnabled());
        transfer().job->finish(data::TransferOutcome{1, 1234, 0, 0, 0, {}});
        QVERIFY2(notice("exportNotice")->text().contains(u"/tmp/ana.html"_s), qPrintable(notice("exportNotice")->text()));
        QCOMPARE(button("exportClose")->text(), u"Close"_s);
        QVERIFY(button("exportStart")->isEnabled());
    }

    void exportStopsWhenClosed()
    {
        m_files.path = u"/tmp/all.txt"_s;
        show<views::ExportDialog>(transfer(), m_files, QList<data::ConversationId>(), QString());
        QCOMPARE(m_window->windowTitle(), u"Export everything"_s);
        click("exportStart");
        QVERIFY(transfer().job);
        click("jobStop");
        QVERIFY(!transfer().job);
        QVERIFY(button("exportStart")->isEnabled());
        click("exportStart");
        m_window.reset();
        QVERIFY(!transfer().job);
    }

    void saysWhyNot()
    {
        m_files.path = u"/tmp/all.txt"_s;
        show<views::ExportDialog>(transfer(), m_files, QList<data::ConversationId>(), QString());
        click("exportStart");
        transfer().job->finish(fail(ErrorKind::Storage, u"There is no room left."_s));
        QCOMPARE(notice("exportNotice")->kind(), Banner::Kind::Error);
        QCOMPARE(notice("exportNotice")->text(), u"There is no room left."_s);
    }

    void backsUp()
    {
        show<views::DataPage>(transfer(), m_files);
        QCOMPARE(m_window->accessibleName(), u"Data"_s);
        m_files.path = u"/tmp/mine"_s;
        click("dataBackUp");
        QVERIFY(m_files.proposed.endsWith(u".palique-backup"_s));
        QCOMPARE(transfer().calls, QStringList{u"back up /tmp/mine.palique-backup"_s});
        QVERIFY(!button("dataBackUp")->isEnabled());
        transfer().job->finish(data::TransferOutcome{12, 3456, 0, 0, 0, {}});
        QVERIFY(notice("dataNotice")->text().contains(u"/tmp/mine.palique-backup"_s));
        QVERIFY(button("dataBackUp")->isEnabled());
        for (const auto &[name, signal] : {std::pair("dataExport", &views::DataPage::exportRequested), {"dataRestore", &views::DataPage::restoreRequested}, {"dataImport", &views::DataPage::importRequested}}) {
            QSignalSpy spy(static_cast<views::DataPage *>(m_window.get()), signal);
            click(name);
            QCOMPARE(spy.size(), 1);
        }
    }

    void restores()
    {
        m_messenger->addAccount(u"me@example.org"_s);
        show<views::RestoreDialog>(*m_messenger, m_files);
        QVERIFY(!button("restoreStart")->isEnabled());
        m_files.path = u"/tmp/x.palique-backup"_s;
        transfer().backup = data::BackupInfo{QDateTime::currentDateTimeUtc(), u"Palique 0.1"_s, 4, {u"me@example.org"_s}, 3, 40};
        click("restoreChoose");
        QVERIFY(button("restoreStart")->isEnabled());
        QVERIFY(m_window->findChild<QWidget *>("restoreWarning"_L1)->isVisible());
        click("restoreStart");
        QCOMPARE(transfer().calls, (QStringList{u"inspect /tmp/x.palique-backup"_s, u"restore /tmp/x.palique-backup"_s}));
        transfer().job->finish(data::TransferOutcome{3, 40, 0, 0, 0, u"/home/me/palique.before-restore-1.db"_s});
        QVERIFY(notice("restoreNotice")->text().contains(u"/home/me/palique.before-restore-1.db"_s));
        QVERIFY(!button("restoreStart")->isVisible());
    }

    void refusesWhatIsNoBackup()
    {
        show<views::RestoreDialog>(*m_messenger, m_files);
        m_files.path = u"/tmp/x.txt"_s;
        transfer().backup = fail(ErrorKind::Invalid, u"This file is no backup of Palique."_s);
        click("restoreChoose");
        QCOMPARE(notice("restoreNotice")->text(), u"This file is no backup of Palique."_s);
        QVERIFY(!button("restoreStart")->isEnabled());
        QVERIFY(button("restoreChoose")->isEnabled());
    }

    void importsWhatItFound()
    {
        const auto *account = m_messenger->addAccount(u"me@example.org"_s);
        m_messenger->addAccount(u"work@example.org"_s);
        transfer().found = {gajim(u"me@example.org"_s)};
        show<views::ImportDialog>(*m_messenger, m_files);
        QVERIFY2(button("importStore0")->text().startsWith(u"Gajim"_s), qPrintable(button("importStore0")->text()));
        QVERIFY(button("importStore0")->text().contains(u"3,456"_s));
        QVERIFY(!m_window->findChild<QComboBox *>("importAccount"_L1)->isVisible()); // it knows where it belongs
        click("importStart");
        QCOMPARE(transfer().calls, QStringList{u"import %1 /home/me/logs.db"_s.arg(account->id().value)});
        transfer().job->finish(data::TransferOutcome{12, 3450, 6, 210, 2, {}});
        const QString words = notice("importNotice")->text();
        QVERIFY2(words.contains(u"3,450"_s) && words.contains(u"6"_s) && words.contains(u"210"_s), qPrintable(words));
    }

    void asksForTheAccount()
    {
        m_messenger->addAccount(u"me@example.org"_s);
        const auto *work = m_messenger->addAccount(u"work@example.org"_s);
        transfer().found = {gajim(u"old@elsewhere.example"_s)};
        show<views::ImportDialog>(*m_messenger, m_files);
        auto *choice = m_window->findChild<QComboBox *>("importAccount"_L1);
        QVERIFY(choice->isVisible());
        choice->setCurrentIndex(1);
        click("importStart");
        QCOMPARE(transfer().calls, QStringList{u"import %1 /home/me/logs.db"_s.arg(work->id().value)});
    }

    void looksWhereOneSays()
    {
        m_messenger->addAccount(u"me@example.org"_s);
        show<views::ImportDialog>(*m_messenger, m_files);
        QVERIFY(notice("importNotice")->isVisible());
        QVERIFY(!button("importStart")->isEnabled());
        m_files.path = u"/elsewhere"_s;
        transfer().chosen = fail(ErrorKind::Invalid, u"Nothing there."_s);
        click("importFolder");
        QCOMPARE(notice("importNotice")->text(), u"Nothing there."_s);
        transfer().chosen = gajim(u"me@example.org"_s);
        click("importFile");
        click("importFile"); // the same again is the same
        QVERIFY(button("importStore0")->isChecked() && !m_window->findChild<QWidget *>("importStore1"_L1));
        QVERIFY(button("importStart")->isEnabled());
    }

    void needsAnAccount()
    {
        transfer().found = {gajim(u"me@example.org"_s)};
        show<views::ImportDialog>(*m_messenger, m_files);
        QVERIFY(!button("importStart")->isEnabled());
    }

    void stoppedImportSaysWhatStays()
    {
        m_messenger->addAccount(u"me@example.org"_s);
        transfer().found = {gajim(u"me@example.org"_s)};
        show<views::ImportDialog>(*m_messenger, m_files);
        click("importStart");
        click("jobStop");
        QVERIFY(!transfer().job);
        QVERIFY(notice("importNotice")->text().startsWith(u"Stopped"_s));
        QVERIFY(button("importStart")->isEnabled());
    }

private:
    template <typename T, typename... Args>
    void show(Args &&...args)
    {
        m_window = std::make_unique<T>(std::forward<Args>(args)...);
        m_window->setAttribute(Qt::WA_DeleteOnClose, false);
        m_window->show();
    }

    [[nodiscard]] fake::Transfer &transfer() { return m_messenger->transfer(); }
    [[nodiscard]] QAbstractButton *button(const char *name) const { return m_window->findChild<QAbstractButton *>(QLatin1StringView(name)); }
    [[nodiscard]] Banner *notice(const char *name) const { return m_window->findChild<Banner *>(QLatin1StringView(name)); }
    void click(const char *name) { button(name)->click(); }

    std::unique_ptr<fake::Messenger> m_messenger;
    Files m_files;
    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(tst_TransferDialogs)
#include "tst_transferdialogs.moc"
