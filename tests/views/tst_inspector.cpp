// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inspectionfilter.h"
#include "support/fakemessenger/fakemessenger.h"
#include "views/dialogs.h"
#include "views/inspector/inspectorwindow.h"
#include "widgets/banner.h"
#include "widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using models::InspectionRole::Name;

namespace
{
class Files final : public views::Dialogs
{
public:
    [[nodiscard]] Task<Result<QString>> chooseFile(QWidget *, QString, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> chooseFolder(QWidget *, QString) override { return Task<Result<QString>>::ready(fail(Error::cancelled())); }
    [[nodiscard]] Task<Result<QString>> saveFile(QWidget *, QString, QString, QString) override
    {
        return path.isEmpty() ? Task<Result<QString>>::ready(fail(Error::cancelled())) : Task<Result<QString>>::ready(path);
    }
    [[nodiscard]] Task<Result<int>> ask(QWidget *, QString, QString, QStringList) override { return Task<Result<int>>::ready(fail(Error::cancelled())); }
    void openLink(const QUrl &) override { }

    QString path;
};

//! Everything a model says, below this row too.
QString said(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    QString all;
    if (model.canFetchMore(parent))
        const_cast<QAbstractItemModel &>(model).fetchMore(parent);
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole)})
            all += index.data(role).toString() + u'\n';
        all += said(model, index);
    }
    return all;
}

const QByteArray Payload = QByteArray("\0eva\0correct horse", 18).toBase64();
const QStringList Secrets = {QString::fromLatin1(Payload), u"correct horse"_s, u"s3cretvalue"_s};

void playSecrets(fake::Inspection &inspection)
{
    inspection.sent("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + Payload + "</auth>");
    inspection.received("<success xmlns='urn:xmpp:sasl:2'><token xmlns='urn:xmpp:fast:0' token='s3cretvalue' expiry='2026-12-01T00:00:00Z'/></success>");
}
}

class tst_Inspector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void modelKeepsItsWord();
    void showsWhatHappened();
    void hidesSecretsUntilAsked();
    void filters();
    void pauses();
    void exports();
    void sendsOnlyWhatIsXml();
    void followsAttempts();
    void goesToWhatBelongsTogether();
    void outlivesAccounts();
    void staysWhereOneReads();

private:
    template <typename T>
    [[nodiscard]] T *find(const char *name) const { return m_window->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] QAbstractItemModel &rows() const { return *find<QTreeView>("elements")->model(); }
    [[nodiscard]] fake::Inspection &inspection() const { return *m_me->inspection; }
    void choose(const char *box, const QString &text) const;

    std::unique_ptr<fake::Messenger> m_messenger;
    Files m_files;
    std::unique_ptr<views::InspectorWindow> m_window;
    fake::Account *m_me = nullptr;
};

