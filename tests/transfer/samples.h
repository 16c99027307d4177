// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Histories as other programs write them, made of their own tables, small.
namespace samples
{

//! Eva (eva@example.org) with Ana: "Shall we meet?", her answer "Yes, at seven" (corrected from "Yes, at six"), "😀 Fine", and a
//! group's message.
void writeGajim(const QString &path); //!< 2.1
void writeOldGajim(const QString &path); //!< 1.8
void writeDino(const QString &path); //!< 0.5
void writePsiPlus(const QString &path); //!< 1.4; times are local

//! Puts bytes into a file, making its folder.
void write(const QString &path, const QByteArray &bytes);
void execute(const QString &path, const QStringList &statements);

} // namespace samples
