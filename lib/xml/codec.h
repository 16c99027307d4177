// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "xml/element.h"
#include "xml/text.h"
#include "xml/writer.h"

#include <QList>
#include <QStringList>

#include <type_traits>

namespace xml
{

namespace detail
{

template <typename T>
inline constexpr bool isOptional = false;
template <typename T>
inline constexpr bool isOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool isList = false;
template <typename T>
inline constexpr bool isList<QList<T>> = true;

//! Says that `<name/>` is missing.
[[nodiscard]] QString missing(QStringView name);

} // namespace detail

class Decoder;
template <typename T>
[[nodiscard]] Result<T> decode(const Element &element, QStringList *dropped = nullptr);

//! Reads one element into a described struct. The `io` of `describe` when reading.
//!
//! Optionality is the field's type: `T` must be there, `std::optional<T>` may be, `QList<T>` is any number. A value that does not
//! parse is an error of the whole payload; a list item that does not parse is dropped, reported, and costs only itself.
class Decoder final
{
public:
    explicit Decoder(Element element) : m_element(std::move(element)) { }

    [[nodiscard]] const std::optional<QString> &error() const { return m_error; }
    [[nodiscard]] const QStringList &dropped() const { return m_dropped; }
    [[nodiscard]] const Element &element() const { return m_element; }

    template <typename T>
    void attribute(QStringView name, T &field)
    {
        assign(m_element.attribute(name), name, field);
    }
    //! An attribute of a namespace, such as xml:lang.
    template <typename T>
    void attribute(const Name &name, T &field)
    {
        assign(m_element.attribute(name), name.local, field);
    }
    //! An attribute with a default: absent means `otherwise`, and it is not written then.
    template <typename T>
    void attribute(QStringView name, T &field, const std::type_identity_t<T> &otherwise)
    {
        std::optional<T> value;
        assign(m_element.attribute(name), name, value);
        field = value.value_or(otherwise);
    }

    //! The element's own characters.
    template <typename T>
    void text(T &field)
    {
        QString buffer;
        assign(std::optional(m_element.text(buffer)), u"text", field);
    }

    //! `<name>text</name>` in the element's namespace; a list takes each of them.
    template <typename T>
    void childText(QStringView name, T &field)
    {
        childText(Name{name, m_element.ns()}, field);
    }
    template <typename T>
    void childText(const Name &name, T &field)
    {
        if constexpr (detail::isList<T>) {
            for (const Element &child : m_element.children()) {
                if (!child.is(name))
                    continue;
                if (auto value = Text<typename T::value_type>::parse(child.text()))
                    field.append(std::move(*value));
                else
                    m_dropped << name.local.toString();
            }
        } else {
            const Element child = m_element.child(name);
            QString buffer;
            assign(child.isNull() ? std::nullopt : std::optional(child.text(buffer)), name.local, field);
        }
    }

    //! A described child: T, optional<T> or QList<T>.
    template <typename T>
    void child(T &field)
    {
        if constexpr (detail::isList<T>) {
            using Item = typename T::value_type;
            for (const Element &child : m_element.children()) {
                if (!child.is(Item::Tag))
                    continue;
                if (auto item = decode<Item>(child, &m_dropped))
                    field.append(std::move(*item));
                else
                    m_dropped << item.error().text;
            }
        } else if constexpr (detail::isOptional<T>) {
            using Inner = typename T::value_type;
            if (const Element child = m_element.child(Inner::Tag); !child.isNull()) {
                auto value = decode<Inner>(child, &m_dropped);
                if (value)
                    field = std::move(*value);
                else
                    fail(value.error().text);
            }
        } else {
            auto value = decode<T>(m_element.child(T::Tag), &m_dropped);
            if (value)
                field = std::move(*value);
            else
                fail(value.error().text);
        }
    }

    //! A bool that is the presence of an empty child.
    void flag(const Name &name, bool &field) { field = !m_element.child(name).isNull(); }

    //! The name of the first child of a namespace, for lists of conditions; empty if there is none.
    void condition(QStringView ns, QString &field);

