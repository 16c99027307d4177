// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/searchparser.h"

#include "data/wordfinder.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace data
{

namespace
{

constexpr qsizetype Longest = 1000; // characters
constexpr qsizetype MostTerms = 32;
constexpr qsizetype MostWordsOfName = 6;

//! A piece of what was typed: a word, or what is between quotation marks.
struct Token
{
    QString text; //!< without the quotation marks
    QString key; //!< what stands before the colon, folded; empty: no operator
    bool quoted = false;
    bool finished = false; //!< something follows it
};

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«' || c == u'»';
}

//! Text without what no store keeps and no message has.
QString cleaned(QStringView text)
{
    text = text.first(std::min(text.size(), Longest));
    QString clean = QString::fromUtf8(text.toUtf8()); // half a surrogate pair becomes a question mark
    clean.replace(QChar(0), u' ').replace(QChar(0xFFFD), u' ').replace(QChar(0xFFFE), u' ').replace(QChar(0xFFFF), u' ');
    return clean;
}

//! Reads up to the closing mark, or to the end.
Token readQuoted(QStringView text, qsizetype *at)
{
    const qsizetype start = *at + 1;
    qsizetype end = start;
    while (end < text.size() && !isQuote(text[end]))
        ++end;
    *at = std::min(end + 1, text.size());
    return {text.mid(start, end - start).trimmed().toString(), {}, true, end < text.size()};
}

Token readWord(QStringView text, qsizetype *at)
{
    const qsizetype start = *at;
    qsizetype colon = -1;
    while (*at < text.size() && !text[*at].isSpace() && !isQuote(text[*at])) {
        if (text[*at] == u':' && colon < 0)
            colon = *at;
        ++*at;
    }
    Token token{text.mid(start, *at - start).toString(), {}, false, *at < text.size()};
    if (colon <= start)
        return token;
    token.key = foldedText(text.mid(start, colon - start));
    if (colon + 1 == *at && *at < text.size() && isQuote(text[*at])) {
        const Token value = readQuoted(text, at);
        token = {value.text, token.key, true, value.finished};
    } else {
        token.text = text.mid(colon + 1, *at - colon - 1).toString();
    }
    return token;
}

QList<Token> tokensOf(QStringView text)
{
    QList<Token> tokens;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace())
            ++at;
        else
            tokens << (isQuote(text[at]) ? readQuoted(text, &at) : readWord(text, &at));
    }
    return tokens;
}

//! The first day of "2026", "2026-03" or "2026-03-01"; invalid for anything else.
QDate dayOf(const QString &text)
{
    for (const QString &format : {u"yyyy-MM-dd"_s, u"yyyy-M-d"_s, u"yyyy-MM"_s, u"yyyy-M"_s, u"yyyy"_s}) {
        if (const QDate date = QDate::fromString(text, format); date.isValid())
            return date;
    }
    return {};
}

//! A reader of tokens with what it made of those before.
class Parser final
{
public:
    Parser(QList<Token> tokens, const SearchForms &forms, const QStringList &names) : m_tokens(std::move(tokens)), m_forms(forms)
    {
        for (const QString &name : names)
            m_names << foldedText(name.simplified());
    }

    SearchQuery parse()
    {
        for (m_at = 0; m_at < m_tokens.size(); ++m_at) {
            const Token &token = m_tokens[m_at];
            if (token.key.isEmpty() || !takeOperator(token))
                takeText(token);
        }
        return std::move(m_query);
    }

private:
    bool takeOperator(const Token &token)
    {
        if (token.text.isEmpty())
            return isOperator(token.key) && !token.finished; // it is being typed
        if (m_forms.from.contains(token.key)) {
            if (m_forms.me.contains(foldedText(token.text)))
                m_query.fromMe = true;
            else
                m_query.from << takeName(token);
            return true;
        }
        if (m_forms.in.contains(token.key)) {
            m_query.in << takeName(token);
            return true;
        }
        if (m_forms.has.contains(token.key) && m_forms.link.contains(foldedText(token.text)))
            return m_query.withLink = true;
        QDate *day = m_forms.before.contains(token.key) ? &m_query.before : m_forms.after.contains(token.key) ? &m_query.after : nullptr;
        const QDate typed = day ? dayOf(token.text) : QDate();
        if (typed.isValid())
            *day = typed;
        return typed.isValid();
    }

    [[nodiscard]] bool isOperator(const QString &key) const
    {
        return std::ranges::any_of(std::array{&m_forms.from, &m_forms.in, &m_forms.has, &m_forms.before, &m_forms.after}, [&](const QStringList *forms) { return forms->contains(key); });
    }

    //! The name that begins here: as many of the words that follow as belong to a name there is.
    QString takeName(const Token &token)
    {
        QString name = token.text, longest = name;
        qsizetype last = m_at;
        for (qsizetype next = m_at + 1; !token.quoted && next < m_tokens.size() && next - m_at < MostWordsOfName; ++next) {
            const Token &more = m_tokens[next];
            if (more.quoted || !more.key.isEmpty())
                break;
            name += u' ' + more.text;
            const QString folded = foldedText(name);
            if (std::ranges::any_of(m_names, [&](const QString &one) { return one == folded || one.startsWith(folded + u' '); })) {
                longest = name;
                last = next;
            }
        }
        m_at = last;
        return longest;
    }

    void takeText(const Token &token)
    {
        const QString text = token.key.isEmpty() ? token.text : token.key + u':' + token.text;
        if (text.isEmpty() || m_query.terms.size() >= MostTerms)
            return;
        m_query.terms << SearchTerm{text, !token.finished};
    }

    QList<Token> m_tokens;
    const SearchForms &m_forms;
    QStringList m_names;
    SearchQuery m_query;
    qsizetype m_at = 0;
};

} // namespace

SearchForms SearchForms::english()
{
    return {{u"from"_s}, {u"in"_s}, {u"has"_s}, {u"before"_s}, {u"after"_s}, {u"me"_s}, {u"link"_s}};
}

SearchQuery parseSearch(QStringView text, const SearchForms &forms, const QStringList &names)
{
    return Parser(tokensOf(cleaned(text)), forms, names).parse();
}

} // namespace data
