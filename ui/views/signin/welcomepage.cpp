// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/welcomepage.h"

#include "style/style.h"
#include "views/parts.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_signIn(makeButton(tr("Sign in"), style::ButtonRole::Primary, "welcomeSignIn"_L1, this))
{
    setObjectName("welcome"_L1);
    m_icon->setTextFormat(Qt::PlainText);
    m_icon->setAlignment(Qt::AlignCenter);
    QLabel *title = makeLabel(tr("Welcome to Palique"), style::TextRole::Heading, this);
    QLabel *text = makeLabel(tr("Talk with anyone who has an address like name@example.org, whichever provider or program they use."), style::TextRole::Muted, this);
    for (QLabel *label : {title, text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setMaximumWidth(400);
    }
    m_signIn->setMinimumWidth(220);
    auto *middle = new QVBoxLayout;
    setSpacing(middle, 0, 8);
    middle->addStretch(2);
    middle->addWidget(m_icon);
    middle->addSpacing(16);
    middle->addWidget(title, 0, Qt::AlignHCenter);
    middle->addWidget(text, 0, Qt::AlignHCenter);
    middle->addSpacing(24);
    middle->addWidget(m_signIn, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    auto *row = new QHBoxLayout(this);
    setSpacing(row, 24, 0);
    row->addLayout(middle, 1);
    connect(m_signIn, &QPushButton::clicked, this, &WelcomePage::signInRequested);
    connect(style::changes(), &style::Changes::changed, this, &WelcomePage::restyle);
    restyle();
}

void WelcomePage::focusFirst()
{
    m_signIn->setFocus(Qt::OtherFocusReason);
}

void WelcomePage::restyle()
{
    m_icon->setPixmap(style::applicationIcon().pixmap(QSize(96, 96), devicePixelRatioF()));
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::DevicePixelRatioChange)
        restyle();
}

} // namespace views
