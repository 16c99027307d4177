// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/signindialog.h"

#include "views/dialogs.h"
#include "views/parts.h"
#include "views/signin/certificatepanel.h"
#include "views/signin/signinform.h"
#include "views/words.h"
#include "style/style.h"
#include "widgets/banner.h"
#include "widgets/collapsible.h"
#include "widgets/stepline.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
widgets::StepState shown(im::StepState state)
{
    switch (state) {
    case im::StepState::Active: return widgets::StepState::Active;
    case im::StepState::Done: return widgets::StepState::Done;
    case im::StepState::Failed: return widgets::StepState::Failed;
    case im::StepState::Waiting: break;
    }
    return widgets::StepState::Idle;
}
}

SignInDialog::SignInDialog(im::Accounts &accounts, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent), m_accounts(accounts), m_form(new SignInForm(accounts, dialogs)), m_steps(new widgets::StepLine),
      m_trouble(new widgets::Banner), m_certificate(new CertificatePanel),
      m_signIn(makeButton(tr("Sign in"), style::ButtonRole::Primary, "signIn"_L1, this)),
      m_cancel(makeButton(tr("Cancel"), style::ButtonRole::Secondary, "cancel"_L1, this)),
      m_explain(makeButton(tr("What happened?"), style::ButtonRole::Link, "whatHappened"_L1, this)), m_scroll(new QScrollArea(this))
{
    setObjectName("signInDialog"_L1);
    setWindowTitle(tr("Sign in"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_form, &SignInForm::submitted, this, &SignInDialog::start);
    connect(m_signIn, &QPushButton::clicked, this, &SignInDialog::start);
    connect(m_cancel, &QPushButton::clicked, this, &SignInDialog::reject);
    connect(m_explain, &QPushButton::clicked, this, [this] {
        if (m_attempt)
            Q_EMIT explanationRequested(m_attempt.get());
    });
    connect(m_certificate, &CertificatePanel::trustRequested, this, [this] {
        if (m_attempt)
            m_attempt->trustCertificate();
    });
    const auto *fold = m_form->findChild<widgets::Collapsible *>();
    connect(fold, &widgets::Collapsible::expandedChanged, this, &SignInDialog::fitHeight, Qt::QueuedConnection);
}

SignInDialog::~SignInDialog() = default;

void SignInDialog::build()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    setSpacing(column, 0, 8);
    column->setContentsMargins(24, 24, 24, 8);
    QLabel *title = makeLabel(tr("Sign in"), style::TextRole::Heading, page);
    title->setWordWrap(false);
    column->addWidget(title);
    column->addWidget(makeLabel(tr("With the address you have, from whichever provider."), style::TextRole::Muted, page));
    column->addSpacing(8);
    column->addWidget(m_form);
    column->addSpacing(8);
    m_steps->setObjectName("signInSteps"_L1);
    m_steps->setSteps(stepNames());
    column->addWidget(m_steps);
    m_trouble->setObjectName("signInTrouble"_L1);
    column->addWidget(m_trouble);
    column->addWidget(m_certificate);
    column->addWidget(m_explain, 0, Qt::AlignLeading);
    column->addStretch(1);
    for (QWidget *later : {static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_trouble), static_cast<QWidget *>(m_certificate), static_cast<QWidget *>(m_explain)})
        later->hide();

    m_scroll->setObjectName("signInScroll"_L1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(page);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 8, 24, 24);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_signIn);
    auto *all = new QVBoxLayout(this);
    setSpacing(all, 0, 0);
    all->addWidget(m_scroll, 1);
    all->addLayout(buttons);
    setMinimumWidth(int(440 * style::metrics().scale));
}

void SignInDialog::setAddress(const QString &address)
{
    m_form->setAddress(address);
}

void SignInDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fitHeight();
    m_form->focusFirst();
}

//! As high as what it shows, but never higher than the screen: then it scrolls.
void SignInDialog::fitHeight()
{
    const QMargins margins = layout()->contentsMargins();
    const int inner = width() - margins.left() - margins.right();
    QLayout *content = m_scroll->widget()->layout();
    content->activate();
    const int wanted = std::max(content->totalHeightForWidth(inner), content->totalSizeHint().height());
    const int buttons = layout()->itemAt(1)->sizeHint().height();
    const int most = screen() ? screen()->availableSize().height() - 80 : 700;
    resize(width(), std::min(wanted + buttons, most));
    // It grows downwards: what would be under the screen's edge moves up.
    const int under = screen() ? frameGeometry().bottom() - screen()->availableGeometry().bottom() : 0;
    if (under > 0)
        move(x(), std::max(y() - under, screen()->availableGeometry().top()));
}

void SignInDialog::start()
{
    if (m_connecting)
        return;
    const auto form = m_form->read();
    if (!form)
        return fitHeight();
    m_trouble->hide();
    m_certificate->hide();
    m_explain->hide();
    m_steps->reset();
    m_attempt.reset(); // what failed before must be gone before its address is tried again
    m_attempt = m_accounts.signIn(*form);
    connect(m_attempt.get(), &im::SignInAttempt::statusChanged, this, &SignInDialog::follow);
    connect(m_attempt.get(), &im::SignInAttempt::succeeded, this, [this](im::Account *account) {
        m_connecting = false;
        Q_EMIT signedIn(account);
        accept();
    });
    follow();
}

void SignInDialog::follow()
{
    if (!m_attempt)
        return;
    const im::Status &status = m_attempt->status();
    for (int step = 0; step < im::StepCount; ++step)
        m_steps->setState(step, shown(status.steps.at(size_t(step))));
    m_connecting = status.state == im::Status::State::Connecting || status.state == im::Status::State::Online;
    m_steps->setVisible(true);
    m_form->setEnabled(!m_connecting);
    m_signIn->setEnabled(!m_connecting);
    if (m_connecting) {
        m_trouble->hide();
        m_certificate->hide();
        m_explain->hide();
    } else if (status.trouble) {
        showTrouble(*status.trouble);
    }
    QMetaObject::invokeMethod(this, &SignInDialog::fitHeight, Qt::QueuedConnection);
}

void SignInDialog::showTrouble(const im::Trouble &trouble)
{
    m_certificate->setVisible(trouble.certificate.has_value());
    if (trouble.certificate) {
        m_certificate->setProblem(*trouble.certificate); // says it all, and what to do
        m_trouble->hide();
    } else {
        m_trouble->present(widgets::Banner::Kind::Error, troubleWords(trouble));
    }
    m_explain->setVisible(m_attempt->inspect() != nullptr);
    if (trouble.kind == im::Trouble::Kind::Password)
        m_form->focusPassword();
    QMetaObject::invokeMethod(this, &SignInDialog::settle, Qt::QueuedConnection);
}

//! Brings the words of a failure into view.
void SignInDialog::settle()
{
    m_scroll->ensureWidgetVisible(m_certificate->isVisible() ? static_cast<QWidget *>(m_certificate) : m_trouble);
}

void SignInDialog::cancelAttempt()
{
    m_attempt.reset();
    m_connecting = false;
    m_explain->hide();
    m_steps->reset();
    m_steps->hide();
    m_form->setEnabled(true);
    m_signIn->setEnabled(true);
    m_form->focusFirst();
    QMetaObject::invokeMethod(this, &SignInDialog::fitHeight, Qt::QueuedConnection);
}

//! Cancel and Esc first end the attempt, and only then the window.
void SignInDialog::reject()
{
    if (m_connecting)
        return cancelAttempt();
    QDialog::reject();
}

} // namespace views
