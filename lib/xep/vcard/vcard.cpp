// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/vcard/vcard.h"

#include "xep/avatars/avatars.h"
#include "xep/text.h"

#include <array>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

constexpr qsizetype LongestFact = 500, LongestNote = 5000, MostOfAKind = 10;

//! A name of an old card or a new one, which only its case tells apart.
using Way = QStringView;

QString fact(const xml::Element &element, qsizetype longest = LongestFact)
{
    return bounded(element.text().trimmed(), longest).trimmed();
}

//! The text a property of a new card holds: in the first child that is no parameter.
QString value4(const xml::Element &property, qsizetype longest = LongestFact)
{
    for (const xml::Element &child : property.children()) {
        if (child.name() != u"parameters")
            return fact(child, longest);
    }
    return {};
}

void take(QString &field, const QString &found)
{
    if (field.isEmpty())
        field = found;
}

void take(QStringList &field, const QString &found)
{
    if (!found.isEmpty() && field.size() < MostOfAKind && !field.contains(found))
        field << found;
}

QString phone4(const xml::Element &property)
{
    const QString value = value4(property);
    const bool isUri = !property.child({u"uri", ns::VCard4}).isNull();
    return isUri && value.startsWith("tel:"_L1, Qt::CaseInsensitive) ? value.sliced(4).trimmed() : value;
}

//! Copies what is not in `known`.
void copyRest(xml::Writer &writer, const xml::Element &former, std::span<const QStringView> known)
{
    for (const xml::Element &child : former.children()) {
        if (!std::ranges::contains(known, child.name()))
            child.write(writer);
    }
}

//! `<outer><inner>text</inner></outer>`, unless there is no text.
void nested(xml::Writer &writer, Way ns, QStringView outer, QStringView inner, const QString &text)
{
    if (text.isEmpty())
        return;
    writer.start({outer, ns});
    writer.textElement({inner, ns}, text);
    writer.end();
}

void single(xml::Writer &writer, Way ns, QStringView name, const QString &text)
{
    if (!text.isEmpty())
        writer.textElement({name, ns}, text);
}

} // namespace

VCard VCard::fromTemp(const xml::Element &card)
{
    VCard v;
    const auto inner = [](const xml::Element &outer, QStringView name) { return fact(outer.child({name, ns::VCardTemp})); };
    for (const xml::Element &child : card.children()) {
        const QStringView name = child.name();
        if (child.ns() != ns::VCardTemp)
            continue;
        if (name == u"FN")
            take(v.name, fact(child));
        else if (name == u"NICKNAME")
            take(v.nickname, fact(child));
        else if (name == u"ORG")
            take(v.organisation, inner(child, u"ORGNAME"));
        else if (name == u"TITLE")
            take(v.title, fact(child));
        else if (name == u"EMAIL")
            take(v.emails, inner(child, u"USERID"));
        else if (name == u"TEL")
            take(v.phones, inner(child, u"NUMBER"));
        else if (name == u"URL")
            take(v.website, fact(child));
        else if (name == u"BDAY")
            take(v.birthday, fact(child));
        else if (name == u"DESC")
            take(v.note, fact(child, LongestNote));
        if (name == u"ADR") {
            take(v.town, inner(child, u"LOCALITY"));
            take(v.country, inner(child, u"CTRY"));
        }
    }
    return v;
}

VCard VCard::from4(const xml::Element &card)
{
    VCard v;
    const auto inner = [](const xml::Element &outer, QStringView name) { return fact(outer.child({name, ns::VCard4})); };
    for (const xml::Element &child : card.children()) {
        const QStringView name = child.name();
        if (child.ns() != ns::VCard4)
            continue;
        if (name == u"fn")
            take(v.name, value4(child));
        else if (name == u"nickname")
            take(v.nickname, value4(child));
        else if (name == u"org")
            take(v.organisation, value4(child));
        else if (name == u"title")
            take(v.title, value4(child));
        else if (name == u"email")
            take(v.emails, value4(child));
        else if (name == u"tel")
            take(v.phones, phone4(child));
        else if (name == u"url")
            take(v.website, value4(child));
        else if (name == u"bday")
            take(v.birthday, value4(child));
        else if (name == u"note")
            take(v.note, value4(child, LongestNote));
        if (name == u"adr") {
            take(v.town, inner(child, u"locality"));
            take(v.country, inner(child, u"country"));
        }
    }
    return v;
}

QByteArray VCard::toTemp(const xml::Element &former) const
{
    static constexpr std::array<QStringView, 10> Known{u"FN", u"NICKNAME", u"ORG", u"TITLE", u"EMAIL", u"TEL", u"URL", u"BDAY", u"DESC", u"ADR"};
    constexpr Way ns = ns::VCardTemp;
    xml::Writer writer;
    writer.start({u"vCard", ns});
    single(writer, ns, u"FN", name);
    single(writer, ns, u"NICKNAME", nickname);
    single(writer, ns, u"URL", website);
    single(writer, ns, u"BDAY", birthday);
    nested(writer, ns, u"ORG", u"ORGNAME", organisation);
    single(writer, ns, u"TITLE", title);
    for (const QString &phone : phones)
        nested(writer, ns, u"TEL", u"NUMBER", phone);
    for (const QString &email : emails)
        nested(writer, ns, u"EMAIL", u"USERID", email);
    if (!town.isEmpty() || !country.isEmpty()) {
        writer.start({u"ADR", ns});
        single(writer, ns, u"LOCALITY", town);
        single(writer, ns, u"CTRY", country);
        writer.end();
    }
    single(writer, ns, u"DESC", note);
    copyRest(writer, former, Known);
    writer.end();
    return writer.take();
}

QByteArray VCard::to4(const xml::Element &former) const
{
    static constexpr std::array<QStringView, 10> Known{u"fn", u"nickname", u"org", u"title", u"email", u"tel", u"url", u"bday", u"note", u"adr"};
    constexpr Way ns = ns::VCard4;
    xml::Writer writer;
    writer.start({u"vcard", ns});
    nested(writer, ns, u"fn", u"text", name);
    nested(writer, ns, u"nickname", u"text", nickname);
    nested(writer, ns, u"org", u"text", organisation);
    nested(writer, ns, u"title", u"text", title);
    nested(writer, ns, u"url", u"uri", website);
    nested(writer, ns, u"bday", QDate::fromString(birthday, Qt::ISODate).isValid() ? u"date" : u"text", birthday);
    for (const QString &phone : phones)
        nested(writer, ns, u"tel", u"text", phone);
    for (const QString &email : emails)
        nested(writer, ns, u"email", u"text", email);
    if (!town.isEmpty() || !country.isEmpty()) {
        writer.start({u"adr", ns});
        single(writer, ns, u"locality", town);
        single(writer, ns, u"country", country);
        writer.end();
    }
    nested(writer, ns, u"note", u"text", note);
    copyRest(writer, former, Known);
    writer.end();
    return writer.take();
}

} // namespace xep
