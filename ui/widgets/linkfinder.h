// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>
#include <QUrl>

namespace widgets {

//! A link in a text: where it stands, in UTF-16 units, and where it leads.
struct TextLink
{
    int start = 0;
    int length = 0;
    QUrl url;
};

//! The http, https, xmpp and mailto addresses in `text`, at most `limit`, in one pass whatever the text is. Trailing
//! punctuation and unbalanced closing brackets are left out; invisible direction marks end an address.
[[nodiscard]] QList<TextLink> findLinks(QStringView text, int limit = 100);

}
