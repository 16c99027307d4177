// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/blockquestion.h"

#include "views/dialogs.h"

#include <QCoreApplication>
#include <QPointer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::BlockQuestion)
};

} // namespace

Task<Result<void>> askToBlock(Dialogs &dialogs, QWidget *over, im::Account *account, Jid address)
{
    const QPointer<im::Account> guard(account);
    QStringList answers{Words::tr("Block")};
    if (account->canReport())
        answers << Words::tr("Block and report as spam");
    const QString title = Words::tr("Block %1?").arg(account->nameOf(address));
    const QString text = Words::tr("Nothing that %1 writes reaches you any more, and you look offline to them. They are not told.").arg(address.toString());
    const Result<int> answer = co_await dialogs.ask(over, title, text, answers).boundTo(over);
    if (!answer)
        co_return fail(answer.error());
    if (!guard)
        co_return fail(Error::cancelled());
    co_return co_await guard->block({address}, *answer == 1 ? im::Account::Report::Spam : im::Account::Report::None).boundTo(over);
}

QString blockedWords(const im::Account &account, const Jid &address)
{
    const QList<Jid> blocks = account.blocksOn(address);
    if (blocks.isEmpty())
        return {};
    for (const Jid &block : blocks) {
        if (block.isDomain() && block != address)
            return Words::tr("You blocked everybody at %1.").arg(block.toString());
    }
    return Words::tr("You blocked %1.").arg(account.nameOf(address));
}

} // namespace views
