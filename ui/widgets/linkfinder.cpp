// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/linkfinder.h"

#include <QChar>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int LongestLink = 2048; // longer ones are data, not something a person opens

constexpr std::array<QStringView, 4> schemes = {u"https", u"http", u"xmpp", u"mailto"};

bool endsLink(QChar c)
{
    if (c.isSpace() || c == u'<' || c == u'>' || c == u'"' || c == u'`' || c.unicode() < 0x20)
        return true;
    const QChar::Category category = c.category();
    return category == QChar::Other_Format || category == QChar::Other_Control;
}

//! The scheme that ends right before the colon at `colon`, or an empty view.
QStringView schemeBefore(QStringView text, qsizetype colon)
{
    for (const QStringView scheme : schemes) {
        const qsizetype start = colon - scheme.size();
        if (start < 0 || text.mid(start, scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            continue;
        if (start == 0 || !text[start - 1].isLetterOrNumber())
            return text.mid(start, scheme.size());
    }
    return {};
}

qsizetype trimmedEnd(QStringView text, qsizetype start, qsizetype end)
{
    int depth = 0;
    for (qsizetype i = start; i < end; ++i)
        depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
    while (end > start) {
        const QChar last = text[end - 1];
        if (last == u')' && depth < 0) {
            ++depth;
        } else if (!QStringView(u".,;:!?'*_~]}»”’…").contains(last)) {
            break;
        }
        --end;
    }
    return end;
}

bool leadsSomewhere(const QUrl &url)
{
    if (!url.isValid())
        return false;
    const bool web = url.scheme().startsWith("http"_L1);
    return web ? !url.host().isEmpty() : !url.path().isEmpty();
}
}

QList<TextLink> findLinks(QStringView text, int limit)
{
    QList<TextLink> links;
    qsizetype from = 0;
    while (links.size() < limit) {
        const qsizetype colon = text.indexOf(u':', from);
        if (colon < 0)
            break;
        from = colon + 1;
        const QStringView scheme = schemeBefore(text, colon);
        if (scheme.isEmpty())
            continue;
        const bool web = scheme.front().toLower() == u'h';
        if (web && text.mid(colon + 1, 2) != u"//")
            continue;
        const qsizetype start = colon - scheme.size();
        qsizetype end = colon + 1;
        const qsizetype last = std::min(text.size(), start + LongestLink);
        while (end < last && !endsLink(text[end]))
            ++end;
        from = end;
        end = trimmedEnd(text, start, end);
        const QUrl url(text.mid(start, end - start).toString(), QUrl::TolerantMode);
        if (end > colon + 1 && leadsSomewhere(url))
            links.append({int(start), int(end - start), url});
    }
    return links;
}

}
