// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace widgets {

//! A stretch of a line from one styling directive to its partner, one character each and both included (XEP-0393 §6.2).
//! Spans nest, never cross, and only Strong, Emphasis and Strike have others inside.
struct StyledSpan
{
    enum class Style { Strong, Emphasis, Strike, Preformatted };
    Style style = Style::Strong;
    int start = 0, length = 0; //!< UTF-16 units
    friend bool operator==(const StyledSpan &, const StyledSpan &) = default;
};

//! A line that is more than plain text: quoted, or part of a preformatted block, or both (XEP-0393 §6.1).
struct StyledLine
{
    enum class Kind { Plain, CodeStart, Code, CodeEnd };
    Kind kind = Kind::Plain;
    int start = 0, length = 0; //!< in UTF-16 units, without the line break
    int prefix = 0; //!< how much of its beginning only says that it is quoted
    int depth = 0; //!< how many quotations it stands in
    friend bool operator==(const StyledLine &, const StyledLine &) = default;
};

//! What a text's styling directives say, both lists in the order of the text. Empty for plain text.
struct Styling
{
    QList<StyledLine> lines;
    QList<StyledSpan> spans;
    [[nodiscard]] bool isEmpty() const { return lines.isEmpty() && spans.isEmpty(); }
};

//! Reads message styling (XEP-0393 1.1.1) in a time that grows with the text's length alone. Lines end at '\n'.
[[nodiscard]] Styling parseStyling(QStringView text);

}
