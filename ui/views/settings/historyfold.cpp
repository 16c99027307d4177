// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/historyfold.h"

#include "views/parts.h"
#include "widgets/collapsible.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;
using Keeping = im::Account::Keeping;
using Phase = im::HistoryState::Phase;

namespace views
{

HistoryFold::HistoryFold(im::Account &account, QWidget *parent)
    : QWidget(parent), m_account(account), m_fold(new widgets::Collapsible(tr("Messages on the server"), this))
{
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addWidget(m_fold);
    auto *page = new QWidget;
    auto *inside = new QVBoxLayout(page);
    inside->setContentsMargins(8, 0, 0, 8);
    inside->setSpacing(8);
    m_state = makeLabel({}, style::TextRole::Muted, page);
    m_state->setObjectName("historyState"_L1);
    m_keeping = new QComboBox(page);
    m_keeping->setObjectName("historyKeeping"_L1);
    m_keeping->addItem(tr("Everything"), int(Keeping::Everything));
    m_keeping->addItem(tr("What I and my contacts say"), int(Keeping::Contacts));
    m_keeping->addItem(tr("Nothing"), int(Keeping::Nothing));
    m_keepingName = makeFieldName(tr("From now on the server keeps"), m_keeping, page);
    inside->addWidget(m_state);
    inside->addWidget(m_keepingName);
    inside->addWidget(m_keeping, 0, Qt::AlignLeading);
    m_fold->setObjectName("historyFold"_L1);
    m_fold->setContent(page);
    m_keeping->hide();
    m_keepingName->hide();
    connect(m_fold, &widgets::Collapsible::expandedChanged, this, &HistoryFold::ask);
    connect(m_keeping, &QComboBox::activated, this, &HistoryFold::choose);
    connect(&account, &im::Account::historyChanged, this, &HistoryFold::follow);
    connect(&account, &im::Account::statusChanged, this, &HistoryFold::follow);
    follow();
}

void HistoryFold::follow()
{
    const im::HistoryState &history = m_account.history();
    const QString since = QLocale().toString(history.reachesBack.toLocalTime().date(), QLocale::LongFormat);
    const bool any = history.reachesBack.isValid();
    QString words;
    switch (history.phase) {
    case Phase::Nothing: words = tr("This server keeps no messages. What is said while Palique is closed may be lost, and your other devices do not see it."); break;
    case Phase::CatchingUp: words = tr("Fetching what was said meanwhile."); break;
    case Phase::GoingBack: words = any ? tr("Here back to %1. Older messages are on their way.").arg(since) : tr("Older messages are on their way."); break;
    case Phase::Complete: words = any ? tr("All of it is here, back to %1.").arg(since) : tr("The server keeps your messages. There are none yet."); break;
    case Phase::Waiting: words = any ? tr("Here back to %1. What is missing comes when you are online.").arg(since) : tr("Not known until you are online."); break;
    }
    m_state->setText(words);
    m_keeping->setEnabled(m_account.isOnline());
    if (!m_account.isOnline())
        m_asked = false;
    else if (m_fold->isExpanded())
        ask();
}

void HistoryFold::ask()
{
    if (!m_fold->isExpanded() || m_asked || !m_account.isOnline() || m_account.history().phase == Phase::Nothing)
        return;
    m_asked = true;
    m_account.keeping().then(this, [this](const Result<Keeping> &keeping) { show(keeping); });
}

//! Where the server lets nobody choose there is nothing to choose.
void HistoryFold::show(const Result<Keeping> &keeping)
{
    m_keeping->setVisible(keeping.has_value());
    m_keepingName->setVisible(keeping.has_value());
    if (keeping)
        m_keeping->setCurrentIndex(m_keeping->findData(int(*keeping)));
}

void HistoryFold::choose()
{
    m_account.setKeeping(Keeping(m_keeping->currentData().toInt())).then(this, [this](const Result<Keeping> &keeping) {
        if (keeping)
            return show(keeping);
        Q_EMIT failed(keeping.error());
        m_asked = false;
        ask();
    });
}

} // namespace views
