// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/disco/disco.h"

namespace xep
{

//! What our server and our account on it can do, asked once a session.
class ServerFeaturesModule final : public session::Module
{
    Q_OBJECT

public:
    //! `disco` must outlive it.
    ServerFeaturesModule(session::Session &session, DiscoModule &disco, QObject *parent = nullptr);

    //! Null until they have answered in this session.
    [[nodiscard]] const std::optional<DiscoInfo> &server() const { return m_server; }
    [[nodiscard]] const std::optional<DiscoInfo> &account() const { return m_account; }
    [[nodiscard]] bool serverHas(QStringView feature) const { return m_server && m_server->has(feature); }
    [[nodiscard]] bool accountHas(QStringView feature) const { return m_account && m_account->has(feature); }

Q_SIGNALS:
    //! Another answer is there.
    void changed();

private:
    [[nodiscard]] Task<Result<void>> ask(Jid entity, std::optional<DiscoInfo> *answer, int number);

    DiscoModule &m_disco;
    std::optional<DiscoInfo> m_server, m_account;
    int m_sessions = 0;
};

} // namespace xep
