// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace session
{

//! Held by whoever still has work with a received stanza; it counts as handled (XEP-0198 h) when the last holder lets go.
using Handled = std::shared_ptr<void>;

} // namespace session
