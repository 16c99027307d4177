// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace widgets {

class MessageView;

//! What assistive technology sees of a MessageView: a list named "Messages" whose items are rows ("sender, text, time,
//! state"), each with its links and its Retry button below it. Of a long history at most a thousand rows around the
//! viewport are offered, for some programs ask for all children at once.
namespace accessibility {

void install(); //!< makes Qt ask us; once is enough, more do no harm
void rowsInserted(MessageView *view, int first, int count);
void rowsRemoved(MessageView *view, int first, int count);
void rowsChanged(MessageView *view, int first, int last);
void reset(MessageView *view);
void forget(MessageView *view); //!< the view dies
void focused(MessageView *view, int row, int action = -1);
void announce(MessageView *view, int row); //!< speaks the row's text politely

}

}
