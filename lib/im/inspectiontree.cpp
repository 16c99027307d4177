// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/inspectiontree.h"

#include "stream/ns.h"
#include "xep/explanations/saslpayload.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

using Token = XmlToken::Kind;

constexpr QStringView MaskText = u"•••";
//! Nobody reads more of one text in a row.
constexpr qsizetype LongestText = 2000;
//! Nor unfolds more elements of one row.
constexpr int MostNodes = 5000;

QByteArray insideStream(const QByteArray &xml)
{
    return "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>" + xml + "</stream:stream>";
}

QString escaped(QStringView text)
{
    QString out = text.left(LongestText).toString();
    out.replace(u'&', "&amp;"_L1).replace(u'<', "&lt;"_L1);
    return text.size() > LongestText ? out + u"…"_s : out;
}

//! Builds the tree of one document by walking its tokens.
class TreeBuilder final
{
public:
    TreeBuilder(const QByteArray &xml, const TreeOptions &options) : m_reader(xml), m_options(options) { }

    //! The first element at `depth` below the root, or nothing if it is no XML.
    [[nodiscard]] std::optional<InspectedNode> build(int depth)
    {
        for (int i = 0; i <= depth; ++i) {
            if (!m_reader.readNextStartElement())
                return std::nullopt;
        }
        if (depth > 0)
            m_type = m_reader.attributes().value("type"_L1).toString();
        InspectedNode node = readElement(depth == 0 ? Place::Header : Place::Outermost);
        return m_reader.hasError() ? std::nullopt : std::optional(std::move(node));
    }

private:
    enum class Place { Header, Outermost, Inside };

    [[nodiscard]] InspectedNode readElement(Place place)
    {
        --m_left;
        InspectedNode node = startTag();
        const xml::Name name{m_reader.name(), m_reader.namespaceUri()};
        const bool payload = holdsPayload(name);
        const auto by = name.local == u"challenge" || name.local == u"success" || name.local == u"additional-data" ? xep::PayloadBy::Server : xep::PayloadBy::Client;
        // The outermost one is told by the element's own sentence.
        if (const auto known = xep::explainPart(name, m_type, m_options.way); known && place == Place::Inside) {
            node.note = known->sentence;
            node.reference = known->reference;
        }
        const QString qualified = m_reader.qualifiedName().toString();
        QString words;
        while (!m_reader.atEnd()) {
            const auto token = m_reader.readNext();
            if (token == QXmlStreamReader::EndElement)
                break;
            if (token == QXmlStreamReader::StartElement && m_left > 0)
                node.children << readElement(Place::Inside);
            else if (token == QXmlStreamReader::StartElement)
                skip(node);
            else if (token == QXmlStreamReader::Characters)
                words += m_reader.text();
        }
        finish(node, qualified, words, place == Place::Header);
        if (payload && m_options.decode == Inspection::Secrets::Shown)
            node.children << decoded(words.trimmed(), by);
        return node;
    }

    //! One element too many: the row says so once.
    void skip(InspectedNode &node)
    {
        m_reader.skipCurrentElement();
        if (std::exchange(m_left, -1) != 0)
            return;
        InspectedNode more;
        more.tokens << XmlToken{Token::Text, u"…"_s};
        node.children << more;
    }

    void finish(InspectedNode &node, const QString &qualified, const QString &words, bool isHeader) const
    {
        const bool blank = words.trimmed().isEmpty();
        if (isHeader || (blank && !node.children.isEmpty())) {
            node.tokens << XmlToken{Token::Mark, u">"_s};
        } else if (blank) {
            node.tokens << XmlToken{Token::Mark, u"/>"_s};
        } else {
            node.tokens << XmlToken{Token::Mark, u">"_s} << XmlToken{words.trimmed() == MaskText ? Token::Masked : Token::Text, escaped(words)};
            if (node.children.isEmpty())
                node.tokens << XmlToken{Token::Mark, u"</"_s} << XmlToken{Token::Name, qualified} << XmlToken{Token::Mark, u">"_s};
        }
        if (!node.children.isEmpty())
            node.end = u"</"_s + qualified + u">"_s;
    }

