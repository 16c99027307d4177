// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/csi/csi.h"

namespace xep
{

CsiModule::CsiModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    connect(&session, &session::Session::started, this, [this, &session] {
        m_told = session.inlineEnabled().contains(ns::Csi) ? State::Inactive : State::Active;
        tell();
    });
    connect(&session, &session::Session::resumed, this, [this] {
        m_told = State::Active;
        tell();
    });
}

void CsiModule::set(State state)
{
    m_state = state;
    tell();
}

std::optional<stream::InlineFeature> CsiModule::inlineFeature() const
{
    if (m_state == State::Active)
        return std::nullopt;
    return stream::InlineFeature{ns::Csi.toString(), "<inactive xmlns='urn:xmpp:csi:0'/>"};
}

bool CsiModule::isOffered() const
{
    return session().features().has({u"csi", ns::Csi}) || session().inlineEnabled().contains(ns::Csi);
}

void CsiModule::tell()
{
    if (m_told == m_state || !session().isOnline() || !isOffered())
        return;
    m_told = m_state;
    session().sendNonza(m_state == State::Active ? "<active xmlns='urn:xmpp:csi:0'/>" : "<inactive xmlns='urn:xmpp:csi:0'/>");
}

} // namespace xep
