// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspectorwindow.h"

#include "style/style.h"
#include "views/dialogs.h"
#include "views/inspector/recordfile.h"
#include "views/inspector/sendpanel.h"
#include "views/parts.h"
#include "widgets/banner.h"
#include "widgets/elidedlabel.h"
#include "widgets/fields.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace views
{

using Directions = models::InspectionFilter::Directions;
using Secrets = im::Inspection::Secrets;

InspectorWindow::InspectorWindow(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent, Qt::Window), m_accounts(accounts), m_dialogs(dialogs), m_filter(m_model), m_account(makeChoice(tr("Account"), "inspectedAccount"_L1)),
      m_attempt(makeChoice(tr("Attempt"), "attempt"_L1)), m_direction(makeChoice(tr("Direction"), "direction"_L1)),
      m_peer(makeChoice(tr("Other side"), "peer"_L1)), m_document(makeChoice(tr("Standard"), "document"_L1)), m_search(new widgets::SearchField(this)),
      m_pause(new QToolButton(this)), m_secrets(new QToolButton(this)), m_compose(new QToolButton(this)),
      m_export(makeButton(tr("Export"), style::ButtonRole::Secondary, "exportRecord"_L1, this)), m_count(new widgets::ElidedLabel(this)),
      m_phases(new QListView(this)), m_elements(new QTreeView(this)), m_notice(new widgets::Banner(this)), m_warning(new widgets::Banner(this)),
      m_send(new SendPanel(this))
{
    setObjectName("inspectorWindow"_L1);
    setWindowTitle(tr("Inspector"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connectParts();
    fillAccounts();
    chooseAccount();
    resize(1120, 720);
    setMinimumHeight(400);
}

InspectorWindow::~InspectorWindow()
{
    m_model.setInspection(nullptr);
    m_send->setInspection(nullptr);
}

void InspectorWindow::connectParts()
{
    connect(m_account, &QComboBox::activated, this, &InspectorWindow::chooseAccount);
    connect(m_attempt, &QComboBox::activated, this, &InspectorWindow::showAttempt);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &models::InspectionFilter::setText);
    connect(m_search, &widgets::SearchField::downPressed, m_elements, qOverload<>(&QWidget::setFocus));
    connect(m_search, &widgets::SearchField::left, m_elements, qOverload<>(&QWidget::setFocus));
    connect(m_direction, &QComboBox::currentIndexChanged, this, [this] { m_filter.setDirections(Directions(m_direction->currentData().toInt())); });
    connect(m_peer, &QComboBox::currentIndexChanged, this, [this] { m_filter.setAddress(m_peer->currentData().toString()); });
    connect(m_document, &QComboBox::currentIndexChanged, this, [this] { m_filter.setDocument(m_document->currentData().toString()); });
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        m_model.setFlow(paused ? models::InspectionModel::Flow::Paused : models::InspectionModel::Flow::Live);
    });
    connect(m_secrets, &QToolButton::toggled, this, &InspectorWindow::followSecrets);
    connect(m_warning, &widgets::Banner::actionTriggered, m_secrets, [this] { m_secrets->setChecked(false); });
    connect(m_compose, &QToolButton::toggled, this, [this](bool open) {
        m_send->setVisible(open);
        if (open)
            m_send->focusFirst();
    });
    connect(m_export, &QPushButton::clicked, this, &InspectorWindow::exportFile);
    connect(&m_model, &models::InspectionModel::choicesChanged, this, &InspectorWindow::fillChoices);
    connect(&m_model, &models::InspectionModel::waitingChanged, this, &InspectorWindow::followFlow);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, changed, this, &InspectorWindow::followFlow);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &InspectorWindow::followFlow);
    connect(&m_filter, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &parent) {
        // Who reads the newest sees what comes; who reads something older stays there.
        const QScrollBar *bar = m_elements->verticalScrollBar();
        if (!parent.isValid() && bar->value() == bar->maximum())
            showNewest();
    });
    connect(m_elements, &QTreeView::expanded, this, &InspectorWindow::unfold);
    connect(m_elements, &QWidget::customContextMenuRequested, this, &InspectorWindow::showMenu);
    connect(new QShortcut(QKeySequence::Copy, m_elements, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &InspectorWindow::copyXml);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search, qOverload<>(&QWidget::setFocus));
    connect(m_phases->selectionModel(), &QItemSelectionModel::currentChanged, this, &InspectorWindow::openPhase);
    connect(&m_accounts, &im::Accounts::added, this, &InspectorWindow::fillAccounts);
    connect(&m_accounts, &im::Accounts::removed, this, &InspectorWindow::fillAccounts);
}

// What is inspected

void InspectorWindow::fillAccounts()
{
    const QString shown = m_inspection ? m_inspection->account() : QString();
    const QSignalBlocker quiet(m_account);
    m_account->clear();
    for (const im::Account *account : m_accounts.all())
        m_account->addItem(account->address().toString());
    if (m_account->findText(shown) < 0 && !shown.isEmpty())
        m_account->addItem(shown); // a sign-in, or an account that is gone: what it said can still be read
    m_account->setCurrentIndex(std::max(0, m_account->findText(shown)));
}

void InspectorWindow::chooseAccount()
{
    for (im::Account *account : m_accounts.all()) {
        if (account->address().toString() == m_account->currentText() && (!m_inspection || m_inspection->account() != m_account->currentText()))
            return inspect(account->inspect());
    }
}

void InspectorWindow::showSignIn(std::unique_ptr<im::Inspection> inspection)
{
    inspect(std::move(inspection));
    fillAccounts();
}

