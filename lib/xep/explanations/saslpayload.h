// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace xep
{

//! One part of what a sign-in says, taken apart for people. A secret is among them: only to be shown on purpose.
struct PayloadFact
{
    QString name; //!< as on the wire: "r", "s"; empty for a whole payload
    QString value; //!< printable; bytes that are no text in hexadecimal
    QString meaning; //!< a sentence

    friend bool operator==(const PayloadFact &, const PayloadFact &) = default;
};

//! Which part of a sign-in a payload is: ours or the server's.
enum class PayloadBy { Client, Server };

//! Takes a payload apart (RFC 4616, 5802, 2831, 4422, 4505); `data` is decoded already. Never empty.
[[nodiscard]] QList<PayloadFact> explainPayload(QStringView mechanism, PayloadBy by, const QByteArray &data);

} // namespace xep
