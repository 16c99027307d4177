// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/serverfeatures/serverfeatures.h"

#include "base/log.h"

namespace xep
{

ServerFeaturesModule::ServerFeaturesModule(session::Session &session, DiscoModule &disco, QObject *parent) : Module(session, parent), m_disco(disco)
{
    connect(&session, &session::Session::started, this, [this, &session] {
        m_server.reset();
        m_account.reset();
        ++m_sessions;
        // The account first: what it says decides how the messages that follow our presence are read.
        ask(session.account(), &m_account, m_sessions).detach();
        ask(session.account().domainJid(), &m_server, m_sessions).detach();
    });
}

Task<Result<void>> ServerFeaturesModule::ask(Jid entity, std::optional<DiscoInfo> *answer, int number)
{
    Result<DiscoInfo> info = co_await m_disco.info(entity).boundTo(this);
    if (!info) {
        qCInfo(logSession) << "what" << entity << "can do is not known:" << info.error();
        co_return fail(info.error());
    }
    if (number != m_sessions)
        co_return fail(Error::cancelled());
    *answer = std::move(*info);
    Q_EMIT changed();
    co_return {};
}

} // namespace xep
