// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scriptedframing.h"

#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace test
{

namespace
{

//! An element with its attributes in no order.
struct Node
{
    QString name;
    QMap<QString, QString> attributes;
    QString text;
    QList<Node> children;
};

Node readNode(QXmlStreamReader &reader)
{
    Node node;
    node.name = u"{%1}%2"_s.arg(reader.namespaceUri(), reader.name());
    const QXmlStreamAttributes attributes = reader.attributes();
    for (const QXmlStreamAttribute &attribute : attributes)
        node.attributes.insert(attribute.namespaceUri().isEmpty() ? attribute.name().toString() : attribute.qualifiedName().toString(), attribute.value().toString());
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            node.children << readNode(reader);
            break;
        case QXmlStreamReader::Characters:
            node.text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            node.text = node.text.trimmed();
            return node;
        default:
            break;
        }
    }
    return node;
}

QByteArray inStream(const QByteArray &xml)
{
    return "<stream xmlns='jabber:client'>" + xml + "</stream>";
}

Node parsed(const QByteArray &xml)
{
    QXmlStreamReader reader(inStream(xml));
    reader.readNextStartElement();
    reader.readNextStartElement();
    Node node = readNode(reader);
    if (reader.hasError())
        qFatal("not well-formed: %s in %s", qPrintable(reader.errorString()), xml.constData());
    return node;
}

bool matches(const QString &wanted, const QString &actual, QHash<QString, QString> &names)
{
    if (wanted == u"*")
        return true;
    if (!wanted.startsWith(u'$'))
        return wanted == actual;
    const QString name = wanted.mid(1);
    if (names.contains(name))
        return names.value(name) == actual;
    names.insert(name, actual);
    return true;
}

QString compare(const Node &wanted, const Node &actual, QHash<QString, QString> &names)
{
    if (wanted.name != actual.name)
        return u"%1 instead of %2"_s.arg(actual.name, wanted.name);
    if (wanted.attributes.keys() != actual.attributes.keys())
        return u"%1 has the attributes [%2] instead of [%3]"_s.arg(actual.name, actual.attributes.keys().join(u' '), wanted.attributes.keys().join(u' '));
    for (auto it = wanted.attributes.cbegin(); it != wanted.attributes.cend(); ++it) {
        if (!matches(it.value(), actual.attributes.value(it.key()), names))
            return u"%1 has %2='%3' instead of '%4'"_s.arg(actual.name, it.key(), actual.attributes.value(it.key()), it.value());
    }
    if (!matches(wanted.text, actual.text, names))
        return u"%1 says \"%2\" instead of \"%3\""_s.arg(actual.name, actual.text, wanted.text);
    if (wanted.children.size() != actual.children.size())
        return u"%1 has %2 children instead of %3"_s.arg(actual.name).arg(actual.children.size()).arg(wanted.children.size());
    for (qsizetype i = 0; i < wanted.children.size(); ++i) {
        if (const QString difference = compare(wanted.children[i], actual.children[i], names); !difference.isEmpty())
            return difference;
    }
    return {};
}

} // namespace

void ScriptedFraming::send(const QByteArray &element)
{
    if (!element.contains("xmlns='urn:xmpp:sm:3'"))
        m_sent << element;
}

void ScriptedFraming::close()
{
    QMetaObject::invokeMethod(this, [this] { Q_EMIT closed(stream::Failure::of(stream::Failure::Kind::Stopped, {})); }, Qt::QueuedConnection);
}

void ScriptedFraming::breakOff()
{
    Q_EMIT closed(stream::Failure::of(stream::Failure::Kind::Closed, {}));
}

QString ScriptedFraming::difference(const QByteArray &xml)
{
    if (m_sent.isEmpty())
        return u"nothing was sent, but expected was "_s + QString::fromUtf8(xml);
    const QByteArray actual = m_sent.takeFirst();
    const QString difference = compare(parsed(xml), parsed(actual), m_names);
    return difference.isEmpty() ? QString() : u"%1\n  sent:     %2\n  expected: %3"_s.arg(difference, QString::fromUtf8(actual), QString::fromUtf8(xml));
}

void ScriptedFraming::inject(const QByteArray &xml)
{
    static const QRegularExpression pattern(u"\\$([a-z][a-zA-Z0-9]*)"_s);
    const QString text = QString::fromUtf8(xml);
    QString filled;
    qsizetype end = 0;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        filled += QStringView(text).mid(end, match.capturedStart() - end);
        filled += m_names.value(match.captured(1), match.captured(0));
        end = match.capturedEnd();
    }
    filled += QStringView(text).mid(end);
    const QPointer<ScriptedFraming> alive_(this);
    Q_EMIT alive();
    if (alive_)
        Q_EMIT element(test::element(filled.toUtf8()));
}

xml::Element element(const QByteArray &xml)
{
    const auto stream = xml::Element::parse(inStream(xml));
    if (!stream)
        qFatal("not well-formed: %s", xml.constData());
    return stream->firstChild();
}

void TestSession::online(const Start &start)
{
    stream::Negotiated negotiated;
    negotiated.bound = jid(u"me@home.example/here");
    negotiated.resumed = start.resumed;
    negotiated.inlineEnabled = start.inlineEnabled;
    if (start.managed || start.resumed)
        negotiated.management = stream::Management{u"sm"_s, {}, 300};
    if (start.resumed)
        negotiated.peerHandled = session.management().sentCount();
    negotiated.features = stream::Features(element("<features xmlns='http://etherx.jabber.org/streams'>" + start.features + "</features>"));
    auto wire = std::make_unique<ScriptedFraming>();
    m_wire = wire.get();
    session.adopt(std::move(wire), negotiated);
}

bool TestSession::expect(const QByteArray &xml)
{
    const QString difference = m_wire->difference(xml);
    if (!difference.isEmpty())
        qWarning().noquote() << difference;
    return difference.isEmpty();
}

bool TestSession::quiet()
{
    for (const QByteArray &xml : m_wire->unseen())
        qWarning().noquote() << "sent, but not expected:" << QString::fromUtf8(xml);
    return m_wire->unseen().isEmpty();
}

} // namespace test
