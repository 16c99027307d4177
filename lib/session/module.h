// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"

#include <QObject>

#include <vector>

namespace session
{

//! One feature of the protocol: registers what it needs with the session it is made for, and undoes that when it dies.
class Module : public QObject
{
    Q_OBJECT

public:
    explicit Module(Session &session, QObject *parent = nullptr);
    ~Module() override;

protected:
    [[nodiscard]] Session &session() const { return m_session; }
    //! Keeps a registration for as long as the module lives.
    void keep(Handle handle) { m_handles.push_back(std::move(handle)); }

private:
    Session &m_session;
    std::vector<Handle> m_handles;
};

} // namespace session