    [[nodiscard]] InspectedNode startTag() const
    {
        InspectedNode node;
        const auto attribute = [&node](const QString &name, QStringView value) {
            const QString written = escaped(value).replace(u'"', "&quot;"_L1);
            node.tokens << XmlToken{Token::Attribute, u" "_s + name} << XmlToken{Token::Mark, u"="_s}
                        << XmlToken{value == MaskText ? Token::Masked : Token::Value, u'"' + written + u'"'};
        };
        node.tokens << XmlToken{Token::Mark, u"<"_s} << XmlToken{Token::Name, m_reader.qualifiedName().toString()};
        for (const QXmlStreamNamespaceDeclaration &one : m_reader.namespaceDeclarations())
            attribute(one.prefix().isEmpty() ? u"xmlns"_s : u"xmlns:%1"_s.arg(one.prefix()), one.namespaceUri());
        for (const QXmlStreamAttribute &one : m_reader.attributes())
            attribute(one.qualifiedName().toString(), one.value());
        return node;
    }

    //! Whether an element's words are what a sign-in says, in base64.
    [[nodiscard]] static bool holdsPayload(const xml::Name &name)
    {
        static constexpr std::array sasl = {QStringView(u"auth"), QStringView(u"challenge"), QStringView(u"response"), QStringView(u"success")};
        static constexpr std::array sasl2 = {QStringView(u"initial-response"), QStringView(u"challenge"), QStringView(u"response"), QStringView(u"additional-data")};
        return (name.ns == ns::Sasl && std::ranges::contains(sasl, name.local)) || (name.ns == ns::Sasl2 && std::ranges::contains(sasl2, name.local));
    }

    [[nodiscard]] QList<InspectedNode> decoded(const QString &words, xep::PayloadBy by) const
    {
        QList<InspectedNode> facts;
        const auto data = QByteArray::fromBase64Encoding(words == u"=" ? QByteArray() : words.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (words.isEmpty() || words == MaskText || !data)
            return facts;
        for (const xep::PayloadFact &fact : xep::explainPayload(m_options.mechanism, by, *data)) {
            InspectedNode node;
            node.kind = InspectedNode::Kind::Decoded;
            if (!fact.name.isEmpty())
                node.tokens << XmlToken{Token::Attribute, fact.name} << XmlToken{Token::Mark, u" = "_s};
            node.tokens << XmlToken{Token::Value, fact.value};
            node.note = fact.meaning;
            facts << node;
        }
        return facts;
    }

    QXmlStreamReader m_reader;
    const TreeOptions &m_options;
    QString m_type;
    int m_left = MostNodes;
};

bool isHeader(const QByteArray &xml)
{
    return xml.startsWith("<?xml") || xml.startsWith("<stream:stream");
}

InspectedNode asText(const QByteArray &xml)
{
    InspectedNode node;
    node.tokens << XmlToken{Token::Text, QString::fromUtf8(xml.left(LongestText))};
    return node;
}

} // namespace

ReadPiece readPiece(const QByteArray &xml)
{
    if (isHeader(xml))
        return {StreamPiece::Opening, {}};
    if (xml == "</stream:stream>")
        return {StreamPiece::Closing, {}};
    const auto stream = xml::Element::parse(insideStream(xml));
    if (!stream || stream->childCount() != 1 || !stream->text().trimmed().isEmpty())
        return {};
    return {StreamPiece::Element, stream->firstChild()};
}

InspectedNode treeOf(const QByteArray &xml, const TreeOptions &options)
{
    const bool header = isHeader(xml);
    return TreeBuilder(header ? xml + "</stream:stream>" : insideStream(xml), options).build(header ? 0 : 1).value_or(asText(xml));
}

} // namespace im
