// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include "base/log.h"
#include "sasl/hashedtoken.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::Sasl2", text); }

Outcome Sasl2::start(Context &context)
{
    return authenticate(context);
}

Outcome Sasl2::authenticate(Context &context)
{
    sasl::Offer offer{context.features.sasl2Mechanisms(), context.features.channelBindings(), context.features.fastMechanisms()};
    if (context.pipelined)
        offer.mechanisms.removeAll(u"PLAIN"_s); // the password itself waits for what the server says today
    if (const auto chosen = m_exchange.choose(context, offer); !chosen)
        return context.pipelined ? Outcome(Done{Gained::Nothing, Next::NewFeatures}) : Outcome(Failure::fromError(chosen.error()));
    return m_exchange.start(context, [this, &context, first = true](const std::optional<QByteArray> &data) mutable {
        if (std::exchange(first, false)) {
            context.send(request(context, data));
            return;
        }
        xml::Writer writer(ns::Client);
        writer.textElement({u"response", ns::Sasl2}, QString::fromLatin1(data.value_or(QByteArray()).toBase64()));
        context.send(writer.take());
    });
}

QByteArray Sasl2::request(Context &context, const std::optional<QByteArray> &initialResponse)
{
    const NegotiationSettings &settings = context.settings;
    xml::Writer writer(ns::Client);
    writer.start({u"authenticate", ns::Sasl2});
    writer.attribute(u"mechanism", m_exchange.mechanism());
    if (initialResponse)
        writer.textElement({u"initial-response", ns::Sasl2}, QString::fromLatin1(initialResponse->toBase64()));
    if (!settings.userAgentId.isEmpty()) {
        writer.start({u"user-agent", ns::Sasl2});
        writer.attribute(u"id", settings.userAgentId);
        if (!settings.software.isEmpty())
            writer.textElement({u"software", ns::Sasl2}, settings.software);
        if (!settings.device.isEmpty())
            writer.textElement({u"device", ns::Sasl2}, settings.device);
        writer.end();
    }
    writeInline(context, writer);
    m_namedVersion = context.pipelined;
    if (m_namedVersion)
        context.features.configVersion().write(writer);
    return writer.take();
}

void Sasl2::writeInline(Context &context, xml::Writer &writer)
{
    const NegotiationSettings &settings = context.settings;
    m_askedResume = settings.resumption && context.features.inlineResume();
    if (m_askedResume) {
        context.resumeTried = true;
        writeResume(writer, *settings.resumption);
    }
    if (context.features.inlineBind()) {
        const QStringList offered = context.features.inlineBindFeatures();
        writer.start({u"bind", ns::Bind2});
        writer.textElement({u"tag", ns::Bind2}, u"Palique"_s);
        m_asked.clear();
        for (const InlineFeature &feature : settings.inlineFeatures) {
            if (!offered.contains(feature.name))
                continue;
            m_asked << feature.name;
            writer.raw(feature.request);
        }
        if (offered.contains(ns::Sm)) {
            writer.start({u"enable", ns::Sm});
            writer.attribute(u"resume", u"true");
            writer.end();
        }
        writer.end();
    }
    if (m_exchange.usesToken()) {
        writer.start({u"fast", ns::Fast});
        if (settings.credentials.token)
            writer.attribute(u"count", QString::number(settings.credentials.token->count));
        writer.end();
        // A rotated token is for the mechanism of the old one.
        m_tokenMechanism = settings.credentials.token ? settings.credentials.token->mechanism : QString();
        return;
    }
    const sasl::Offer offer{{}, context.features.channelBindings(), context.features.fastMechanisms()};
    const auto mechanism = settings.requestToken ? sasl::HashedToken::toRequest(offer, context.channel) : std::nullopt;
    if (mechanism) {
        m_tokenMechanism = *mechanism;
        writer.start({u"request-token", ns::Fast});
        writer.attribute(u"mechanism", *mechanism);
        writer.end();
    }
}

Outcome Sasl2::element(Context &context, const xml::Element &element)
{
    if (element.is({u"challenge", ns::Sasl2}))
        return m_exchange.challenge(context, element.text().trimmed());
    if (element.is({u"success", ns::Sasl2}))
        return success(context, element);
    if (element.is({u"failure", ns::Sasl2}))
        return failure(context, element);
    if (element.is({u"continue", ns::Sasl2})) {
        context.send("<abort xmlns='urn:xmpp:sasl:2'/>");
        return Failure::of(Failure::Kind::Policy, u"continue"_s, tr("The server asks for a second step of sign-in that Palique cannot do yet."));
    }
    return unexpected(element);
}

