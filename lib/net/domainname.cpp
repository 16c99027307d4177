// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/domainname.h"

#include <QUrl>

#include <algorithm>

namespace net
{

QString aceDomain(QStringView domain)
{
    if (domain.endsWith(u'.'))
        domain.chop(1);
    return QString::fromLatin1(QUrl::toAce(domain.toString())).toLower();
}

std::optional<QHostAddress> ipLiteral(QStringView domain)
{
    if (domain.startsWith(u'[') && domain.endsWith(u']'))
        domain = domain.sliced(1, domain.size() - 2);
    // Only the dotted quad: QHostAddress also reads "1" as 0.0.0.1.
    if (!domain.contains(u':') && domain.count(u'.') != 3)
        return std::nullopt;
    QHostAddress address;
    if (!address.setAddress(domain.toString()))
        return std::nullopt;
    return address;
}

bool isHostName(QStringView name)
{
    if (name.isEmpty() || name.size() > 253 || ipLiteral(name))
        return false;
    const auto labels = name.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](QStringView label) {
        const auto good = [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_'); };
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-') && std::all_of(label.begin(), label.end(), good);
    });
}

}