void tst_Inspector::init()
{
    m_messenger = std::make_unique<fake::Messenger>();
    m_files.path.clear();
    m_me = m_messenger->addAccount(u"eva@palique.example"_s);
    m_me->onInspect = [](fake::Inspection &inspection) {
        inspection.playSignIn();
        inspection.playChat();
    };
    m_window = std::make_unique<views::InspectorWindow>(m_messenger->accounts(), m_files);
    m_window->setAttribute(Qt::WA_DeleteOnClose, false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_Inspector::cleanup()
{
    m_window.reset();
    m_messenger.reset();
}

void tst_Inspector::choose(const char *box, const QString &text) const
{
    auto *choice = find<QComboBox>(box);
    const int at = choice->findText(text);
    QVERIFY2(at >= 0, qPrintable(text));
    choice->setCurrentIndex(at);
    Q_EMIT choice->activated(at);
}

void tst_Inspector::modelKeepsItsWord()
{
    fake::Inspection inspection(u"eva@palique.example"_s);
    models::InspectionModel model;
    models::InspectionFilter filter(model);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
    // It would fetch in the middle of an insertion; said() fetches everything instead.
    tester.setUseFetchMore(false);
    filterTester.setUseFetchMore(false);
    inspection.playSignIn();
    model.setInspection(&inspection);
    inspection.playChat();
    (void)said(filter);
    filter.setText(u"roster"_s);
    inspection.playSignIn();
    (void)said(filter);
    model.setSecrets(im::Inspection::Secrets::Shown);
    (void)said(filter);
    filter.setText({});
    model.setFlow(models::InspectionModel::Flow::Paused);
    inspection.playChat();
    model.setFlow(models::InspectionModel::Flow::Live);
    QCOMPARE(model.rowCount(), int(inspection.end()));
    // The oldest go, also those that nobody saw.
    const QByteArray large = "<message><body>" + QByteArray(int(im::Inspection::MaxBytes / 4), 'x') + "</body></message>";
    for (int i = 0; i < 3; ++i)
        inspection.received(large);
    inspection.received("<presence/>");
    QVERIFY(inspection.begin() == 0);
    inspection.received(large);
    QVERIFY(inspection.begin() > 0);
    QCOMPARE(model.rowCount(), int(inspection.end() - inspection.begin()));
    model.setFlow(models::InspectionModel::Flow::Paused);
    for (int i = 0; i < 9; ++i)
        inspection.received(large);
    QCOMPARE(model.rowCount(), 0);
    model.setFlow(models::InspectionModel::Flow::Live);
    QCOMPARE(model.rowCount(), int(inspection.end() - inspection.begin()));
    model.setInspection(nullptr);
    QCOMPARE(model.rowCount(), 0);
    auto shortLived = std::make_unique<fake::Inspection>(u"eva@palique.example"_s);
    shortLived->playChat();
    model.setInspection(shortLived.get());
    shortLived.reset();
    QCOMPARE(model.rowCount(), 0);
}

void tst_Inspector::showsWhatHappened()
{
    QCOMPARE(m_window->accessibleName(), u"Inspector"_s);
    const auto *phases = find<QListView>("phases");
    QCOMPARE(phases->model()->rowCount(), 11);
    QCOMPARE(phases->model()->index(0, 0).data().toString(), u"Find the server"_s);
    QCOMPARE(phases->model()->index(10, 0).data().toString(), u"Ready"_s);
    QCOMPARE(rows().rowCount(), int(inspection().end()));
    const QString all = said(rows());
    QVERIFY(all.contains(u"We ask for the list of contacts"));
    QVERIFY(all.contains(u"<body>Claro</body>, The words of the message."));
    QVERIFY(all.contains(u"answered after 12 ms"));
    QVERIFY(all.contains(u"XEP-0198 4"));
    inspection().received("<message from='ana@palique.example/x'><body>new</body></message>");
    QCOMPARE(rows().rowCount(), int(inspection().end()));
    QCOMPARE(find<widgets::ElidedLabel>("elementCount")->text(), u"%1 element(s)"_s.arg(rows().rowCount()));
}

void tst_Inspector::hidesSecretsUntilAsked()
{
    playSecrets(inspection());
    for (const QString &secret : Secrets) {
        QVERIFY(!said(rows()).contains(secret));
        find<QLineEdit>("inspectorSearch")->setText(secret);
        QCOMPARE(rows().rowCount(), 0); // not even by searching
        find<QLineEdit>("inspectorSearch")->clear();
    }
    auto *elements = find<QTreeView>("elements");
    elements->setCurrentIndex(rows().index(rows().rowCount() - 2, 0));
    elements->setFocus();
    QTest::keySequence(elements, QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->text().contains(u"•••"));

    QVERIFY(!find<QWidget>("secretsWarning")->isVisible());
    find<QToolButton>("showSecrets")->click();
    QVERIFY(find<QWidget>("secretsWarning")->isVisible());
    for (const QString &secret : Secrets)
        QVERIFY2(said(rows()).contains(secret), qPrintable(said(rows())));
    QVERIFY(said(rows()).contains(u"\\0eva\\0correct horse"));
    find<widgets::Banner>("secretsWarning")->findChild<QPushButton *>("action0"_L1)->click();
    QVERIFY(!find<QToolButton>("showSecrets")->isChecked());
    for (const QString &secret : Secrets)
        QVERIFY(!said(rows()).contains(secret));
}

void tst_Inspector::filters()
{
    const int all = rows().rowCount();
    find<QLineEdit>("inspectorSearch")->setText(u"CLARO"_s);
    QCOMPARE(rows().rowCount(), 1);
    find<QLineEdit>("inspectorSearch")->setText(u"list of contacts"_s); // the sentence
    QCOMPARE(rows().rowCount(), 1);
    find<QLineEdit>("inspectorSearch")->clear();
    choose("direction", u"Sent"_s);
    const int sent = rows().rowCount();
    choose("direction", u"Received"_s);
    QCOMPARE(rows().rowCount() + sent, all);
    choose("direction", u"Both directions"_s);
    choose("peer", u"ana@palique.example"_s);
    QCOMPARE(rows().rowCount(), 4);
    choose("document", u"XEP-0184"_s);
    QCOMPARE(rows().rowCount(), 2);
    inspection().received("<message from='ana@palique.example/x'><received xmlns='urn:xmpp:receipts' id='m1'/></message>");
    QCOMPARE(rows().rowCount(), 3);
    inspection().received("<message from='leo@palique.example/x'><received xmlns='urn:xmpp:receipts' id='m1'/></message>");
    QCOMPARE(rows().rowCount(), 3);
    choose("peer", u"leo@palique.example"_s);
    QCOMPARE(rows().rowCount(), 1);
    choose("peer", u"Everybody"_s);
    choose("document", u"All standards"_s);
    QCOMPARE(rows().rowCount(), all + 2);
}

void tst_Inspector::pauses()
{
    const int before = rows().rowCount();
    find<QToolButton>("pause")->click();
    inspection().playChat();
    QCOMPARE(rows().rowCount(), before);
    QVERIFY(find<widgets::ElidedLabel>("elementCount")->text().contains(u"more wait"));
    find<QToolButton>("pause")->click();
    QCOMPARE(rows().rowCount(), int(inspection().end()));
    QVERIFY(!find<widgets::ElidedLabel>("elementCount")->text().contains(u"more wait"));
}

void tst_Inspector::exports()
{
    playSecrets(inspection());
    const QTemporaryDir folder;
    QTest::mouseClick(find<QPushButton>("exportRecord"), Qt::LeftButton); // and Cancel
    QVERIFY(!find<QWidget>("inspectorNotice")->isVisible());
    m_files.path = folder.filePath(u"record.txt"_s);
    const auto exported = [&] {
        QTest::mouseClick(find<QPushButton>("exportRecord"), Qt::LeftButton);
        QFile file(m_files.path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    };
    QString text = exported();
    QVERIFY(text.contains(u"<body>Claro</body>") && text.contains(u"Words of ours for somebody. [RFC 6121 5]"));
    for (const QString &secret : Secrets)
        QVERIFY2(!text.contains(secret), qPrintable(text));
    QCOMPARE(QFile::permissions(m_files.path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    QVERIFY(find<widgets::Banner>("inspectorNotice")->text().contains(m_files.path));
    // Only what is shown, and with secrets only when they are.
    find<QLineEdit>("inspectorSearch")->setText(u"token"_s);
    find<QToolButton>("showSecrets")->click();
    text = exported();
    QVERIFY(text.contains(u"s3cretvalue") && !text.contains(u"Claro"));
    m_files.path = folder.filePath(u"nowhere/record.txt"_s);
    QVERIFY(exported().isEmpty());
    QCOMPARE(find<widgets::Banner>("inspectorNotice")->kind(), widgets::Banner::Kind::Error);
}

void tst_Inspector::sendsOnlyWhatIsXml()
{
    find<QToolButton>("writeXml")->click();
    auto *xml = find<QPlainTextEdit>("rawXml");
    auto *notice = find<widgets::Banner>("sendNotice");
    QVERIFY(xml->isVisible());
    QCOMPARE(notice->kind(), widgets::Banner::Kind::Warning);
    QVERIFY(!find<QPushButton>("sendXml")->isEnabled());
    xml->setPlainText(u"<message><body>x</message>"_s);
    QTest::mouseClick(find<QPushButton>("sendXml"), Qt::LeftButton);
    QCOMPARE(notice->kind(), widgets::Banner::Kind::Error);
    QVERIFY(inspection().written.isEmpty());
    QVERIFY(!xml->toPlainText().isEmpty());
    xml->setPlainText(u"<message to='ana@palique.example'><body>x</body></message>"_s);
    QCOMPARE(notice->kind(), widgets::Banner::Kind::Warning);
    QTest::mouseClick(find<QPushButton>("sendXml"), Qt::LeftButton);
    QCOMPARE(inspection().written, QByteArrayList{"<message to='ana@palique.example'><body>x</body></message>"});
    QVERIFY(xml->toPlainText().isEmpty());
    xml->setPlainText(u"<presence/>"_s);
    inspection().setOnline(false);
    QVERIFY(!find<QPushButton>("sendXml")->isEnabled());
    QCOMPARE(notice->kind(), widgets::Banner::Kind::Info);
}

void tst_Inspector::followsAttempts()
{
    auto *attempt = find<QComboBox>("attempt");
    QCOMPARE(attempt->count(), 1);
    QVERIFY(attempt->currentText().endsWith(u"connected"));
    inspection().playRefusal();
    QCOMPARE(attempt->currentIndex(), 1);
    QVERIFY(attempt->currentText().endsWith(u"failed"));
    const auto *phases = find<QListView>("phases");
    QVERIFY(phases->model()->index(phases->model()->rowCount() - 1, 0).data(Qt::AccessibleTextRole).toString().contains(u"failed"));
    // Who looks at an older one stays there.
    choose("attempt", attempt->itemText(0));
    QCOMPARE(phases->model()->rowCount(), 11);
    inspection().playSignIn();
    QCOMPARE(attempt->count(), 3);
    QCOMPARE(attempt->currentIndex(), 0);
}

void tst_Inspector::goesToWhatBelongsTogether()
{
    auto *phases = find<QListView>("phases");
    phases->setCurrentIndex(phases->model()->index(6, 0));
    QCOMPARE(find<QTreeView>("elements")->currentIndex().data(Name).toString(), u"auth"_s);
    auto *elements = find<QTreeView>("elements");
    elements->expand(elements->currentIndex());
    QCOMPARE(rows().rowCount(elements->currentIndex()), 1);
    QTest::keyClick(elements, Qt::Key_Left);
    QVERIFY(!elements->isExpanded(elements->currentIndex()));
}

void tst_Inspector::outlivesAccounts()
{
    auto *other = m_messenger->addAccount(u"work@atelier.example"_s);
    auto *account = find<QComboBox>("inspectedAccount");
    QCOMPARE(account->count(), 2);
    choose("inspectedAccount", u"work@atelier.example"_s);
    QVERIFY(other->inspection);
    QVERIFY(!m_me->inspection); // nobody records what nobody sees
    QCOMPARE(rows().rowCount(), 0);
    QCOMPARE(find<QComboBox>("attempt")->count(), 0);
    auto attempt = std::make_unique<fake::Inspection>(u"new@palique.example"_s);
    attempt->playRefusal();
    m_window->showSignIn(std::move(attempt));
    QCOMPARE(account->currentText(), u"new@palique.example"_s);
    QVERIFY(rows().rowCount() > 5);
    QVERIFY(!other->inspection);
    choose("inspectedAccount", u"eva@palique.example"_s);
    QVERIFY(m_me->inspection);
    (void)m_messenger->accounts().remove(m_me->id());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(rows().rowCount() > 5);
    m_window.reset();
}

//! New elements come at the end; who reads something older is not moved.
void tst_Inspector::staysWhereOneReads()
{
    auto *elements = find<QTreeView>("elements");
    QTRY_VERIFY(elements->verticalScrollBar()->value() == elements->verticalScrollBar()->maximum() && elements->verticalScrollBar()->maximum() > 0);
    inspection().playChat();
    QTRY_COMPARE(elements->verticalScrollBar()->value(), elements->verticalScrollBar()->maximum());
    QCoreApplication::processEvents();
    elements->verticalScrollBar()->setValue(40);
    inspection().playChat();
    QCoreApplication::processEvents();
    QCOMPARE(elements->verticalScrollBar()->value(), 40);
}

QTEST_MAIN(tst_Inspector)
#include "tst_inspector.moc"
