// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of DIGEST-MD5 (RFC 2831): a challenge, and from the second line on its proof.
#include "crypto/runtime.h"
#include "fuzz.h"
#include "sasl/digestdirectives.h"
#include "sasl/digestmd5.h"

using namespace Qt::StringLiterals;

namespace
{

void checkQuoting(const QByteArray &value)
{
    const QByteArray written = "a=b, x=" + sasl::DigestDirectives::quoted(value);
    const auto read = sasl::DigestDirectives::parse(written);
    fuzz::require(read.has_value() == (written.size() <= 2048), "what is quoted can be read");
    fuzz::require(!read || (read->only("x") == value && read->all("x").size() == 1), "and is the same");
}

void converse(const QByteArray &challenge, const QByteArray &proof)
{
    sasl::DigestMd5 digest({.username = u"user"_s, .authzid = {}, .password = Secret(u"pencil"_s), .domain = u"example.org"_s, .nonce = "OA6MHXh6VqTrRk"});
    fuzz::require(std::holds_alternative<sasl::Respond>(digest.start()), "we begin");
    const sasl::Step step = digest.respond(challenge);
    if (const auto respond = std::get_if<sasl::Respond>(&step)) {
        const auto ours = sasl::DigestDirectives::parse(respond->data.value_or(QByteArray()));
        const auto theirs = sasl::DigestDirectives::parse(challenge);
        const bool fits = respond->data && respond->data->size() <= 2048;
        fuzz::require(!fits || (ours && theirs && ours->only("nonce") == theirs->only("nonce")), "the answer has the server's nonce");
    }
    const bool proven = digest.finish(proof).has_value();
    fuzz::require(!proven || (std::holds_alternative<sasl::Respond>(step) && proof.toLower().contains("rspauth")), "nobody gets in without a proof");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    const QByteArray bytes = fuzz::bytes(data, size);
    const qsizetype end = bytes.indexOf('\n');
    checkQuoting(bytes);
    converse(end < 0 ? bytes : bytes.first(end), end < 0 ? QByteArray() : bytes.sliced(end + 1));
    return 0;
}
