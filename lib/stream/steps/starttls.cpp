// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream/steps/steps.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace stream
{

static QString tr(const char *text) { return QCoreApplication::translate("stream::StartTls", text); }

Outcome StartTls::start(Context &context)
{
    if (!context.features.has({u"starttls", ns::Tls}))
        return Failure::of(Failure::Kind::Policy, u"no-encryption"_s, tr("The server offers no encryption, or somebody on the way removed the offer."));
    context.send("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
    return More();
}

Outcome StartTls::element(Context &context, const xml::Element &element)
{
    if (element.is({u"proceed", ns::Tls})) {
        context.startTls();
        return More();
    }
    if (element.is({u"failure", ns::Tls}))
        return Failure::of(Failure::Kind::Policy, u"tls-failure"_s, tr("The server refused to encrypt the connection."));
    return unexpected(element);
}

Outcome StartTls::secured(Context &)
{
    return Done{Gained::Tls, Next::NewStream};
}

} // namespace stream
