// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/scrammessage.h"

#include "crypto/base64.h"
#include "sasl/failure.h"
#include "sasl/words.h"

#include <QList>

#include <algorithm>

namespace
{

using sasl::Words;

constexpr qsizetype MaxMessage = 8'192; // a hundred times what any server sends

struct Attribute
{
    char name = 0;
    QByteArray value;
};

std::unexpected<Error> malformed()
{
    return fail(ErrorKind::Protocol, Words::tr("The server's side of the sign-in makes no sense."), QStringLiteral("malformed-challenge"));
}

//! "a=x,b=y": attr-val pairs in their order (RFC 5802 7); anything else, an empty one too, is an error.
Result<QList<Attribute>> parseAttributes(const QByteArray &message)
{
    if (message.isEmpty() || message.size() > MaxMessage || message.contains('\0'))
        return malformed();
    QList<Attribute> attributes;
    const QList<QByteArray> parts = message.split(',');
    for (const QByteArray &part : parts) {
        const bool letter = part.size() > 2 && ((part[0] >= 'a' && part[0] <= 'z') || (part[0] >= 'A' && part[0] <= 'Z'));
        if (!letter || part[1] != '=')
            return malformed();
        attributes << Attribute{part[0], part.sliced(2)};
    }
    return attributes;
}

//! At most one attribute of this name after the first three.
Result<std::optional<QByteArray>> extension(const QList<Attribute> &attributes, char name)
{
    std::optional<QByteArray> found;
    for (const Attribute &attribute : attributes.sliced(3)) {
        if (attribute.name != name)
            continue;
        if (found)
            return malformed();
        found = attribute.value;
    }
    return found;
}

Result<int> parseIterations(const QByteArray &text)
{
    const bool digits = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.size() > 20)
        return malformed();
    bool fits = false;
    const qulonglong count = text.toULongLong(&fits);
    if (!fits || count > qulonglong(sasl::MaxIterations))
        return fail(ErrorKind::Policy, Words::tr("The server asks for so much computing (%1 rounds) that signing in would hang this computer.").arg(QString::fromLatin1(text)),
            QStringLiteral("too-many-iterations"));
    if (count < qulonglong(sasl::MinIterations))
        return fail(ErrorKind::Policy, Words::tr("The server asks for so little computing (%1 rounds) that your password could be guessed by whoever listens.").arg(count),
            QStringLiteral("too-few-iterations"));
    return int(count);
}

//! "printable" of RFC 5802 7: visible ASCII without the comma, which the split took already.
bool isPrintable(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

} // namespace

namespace sasl
{

Result<ServerFirst> ServerFirst::parse(const QByteArray &message, const QByteArray &ownNonce)
{
    const auto attributes = parseAttributes(message);
    if (!attributes)
        return fail(attributes.error());
    if (attributes->first().name == 'e')
        return fail(scramFailure(attributes->first().value));
    if (std::ranges::any_of(*attributes, [](const Attribute &a) { return a.name == 'm'; }))
        return fail(ErrorKind::Unsupported, Words::tr("The server wants an extension of the sign-in that Palique does not know."), QStringLiteral("extensions-not-supported"));
    const bool inOrder = attributes->size() >= 3 && attributes->at(0).name == 'r' && attributes->at(1).name == 's' && attributes->at(2).name == 'i';
    if (!inOrder)
        return malformed();

    ServerFirst first;
    first.nonce = attributes->at(0).value;
    if (!first.nonce.startsWith(ownNonce) || first.nonce.size() <= ownNonce.size() || !isPrintable(first.nonce))
        return fail(ErrorKind::Auth, Words::tr("The server's answer does not belong to our sign-in: somebody may be replaying an old one."), QStringLiteral("nonce-mismatch"));
    auto salt = crypto::fromBase64(attributes->at(1).value);
    if (!salt || salt->isEmpty())
        return malformed();
    first.salt = std::move(*salt);
    const auto iterations = parseIterations(attributes->at(2).value);
    if (!iterations)
        return fail(iterations.error());
    first.iterations = *iterations;

    auto advertised = extension(*attributes, 'h');
    auto version = extension(*attributes, 't');
    if (!advertised || !version)
        return malformed();
    first.advertised = std::move(*advertised);
    first.tlsVersion = std::move(*version);
    return first;
}

Result<QByteArray> parseServerFinal(const QByteArray &message)
{
    const auto attributes = parseAttributes(message);
    if (!attributes)
        return fail(attributes.error());
    if (attributes->first().name == 'e')
        return fail(scramFailure(attributes->first().value));
    if (attributes->first().name != 'v')
        return malformed();
    const auto signature = crypto::fromBase64(attributes->first().value);
    return signature ? Result<QByteArray>(*signature) : malformed();
}

QByteArray escapeScramName(const QString &name)
{
    return name.toUtf8().replace('=', "=3D").replace(',', "=2C");
}

} // namespace sasl
