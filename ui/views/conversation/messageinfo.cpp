// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/messageinfo.h"

#include "views/factgrid.h"
#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
//! A day in words, and the time to the minute.
QString moment(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    return MessageInfo::tr("%1, %2", "a day, a time").arg(QLocale().toString(local.date(), QLocale::LongFormat), QLocale().toString(local.time(), QLocale::ShortFormat));
}

QString fate(const data::Message &message)
{
    if (message.direction == data::Direction::Received)
        return {};
    switch (message.state) {
    case data::SendState::Queued: return MessageInfo::tr("Waits for a connection");
    case data::SendState::Written: return MessageInfo::tr("On its way to the server");
    case data::SendState::Failed: return MessageInfo::tr("Not sent");
    case data::SendState::Acknowledged: break;
    }
    if (message.editState == data::SendState::Failed)
        return MessageInfo::tr("The change was not sent");
    return message.displayed ? MessageInfo::tr("Read") : message.delivered ? MessageInfo::tr("Delivered") : MessageInfo::tr("Sent");
}
}

MessageInfo::MessageInfo(const data::Message &message, const QString &sender, QWidget *parent)
    : QDialog(parent), m_earlier(new FactGrid(this)), m_title(makeLabel(tr("Earlier versions"), style::TextRole::Strong, this))
{
    setObjectName("messageInfo"_L1);
    setWindowTitle(tr("Message info"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *facts = new FactGrid(this);
    facts->add(tr("From"), sender, "infoFrom"_L1);
    facts->add(tr("Address"), message.author.address.toString(), "infoAddress"_L1);
    facts->add(tr("Written"), moment(message.time), "infoTime"_L1);
    facts->add(tr("Changed"), message.edited.isValid() ? moment(message.edited) : QString(), "infoEdited"_L1);
    facts->add(tr("State"), fate(message), "infoState"_L1);
    facts->add(tr("Why"), message.state == data::SendState::Failed ? message.errorText : message.editError, "infoError"_L1);
    facts->add(tr("Protection"), message.encryption == data::Encryption::None ? tr("On the way to and from the servers, not from end to end") : tr("From end to end"), "infoProtection"_L1);
    QPushButton *close = makeButton(tr("Close"), style::ButtonRole::Secondary, "closeInfo"_L1, this);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 20, 12);
    column->addWidget(makeLabel(tr("Message info"), style::TextRole::Title, this));
    column->addWidget(facts);
    column->addWidget(m_title);
    column->addWidget(m_earlier);
    m_title->hide();
    m_earlier->hide();
    column->addStretch(1);
    column->addWidget(close, 0, Qt::AlignTrailing);
    setMinimumWidth(420);
}

void MessageInfo::setEarlier(const data::Message &message, const QList<data::Message> &corrections)
{
    constexpr qsizetype Longest = 2000;
    m_earlier->clear();
    const auto add = [this](const QDateTime &when, const QString &body) {
        m_earlier->add(QLocale().toString(when.toLocalTime(), QLocale::ShortFormat), body.left(Longest), "earlierVersion"_L1);
    };
    add(message.time, message.firstBody);
    for (qsizetype i = 0; i + 1 < corrections.size(); ++i)
        add(corrections[i].time, corrections[i].body);
    m_title->show();
    m_earlier->show();
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

} // namespace views
