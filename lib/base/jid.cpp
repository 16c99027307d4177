// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jid.h"

#include <QDebug>
#include <QHash>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/unistr.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype MaxPartBytes = 1023; // RFC 7622 3.1

icu::UnicodeString toIcu(QStringView text)
{
    return {false, reinterpret_cast<const char16_t *>(text.utf16()), int32_t(text.size())};
}

QString fromIcu(const icu::UnicodeString &text)
{
    return QString(reinterpret_cast<const QChar *>(text.getBuffer()), text.length());
}

bool isPlainAscii(QStringView text, bool (*allowed)(char16_t))
{
    return std::ranges::all_of(text, [allowed](QChar c) { return c.unicode() < 0x80 && allowed(c.unicode()); });
}

bool fits(QStringView part)
{
    if (part.isEmpty())
        return false;
    // A UTF-16 unit takes at most three bytes of UTF-8.
    return part.size() * 3 <= MaxPartBytes || part.toUtf8().size() <= MaxPartBytes;
}

//! PRECIS class membership, near enough to RFC 8264's derivation by general category.
bool forbiddenEverywhere(UChar32 c)
{
    switch (u_charType(c)) {
    case U_CONTROL_CHAR:
    case U_SURROGATE:
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
        return true;
    default:
        return u_hasBinaryProperty(c, UCHAR_NONCHARACTER_CODE_POINT) || (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && c != 0x200C && c != 0x200D && !u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR));
    }
}

bool allowedInLocal(UChar32 c)
{
    if (c < 0x80)
        return c > 0x20 && c < 0x7f && !u"\"&'/:<>@"_s.contains(QChar(char16_t(c)));
    if (forbiddenEverywhere(c) || u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR))
        return false;
    switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_DECIMAL_DIGIT_NUMBER:
        return true;
    default:
        return c == 0xB7 || c == 0x375 || c == 0x5F3 || c == 0x5F4 || c == 0x30FB || c == 0x200C || c == 0x200D;
    }
}

template <typename Allowed>
bool allOf(const icu::UnicodeString &text, Allowed allowed)
{
    for (int32_t i = 0; i < text.length();) {
        const UChar32 c = text.char32At(i);
        if (!allowed(c))
            return false;
        i += U16_LENGTH(c);
    }
    return true;
}

std::optional<icu::UnicodeString> nfc(const icu::UnicodeString &text)
{
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFCInstance(error);
    icu::UnicodeString result = normalizer->normalize(text, error);
    return U_SUCCESS(error) ? std::optional(result) : std::nullopt;
}

//! UsernameCaseMapped (RFC 8265 3.3) plus RFC 7622 3.3.1's exclusions.
std::optional<QString> normaliseLocal(QStringView local)
{
    static constexpr auto simple = [](char16_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' || c == '+' || c == '%' || c == '\\' || c == '=' || c == '~' || c == '!' || c == '#' || c == '$' || c == '*' || c == '?' || c == '^' || c == '`' || c == '{' || c == '|' || c == '}' || c == '(' || c == ')' || c == ',' || c == ';' || c == '[' || c == ']'; };
    if (isPlainAscii(local, simple))
        return fits(local) ? std::optional(local.toString()) : std::nullopt;

    // Width mapping: only full- and half-width forms decompose.
    icu::UnicodeString mapped;
    const icu::UnicodeString source = toIcu(local);
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2 *nfkc = icu::Normalizer2::getNFKCInstance(error);
    for (int32_t i = 0; i < source.length();) {
        const UChar32 c = source.char32At(i);
        const auto width = UEastAsianWidth(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
        if (width == U_EA_FULLWIDTH || width == U_EA_HALFWIDTH)
            mapped.append(nfkc->normalize(icu::UnicodeString(c), error));
        else
            mapped.append(c);
        i += U16_LENGTH(c);
    }
    const auto normal = nfc(mapped.toLower(icu::Locale::getRoot()));
    if (!normal || !allOf(*normal, allowedInLocal))
        return std::nullopt;
    QString result = fromIcu(*normal);
    return fits(result) ? std::optional(std::move(result)) : std::nullopt;
}

//! OpaqueString (RFC 8265 4.2).
std::optional<QString> normaliseResource(QStringView resource)
{
    static constexpr auto simple = [](char16_t c) { return c >= 0x20 && c < 0x7f; };
    if (isPlainAscii(resource, simple))
        return fits(resource) ? std::optional(resource.toString()) : std::nullopt;
    icu::UnicodeString mapped;
    const icu::UnicodeString source = toIcu(resource);
    for (int32_t i = 0; i < source.length();) {
        const UChar32 c = source.char32At(i);
        mapped.append(u_charType(c) == U_SPACE_SEPARATOR ? UChar32(' ') : c);
        i += U16_LENGTH(c);
    }
    const auto normal = nfc(mapped);
    if (!normal || !allOf(*normal, [](UChar32 c) { return !forbiddenEverywhere(c); }))
        return std::nullopt;
    QString result = fromIcu(*normal);
    return fits(result) ? std::optional(std::move(result)) : std::nullopt;
}

//! An IP literal in brackets, or U-labels as RFC 5891 wants them (RFC 7622 3.2). A final dot goes.
std::optional<QString> normaliseDomain(QStringView domain)
{
    if (domain.endsWith(u'.'))
        domain.chop(1);
    static constexpr auto simple = [](char16_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_'; };
    static constexpr auto literal = [](char16_t c) { return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9') || c == '.' || c == ':'; };
    if (!fits(domain))
        return std::nullopt;
    if (domain.startsWith(u'[')) {
        const QStringView inner = domain.mid(1, domain.size() - 2);
        if (!domain.endsWith(u']') || inner.isEmpty() || !isPlainAscii(inner, literal))
            return std::nullopt;
        return domain.toString().toLower();
    }
    const bool emptyLabel = domain.startsWith(u'.') || domain.endsWith(u'.') || domain.contains(u"..");
    if (emptyLabel)
        return std::nullopt;
    if (isPlainAscii(domain, simple) && !domain.contains(u"xn--"))
        return domain.toString();

    UErrorCode error = U_ZERO_ERROR;
    static const UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ, &error);
    if (!idna)
        return std::nullopt;
    std::array<UChar, 1024> unicode{};
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const int32_t length = uidna_nameToUnicode(idna, reinterpret_cast<const UChar *>(domain.utf16()), int32_t(domain.size()),
        unicode.data(), int32_t(unicode.size()), &info, &error);
    if (U_FAILURE(error) || info.errors != 0 || length > int32_t(unicode.size()))
        return std::nullopt;
    QString result(reinterpret_cast<const QChar *>(unicode.data()), length);
    if (result.endsWith(u'.')) // an ideographic one has become plain
        result.chop(1);
    static constexpr auto notInName = [](QChar c) { return u"@/<>&\"' :\\[]"_s.contains(c) || c.unicode() < 0x21; };
    if (std::ranges::any_of(result, notInName) || !fits(result))
        return std::nullopt;
    return result;
}

} // namespace

Jid::Jid(QString text, qsizetype domainStart, qsizetype bareEnd) :
    m_text(std::move(text)), m_domainStart(domainStart), m_bareEnd(bareEnd)
{
}

//! Where the parts of an address end that is in normal form already, as nearly all are; nothing if that needs a closer look.
struct PlainAddress
{
    qsizetype domainStart, bareEnd;
};

static std::optional<PlainAddress> plainAddress(QStringView text)
{
    qsizetype domainStart = 0, bareEnd = text.size();
    char16_t before = '.'; // so that a leading dot is an empty label
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (bareEnd < i) {
            if (c < 0x20 || c >= 0x7f)
                return std::nullopt;
            continue;
        }
        if (c == '/')
            bareEnd = i;
        else if (c == '@' && domainStart == 0 && i > 0)
            domainStart = i + 1;
        else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c == '.' && before != '.') || (c == '_' && domainStart == 0)))
            return std::nullopt;
        before = c == '@' ? char16_t('.') : c;
    }
    const qsizetype domainSize = bareEnd - domainStart;
    const bool partsFit = domainStart <= MaxPartBytes && domainSize <= MaxPartBytes && text.size() - bareEnd <= MaxPartBytes;
    const bool aLabel = text.sliced(domainStart, domainSize).contains(u"xn--");
    if (domainSize == 0 || text[bareEnd - 1] == u'.' || bareEnd == text.size() - 1 || !partsFit || aLabel)
        return std::nullopt;
    return PlainAddress{domainStart, bareEnd};
}

