// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "session/connection.h"

#include <QPointer>

namespace im
{

//! Watches a connection from its last two attempts on; when it is destroyed, nobody watches any more.
class LiveInspection final : public Inspection
{
    Q_OBJECT

public:
    LiveInspection(session::Connection &connection, session::Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool canSend() const override { return m_session && m_session->isOnline(); }

protected:
    Result<void> write(const QByteArray &stanza) override;

private:
    QPointer<session::Session> m_session;
    session::Handle m_listening;
};

} // namespace im
