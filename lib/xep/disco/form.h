// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/codec.h"

namespace ns
{
inline constexpr QStringView DataForms = u"jabber:x:data";
}

namespace xep
{

//! A field of a form that carries facts (XEP-0004 3.2).
struct FormField
{
    static constexpr xml::Name Tag{u"field", ns::DataForms};

    std::optional<QString> var, type;
    QStringList values;

    friend bool operator==(const FormField &, const FormField &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"var", self.var);
        io.attribute(u"type", self.type);
        io.childText(u"value", self.values);
    }
};

//! A form that carries facts beside a disco#info answer (XEP-0128).
struct InfoForm
{
    static constexpr xml::Name Tag{u"x", ns::DataForms};

    std::optional<QString> type;
    QList<FormField> fields;

    friend bool operator==(const InfoForm &, const InfoForm &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"type", self.type);
        io.child(self.fields);
    }
};

} // namespace xep
