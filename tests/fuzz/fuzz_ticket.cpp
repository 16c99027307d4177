// SPDX-License-Identifier: GPL-3.0-or-later
// A kept TLS session, which a damaged profile may have turned into anything.
#include "fuzz.h"
#include "net/sessionticket.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto ticket = net::SessionTicket::unpack(Secret(fuzz::bytes(data, size)));
    if (!ticket)
        return 0;
    const Secret packed = ticket->pack();
    const auto again = net::SessionTicket::unpack(packed);
    fuzz::require(again && again->pack() == packed, "a ticket is read as it was written");
    fuzz::require(ticket->trust != net::CertificateVerdict::Trust::None || !ticket->stillFits(ticket->domain, std::nullopt, {}), "what was not trusted is not taken up");
    return 0;
}
