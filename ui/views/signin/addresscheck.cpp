// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/addresscheck.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::AddressCheck)
};

QString cleaned(const QString &typed)
{
    QString text = typed;
    text.removeIf([](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control; });
    for (const auto prefix : {"xmpp:"_L1, "mailto:"_L1}) {
        if (text.startsWith(prefix, Qt::CaseInsensitive))
            text.remove(0, prefix.size());
    }
    while (text.startsWith(u'/'))
        text.remove(0, 1);
    return text.section(u'?', 0, 0);
}

//! What was probably meant by an ending or a separator that no server has.
QString likelier(const QString &text)
{
    QString domain = text.section(u'@', -1);
    const QString former = domain;
    domain.replace(u',', u'.');
    while (domain.contains(".."_L1))
        domain.replace(".."_L1, "."_L1);
    while (domain.endsWith(u'.'))
        domain.chop(1);
    static constexpr std::array endings{std::pair(".con"_L1, ".com"_L1), std::pair(".cmo"_L1, ".com"_L1), std::pair(".ogr"_L1, ".org"_L1),
        std::pair(".rog"_L1, ".org"_L1), std::pair(".nte"_L1, ".net"_L1), std::pair(".ent"_L1, ".net"_L1)};
    for (const auto &[wrong, right] : endings) {
        if (domain.endsWith(wrong, Qt::CaseInsensitive))
            domain = domain.chopped(wrong.size()) + right;
    }
    return domain == former ? QString() : text.first(text.size() - former.size()) + domain;
}

bool isMailOnly(QStringView domain)
{
    static constexpr std::array mail{"gmail.com"_L1, "googlemail.com"_L1, "hotmail.com"_L1, "outlook.com"_L1, "live.com"_L1, "yahoo.com"_L1,
        "icloud.com"_L1, "gmx.com"_L1, "web.de"_L1, "proton.me"_L1};
    for (const auto one : mail) {
        if (domain.compare(one, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}
}

AddressCheck checkAddress(const QString &typed, Guests guests)
{
    const QString text = cleaned(typed);
    AddressCheck check;
    if (text.isEmpty()) {
        check.problem = Words::tr("Type an address, like name@example.org.");
        return check;
    }
    if (!text.contains(u'@') && guests == Guests::Refused) {
        check.problem = Words::tr("The server is missing. An address has a name, an @ and a server, like %1@example.org.").arg(text.section(u'/', 0, 0).left(40));
        return check;
    }
    if (text.startsWith(u'@')) {
        check.problem = Words::tr("The name before the @ is missing, like name%1.").arg(text.left(60));
        return check;
    }
    if (text.endsWith(u'@')) {
        check.problem = Words::tr("The server after the @ is missing, like %1example.org.").arg(text.left(60));
        return check;
    }
    check.suggestion = likelier(text);
    const auto address = Jid::parse(text);
    if (!address || text.count(u'@') > 1) {
        check.problem = check.suggestion.isEmpty() ? Words::tr("This is not an address. One looks like name@example.org.")
                                                   : Words::tr("Did you mean %1?").arg(check.suggestion);
        return check;
    }
    check.address = address->bare();
    if (!check.suggestion.isEmpty())
        check.hint = Words::tr("Did you mean %1?").arg(check.suggestion);
    else if (isMailOnly(address->domain()))
        check.hint = Words::tr("%1 is for e-mail. Your address for chats is probably another one.").arg(address->domain().toString());
    return check;
}

} // namespace views
