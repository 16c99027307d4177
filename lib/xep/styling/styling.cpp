// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/styling/styling.h"

namespace xep
{

StylingModule::StylingModule(session::Session &session, QObject *parent) : Module(session, parent)
{
    keep(session.addFeature(ns::Styling));
}

} // namespace xep
