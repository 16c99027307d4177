// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/handle.h"
#include "session/incoming.h"

#include <QObject>

#include <array>
#include <functional>
#include <vector>

namespace session
{

//! The one way of a message from the stream to the store, in stages that features hook.
class Pipeline final : public QObject
{
    Q_OBJECT

public:
    using Hook = std::function<Verdict(Incoming &)>;

    using QObject::QObject;

    //! Hooks of one stage run in the order they were added, and must not depend on it.
    [[nodiscard]] Handle hook(Stage stage, Hook hook);
    void run(Incoming incoming);

private:
    std::array<std::vector<std::shared_ptr<Hook>>, StageCount> m_hooks;
};

} // namespace session