    //! The first child in any namespace but the element's own, kept as it is.
    void foreign(Element &field);

private:
    template <typename T>
    void assign(std::optional<QStringView> text, QStringView name, T &field)
    {
        if constexpr (detail::isOptional<T>) {
            if (!text)
                return;
            field = Text<typename T::value_type>::parse(*text);
            if (!field)
                failValue(name, *text);
        } else {
            if (!text) {
                failMissing(name);
                return;
            }
            if (auto value = Text<T>::parse(*text))
                field = std::move(*value);
            else
                failValue(name, *text);
        }
    }

    void fail(QString text);
    void failMissing(QStringView name);
    void failValue(QStringView name, QStringView value);

    Element m_element;
    std::optional<QString> m_error;
    QStringList m_dropped;
};

//! Writes a described struct. The `io` of `describe` when writing; attributes must be described before children.
class Encoder final
{
public:
    Encoder(Writer &writer, QStringView ns) : m_writer(writer), m_ns(ns) { }

    template <typename T>
    void attribute(QStringView name, const T &field)
    {
        attribute(Name{name, {}}, field);
    }
    template <typename T>
    void attribute(const Name &name, const T &field)
    {
        if constexpr (detail::isOptional<T>) {
            if (field)
                m_writer.attribute(name, Text<typename T::value_type>::format(*field));
        } else {
            m_writer.attribute(name, Text<T>::format(field));
        }
    }
    template <typename T>
    void attribute(QStringView name, const T &field, const std::type_identity_t<T> &otherwise)
    {
        if (!(field == otherwise))
            attribute(name, field);
    }

    template <typename T>
    void text(const T &field)
    {
        if constexpr (detail::isOptional<T>) {
            if (field)
                m_writer.text(Text<typename T::value_type>::format(*field));
        } else {
            m_writer.text(Text<T>::format(field));
        }
    }

    template <typename T>
    void childText(QStringView name, const T &field)
    {
        childText(Name{name, m_ns}, field);
    }
    template <typename T>
    void childText(const Name &name, const T &field)
    {
        if constexpr (detail::isList<T>) {
            for (const auto &item : field)
                m_writer.textElement(name, Text<typename T::value_type>::format(item));
        } else if constexpr (detail::isOptional<T>) {
            if (field)
                m_writer.textElement(name, Text<typename T::value_type>::format(*field));
        } else {
            m_writer.textElement(name, Text<T>::format(field));
        }
    }

    template <typename T>
    void child(const T &field)
    {
        if constexpr (detail::isList<T>) {
            for (const auto &item : field)
                one(item);
        } else if constexpr (detail::isOptional<T>) {
            if (field)
                one(*field);
        } else {
            one(field);
        }
    }

    void flag(const Name &name, bool field)
    {
        if (field)
            m_writer.textElement(name, {});
    }

    void condition(QStringView ns, const QString &field)
    {
        if (!field.isEmpty())
            m_writer.textElement({field, ns}, {});
    }

    void foreign(const Element &field) { field.write(m_writer); }

private:
    template <typename T>
    void one(const T &item)
    {
        m_writer.start(T::Tag);
        Encoder inner(m_writer, T::Tag.ns);
        T::describe(item, inner);
        m_writer.end();
    }

    Writer &m_writer;
    QStringView m_ns;
};

//! Reads a described struct from its element. `dropped` collects what cost only itself.
template <typename T>
Result<T> decode(const Element &element, QStringList *dropped)
{
    if (!element.is(T::Tag))
        return ::fail(ErrorKind::Protocol, detail::missing(T::Tag.local));
    T value;
    Decoder decoder(element);
    T::describe(value, decoder);
    if (dropped)
        *dropped += decoder.dropped();
    if (decoder.error())
        return ::fail(ErrorKind::Protocol, *decoder.error());
    return value;
}

//! Writes a described struct, tag and all.
template <typename T>
void encode(Writer &writer, const T &value)
{
    writer.start(T::Tag);
    Encoder encoder(writer, T::Tag.ns);
    T::describe(value, encoder);
    writer.end();
}

//! A described struct as XML that can stand inside an element of namespace `outer`.
template <typename T>
[[nodiscard]] QByteArray encode(const T &value, QStringView outer = {})
{
    Writer writer(outer);
    encode(writer, value);
    return writer.take();
}

} // namespace xml
