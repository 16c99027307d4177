// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace models
{

//! The facts of a row of the inspector: an element with its sentence, below it its XML as a tree.
namespace InspectionRole
{
enum : int {
    Kind = Qt::UserRole + 1, //!< int(InspectionKind)
    Number, //!< qint64: the element's, also in the rows below it
    Sent, //!< bool: we sent it
    Sentence, //!< QString: what it is; of XML only if that is known
    Reference, //!< QString: where that is written down
    TimeText, //!< QString: to the millisecond
    Name, //!< QString: "iq get"
    Peer, //!< QString: the other side's address, or empty
    Remark, //!< QString: its answer, or what it answers, in words
    Tokens, //!< QList<im::XmlToken>
    EndTag, //!< QString: what follows when it is folded
};
}
enum class InspectionKind { Element, Xml, Decoded };

//! The facts of a phase's row.
namespace PhaseRole
{
enum : int {
    State = Qt::UserRole + 1, //!< int(im::InspectedPhase::State)
    Took, //!< QString: "34 ms, 1 round trip"; empty while it goes on
    Details, //!< QStringList: sentences
    Element, //!< qint64: its first element, or -1
};
}

} // namespace models
