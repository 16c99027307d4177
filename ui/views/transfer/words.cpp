// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/transfer/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using data::ForeignProgram;

namespace views
{

namespace
{

struct Transfer
{
    Q_DECLARE_TR_FUNCTIONS(views::Transfer)
};

int counted(qint64 count)
{
    return int(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString programName(ForeignProgram program)
{
    switch (program) {
    case ForeignProgram::Gajim: return u"Gajim"_s;
    case ForeignProgram::Dino: return u"Dino"_s;
    case ForeignProgram::Psi: return u"Psi"_s;
    case ForeignProgram::Pidgin: return u"Pidgin"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString countWords(int chats, qint64 messages)
{
    return Transfer::tr("%1, %2", "12 chats, 34 messages").arg(Transfer::tr("%Ln chats", nullptr, chats), Transfer::tr("%Ln messages", nullptr, counted(messages)));
}

QString importWords(const data::TransferOutcome &outcome)
{
    QStringList words{Transfer::tr("%Ln messages came in.", nullptr, counted(outcome.messages))};
    if (outcome.known > 0)
        words << Transfer::tr("%Ln were here already.", nullptr, counted(outcome.known));
    if (outcome.groups > 0)
        words << Transfer::tr("%Ln of groups were left out: groups cannot be imported yet.", nullptr, counted(outcome.groups));
    if (outcome.damaged > 0)
        words << Transfer::tr("%Ln could not be read and were left out.", nullptr, counted(outcome.damaged));
    return words.join(u' ');
}

} // namespace views
