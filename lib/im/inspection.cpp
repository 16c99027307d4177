// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/inspection.h"

#include "im/inspectionphases.h"
#include "im/inspectiontree.h"
#include "session/trace.h"
#include "stream/ns.h"
#include "xml/writer.h"

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

//! What one row shows of what somebody else wrote.
constexpr qsizetype LongestName = 80, LongestAddress = 3071;

using Direction = InspectedElement::Direction;

xep::Way wayOf(Direction direction)
{
    return direction == Direction::Sent ? xep::Way::Sent : xep::Way::Received;
}

//! "XEP-0198" of "XEP-0198 5", "RFC 6120" of "RFC 6120 4.3".
QString documentOf(const QString &reference)
{
    const qsizetype from = reference.startsWith("RFC "_L1) ? 4 : 0;
    const qsizetype space = reference.indexOf(u' ', from);
    return space < 0 ? reference : reference.first(space);
}

//! The documents of everything inside; of a very large element those of its beginning.
void collect(const xml::Element &element, QStringView type, xep::Way way, QStringList &documents, int &most)
{
    for (const xml::Element &child : element.children()) {
        if (--most < 0)
            return;
        if (const auto known = xep::explainPart({child.name(), child.ns()}, type, way)) {
            if (const QString document = documentOf(known->reference); !documents.contains(document))
                documents << document;
        }
        collect(child, type, way, documents, most);
    }
}

//! What a question is filed under, and which file an answer closes; empty: it is none.
struct Pairing
{
    QString question, answer;
};

Pairing pairingOf(const xml::Element &element, Direction direction)
{
    const bool sent = direction == Direction::Sent;
    const QString name = element.name().toString();
    const auto of = [&](QStringView ns) { return element.ns() == ns; };
    if (of(ns::Client) && name == u"iq") {
        const QString id = element.attribute(u"id").value_or(QStringView()).toString();
        const QStringView type = element.attribute(u"type").value_or(QStringView());
        const bool asks = type == u"get" || type == u"set";
        const QString file = u"iq "_s + (asks == sent ? u'>' : u'<') + id;
        return asks ? Pairing{file, {}} : Pairing{{}, file};
    }
    if (of(ns::Sm)) {
        if (name == u"r")
            return {sent ? u"r >"_s : u"r <"_s, {}};
        if (name == u"a")
            return {{}, sent ? u"r <"_s : u"r >"_s};
        return sent ? Pairing{u"sm"_s, {}} : Pairing{{}, u"sm"_s};
    }
    if (of(ns::Tls))
        return sent ? Pairing{u"tls"_s, {}} : Pairing{{}, u"tls"_s};
    if (of(ns::Sasl) || of(ns::Sasl2)) {
        if (sent)
            return {u"sasl >"_s, name == u"response" ? u"sasl <"_s : QString()};
        return {name == u"challenge" ? u"sasl <"_s : QString(), u"sasl >"_s};
    }
    return {};
}

} // namespace

Inspection::Inspection(QString account, QObject *parent) : QObject(parent), m_account(std::move(account)), m_phases(std::make_unique<PhaseTracker>())
{
}

Inspection::~Inspection() = default;

void Inspection::beginAttempt(const QDateTime &when)
{
    InspectedAttempt attempt;
    attempt.begun = when;
    m_attempts << attempt;
    if (m_attempts.size() > MaxAttempts)
        m_attempts.removeFirst();
    *m_phases = PhaseTracker();
    m_open.clear();
    m_mechanism.clear();
    Q_EMIT attemptsChanged();
}

void Inspection::record(const session::TraceEntry &entry, Origin origin)
{
    if (m_attempts.isEmpty())
        beginAttempt(entry.when);
    if (entry.kind == session::TraceEntry::Kind::Note) {
        if (m_phases->note(m_attempts.last(), entry.note, entry.when))
            Q_EMIT attemptsChanged();
        return;
    }
    Record record;
    record.xml = entry.text;
    record.masked = origin == Origin::Masked ? entry.text : session::masked(entry.text);
    if (record.masked == record.xml)
        record.masked = record.xml; // the same bytes once
    InspectedElement &element = record.element;
    element.number = end();
    element.direction = entry.kind == session::TraceEntry::Kind::Sent ? Direction::Sent : Direction::Received;
    element.when = entry.when;
    element.whole = origin == Origin::Whole;
    element.secret = element.whole ? record.masked != record.xml : record.masked.contains("•••");
    const ReadPiece piece = readPiece(entry.text);
    describe(element, piece.kind, piece.element);
    record.mechanism = m_mechanism;

    m_bytes += record.xml.size() + (record.masked.constData() == record.xml.constData() ? 0 : record.masked.size());
    const qint64 number = element.number;
    const std::optional<qint64> question = element.question;
    const bool phased = piece.kind != StreamPiece::Fragment && m_phases->element(m_attempts.last(), element.direction, piece.element, element);
    m_records.push_back(std::move(record));
    Q_EMIT added(number);
    if (question)
        Q_EMIT changed(*question);
    if (phased)
        Q_EMIT attemptsChanged();
    drop();
}

