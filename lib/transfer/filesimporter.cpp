// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/filesimporter.h"

namespace transfer
{

Result<ForeignPage> FilesImporter::next()
{
    if (!std::exchange(m_listed, true))
        m_files = files();
    ForeignPage page;
    while (m_at < m_files.size() && page.messages.size() < PageSize) {
        if (!read(m_files[m_at], m_offset, page))
            break;
        ++m_at;
        m_offset = 0;
    }
    page.done = m_at;
    page.total = m_files.size();
    page.last = m_at == m_files.size();
    return page;
}

void FilesImporter::add(ForeignPage &page, ForeignMessage message)
{
    if (auto good = sound(std::move(message)))
        page.messages << std::move(*good);
    else
        ++page.damaged;
}

} // namespace transfer
