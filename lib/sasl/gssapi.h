// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"

#include <QObject>

#include <memory>

namespace sasl
{

//! GSSAPI (RFC 4752), Kerberos with the system's ticket, through QCA's cyrus-sasl plugin.
//!
//! Every step is Pending: the library may ask a far key server and block, so it lives on a thread of its own. Destroying the
//! mechanism forgets the thread, which ends when the library lets go. Needs an event loop on the calling thread.
class Gssapi final : public Mechanism
{
public:
    //! `host` is the server's name in Kerberos, as in "xmpp/host"; `authzid` is mostly empty.
    Gssapi(QString host, QString authzid);
    ~Gssapi() override;

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;

private:
    class Worker;
    struct Shared;

    QObject m_home; //!< on the caller's thread: where the steps arrive
    std::shared_ptr<Shared> m_shared;
    QString m_host, m_authzid;
    Worker *m_worker = nullptr; // ends with its thread
};

} // namespace sasl