std::optional<Jid> Jid::parse(QStringView text)
{
    if (const auto plain = plainAddress(text))
        return Jid(text.toString(), plain->domainStart, plain->bareEnd);
    // The resource is all after the first slash, the local part all before the first at sign left of it (RFC 7622 3.1).
    const qsizetype slash = text.indexOf(u'/');
    const QStringView bare = slash < 0 ? text : text.first(slash);
    const qsizetype at = bare.indexOf(u'@');
    if (at == 0 || slash == text.size() - 1)
        return std::nullopt;
    return of(at < 0 ? QStringView() : bare.first(at), bare.mid(at + 1), slash < 0 ? QStringView() : text.mid(slash + 1));
}

std::optional<Jid> Jid::of(QStringView local, QStringView domain, QStringView resource)
{
    const auto normalDomain = normaliseDomain(domain);
    if (!normalDomain)
        return std::nullopt;
    QString text;
    text.reserve(local.size() + domain.size() + resource.size() + 2);
    if (!local.isEmpty()) {
        const auto normal = normaliseLocal(local);
        if (!normal)
            return std::nullopt;
        text += *normal;
        text += u'@';
    }
    const qsizetype domainStart = text.size();
    text += *normalDomain;
    const qsizetype bareEnd = text.size();
    if (!resource.isEmpty()) {
        const auto normal = normaliseResource(resource);
        if (!normal)
            return std::nullopt;
        text += u'/';
        text += *normal;
    }
    return Jid(std::move(text), domainStart, bareEnd);
}

QStringView Jid::local() const
{
    return m_domainStart == 0 ? QStringView() : QStringView(m_text).first(m_domainStart - 1);
}

QStringView Jid::domain() const
{
    return QStringView(m_text).mid(m_domainStart, m_bareEnd - m_domainStart);
}

QStringView Jid::resource() const
{
    return isBare() ? QStringView() : QStringView(m_text).mid(m_bareEnd + 1);
}

Jid Jid::bare() const
{
    return isBare() ? *this : Jid(m_text.first(m_bareEnd), m_domainStart, m_bareEnd);
}

Jid Jid::domainJid() const
{
    QString name = domain().toString();
    const qsizetype end = name.size();
    return Jid(std::move(name), 0, end);
}

std::optional<Jid> Jid::withResource(QStringView resource) const
{
    const auto normal = normaliseResource(resource);
    if (!normal || isEmpty())
        return std::nullopt;
    return Jid(m_text.first(m_bareEnd) + u'/' + *normal, m_domainStart, m_bareEnd);
}

QDebug operator<<(QDebug debug, const Jid &jid)
{
    return debug << jid.toString();
}
