// SPDX-License-Identifier: GPL-3.0-or-later
#include "xml/codec.h"

using namespace Qt::StringLiterals;

namespace xml
{

QString detail::missing(QStringView name)
{
    return u"<%1/> is missing"_s.arg(name);
}

void Decoder::fail(QString text)
{
    if (!m_error)
        m_error = std::move(text);
}

void Decoder::failMissing(QStringView name)
{
    fail(u"%1 is missing in <%2/>"_s.arg(name, m_element.name()));
}

void Decoder::failValue(QStringView name, QStringView value)
{
    fail(u"%1 of <%2/> has the bad value \"%3\""_s.arg(name, m_element.name(), value.first(std::min<qsizetype>(value.size(), 80))));
}

void Decoder::condition(QStringView ns, QString &field)
{
    for (const Element &child : m_element.children()) {
        if (child.ns() == ns && child.name() != u"text") {
            field = child.name().toString();
            return;
        }
    }
}

void Decoder::foreign(Element &field)
{
    for (const Element &child : m_element.children()) {
        if (child.ns() != m_element.ns()) {
            field = child;
            return;
        }
    }
}

} // namespace xml
