// SPDX-License-Identifier: GPL-3.0-or-later
// A server's certificate (DER): its names, the hash it is bound by, and the verdict on it.
#include "crypto/der.h"
#include "crypto/endpoint.h"
#include "crypto/runtime.h"
#include "fuzz.h"
#include "net/certificate.h"
#include "net/certificatenames.h"
#include "net/der.h"
#include "net/publickey.h"

using namespace Qt::StringLiterals;

namespace
{

//! What the strict reader takes the other takes as well; neither leaves its bytes.
void checkReaders(QByteArrayView bytes, int depth)
{
    crypto::DerReader strict(bytes);
    net::der::Reader lenient(bytes);
    while (const auto item = strict.next()) {
        const auto element = lenient.next();
        fuzz::require(element && element->tag == item->tag, "both readers see the same item");
        fuzz::require(element->content.data() == item->body.data() && element->content.size() == item->body.size(), "and the same in it");
        fuzz::require(item->body.data() >= bytes.data() && item->body.data() + item->body.size() <= bytes.data() + bytes.size(), "an item is inside");
        if ((item->tag & 0x20) != 0 && depth < 16)
            checkReaders(item->body, depth + 1);
    }
}

void checkNames(const net::CertificateNames &names)
{
    for (const QString &name : names.dns + names.srv)
        fuzz::require(!name.isEmpty() && name == name.toLower() && std::ranges::all_of(name, [](QChar c) { return c > u' ' && c < u'\x7f'; }), "a name is plain ASCII");
    fuzz::require(names.forPeople(5).size() <= 5, "no more names than asked for");
    fuzz::require(!names.cover(u""), "the empty domain is never covered");
    (void)names.cover(u"example.org");
    (void)names.cover(u"bücher.example");
    (void)names.cover(u"192.0.2.1");
}

//! The library that verifies the chain must know the names we go by.
void checkAgainstLibrary(const QSslCertificate &certificate)
{
    const auto names = net::CertificateNames::of(certificate.toDer());
    const QStringList theirs = certificate.subjectAlternativeNames().values(QSsl::DnsEntry);
    for (const QString &name : names.dns) // of a directory's name the library reads more than we do, and drops all with a bad one
        fuzz::require(theirs.isEmpty() || theirs.contains(name, Qt::CaseInsensitive), "a name is one to the library, too");
    (void)net::publicKeyOf(certificate).length();
    const auto verdict = net::judge({.chain = {certificate}, .now = QDateTime::fromSecsSinceEpoch(1'790'000'000, QTimeZone::UTC)}, u"example.org", std::nullopt);
    fuzz::require(verdict.accepted() == verdict.problems.isEmpty(), "accepted means that nothing is wrong");
    (void)verdict.sentences();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz::needApplication();
    static const crypto::Runtime runtime;
    const QByteArray bytes = fuzz::bytes(data, size);
    checkReaders(bytes, 0);
    checkNames(net::CertificateNames::of(bytes));
    fuzz::require(crypto::signatureHash(bytes).has_value() == crypto::tlsServerEndPoint(bytes).has_value(), "what has a hash is bound by it");
    if (const QSslCertificate certificate(bytes, QSsl::Der); !certificate.isNull())
        checkAgainstLibrary(certificate);
    return 0;
}
