// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/styling.h"

#include <algorithm>
#include <array>
#include <optional>

namespace widgets {

namespace {
constexpr QStringView Fence = u"```";

std::optional<StyledSpan::Style> styleOf(QChar c)
{
    switch (c.unicode()) {
    case u'*': return StyledSpan::Style::Strong;
    case u'_': return StyledSpan::Style::Emphasis;
    case u'~': return StyledSpan::Style::Strike;
    case u'`': return StyledSpan::Style::Preformatted;
    default: return {};
    }
}

bool isDirective(QChar c)
{
    return c == u'*' || c == u'_' || c == u'~' || c == u'`';
}

//! The spans of one line. Every directive's next possible partner is looked for from where the last search ended, so a line
//! is gone over once a style whatever is in it.
class SpanParser final
{
public:
    SpanParser(QStringView line, int offset, QList<StyledSpan> *out)
        : m_line(line), m_offset(offset), m_out(out)
    {
    }

    void parse()
    {
        for (int at = 0; at < m_line.size(); ++at) {
            while (m_depth > 0 && at >= m_open[m_depth - 1])
                --m_depth;
            const auto style = styleOf(m_line[at]);
            if (!style || !mayOpen(at))
                continue;
            const int end = closing(*style, at);
            if (end < 0 || end == at + 1)
                continue; // nothing between the two: neither is one
            m_out->append({*style, m_offset + at, end - at + 1});
            m_lastOpening = at;
            if (*style == StyledSpan::Style::Preformatted)
                at = end; // nothing inside is styled
            else
                m_open[m_depth++] = end;
        }
    }

private:
    [[nodiscard]] bool mayOpen(int at) const
    {
        if (at + 1 >= m_line.size() || m_line[at + 1].isSpace())
            return false;
        if (at == 0 || m_line[at - 1].isSpace())
            return true;
        return m_lastOpening == at - 1 && m_line[at - 1] != m_line[at];
    }

    //! Where the span that begins at `at` ends, lazily; -1 if it does not end before the one around it.
    int closing(StyledSpan::Style style, int at)
    {
        int &next = m_next[size_t(style)];
        next = std::max(next, at + 1);
        const int size = int(m_line.size());
        while (next < size && (m_line[next] != m_line[at] || m_line[next - 1].isSpace()))
            ++next;
        const int limit = m_depth > 0 ? m_open[m_depth - 1] : size;
        return next < limit ? next : -1;
    }

    QStringView m_line;
    int m_offset;
    QList<StyledSpan> *m_out;
    std::array<int, 4> m_next{}; // by style
    std::array<int, 4> m_open{}; // where the open spans end, outermost first; no style is open twice
    int m_depth = 0;
    int m_lastOpening = -2;
};

//! The blocks of a text, line by line; a preformatted one stays open until its end or that of the quotation around it.
class BlockParser final
{
public:
    explicit BlockParser(Styling *out)
        : m_out(out)
    {
    }

    void parse(QStringView text)
    {
        for (qsizetype start = 0; start <= text.size();) {
            qsizetype end = text.indexOf(u'\n', start);
            if (end < 0)
                end = text.size();
            parseLine(text.sliced(start, end - start), int(start));
            start = end + 1;
        }
    }

private:
    void parseLine(QStringView line, int start)
    {
        StyledLine parsed;
        parsed.start = start;
        parsed.length = int(line.size());
        skipMarks(line, &parsed, m_inCode ? m_codeDepth : parsed.length);
        if (parsed.depth < m_codeDepth)
            m_inCode = false; // the quotation is over, and what was in it
        const QStringView content = line.sliced(parsed.prefix);
        if (m_inCode) {
            m_inCode = content != Fence;
            parsed.kind = m_inCode ? StyledLine::Kind::Code : StyledLine::Kind::CodeEnd;
        } else if (content.startsWith(Fence)) {
            m_inCode = true;
            m_codeDepth = parsed.depth;
            parsed.kind = StyledLine::Kind::CodeStart;
        } else {
            SpanParser(content, start + parsed.prefix, &m_out->spans).parse();
        }
        if (parsed.kind != StyledLine::Kind::Plain || parsed.depth > 0)
            m_out->lines.append(parsed);
    }

    static void skipMarks(QStringView line, StyledLine *parsed, int most)
    {
        while (parsed->depth < most && parsed->prefix < line.size() && line[parsed->prefix] == u'>') {
            ++parsed->depth;
            ++parsed->prefix;
            if (parsed->prefix < line.size() && line[parsed->prefix].isSpace())
                ++parsed->prefix;
        }
    }

    Styling *m_out;
    bool m_inCode = false;
    int m_codeDepth = 0;
};
}

Styling parseStyling(QStringView text)
{
    Styling out;
    if (std::ranges::any_of(text, [](QChar c) { return c == u'>' || isDirective(c); }))
        BlockParser(&out).parse(text);
    return out;
}

}
