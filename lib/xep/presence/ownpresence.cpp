// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/presence/ownpresence.h"

#include "xep/presence/idle.h"
#include "xep/text.h"

#include <QPointer>

namespace xep
{

OwnPresenceModule::OwnPresenceModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    connect(&session, &session::Session::started, this, [this] {
        m_begun = true;
        announce();
    });
    connect(&session, &session::Session::resumed, this, [this] {
        // The server remembers what we said, but not what changed while nobody listened.
        if (m_dirty)
            announce();
    });
    connect(&session, &session::Session::ended, this, [this] { m_begun = false; });
}

void OwnPresenceModule::set(State state)
{
    state.status = bounded(state.status, MaxStatus);
    if (state == m_state)
        return;
    m_state = std::move(state);
    refresh();
}

void OwnPresenceModule::refresh()
{
    m_dirty = true;
    if (m_begun)
        announce();
}

void OwnPresenceModule::announce()
{
    stanza::Presence presence;
    presence.show = m_state.show;
    presence.status = m_state.status;
    presence.priority = m_state.priority;
    if (m_state.idleSince.isValid())
        presence.add(Idle{m_state.idleSince});
    for (const auto &annotate : m_annotations)
        (*annotate)(presence);
    m_dirty = !session().send(presence);
}

session::Handle OwnPresenceModule::annotate(Annotate annotate)
{
    const auto stored = std::make_shared<Annotate>(std::move(annotate));
    m_annotations.push_back(stored);
    return session::Handle([self = QPointer(this), weak = std::weak_ptr(stored)] {
        if (self)
            std::erase(self->m_annotations, weak.lock());
    });
}

} // namespace xep
