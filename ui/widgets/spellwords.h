// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

namespace widgets {

//! Where a word stands in its line, in UTF-16 units.
struct SpellWord
{
    int start = 0;
    int length = 0;
};

//! Whether a line is inside a block of code, which ``` begins and ends.
enum class CodeBlock { Outside, Inside };

//! The words of one line that one may spell wrong: no code, quotes, links, addresses, names of files, :emoji: or words with
//! digits, and nothing of scripts that write without spaces. `block` is the state before the line, and afterwards the one behind it.
[[nodiscard]] QList<SpellWord> spellWords(QStringView line, CodeBlock &block);

}
