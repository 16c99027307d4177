// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/caps/verification.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

constexpr QStringView FormType = u"FORM_TYPE";

const FormField *formTypeOf(const InfoForm &form)
{
    for (const FormField &field : form.fields) {
        if (field.var == FormType)
            return &field;
    }
    return nullptr;
}

bool isHashed(const InfoForm &form)
{
    const FormField *type = formTypeOf(form);
    return type && type->type == u"hidden" && !type->values.isEmpty();
}

QByteArray identityText(const Identity &identity)
{
    return (identity.category + u'/' + identity.type + u'/' + identity.lang.value_or(QString()) + u'/' + identity.name.value_or(QString())).toUtf8();
}

//! Sorted as i;octet, each followed by '<'.
QByteArray joined(QList<QByteArray> parts)
{
    std::ranges::sort(parts);
    QByteArray result;
    for (const QByteArray &part : std::as_const(parts))
        result += part + '<';
    return result;
}

QByteArray fieldsText(const InfoForm &form)
{
    QList<std::pair<QByteArray, QByteArray>> fields; // var, and the whole
    for (const FormField &field : form.fields) {
        if (field.var == FormType)
            continue;
        QList<QByteArray> values;
        for (const QString &value : field.values)
            values << value.toUtf8();
        const QByteArray var = field.var.value_or(QString()).toUtf8();
        fields.append({var, var + '<' + joined(std::move(values))});
    }
    std::ranges::stable_sort(fields, {}, &std::pair<QByteArray, QByteArray>::first);
    QByteArray result;
    for (const auto &[var, whole] : std::as_const(fields))
        result += whole;
    return result;
}

template <typename Range, typename Key>
bool hasDuplicates(const Range &range, Key key)
{
    QSet<QByteArray> seen;
    for (const auto &item : range) {
        const QByteArray text = key(item);
        if (seen.contains(text))
            return true;
        seen.insert(text);
    }
    return false;
}

bool isIllFormed(const DiscoInfo &info)
{
    if (hasDuplicates(info.identities, identityText) || hasDuplicates(info.features, [](const Feature &feature) { return feature.var.toUtf8(); }))
        return true;
    QSet<QString> types;
    for (const InfoForm &form : info.forms) {
        const FormField *type = formTypeOf(form);
        if (!type || type->values.isEmpty())
            continue;
        if (QSet<QString>(type->values.cbegin(), type->values.cend()).size() > 1 || types.contains(type->values.first()))
            return true;
        types.insert(type->values.first());
    }
    return false;
}

bool isPlain(const QString &text)
{
    return !text.contains(u'<');
}

//! A name such as "client" that can be neither mistaken for a namespace nor hide a separator.
bool isWord(const QString &text)
{
    return !text.isEmpty() && isPlain(text) && !text.contains(u'/') && !text.contains(u':');
}

// The text to hash does not say where identities end and features begin, or features and forms. These rules give each of
// the three a look of its own: an identity has no colon before its first slash, a feature has one or has no slash; a
// form's fields are plain words with at least one value each. Then no other answer has the same text.

bool isClear(const Identity &identity)
{
    return isWord(identity.category) && isWord(identity.type) && isPlain(identity.lang.value_or(QString()))
        && !identity.lang.value_or(QString()).contains(u'/') && isPlain(identity.name.value_or(QString()));
}

bool isClear(const Feature &feature)
{
    const qsizetype slash = feature.var.indexOf(u'/'), colon = feature.var.indexOf(u':');
    return !feature.var.isEmpty() && isPlain(feature.var) && (slash < 0 || (colon >= 0 && colon < slash));
}

bool isClear(const InfoForm &form)
{
    if (!isHashed(form))
        return true; // not in the text at all
    return std::ranges::all_of(form.fields, [](const FormField &field) {
        return field.var && isWord(*field.var) && !field.values.isEmpty() && std::ranges::all_of(field.values, isPlain);
    });
}

bool isAmbiguous(const DiscoInfo &info)
{
    const auto clear = [](const auto &item) { return isClear(item); };
    return info.identities.isEmpty() || !std::ranges::all_of(info.identities, clear) || !std::ranges::all_of(info.features, clear)
        || !std::ranges::all_of(info.forms, clear);
}

} // namespace

std::optional<crypto::Hash> capsHash(QStringView name)
{
    if (name == u"sha-1")
        return crypto::Hash::Sha1;
    if (name == u"sha-224")
        return crypto::Hash::Sha224;
    if (name == u"sha-256")
        return crypto::Hash::Sha256;
    if (name == u"sha-384")
        return crypto::Hash::Sha384;
    if (name == u"sha-512")
        return crypto::Hash::Sha512;
    return std::nullopt;
}

QByteArray capsInput(const DiscoInfo &info)
{
    QList<QByteArray> identities, features;
    for (const Identity &identity : info.identities)
        identities << identityText(identity);
    for (const Feature &feature : info.features)
        features << feature.var.toUtf8();
    QList<std::pair<QByteArray, QByteArray>> forms; // FORM_TYPE, and the whole
    for (const InfoForm &form : info.forms) {
        if (!isHashed(form))
            continue;
        const QByteArray type = formTypeOf(form)->values.first().toUtf8();
        forms.append({type, type + '<' + fieldsText(form)});
    }
    std::ranges::stable_sort(forms, {}, &std::pair<QByteArray, QByteArray>::first);
    QByteArray result = joined(std::move(identities)) + joined(std::move(features));
    for (const auto &[type, whole] : std::as_const(forms))
        result += whole;
    return result;
}

QString capsVer(const DiscoInfo &info, crypto::Hash hash)
{
    return QString::fromLatin1(crypto::hash(hash, capsInput(info)).toBase64());
}

CapsVerdict verifyCaps(const DiscoInfo &info, crypto::Hash hash, QStringView ver)
{
    if (isIllFormed(info))
        return CapsVerdict::IllFormed;
    if (capsVer(info, hash) != ver)
        return CapsVerdict::Mismatch;
    return isAmbiguous(info) ? CapsVerdict::Ambiguous : CapsVerdict::Verified;
}

DiscoInfo withoutUnhashed(DiscoInfo info)
{
    info.node.reset();
    info.forms.removeIf([](const InfoForm &form) { return !isHashed(form); });
    return info;
}

} // namespace xep