void Inspection::describe(InspectedElement &shown, StreamPiece piece, const xml::Element &element)
{
    const xep::Way way = wayOf(shown.direction);
    xep::Explained words;
    if (piece == StreamPiece::Opening) {
        shown.name = u"stream"_s;
        words = xep::explainOpening(way);
        if (shown.direction == Direction::Sent)
            m_open.insert(u"stream"_s, shown.number);
        else
            answer(shown, u"stream"_s);
    } else if (piece == StreamPiece::Closing) {
        shown.name = u"/stream"_s;
        words = xep::explainClosing(way);
    } else if (piece == StreamPiece::Fragment) {
        words.sentence = tr("The beginning of something too long to be kept whole.");
    } else {
        words = xep::explain(element, way);
        const QString type = element.attribute(u"type").value_or(QStringView()).toString();
        shown.name = type.isEmpty() || element.ns() != ns::Client ? element.name().left(LongestName).toString() : u"%1 %2"_s.arg(element.name().left(LongestName), type.left(LongestName));
        shown.peer = element.attribute(shown.direction == Direction::Sent ? u"to" : u"from").value_or(QStringView()).left(LongestAddress).toString();
        if (const auto mechanism = element.attribute(u"mechanism"))
            m_mechanism = mechanism->left(LongestName).toString();
        int most = 500;
        collect(element, type, way, shown.references, most);
        const Pairing pairing = pairingOf(element, shown.direction);
        if (!pairing.answer.isEmpty())
            answer(shown, pairing.answer);
        if (!pairing.question.isEmpty())
            m_open.insert(pairing.question, shown.number);
    }
    shown.sentence = words.sentence;
    shown.reference = words.reference;
    if (const QString document = documentOf(words.reference); !document.isEmpty() && !shown.references.contains(document))
        shown.references.prepend(document);
}

void Inspection::answer(InspectedElement &shown, const QString &file)
{
    const auto asked = m_open.constFind(file);
    if (asked == m_open.cend())
        return;
    const qint64 number = *asked;
    m_open.erase(asked);
    if (number < m_begin)
        return;
    InspectedElement &question = m_records.at(size_t(number - m_begin)).element;
    question.answer = shown.number;
    shown.question = number;
    shown.waited = std::chrono::milliseconds(question.when.msecsTo(shown.when));
}

void Inspection::drop()
{
    qint64 before = m_begin;
    qsizetype bytes = m_bytes;
    for (const Record &record : m_records) {
        const bool fits = end() - before <= MaxElements && bytes <= MaxBytes;
        if (fits || before == end() - 1)
            break;
        bytes -= record.xml.size() + (record.masked.constData() == record.xml.constData() ? 0 : record.masked.size());
        ++before;
    }
    if (before == m_begin)
        return;
    Q_EMIT dropping(before);
    m_records.erase(m_records.begin(), m_records.begin() + (before - m_begin));
    m_begin = before;
    m_bytes = bytes;
    m_open.removeIf([before](const auto &one) { return one.value() < before; });
}

QString Inspection::xml(qint64 number, Secrets secrets) const
{
    const Record &record = m_records.at(size_t(number - m_begin));
    return QString::fromUtf8(secrets == Secrets::Shown ? record.xml : record.masked);
}

InspectedNode Inspection::tree(qint64 number, Secrets secrets) const
{
    const Record &record = m_records.at(size_t(number - m_begin));
    return treeOf(secrets == Secrets::Shown ? record.xml : record.masked, {wayOf(record.element.direction), record.mechanism, secrets});
}

QByteArray Inspection::exported(const QList<qint64> &numbers, Secrets secrets) const
{
    const QString head = secrets == Secrets::Shown ? tr("What %1 said to its server and heard from it. Passwords and tokens are in it: show it to nobody.")
                                                   : tr("What %1 said to its server and heard from it. Passwords and tokens are left out.");
    QString text = head.arg(m_account) + u"\n\n"_s;
    for (const InspectedAttempt &attempt : m_attempts) {
        if (!attempt.outcome.isEmpty())
            text += u"%1  %2\n\n"_s.arg(attempt.begun.toString(Qt::ISODateWithMs), attempt.outcome);
    }
    for (const qint64 number : numbers) {
        if (number < begin() || number >= end())
            continue;
        const InspectedElement &one = element(number);
        text += u"%1  %2  %3"_s.arg(one.when.toString(Qt::ISODateWithMs), one.direction == Direction::Sent ? u"→"_s : u"←"_s, one.sentence);
        text += (one.reference.isEmpty() ? QString() : u" [%1]"_s.arg(one.reference)) + u'\n' + xml(number, secrets) + u"\n\n"_s;
    }
    return text.toUtf8();
}

Result<void> Inspection::send(const QString &text)
{
    if (!canSend())
        return fail(ErrorKind::Disconnected, tr("This account is not connected at this moment."));
    const ReadPiece piece = readPiece(text.trimmed().toUtf8());
    if (piece.kind != StreamPiece::Element)
        return fail(ErrorKind::Invalid, tr("This is not exactly one whole XML element."));
    const xml::Element &stanza = piece.element;
    const bool known = stanza.name() == u"iq" || stanza.name() == u"message" || stanza.name() == u"presence";
    if (!known || stanza.ns() != ns::Client)
        return fail(ErrorKind::Invalid, tr("Only a message, a presence or an iq can be sent."));
    if (stanza.name() == u"iq" && stanza.attribute(u"id").value_or(QStringView()).isEmpty())
        return fail(ErrorKind::Invalid, tr("An iq needs an id, or nobody could tell its answer."));
    xml::Writer writer(ns::Client);
    stanza.write(writer);
    return write(writer.take());
}

Result<void> Inspection::write(const QByteArray &)
{
    return fail(ErrorKind::Disconnected, tr("This account is not connected at this moment."));
}

} // namespace im
