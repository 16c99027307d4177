// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::Sasl", text); }

Outcome Sasl::start(Context &context)
{
    if (context.features.saslMechanisms().isEmpty())
        return Failure::of(Failure::Kind::Policy, u"no-mechanism"_s, tr("The server offers no way to sign in."));
    return authenticate(context);
}

Outcome Sasl::authenticate(Context &context)
{
    const sasl::Offer offer{context.features.saslMechanisms(), context.features.channelBindings(), {}};
    if (const auto chosen = m_exchange.choose(context, offer); !chosen)
        return Failure::fromError(chosen.error());
    return m_exchange.start(context, [this, &context, first = true](const std::optional<QByteArray> &data) mutable {
        const bool isAuth = std::exchange(first, false);
        xml::Writer writer(ns::Client);
        writer.start({isAuth ? QStringView(u"auth") : QStringView(u"response"), ns::Sasl});
        if (isAuth)
            writer.attribute(u"mechanism", m_exchange.mechanism());
        // An empty first response is "=" here (RFC 6120 6.4.2), an absent one is nothing.
        if (data)
            writer.text(isAuth && data->isEmpty() ? u"="_s : QString::fromLatin1(data->toBase64()));
        context.send(writer.take());
    });
}

Outcome Sasl::element(Context &context, const xml::Element &element)
{
    if (element.is({u"challenge", ns::Sasl}))
        return m_exchange.challenge(context, element.text().trimmed());
    if (element.is({u"success", ns::Sasl})) {
        const QString text = element.text().trimmed();
        if (const auto proven = m_exchange.finish(context, text.isEmpty() ? std::nullopt : std::optional(text)); !proven)
            return Failure::fromError(proven.error());
        return Done{Gained::Auth, Next::NewStream};
    }
    if (element.is({u"failure", ns::Sasl})) {
        Failure failure = Failure::of(Failure::Kind::Auth, u"not-authorized"_s);
        for (const xml::Element &child : element.children()) {
            if (child.is({u"text", ns::Sasl}))
                failure.text = child.text().trimmed();
            else if (child.ns() == ns::Sasl)
                failure.condition = child.name().toString();
        }
        if (!m_exchange.passOver(context))
            return failure;
        const Outcome other = authenticate(context);
        return std::holds_alternative<Failure>(other) ? Outcome(failure) : other;
    }
    return unexpected(element);
}

Outcome Sasl::provide(Context &context, const Result<sasl::KdfResult> &key)
{
    return m_exchange.provide(context, key);
}

} // namespace stream
