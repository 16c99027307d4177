// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/module.h"

namespace session
{

Module::Module(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
}

Module::~Module() = default;

} // namespace session
