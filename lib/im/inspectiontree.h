// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "xep/explain.h"
#include "xml/element.h"

namespace im
{

//! What a recorded piece of a stream is.
enum class StreamPiece { Opening, Closing, Element, Fragment };

//! A piece as it was recorded, read: `element` is there for StreamPiece::Element only.
struct ReadPiece
{
    StreamPiece kind = StreamPiece::Fragment;
    xml::Element element;
};

//! Reads a piece as it stands inside a stream, where jabber:client is the namespace of what has none.
[[nodiscard]] ReadPiece readPiece(const QByteArray &xml);

//! How a tree is made.
struct TreeOptions
{
    xep::Way way = xep::Way::Sent;
    QString mechanism; //!< of the sign-in
    Inspection::Secrets decode = Inspection::Secrets::Masked;
};

//! The tree of a recorded piece; something cut is one node of plain text.
[[nodiscard]] InspectedNode treeOf(const QByteArray &xml, const TreeOptions &options);

} // namespace im
