// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pipeline.h"

#include <QPointer>

namespace session
{

Handle Pipeline::hook(Stage stage, Hook hook)
{
    const auto stored = std::make_shared<Hook>(std::move(hook));
    m_hooks[size_t(stage)].push_back(stored);
    return Handle([self = QPointer(this), stage, weak = std::weak_ptr(stored)] {
        if (self)
            std::erase(self->m_hooks[size_t(stage)], weak.lock());
    });
}

void Pipeline::run(Incoming incoming)
{
    for (const auto &stage : m_hooks) {
        const auto hooks = stage; // a hook may come or go while it runs
        for (const auto &hook : hooks) {
            if ((*hook)(incoming) == Verdict::Stop)
                return;
        }
    }
}

} // namespace session
