// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/element.h"

#include <memory>
#include <optional>
#include <vector>

class QXmlStreamReader;

namespace xml
{

//! How much one element may hold before it is taken for an attack.
struct ElementLimits
{
    qsizetype depth = 128;
    qsizetype attributes = 256; //!< of one element
    qsizetype nodes = 500'000; //!< a roster of 50,000 contacts with groups fits
};

//! Collects a reader's tokens into one Element at a time.
class ElementBuilder final
{
public:
    explicit ElementBuilder(ElementLimits limits = {});

    //! Takes the start tag the reader stands on; false if a limit is passed.
    [[nodiscard]] bool start(const QXmlStreamReader &reader);
    //! Takes characters; false if a limit is passed.
    bool text(QStringView characters);
    //! Takes an end tag; gives the Element when it was the outermost one.
    [[nodiscard]] std::optional<Element> end();
    //! How many elements are open.
    [[nodiscard]] qsizetype depth() const { return qsizetype(m_open.size()); }

private:
    struct Open
    {
        quint32 node, lastChild;
    };

    void begin();
    Tree::Slice keep(QStringView text);
    Tree::Slice keepNamespace(QStringView ns);
    quint32 append(const Tree::Node &node);

    ElementLimits m_limits;
    std::shared_ptr<Tree> m_tree;
    std::vector<Open> m_open;
    Tree::Slice m_lastNamespace;
    qsizetype m_textHint = 512, m_nodeHint = 16, m_attributeHint = 16; //!< sizes of the last tree
};

} // namespace xml
