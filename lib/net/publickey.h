// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace net
{

//! A certificate's public key; a null one if it is of a kind we do not know or makes no sense. QSslCertificate::publicKey() ends
//! the program on one that OpenSSL cannot read, and whoever is in between may send such a one.
[[nodiscard]] QSslKey publicKeyOf(const QSslCertificate &certificate);

}
