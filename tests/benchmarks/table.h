// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

//! How benchmarks measure and print.
namespace bench
{

//! What `f` takes, in milliseconds.
template <typename F>
double milliseconds(F f)
{
    QElapsedTimer timer;
    timer.start();
    f();
    return double(timer.nsecsElapsed()) / 1e6;
}

inline double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

inline void heading(const char *what, const char *unit)
{
    std::printf("\n%-56s %12s\n", what, unit);
}

inline void row(const char *what, double value, const char *remark = "")
{
    std::printf("  %-54s %12.3f   %s\n", what, value, remark);
}

} // namespace bench
