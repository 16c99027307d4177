// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QSslCertificate>

namespace net
{

//! Which authorities may vouch for a server: the system's, and more from files (an enterprise, a test).
struct TrustStore
{
    enum class Roots { SystemAndExtra, ExtraOnly };

    QList<QSslCertificate> extra;
    Roots roots = Roots::SystemAndExtra;

    //! The system's authorities, and those in the file that SSL_CERT_FILE names: Qt reads the system's folders and not that variable.
    [[nodiscard]] static TrustStore fromEnvironment();
    //! The certificates of a PEM file; Invalid if there is none in it.
    [[nodiscard]] static Result<QList<QSslCertificate>> readPem(const QString &path);
};

}
