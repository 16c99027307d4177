// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of SCRAM (RFC 5802): a challenge, and from the second line on the final message.
#include "crypto/runtime.h"
#include "fuzz.h"
#include "sasl/scram.h"

using namespace Qt::StringLiterals;

namespace
{

const QByteArray Nonce = "fyko+d2lbbFgONRv9qkxdawL";

void checkFirst(const QByteArray &message)
{
    const auto first = sasl::ServerFirst::parse(message, Nonce);
    if (!first)
        return;
    fuzz::require(first->nonce.startsWith(Nonce) && first->nonce.size() > Nonce.size(), "the nonce goes on from ours");
    fuzz::require(first->iterations >= sasl::MinIterations && first->iterations <= sasl::MaxIterations, "the rounds are within bounds");
    const QByteArray written = "r=" + first->nonce + ",s=" + first->salt.toBase64() + ",i=" + QByteArray::number(first->iterations);
    const auto again = sasl::ServerFirst::parse(written, Nonce);
    fuzz::require(again && again->nonce == first->nonce && again->salt == first->salt && again->iterations == first->iterations, "the same message says the same");
}

void converse(const QByteArray &challenge, const QByteArray &final)
{
    sasl::Scram scram({.hash = crypto::Hash::Sha1, .username = u"user"_s, .authzid = {}, .password = Secret(u"pencil"_s), .bindingType = {}, .bindingData = {},
        .advertised = "SCRAM-SHA-1", .tlsVersion = 0x0304, .nonce = Nonce});
    fuzz::require(std::holds_alternative<sasl::Respond>(scram.start()), "we begin");
    const sasl::Step step = scram.respond(challenge);
    if (const auto derive = std::get_if<sasl::Derive>(&step)) {
        const sasl::KdfResult key{derive->request.hash, derive->request.salt, derive->request.iterations, Secret(QByteArray(20, 'k'))};
        fuzz::require(std::holds_alternative<sasl::Respond>(scram.provide(key)), "a key is answered");
    }
    const bool proven = scram.finish(final).has_value();
    fuzz::require(!proven || (std::holds_alternative<sasl::Derive>(step) && final.startsWith("v=")), "nobody gets in without a proof");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    const QByteArray bytes = fuzz::bytes(data, size);
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray challenge = end < 0 ? bytes : bytes.first(end);
    const QByteArray final = end < 0 ? QByteArray() : bytes.sliced(end + 1);
    checkFirst(challenge);
    (void)sasl::parseServerFinal(challenge);
    converse(challenge, final);
    return 0;
}
