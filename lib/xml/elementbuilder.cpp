// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/elementbuilder.h"

#include <QXmlStreamReader>

#include <algorithm>

namespace xml
{

ElementBuilder::ElementBuilder(ElementLimits limits) : m_limits(limits)
{
}

void ElementBuilder::begin()
{
    m_tree = std::make_shared<Tree>();
    m_tree->text.reserve(size_t(m_textHint));
    m_tree->nodes.reserve(size_t(m_nodeHint));
    m_tree->attributes.reserve(size_t(m_attributeHint));
    m_lastNamespace = {};
}

Tree::Slice ElementBuilder::keep(QStringView text)
{
    const Tree::Slice slice{quint32(m_tree->text.size()), quint32(text.size())};
    m_tree->text.append(text.utf16(), size_t(text.size()));
    return slice;
}

Tree::Slice ElementBuilder::keepNamespace(QStringView ns)
{
    // Most elements share their parent's or their sibling's namespace.
    if (m_tree->view(m_lastNamespace) != ns || m_lastNamespace.size == 0)
        m_lastNamespace = keep(ns);
    return m_lastNamespace;
}

quint32 ElementBuilder::append(const Tree::Node &node)
{
    const auto index = quint32(m_tree->nodes.size());
    m_tree->nodes.push_back(node);
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        if (parent.lastChild == 0)
            m_tree->nodes[parent.node].firstChild = index;
        else
            m_tree->nodes[parent.lastChild].nextSibling = index;
        parent.lastChild = index;
    }
    return index;
}

bool ElementBuilder::start(const QXmlStreamReader &reader)
{
    if (m_open.empty())
        begin();
    const QXmlStreamAttributes attributes = reader.attributes();
    if (depth() >= m_limits.depth || attributes.size() > m_limits.attributes || qsizetype(m_tree->nodes.size()) >= m_limits.nodes)
        return false;
    Tree::Node node;
    node.name = keep(reader.name());
    node.ns = keepNamespace(reader.namespaceUri());
    node.firstAttribute = quint32(m_tree->attributes.size());
    node.attributeCount = quint32(attributes.size());
    for (const QXmlStreamAttribute &attribute : attributes)
        m_tree->attributes.push_back({keep(attribute.name()), keep(attribute.namespaceUri()), keep(attribute.value())});
    const quint32 index = append(node);
    m_open.push_back({index, 0});
    return true;
}

bool ElementBuilder::text(QStringView characters)
{
    const quint32 last = m_open.back().lastChild;
    if (last != 0 && m_tree->nodes[last].name.size == 0 && m_tree->nodes[last].text.start + m_tree->nodes[last].text.size == quint32(m_tree->text.size())) {
        // A run of characters cut by a read or an entity goes on.
        m_tree->nodes[last].text.size += quint32(characters.size());
        m_tree->text.append(characters.utf16(), size_t(characters.size()));
        return true;
    }
    if (qsizetype(m_tree->nodes.size()) >= m_limits.nodes)
        return false;
    Tree::Node node;
    node.text = keep(characters);
    append(node);
    return true;
}

std::optional<Element> ElementBuilder::end()
{
    m_open.pop_back();
    if (!m_open.empty())
        return std::nullopt;
    m_textHint = std::min<qsizetype>(qsizetype(m_tree->text.size()) + 64, 4096);
    m_nodeHint = std::min<qsizetype>(qsizetype(m_tree->nodes.size()) + 2, 256);
    m_attributeHint = std::min<qsizetype>(qsizetype(m_tree->attributes.size()) + 2, 256);
    return Element(std::exchange(m_tree, nullptr));
}

} // namespace xml
