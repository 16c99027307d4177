// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <QByteArray>

namespace xep
{

//! What remembers between starts which hash stands for which features; im/ implements it.
class CapsCache
{
public:
    CapsCache() = default;
    CapsCache(const CapsCache &) = delete;
    CapsCache &operator=(const CapsCache &) = delete;
    virtual ~CapsCache() = default;

    //! The disco#info result kept for a hash (XML); empty if there is none. It is verified again.
    [[nodiscard]] virtual Task<Result<QByteArray>> find(QString hash, QString ver) = 0;
    //! Keeps a verified one.
    virtual void keep(const QString &hash, const QString &ver, const QByteArray &info) = 0;
};

} // namespace xep