Outcome Sasl2::success(Context &context, const xml::Element &element)
{
    const xml::Element data = element.child({u"additional-data", ns::Sasl2});
    if (const auto proven = m_exchange.finish(context, data.isNull() ? std::nullopt : std::optional(data.text().trimmed())); !proven)
        return Failure::fromError(proven.error());

    const Jid identity = Jid::parse(element.child({u"authorization-identifier", ns::Sasl2}).text().trimmed()).value_or(Jid());
    const Jid &ours = context.settings.address;
    const bool same = context.settings.credentials.anonymous ? identity.domain() == ours.domain() : identity.bare() == ours;
    if (!same)
        return Failure::of(Failure::Kind::Bind, u"not-acceptable"_s, tr("it gave us the address %1.").arg(identity.toString()));
    if (const xml::Element token = element.child({u"token", ns::Fast}); !token.isNull())
        readToken(context, token);

    if (const xml::Element resumed = element.child({u"resumed", ns::Sm}); m_askedResume && !resumed.isNull()) {
        if (!takeResumed(context, resumed))
            return unexpected(resumed);
        // What we missed may follow at once, so nothing more is waited for; features, if any, find the session.
        return Done{Gained::Auth | Gained::Session | Gained::Managed, Next::SameFeatures};
    }
    if (const xml::Element failed = element.child({u"failed", ns::Sm}); m_askedResume && !failed.isNull())
        context.result.peerHandled = readH(failed);
    const xml::Element bound = element.child({u"bound", ns::Bind2});
    if (bound.isNull() || identity.isBare())
        return Done{Gained::Auth, Next::NewFeatures};
    context.result.bound = identity;
    readBound(context, bound);
    return Done{Gained::Auth | Gained::Session | (context.result.management ? Gained::Managed : Gained::Nothing), Next::NewFeatures};
}

void Sasl2::readBound(Context &context, const xml::Element &bound)
{
    context.result.inlineEnabled = m_asked;
    if (const xml::Element enabled = bound.child({u"enabled", ns::Sm}); !enabled.isNull())
        context.result.management = readEnabled(enabled);
}

void Sasl2::readToken(Context &context, const xml::Element &token)
{
    const auto expiry = xml::Text<QDateTime>::parse(token.attribute(u"expiry").value_or(QStringView()));
    const QString secret = token.attribute(u"token").value_or(QStringView()).toString();
    if (!expiry || secret.isEmpty() || m_tokenMechanism.isEmpty()) {
        qCWarning(logStream) << "ignoring a token without a value, an end or a purpose";
        return;
    }
    context.result.newToken = sasl::Token{m_tokenMechanism, Secret(secret), *expiry, 0};
}

//! The server changed since last time: what it offers has come meanwhile, and nothing was held against us (XEP-0509).
Outcome Sasl2::lookAgain(Context &context)
{
    context.result.notes << u"the server offers other things than last time: signing in anew by those"_s;
    context.resumeTried = false;
    if (auto &token = context.settings.credentials.token)
        ++token->count; // never the same twice
    return Done{Gained::Nothing, Next::SameFeatures};
}

Outcome Sasl2::failure(Context &context, const xml::Element &element)
{
    if (m_namedVersion && !context.pipelined && !element.child({u"config-version-mismatch", ns::Pipelining}).isNull())
        return lookAgain(context);
    Failure failure = Failure::of(Failure::Kind::Auth, u"not-authorized"_s);
    for (const xml::Element &child : element.children()) {
        if (child.is({u"text", ns::Sasl2}))
            failure.text = child.text().trimmed();
        else if (child.ns() == ns::Sasl)
            failure.condition = child.name().toString();
    }
    // The server's own trouble says nothing about the token and must not cost it.
    const bool passing = failure.condition == u"temporary-auth-failure" || failure.condition == u"aborted";
    const bool token = m_exchange.usesToken();
    if (passing || !m_exchange.passOver(context))
        return failure;
    // A token that is no good any more is not the person's fault: the password may do (XEP-0484 3.3).
    if (token) {
        context.result.tokenRejected = true;
        context.settings.credentials.token.reset();
    }
    const Outcome other = authenticate(context);
    return std::holds_alternative<Failure>(other) ? Outcome(failure) : other;
}

Outcome Sasl2::provide(Context &context, const Result<sasl::KdfResult> &key)
{
    return m_exchange.provide(context, key);
}

} // namespace stream
