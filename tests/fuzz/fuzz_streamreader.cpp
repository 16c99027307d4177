// SPDX-License-Identifier: GPL-3.0-or-later
// XML streams, as they come from the server: the input by itself and as what follows a stream's header.
#include "fuzz.h"
#include "xml/streamreader.h"

#include <QRandomGenerator>

#include <algorithm>

using xml::StreamReader;

namespace
{

const QByteArray Header = "<stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' from='example.org' version='1.0'>";
constexpr xml::ElementLimits Tight = {.depth = 16, .attributes = 16, .nodes = 64};
constexpr qsizetype TightBytes = 512;

//! One event in one line. Why something is bad is left out: inside a DTD the library's reason depends on where it was cut.
QByteArray described(const StreamReader::Event &event)
{
    if (const auto opened = std::get_if<StreamReader::Opened>(&event))
        return "opened " + QStringList{opened->header.from, opened->header.to, opened->header.id, opened->header.version, opened->header.lang}.join(u'|').toUtf8();
    if (const auto element = std::get_if<xml::Element>(&event))
        return element->toXml();
    if (std::holds_alternative<StreamReader::Bad>(event))
        return "bad";
    return std::holds_alternative<StreamReader::Closed>(event) ? "closed" : "more";
}

//! Everything the reader says when the bytes come in pieces of at most `most`, of random lengths.
QByteArrayList read(const QByteArray &bytes, qsizetype most)
{
    QRandomGenerator random(quint32(bytes.size()));
    StreamReader reader(Tight);
    QByteArrayList log;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype size = most == 1 ? 1 : std::min(bytes.size() - at, most < bytes.size() ? 1 + qsizetype(random.bounded(int(most))) : most);
        reader.feed(bytes.sliced(at, size));
        at += size;
        for (;;) {
            const StreamReader::Event event = reader.next();
            if (std::holds_alternative<StreamReader::NeedMore>(event))
                break;
            log << described(event);
            if (std::holds_alternative<StreamReader::Bad>(event) || std::holds_alternative<StreamReader::Closed>(event)) {
                reader.feed("<message/>");
                fuzz::require(described(reader.next()) == log.last(), "a stream that is over stays over");
                return log;
            }
        }
    }
    return log;
}

//! The number of elements from here down; ends the program if they are deeper than allowed.
qsizetype measure(const xml::Element &element, qsizetype depth)
{
    fuzz::require(depth <= Tight.depth, "the limit of depth holds");
    qsizetype count = 1;
    for (const xml::Element &child : element.children())
        count += measure(child, depth + 1);
    return count;
}

void checkLimits(const QByteArray &bytes)
{
    constexpr qsizetype Piece = 32;
    StreamReader reader(Tight, TightBytes);
    qsizetype inside = 0;
    for (qsizetype at = 0; at < bytes.size(); at += Piece) {
        const QByteArray piece = bytes.mid(at, Piece);
        inside = reader.insideElement() ? inside + piece.size() : 0;
        reader.feed(piece);
        for (;;) {
            const StreamReader::Event event = reader.next();
            if (const auto element = std::get_if<xml::Element>(&event)) {
                fuzz::require(measure(*element, 1) <= Tight.nodes, "the limit of nodes holds");
                inside = 0;
            } else if (std::holds_alternative<StreamReader::NeedMore>(event)) {
                break;
            } else if (!std::holds_alternative<StreamReader::Opened>(event)) {
                return;
            }
        }
        fuzz::require(inside <= TightBytes, "the limit of bytes holds");
    }
}

void check(const QByteArray &bytes)
{
    const QByteArray whole = read(bytes, bytes.size()).join('\n');
    for (const qsizetype most : {1, 24}) {
        const QByteArray cut = read(bytes, most).join('\n');
        fuzz::require(cut == whole, "pieces read as the whole does:\n" + whole + "\nand in pieces:\n" + cut);
    }
    checkLimits(bytes);
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytes(data, size);
    check(bytes);
    check(Header + bytes);
    return 0;
}
