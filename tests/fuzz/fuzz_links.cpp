// SPDX-License-Identifier: GPL-3.0-or-later
// Texts people write: the links in them, and what of them is drawn.
#include "fuzz.h"
#include "widgets/linkfinder.h"
#include "widgets/messagedata.h"

using namespace Qt::StringLiterals;

namespace
{

void checkLinks(const QString &text, int limit)
{
    static const QStringList schemes{u"http"_s, u"https"_s, u"xmpp"_s, u"mailto"_s};
    const auto links = widgets::findLinks(text, limit);
    fuzz::require(links.size() <= limit, "no more links than asked for");
    int end = 0;
    for (const widgets::TextLink &link : links) {
        fuzz::require(link.start >= end && link.length > 0 && link.start + link.length <= text.size(), "links stand one after the other in the text");
        end = link.start + link.length;
        fuzz::require(link.url.isValid() && schemes.contains(link.url.scheme()), "nothing else can be opened");
        const QStringView shown = QStringView(text).mid(link.start, link.length);
        fuzz::require(shown.startsWith(link.url.scheme(), Qt::CaseInsensitive), "a link shows where it leads");
        fuzz::require(std::ranges::none_of(shown, [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control; }),
            "nothing invisible is in a link");
    }
}

void checkDisplayable(const QString &text)
{
    const QString shown = widgets::displayable(text);
    fuzz::require(widgets::displayable(shown) == shown, "what can be drawn stays as it is");
    fuzz::require(shown.size() == text.size() - text.count("\r\n"_L1), "characters are replaced one for one");
    fuzz::require(std::ranges::none_of(shown, [](QChar c) { return c < u' ' && c != u'\n' && c != u'\t'; }), "control characters are replaced");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    checkLinks(text, 100);
    checkLinks(text, 1);
    checkDisplayable(text);
    return 0;
}
