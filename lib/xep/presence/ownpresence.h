// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"

namespace xep
{

//! What others see of us (RFC 6121 4): said once a session, again when it changes, and not again when a stream is resumed.
class OwnPresenceModule final : public session::Module
{
    Q_OBJECT

public:
    //! A status text is cut to this.
    static constexpr qsizetype MaxStatus = 1000;

    //! What we say of ourselves.
    struct State
    {
        stanza::Show show = stanza::Show::Online;
        QString status;
        qint8 priority = 0;
        QDateTime idleSince = {}; //!< nobody has used this device since then (XEP-0319)

        friend bool operator==(const State &, const State &) = default;
    };
    //! Adds a payload to each of our broadcasts, such as XEP-0115's.
    using Annotate = std::function<void(stanza::Presence &)>;

    explicit OwnPresenceModule(session::Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    //! Says it now, or with the next session.
    void set(State state);
    [[nodiscard]] session::Handle annotate(Annotate annotate);
    //! Something an annotation says has changed.
    void refresh();

private:
    void announce();

    State m_state;
    bool m_begun = false; //!< the server knows of us in this session
    bool m_dirty = false; //!< it knows something old
    std::vector<std::shared_ptr<Annotate>> m_annotations;
};

} // namespace xep
