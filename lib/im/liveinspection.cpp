// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/liveinspection.h"

namespace im
{

LiveInspection::LiveInspection(session::Connection &connection, session::Session &session, QObject *parent)
    : Inspection(session.account().toString(), parent), m_session(&session), m_listening(connection.listen())
{
    for (const auto &trace : connection.traces()) {
        const auto &entries = trace->entries();
        beginAttempt(entries.isEmpty() ? session.clock().now() : entries.first().when);
        for (const session::TraceEntry &entry : entries)
            record(entry, Origin::Masked);
    }
    connect(&connection, &session::Connection::attemptBegan, this, &Inspection::beginAttempt);
    connect(&connection, &session::Connection::passed, this, [this](const session::TraceEntry &entry) { record(entry, Origin::Whole); });
    connect(&connection, &session::Connection::stateChanged, this, &Inspection::canSendChanged);
}

Result<void> LiveInspection::write(const QByteArray &stanza)
{
    if (!m_session || !m_session->sendRaw(stanza))
        return fail(ErrorKind::Disconnected, tr("This account is not connected at this moment."));
    return {};
}

} // namespace im
