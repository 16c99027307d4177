// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/element.h"

#include "xml/elementbuilder.h"
#include "xml/writer.h"

#include <QXmlStreamReader>

namespace xml
{

std::optional<QStringView> Element::attribute(QStringView name) const
{
    return attribute(Name{name, {}});
}

std::optional<QStringView> Element::attribute(const Name &name) const
{
    if (!m_tree)
        return std::nullopt;
    const Tree::Node &self = node();
    for (quint32 i = self.firstAttribute; i < self.firstAttribute + self.attributeCount; ++i) {
        const Tree::Attribute &attribute = m_tree->attributes[i];
        if (m_tree->view(attribute.name) == name.local && m_tree->view(attribute.ns) == name.ns)
            return m_tree->view(attribute.value);
    }
    return std::nullopt;
}

QString Element::text() const
{
    QString buffer;
    const QStringView view = text(buffer);
    return buffer.isNull() ? view.toString() : buffer;
}

QStringView Element::text(QString &buffer) const
{
    QStringView view;
    if (!m_tree)
        return view;
    for (quint32 i = node().firstChild; i != 0; i = m_tree->nodes[i].nextSibling) {
        if (m_tree->nodes[i].name.size != 0)
            continue;
        const QStringView piece = m_tree->view(m_tree->nodes[i].text);
        if (view.isEmpty() && buffer.isNull()) {
            view = piece;
            continue;
        }
        if (buffer.isNull())
            buffer = view.toString();
        buffer += piece;
    }
    return buffer.isNull() ? view : QStringView(buffer);
}

quint32 Element::elementFrom(quint32 start) const
{
    quint32 i = start;
    while (i != 0 && m_tree->nodes[i].name.size == 0)
        i = m_tree->nodes[i].nextSibling;
    return i;
}

Element::Range Element::children() const
{
    return Range(firstChild());
}

Element Element::child(const Name &name) const
{
    if (!m_tree)
        return {};
    for (quint32 i = node().firstChild; i != 0; i = m_tree->nodes[i].nextSibling) {
        const Tree::Node &child = m_tree->nodes[i];
        if (child.name.size != 0 && m_tree->view(child.name) == name.local && m_tree->view(child.ns) == name.ns)
            return Element(m_tree, i);
    }
    return {};
}

Element Element::firstChild() const
{
    const quint32 first = m_tree ? elementFrom(node().firstChild) : 0;
    return first == 0 ? Element() : Element(m_tree, first);
}

qsizetype Element::childCount() const
{
    const Range all = children();
    return std::distance(all.begin(), all.end());
}

Element::Iterator &Element::Iterator::operator++()
{
    m_current.m_node = m_current.elementFrom(m_current.node().nextSibling);
    return *this;
}

namespace
{

void writeNode(const Tree &tree, quint32 index, Writer &writer)
{
    // An explicit stack: the tree's depth is the sender's choice, ours is not.
    std::vector<quint32> open;
    quint32 i = index;
    for (;;) {
        const Tree::Node &node = tree.nodes[i];
        const bool isText = node.name.size == 0;
        if (isText) {
            writer.text(tree.view(node.text));
        } else {
            writer.start({tree.view(node.name), tree.view(node.ns)});
            for (quint32 a = node.firstAttribute; a < node.firstAttribute + node.attributeCount; ++a) {
                const Tree::Attribute &attribute = tree.attributes[a];
                writer.attribute({tree.view(attribute.name), tree.view(attribute.ns)}, tree.view(attribute.value));
            }
            if (node.firstChild != 0) {
                open.push_back(i);
                i = node.firstChild;
                continue;
            }
            writer.end();
        }
        while (i != index && tree.nodes[i].nextSibling == 0) {
            i = open.back();
            open.pop_back();
            writer.end();
        }
        if (i == index)
            return;
        i = tree.nodes[i].nextSibling;
    }
}

} // namespace

void Element::write(Writer &writer) const
{
    if (m_tree)
        writeNode(*m_tree, m_node, writer);
}

QByteArray Element::toXml() const
{
    Writer writer;
    write(writer);
    return writer.take();
}

std::optional<Element> Element::parse(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    ElementBuilder builder;
    std::optional<Element> result;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            if (result || !builder.start(reader))
                return std::nullopt;
            break;
        case QXmlStreamReader::EndElement:
            if (auto done = builder.end())
                result = std::move(done);
            break;
        case QXmlStreamReader::Characters:
            if (builder.depth() > 0)
                builder.text(reader.text());
            break;
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
            break;
        default:
            return std::nullopt;
        }
    }
    return reader.hasError() ? std::nullopt : result;
}

} // namespace xml
