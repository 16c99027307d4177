// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/saslexchange.h"

#include "xml/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::SaslExchange", text); }

Result<void> SaslExchange::choose(Context &context, const sasl::Offer &offer)
{
    auto choice = sasl::choose(offer, context.channel, context.settings.credentials, context.settings.policy, context.settings.now);
    if (!choice)
        return std::unexpected(choice.error());
    m_mechanism = std::move(choice->mechanism);
    context.result.mechanism = m_mechanism->name();
    context.result.mechanismReason = choice->why;
    context.result.notes += choice->rejectedWithReasons;
    context.note({Note::Topic::Mechanism, {choice->why}});
    for (const QString &passedOver : choice->rejectedWithReasons)
        context.note({Note::Topic::PassedOver, {passedOver}});
    return {};
}

Outcome SaslExchange::start(Context &context, Writer write)
{
    m_write = std::move(write);
    m_mechanism->later = [this, &context](sasl::Step step) { context.later(take(context, std::move(step))); };
    return take(context, m_mechanism->start());
}

Outcome SaslExchange::challenge(Context &context, const QString &text)
{
    const auto data = xml::Text<QByteArray>::parse(text == u"=" ? QStringView() : QStringView(text));
    if (!data)
        return Failure::of(Failure::Kind::Protocol, u"incorrect-encoding"_s, tr("A sign-in challenge cannot be read."));
    return take(context, m_mechanism->respond(*data));
}

Outcome SaslExchange::provide(Context &context, const Result<sasl::KdfResult> &key)
{
    if (!key)
        return Failure::fromError(key.error());
    return take(context, m_mechanism->provide(*key));
}

Result<void> SaslExchange::finish(Context &context, const std::optional<QString> &text)
{
    const auto data = xml::Text<QByteArray>::parse(text && *text != u"=" ? QStringView(*text) : QStringView());
    if (!data)
        return fail(ErrorKind::Auth, tr("The server's proof of who it is cannot be read."));
    const auto finished = m_mechanism->finish(*data);
    for (const QString &remark : m_mechanism->notes()) {
        context.result.notes << remark;
        context.note({Note::Topic::Remark, {remark}});
    }
    return finished;
}

bool SaslExchange::passOver(Context &context)
{
    const QString name = mechanism();
    if (!usesToken() && name != u"EXTERNAL" && name != u"GSSAPI")
        return false;
    context.settings.policy.tried << name;
    m_mechanism.reset();
    return true;
}

Outcome SaslExchange::take(Context &context, sasl::Step step)
{
    if (const auto respond = std::get_if<sasl::Respond>(&step))
        m_write(respond->data);
    else if (const auto derive = std::get_if<sasl::Derive>(&step))
        context.derive(derive->request);
    else if (const auto failed = std::get_if<sasl::Failed>(&step))
        return Failure::fromError(failed->error);
    return More();
}

} // namespace stream
