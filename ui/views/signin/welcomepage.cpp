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
    : QWidget(parent), m_icon(new QLabel(this)), m_signIn(makeButton(tr("Sign in"), style::ButtonRole::Primary, "welcomeSignIn"_L1, this)),
      m_restore(makeButton(tr("Restore a backup"), style::ButtonRole::Link, "welcomeRestore"_L1, this))
{
    setObjectName("welcome"_L1);
    m_icon->setTextFormat(Qt::PlainText);
    m_icon->setAlignment(Qt::AlignCenter);
    QLabel *title = makeLabel(tr("Welcome to Palique"), style::TextRole::Heading, this);
    QLabel *text = makeLabel(tr("Talk with anyone who has an address like name@example.org, whichever provider or program they use."), style::TextRole::Muted, this);
    for (QLabel *label : {title, text})
        label->setAlignment(Qt::AlignCenter);
    m_signIn->setMinimumWidth(220);
    // A column of its own: a wrapping label that a layout aligns is given the height of another width.
    auto *page = new QWidget(this);
    page->setMaximumWidth(int(420 * style::metrics().scale));
    auto *middle = new QVBoxLayout(page);
    setSpacing(middle, 0, 8);
    middle->addStretch(2);
    middle->addWidget(m_icon);
    middle->addSpacing(16);
    middle->addWidget(title);
    middle->addWidget(text);
    middle->addSpacing(24);
    middle->addWidget(m_signIn, 0, Qt::AlignHCenter);
    middle->addSpacing(4);
    middle->addWidget(m_restore, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    auto *row = new QHBoxLayout(this);
    setSpacing(row, 24, 0);
    row->addStretch(1);
    row->addWidget(page, 100);
    row->addStretch(1);
    connect(m_signIn, &QPushButton::clicked, this, &WelcomePage::signInRequested);
    connect(m_restore, &QPushButton::clicked, this, &WelcomePage::restoreRequested);
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
