// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/name.h"

#include <QString>

#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xml
{

class Writer;

//! The flat memory of one parsed tree: all text in one string, nodes and attributes in two vectors.
//!
//! Four allocations a stanza, however many elements it has. Immutable once built.
struct Tree
{
    struct Slice
    {
        quint32 start = 0, size = 0;
    };
    struct Attribute
    {
        Slice name, ns, value;
    };
    struct Node
    {
        Slice name; //!< empty for text
        Slice ns; //!< an element's namespace
        Slice text; //!< a text node's characters
        quint32 firstAttribute = 0, attributeCount = 0;
        quint32 firstChild = 0, nextSibling = 0; //!< 0: none; the root is node 0 and nobody's child
    };

    [[nodiscard]] QStringView view(Slice slice) const { return QStringView(text.data() + slice.start, slice.size); }

    std::u16string text;
    std::vector<Node> nodes;
    std::vector<Attribute> attributes;
};

//! One element of a received stanza: a cheap value that shares its tree.
//!
//! Views it hands out live as long as any Element of the same tree. A default one is null and answers everything with nothing.
class Element final
{
public:
    class Iterator;
    class Range;

    Element() = default;
    explicit Element(std::shared_ptr<const Tree> tree, quint32 node = 0) : m_tree(std::move(tree)), m_node(node) { }

    [[nodiscard]] bool isNull() const { return !m_tree; }
    [[nodiscard]] QStringView name() const { return m_tree ? m_tree->view(node().name) : QStringView(); }
    [[nodiscard]] QStringView ns() const { return m_tree ? m_tree->view(node().ns) : QStringView(); }
    [[nodiscard]] bool is(const Name &other) const { return m_tree && name() == other.local && ns() == other.ns; }

    //! The value of an attribute without namespace; nothing if it is not there.
    [[nodiscard]] std::optional<QStringView> attribute(QStringView name) const;
    //! The value of an attribute of a namespace, such as xml:lang.
    [[nodiscard]] std::optional<QStringView> attribute(const Name &name) const;
    //! Its own characters, without those of its children.
    [[nodiscard]] QString text() const;
    //! The same as a view into the tree, or into `buffer` when the characters are not in one piece.
    [[nodiscard]] QStringView text(QString &buffer) const;
    //! Its child elements in document order.
    [[nodiscard]] Range children() const;
    //! The first child of that name, or a null one.
    [[nodiscard]] Element child(const Name &name) const;
    //! The first child element of any name, or a null one.
    [[nodiscard]] Element firstChild() const;
    [[nodiscard]] qsizetype childCount() const;

    //! Writes it into `writer` as it stands.
    void write(Writer &writer) const;
    //! As a document of its own, UTF-8.
    [[nodiscard]] QByteArray toXml() const;

    //! Parses one whole document, without DTD, comments or processing instructions; for tests and stored stanzas.
    [[nodiscard]] static std::optional<Element> parse(const QByteArray &xml);

private:
    friend class Iterator;

    [[nodiscard]] const Tree::Node &node() const { return m_tree->nodes[m_node]; }
    [[nodiscard]] quint32 elementFrom(quint32 node) const;

    std::shared_ptr<const Tree> m_tree;
    quint32 m_node = 0;
};

//! Walks the child elements of one element; holds the tree once, whatever the number of children.
class Element::Iterator final
{
public:
    using difference_type = std::ptrdiff_t;
    using value_type = Element;
    using reference = const Element &;
    using pointer = const Element *;
    using iterator_category = std::input_iterator_tag;

    Iterator() = default;
    explicit Iterator(Element current) : m_current(std::move(current)) { }

    [[nodiscard]] const Element &operator*() const { return m_current; }
    Iterator &operator++();
    friend bool operator==(const Iterator &a, const Iterator &b) { return a.m_current.m_node == b.m_current.m_node; }

private:
    Element m_current;
};

//! The child elements of one element, for range-based loops.
class Element::Range final
{
public:
    explicit Range(Element first) : m_first(std::move(first)) { }

    [[nodiscard]] Iterator begin() const { return Iterator(m_first); }
    [[nodiscard]] Iterator end() const { return Iterator(); }

private:
    Element m_first;
};

} // namespace xml
