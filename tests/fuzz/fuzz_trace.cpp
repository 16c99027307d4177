// SPDX-License-Identifier: GPL-3.0-or-later
// The inspector's trace: whatever a secret is, what is shown is the same.
#include "fuzz.h"
#include "session/trace.h"
#include "xml/writer.h"

using namespace Qt::StringLiterals;

namespace
{

//! A sign-in, a token and a form's field with this text as their secret; the address beside them is shown.
QByteArray withSecret(QStringView secret)
{
    constexpr QStringView Sasl2 = u"urn:xmpp:sasl:2", Form = u"jabber:x:data";
    xml::Writer writer(u"jabber:client");
    writer.start({u"success", Sasl2});
    writer.textElement({u"additional-data", Sasl2}, secret);
    writer.textElement({u"authorization-identifier", Sasl2}, u"romeo@example.org");
    writer.start({u"token", u"urn:xmpp:fast:0"});
    writer.attribute(u"token", secret);
    writer.end();
    writer.start({u"x", Form});
    writer.start({u"field", Form});
    writer.attribute(u"type", u"text-private");
    writer.textElement({u"value", Form}, secret);
    return writer.take();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytes(data, size);
    const QString text = QString::fromUtf8(bytes);
    (void)session::masked(bytes);
    if (!text.trimmed().isEmpty()) {
        static const QByteArray shown = session::masked(withSecret(u"x"));
        fuzz::require(session::masked(withSecret(text)) == shown, "what is shown does not depend on a secret");
        fuzz::require(shown.contains("romeo@example.org"), "what is no secret is shown");
    }
    session::Trace trace;
    trace.add(session::TraceEntry::Kind::Received, bytes, {});
    fuzz::require(trace.entries().size() == 1 && trace.entries().first().text.size() <= session::Trace::MaxBytes / 4, "an entry is bounded");
    return 0;
}
