// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/password.h"

#include <QString>

#include <algorithm>

namespace sasl
{

Secret preparePassword(const Secret &password)
{
    static constexpr auto isAscii = [](char c) { return quint8(c) < 0x80; };
    if (std::ranges::all_of(password.reveal(), isAscii))
        return password;
    QString text = password.revealText();
    std::ranges::replace_if(text, [](QChar c) { return c.category() == QChar::Separator_Space; }, QChar(u' '));
    QString normal = text.normalized(QString::NormalizationForm_C);
    const Secret prepared(normal);
    normal.fill(QChar());
    text.fill(QChar());
    return prepared;
}

} // namespace sasl
