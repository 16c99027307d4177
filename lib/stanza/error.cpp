// SPDX-License-Identifier: GPL-3.0-or-later
#include "stanza/error.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stanza
{

StanzaError StanzaError::of(ErrorType type, QString condition, QString text)
{
    return {type, std::move(condition), std::move(text), {}};
}

StanzaError StanzaError::read(const xml::Element &error)
{
    StanzaError result;
    if (const auto type = error.attribute(u"type"))
        result.type = xml::Text<ErrorType>::parse(*type).value_or(ErrorType::Cancel);
    for (const xml::Element &child : error.children()) {
        const bool ofStanzas = child.ns() == ns::StanzaErrors;
        if (ofStanzas && child.name() == u"text")
            result.text = child.text().trimmed();
        else if (ofStanzas && result.condition.isEmpty())
            result.condition = child.name().toString();
        else if (!ofStanzas && child.ns() != ns::Client && result.application.isEmpty())
            result.application = child.name().toString();
    }
    if (result.condition.isEmpty())
        result.condition = u"undefined-condition"_s;
    return result;
}

void StanzaError::write(xml::Writer &writer) const
{
    writer.start(Tag);
    writer.attribute(u"type", xml::Text<ErrorType>::format(type));
    writer.textElement({condition, ns::StanzaErrors}, {});
    if (!text.isEmpty())
        writer.textElement({u"text", ns::StanzaErrors}, text);
    writer.end();
}

Error StanzaError::toError() const
{
    QString words = conditionText(condition);
    if (!text.isEmpty())
        words = QCoreApplication::translate("stanza::StanzaError", "%1 The server says: “%2”").arg(words, text.left(500));
    return {ErrorKind::Stanza, condition, words};
}

QString conditionText(QStringView condition)
{
    struct Row
    {
        QStringView condition;
        const char *text;
    };
    static constexpr Row rows[] = {
        {u"bad-request", QT_TRANSLATE_NOOP("stanza::StanzaError", "The request was not understood.")},
        {u"conflict", QT_TRANSLATE_NOOP("stanza::StanzaError", "That name or address is taken already.")},
        {u"feature-not-implemented", QT_TRANSLATE_NOOP("stanza::StanzaError", "The other side cannot do this.")},
        {u"forbidden", QT_TRANSLATE_NOOP("stanza::StanzaError", "This is not allowed.")},
        {u"gone", QT_TRANSLATE_NOOP("stanza::StanzaError", "This address no longer exists.")},
        {u"internal-server-error", QT_TRANSLATE_NOOP("stanza::StanzaError", "The server had a problem of its own. Trying later may help.")},
        {u"item-not-found", QT_TRANSLATE_NOOP("stanza::StanzaError", "There is no such address or thing.")},
        {u"jid-malformed", QT_TRANSLATE_NOOP("stanza::StanzaError", "The address is not valid.")},
        {u"not-acceptable", QT_TRANSLATE_NOOP("stanza::StanzaError", "The other side does not accept this.")},
        {u"not-allowed", QT_TRANSLATE_NOOP("stanza::StanzaError", "Nobody may do this here.")},
        {u"not-authorized", QT_TRANSLATE_NOOP("stanza::StanzaError", "This needs signing in, or a password.")},
        {u"policy-violation", QT_TRANSLATE_NOOP("stanza::StanzaError", "This is against the rules of the server.")},
        {u"recipient-unavailable", QT_TRANSLATE_NOOP("stanza::StanzaError", "They cannot be reached at the moment.")},
        {u"redirect", QT_TRANSLATE_NOOP("stanza::StanzaError", "They are found at another address now.")},
        {u"registration-required", QT_TRANSLATE_NOOP("stanza::StanzaError", "This needs registration first.")},
        {u"remote-server-not-found", QT_TRANSLATE_NOOP("stanza::StanzaError", "Their server was not found. Is the address right?")},
        {u"remote-server-timeout", QT_TRANSLATE_NOOP("stanza::StanzaError", "Their server does not answer at the moment.")},
        {u"resource-constraint", QT_TRANSLATE_NOOP("stanza::StanzaError", "The server is too busy, or the message is too large.")},
        {u"service-unavailable", QT_TRANSLATE_NOOP("stanza::StanzaError", "This address does not exist, or does not take this.")},
        {u"subscription-required", QT_TRANSLATE_NOOP("stanza::StanzaError", "They must accept you as a contact first.")},
        {u"unexpected-request", QT_TRANSLATE_NOOP("stanza::StanzaError", "The other side did not expect this now.")},
    };
    for (const Row &row : rows) {
        if (row.condition == condition)
            return QCoreApplication::translate("stanza::StanzaError", row.text);
    }
    return QCoreApplication::translate("stanza::StanzaError", "It did not work, and the other side did not say why.");
}

} // namespace stanza
