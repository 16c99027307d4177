// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/requestcard.h"

#include "models/words.h"
#include "style/style.h"
#include "views/parts.h"
#include "widgets/avatar.h"
#include "widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
constexpr int MostMessages = 3;
constexpr qsizetype MostLetters = 280;

//! Words of any length can be broken: a label breaks lines at spaces only.
QString breakable(const QString &text)
{
    constexpr int longest = 20;
    QString result;
    int run = 0;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = letters.toNextBoundary(); to > 0; from = to, to = letters.toNextBoundary()) {
        const QStringView letter = QStringView(text).sliced(from, to - from);
        run = letter.first().isSpace() ? 0 : run + 1;
        result += letter;
        if (run > 0 && run % longest == 0)
            result += QChar(0x200B);
    }
    return result;
}

//! The beginning of each message, a line each.
QString beginnings(const QList<data::Message> &messages)
{
    QStringList lines;
    for (const data::Message &message : messages) {
        const QString line = message.body.simplified();
        if (line.size() <= MostLetters / messages.size())
            lines << line;
        else
            lines << line.first(MostLetters / messages.size()).trimmed() + u'…';
    }
    return breakable(lines.join(u'\n'));
}
}

RequestCard::RequestCard(im::Messenger &messenger, const models::Request &request, Clock &clock, QWidget *parent)
    : QWidget(parent), m_messenger(messenger), m_request(request)
{
    setObjectName("request"_L1);
    setMaximumWidth(560);
    style::setSurface(this, style::Surface::Card);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 16, 8);
    const im::Account *account = messenger.accounts().byId(request.account);
    if (!account)
        return;
    const QString name = account->nameOf(request.address);
    const QDateTime when = request.chat ? messenger.conversation(request.chat)->lastActivity : request.asks->when;
    buildHead(column, name, models::listTime(when, clock.now()));
    buildWords(column, *account);
    buildButtons(column, *account, name);
    if (request.chat)
        glimpse();
}

void RequestCard::buildHead(QBoxLayout *column, const QString &name, const QString &time)
{
    const QString address = m_request.address.toString();
    auto *face = new widgets::Avatar(this);
    face->setSpec({address, name, {}, widgets::AvatarSpec::Kind::Person, widgets::Presence::None});
    auto *who = new widgets::ElidedLabel(name, this);
    style::setTextRole(who, style::TextRole::Strong);
    auto *where = new widgets::ElidedLabel(address, this);
    style::setTextRole(where, style::TextRole::SmallMuted);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(who);
    names->addWidget(where);
    QLabel *clock = makeLabel(time, style::TextRole::SmallMuted, this);
    clock->setObjectName("requestTime"_L1);
    clock->setWordWrap(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(face, 0, Qt::AlignTop);
    head->addLayout(names, 1);
    head->addWidget(clock, 0, Qt::AlignTop);
    column->addLayout(head);
}

void RequestCard::buildWords(QBoxLayout *column, const im::Account &account)
{
    QString what;
    if (m_request.asks) {
        if (const QString text = m_request.asks->text.trimmed(); !text.isEmpty())
            column->addWidget(makeValue(text.left(1000), style::TextRole::Base, this));
        what = tr("Wants to talk with you and to see when you are online.");
    }
    if (m_request.chat) {
        m_written = makeLabel(breakable(m_messenger.conversation(m_request.chat)->preview), style::TextRole::Base, this);
        m_written->setObjectName("requestWritten"_L1);
        column->addWidget(m_written);
    }
    if (m_messenger.accounts().all().size() > 1)
        what += (what.isEmpty() ? QString() : u" "_s) + tr("For %1.", "one of one's accounts").arg(account.address().toString());
    if (!what.isEmpty())
        column->addWidget(makeLabel(what, style::TextRole::SmallMuted, this));
    if (!m_request.chat)
        return;
    m_count = makeLabel({}, style::TextRole::SmallMuted, this);
    m_count->setObjectName("requestCount"_L1);
    QPushButton *read = makeButton(tr("Read"), style::ButtonRole::Link, "read"_L1, this);
    read->setAccessibleDescription(account.nameOf(m_request.address) + u", "_s + m_request.address.toString());
    connect(read, &QPushButton::clicked, this, &RequestCard::readRequested);
    read->setFixedHeight(style::metrics().control - 8); // a line of words, not a row of buttons
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_count, 1);
    row->addWidget(read);
    column->addLayout(row);
}

void RequestCard::buildButtons(QBoxLayout *column, const im::Account &account, const QString &name)
{
    QPushButton *accept = makeButton(tr("Accept"), style::ButtonRole::Primary, "accept"_L1, this);
    QPushButton *refuse = m_request.asks ? makeButton(tr("Decline"), style::ButtonRole::Secondary, "decline"_L1, this)
                                         : makeButton(tr("Hide"), style::ButtonRole::Secondary, "hide"_L1, this);
    if (!m_request.asks)
        refuse->setToolTip(tr("Comes back with their next message"));
    QPushButton *block = makeButton(tr("Block…"), style::ButtonRole::Secondary, "block"_L1, this);
    block->setAccessibleName(tr("Block"));
    block->setVisible(account.canBlock());
    for (QPushButton *button : {accept, refuse, block})
        button->setAccessibleDescription(name + u", "_s + m_request.address.toString());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(block);
    buttons->addStretch(1);
    buttons->addWidget(refuse);
    buttons->addWidget(accept);
    column->addLayout(buttons);
    connect(accept, &QPushButton::clicked, this, &RequestCard::accept);
    connect(refuse, &QPushButton::clicked, this, &RequestCard::refuse);
    connect(block, &QPushButton::clicked, this, &RequestCard::blockRequested);
}

//! The row of the list knows one line of the newest message only.
void RequestCard::glimpse()
{
    m_messenger.glimpse(m_request.chat, MostMessages).then(this, [this](const Result<store::MessageStore::Glimpse> &glimpse) {
        if (!glimpse || glimpse->messages.isEmpty())
            return;
        m_written->setText(beginnings(glimpse->messages));
        m_count->setText(tr("%n messages", nullptr, glimpse->count));
    });
}

void RequestCard::accept()
{
    if (im::Account *account = m_messenger.accounts().byId(m_request.account); account && m_request.asks)
        account->acceptRequest(m_request.address);
    if (m_request.chat)
        m_messenger.accept(m_request.chat);
    Q_EMIT accepted();
}

void RequestCard::refuse()
{
    if (im::Account *account = m_messenger.accounts().byId(m_request.account); account && m_request.asks)
        account->declineRequest(m_request.address);
    if (m_request.chat)
        m_messenger.hide(m_request.chat);
}

} // namespace views
