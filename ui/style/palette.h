// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace style {

enum class Scheme { Light, Dark };

//! Every colour the program paints with. Text colours reach WCAG AA (4.5:1) on every ground they are meant for.
struct Palette
{
    Scheme scheme = Scheme::Light;

    QColor window;        //!< side panes, dialogs, the chat list
    QColor ground;        //!< behind the messages
    QColor field;         //!< line edits, text edits, composer
    QColor raised;        //!< menus, popups, tooltips, pills
    QColor hover;         //!< row or flat button under the pointer
    QColor pressed;
    QColor selected;      //!< the chosen row
    QColor line;          //!< quiet separators
    QColor outline;       //!< edges of fields and buttons
    QColor shadow;

    QColor text, textMuted;
    QColor accent, accentHover, accentPressed, textOnAccent; //!< filled things
    QColor accentText;    //!< the accent as text or icon: links, ticks, "2 new"
    QColor focus;         //!< focus rings, at least 3:1 on every ground
    QColor selection, selectionText; //!< selected text
    QColor found, foundText; //!< words that were searched for

    QColor bubbleOwn, bubbleOwnText, bubbleOwnMuted, bubbleOwnAccent;
    QColor bubbleOther, bubbleOtherText, bubbleOtherMuted;

    QColor danger, dangerGround;
    QColor warning, warningGround;
    QColor info, infoGround;
    QColor success;

    QColor badge, badgeText, badgeMuted, badgeMutedText;
    QColor online, away, busy, offline; //!< presence dots, never the only sign of the state
};

//! Our surfaces for a scheme around one accent hue; `accent` gives hue and saturation, lightness is chosen for contrast.
[[nodiscard]] Palette makePalette(Scheme scheme, const QColor &accent);
//! The accent Palique uses when nobody chose another.
[[nodiscard]] QColor defaultAccent();
//! The Qt palette that makes stock widgets agree with `palette`.
[[nodiscard]] QPalette toQPalette(const Palette &palette);

}
