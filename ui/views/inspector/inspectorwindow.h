// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/accounts.h"
#include "im/inspection.h"
#include "models/inspectionfilter.h"
#include "models/phasemodel.h"

#include <QDialog>

#include <memory>

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QComboBox;
class QListView;
class QPushButton;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace widgets
{
class Banner;
class ElidedLabel;
class SearchField;
}

namespace views
{

class Dialogs;
class SendPanel;

//! The window "Inspector": how an account came online, and everything it says to its server and hears from it, explained.
class InspectorWindow final : public QDialog
{
    Q_OBJECT

public:
    InspectorWindow(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent = nullptr);
    ~InspectorWindow() override;

    //! Shows an attempt to sign in that is no account.
    void showSignIn(std::unique_ptr<im::Inspection> inspection);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildPhases();
    [[nodiscard]] QWidget *buildElements();
    void buildFilters(QBoxLayout *column);
    void buildTools(QBoxLayout *column);
    [[nodiscard]] QComboBox *makeChoice(const QString &name, QLatin1StringView objectName);
    void connectParts();
    void fillAccounts();
    void chooseAccount();
    void inspect(std::unique_ptr<im::Inspection> inspection);
    void followAttempts();
    void showAttempt();
    void showNewest();
    void fillChoices();
    void followFlow();
    void followSecrets();
    void openPhase(const QModelIndex &phase);
    void openElement(qint64 number);
    void unfold(const QModelIndex &element);
    void showMenu(const QPoint &at);
    void copyXml();
    void exportFile();

    im::Accounts &m_accounts;
    Dialogs &m_dialogs;
    std::unique_ptr<im::Inspection> m_inspection;
    models::InspectionModel m_model;
    models::InspectionFilter m_filter;
    models::PhaseModel m_phaseModel;
    QComboBox *m_account, *m_attempt, *m_direction, *m_peer, *m_document;
    widgets::SearchField *m_search;
    QToolButton *m_pause, *m_secrets, *m_compose;
    QPushButton *m_export;
    widgets::ElidedLabel *m_count;
    QListView *m_phases;
    QTreeView *m_elements;
    widgets::Banner *m_notice, *m_warning;
    SendPanel *m_send;
};

} // namespace views
