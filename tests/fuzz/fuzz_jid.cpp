// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses (RFC 7622), and the names of hosts in them.
#include "base/jid.h"
#include "fuzz.h"
#include "net/domainname.h"

namespace
{

//! A part goes in as one and comes out as one, whatever it is made of.
void checkParts(const Jid &jid)
{
    fuzz::require(Jid::of(jid.local(), jid.domain(), jid.resource()) == jid, "the parts make the address");
    fuzz::require(jid.isBare() == jid.resource().isEmpty(), "what has no resource is bare");
    fuzz::require(jid.bare().isBare() && jid.bare().bare() == jid.bare(), "bare is bare");
    fuzz::require(jid.domainJid().isDomain() && Jid::parse(jid.domain()) == jid.domainJid(), "the domain is an address");
    for (const QStringView part : {jid.local(), jid.domain(), jid.resource()})
        fuzz::require(part.toUtf8().size() <= 1023, "no part is too long");
    if (!jid.isBare())
        fuzz::require(jid.bare().withResource(jid.resource()) == jid, "the resource goes on again");
}

void checkHost(QStringView domain)
{
    const QString ace = net::aceDomain(domain);
    if (!net::isHostName(ace))
        return;
    fuzz::require(net::aceDomain(ace) == ace, "A-labels stay as they are");
    fuzz::require(!net::ipLiteral(ace) && ace.size() <= 253, "a host name is no address and fits");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    checkHost(text);
    // Half of a character cannot come over the wire, but can be typed.
    (void)Jid::parse(text + QChar(0xd83d));
    const auto jid = Jid::parse(text);
    if (!jid)
        return 0;
    fuzz::require(Jid::parse(jid->toString()) == jid, "an address spells itself");
    fuzz::require(!jid->isEmpty() && !jid->domain().isEmpty(), "an address has a domain");
    checkParts(*jid);
    checkHost(jid->domain());
    return 0;
}