void InspectorWindow::inspect(std::unique_ptr<im::Inspection> inspection)
{
    m_model.setInspection(nullptr);
    m_send->setInspection(nullptr);
    m_secrets->setChecked(false);
    m_inspection = std::move(inspection);
    if (m_inspection)
        connect(m_inspection.get(), &im::Inspection::attemptsChanged, this, &InspectorWindow::followAttempts);
    m_model.setInspection(m_inspection.get());
    m_send->setInspection(m_inspection.get());
    m_attempt->clear();
    followAttempts();
    showNewest();
}

//! When the rows have their places.
void InspectorWindow::showNewest()
{
    QMetaObject::invokeMethod(m_elements, &QTreeView::scrollToBottom, Qt::QueuedConnection);
}

void InspectorWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_elements->setFocus(Qt::OtherFocusReason);
    showNewest();
}

//! The list of attempts; whoever looks at the newest one sees a newer one when it begins.
void InspectorWindow::followAttempts()
{
    const QList<im::InspectedAttempt> attempts = m_inspection ? m_inspection->attempts() : QList<im::InspectedAttempt>();
    const bool newest = m_attempt->currentIndex() == m_attempt->count() - 1;
    while (m_attempt->count() > attempts.size())
        m_attempt->removeItem(0);
    for (qsizetype i = 0; i < attempts.size(); ++i) {
        const QString title = models::attemptTitle(attempts.at(i));
        if (i < m_attempt->count())
            m_attempt->setItemText(int(i), title);
        else
            m_attempt->addItem(title);
    }
    m_attempt->setEnabled(!attempts.isEmpty());
    if (newest)
        m_attempt->setCurrentIndex(m_attempt->count() - 1);
    showAttempt();
}

void InspectorWindow::showAttempt()
{
    m_phaseModel.show(m_inspection.get(), m_attempt->currentIndex());
}

void InspectorWindow::fillChoices()
{
    const auto fill = [](QComboBox *choice, const QString &all, const QStringList &values) {
        const QString chosen = choice->currentData().toString();
        const QSignalBlocker quiet(choice);
        choice->clear();
        choice->addItem(all, QString());
        for (const QString &value : values)
            choice->addItem(value, value);
        choice->setCurrentIndex(std::max(0, choice->findData(chosen)));
        return choice->currentData().toString() == chosen;
    };
    if (!fill(m_peer, tr("Everybody"), m_model.addresses()))
        m_filter.setAddress({});
    if (!fill(m_document, tr("All standards"), m_model.documents()))
        m_filter.setDocument({});
}

void InspectorWindow::followFlow()
{
    const qint64 waiting = m_model.waiting();
    const int shown = m_filter.rowCount();
    m_count->setText(waiting > 0 ? tr("%n element(s), and more wait", nullptr, shown) : tr("%n element(s)", nullptr, shown));
    m_export->setEnabled(shown > 0);
}

void InspectorWindow::followSecrets()
{
    const bool shown = m_secrets->isChecked();
    m_model.setSecrets(shown ? Secrets::Shown : Secrets::Masked);
    if (shown)
        m_warning->present(widgets::Banner::Kind::Warning, tr("Passwords and sign-in data can be read now, here and in what you export. Show them to nobody."), {tr("Hide")});
    else
        m_warning->hide();
}

// What a person does with it

void InspectorWindow::openPhase(const QModelIndex &phase)
{
    if (const qint64 number = phase.isValid() ? phase.data(models::PhaseRole::Element).toLongLong() : -1; number >= 0)
        openElement(number);
}

void InspectorWindow::openElement(qint64 number)
{
    const QModelIndex row = m_filter.mapFromSource(m_model.indexOf(number));
    if (!row.isValid())
        return;
    m_elements->setCurrentIndex(row);
    m_elements->scrollTo(row, QAbstractItemView::PositionAtTop);
}

//! An element unfolds with its XML, as deep as it goes; long lists in it stay folded.
void InspectorWindow::unfold(const QModelIndex &element)
{
    static constexpr int Most = 60;
    if (m_filter.canFetchMore(element))
        m_filter.fetchMore(element);
    for (int row = 0; row < m_filter.rowCount(element); ++row) {
        const QModelIndex child = m_filter.index(row, 0, element);
        if (m_filter.rowCount(child) > 0 && m_filter.rowCount(child) <= Most)
            m_elements->expand(child);
    }
}

void InspectorWindow::showMenu(const QPoint &at)
{
    const QModelIndex row = m_elements->indexAt(at);
    const im::InspectedElement *element = m_model.element(m_filter.mapToSource(row));
    if (!element)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(style::icon(style::Icon::Copy), tr("Copy XML"), this, &InspectorWindow::copyXml);
    if (const auto question = element->question)
        menu->addAction(tr("Go to what it answers"), this, [this, number = *question] { openElement(number); });
    if (const auto answer = element->answer)
        menu->addAction(tr("Go to its answer"), this, [this, number = *answer] { openElement(number); });
    menu->popup(m_elements->viewport()->mapToGlobal(at));
}

void InspectorWindow::copyXml()
{
    if (const im::InspectedElement *element = m_model.element(m_filter.mapToSource(m_elements->currentIndex())))
        QGuiApplication::clipboard()->setText(m_inspection->xml(element->number, m_model.secrets()));
}

void InspectorWindow::exportFile()
{
    const QByteArray text = m_inspection->exported(m_filter.numbers(), m_model.secrets());
    m_dialogs.saveFile(this, tr("Export"), u"palique-inspector.txt"_s, tr("Text (*.txt)")).then(this, [this, text](const Result<QString> &path) {
        const Result<void> written = path ? writePrivately(*path, text) : fail(path.error());
        if (written)
            m_notice->present(widgets::Banner::Kind::Info, tr("Written to %1").arg(*path));
        else if (written.error().kind != ErrorKind::Cancelled)
            m_notice->present(widgets::Banner::Kind::Error, written.error().text);
    });
}

} // namespace views
