// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/elementbuilder.h"

#include <QByteArray>
#include <QString>
#include <QXmlStreamReader>

#include <variant>

namespace xml
{

//! What the other side said in its `<stream:stream>` (RFC 6120 4.7).
struct StreamHeader
{
    QString from, to, id, version, lang;

    friend bool operator==(const StreamHeader &, const StreamHeader &) = default;
};

//! Turns the bytes of one XML stream into its header and its first-level elements (RFC 6120 4).
//!
//! Pull style and without I/O: feed() bytes as they come, cut anywhere, then call next() until it says NeedMore.
//! A DTD, a comment or a processing instruction is restricted XML (RFC 6120 11.1) and ends it, as does anything not well-formed
//! or over the limits; what stands before it is given first, however the bytes are cut. Once Bad or Closed it stays so; a stream
//! restart takes a new reader.
class StreamReader final
{
public:
    struct NeedMore
    {
    };
    struct Opened
    {
        StreamHeader header;
    };
    struct Closed
    {
    };
    //! `condition` is the stream error to answer with (RFC 6120 4.9.3).
    struct Bad
    {
        QString condition, text;
    };
    using Event = std::variant<NeedMore, Opened, Element, Closed, Bad>;

    //! Bytes one element may take, from the end of the one before it.
    static constexpr qsizetype MaxElementBytes = 16 * 1024 * 1024;

    explicit StreamReader(ElementLimits limits = {}, qsizetype maxElementBytes = MaxElementBytes);

    void feed(const QByteArray &bytes);
    [[nodiscard]] Event next();
    //! Whether an element has begun and not ended.
    [[nodiscard]] bool insideElement() const { return m_builder.depth() > 0; }

private:
    [[nodiscard]] Event bad(QString condition, QString text);
    [[nodiscard]] std::optional<Event> take(QXmlStreamReader::TokenType token);
    [[nodiscard]] std::optional<Event> open();
    [[nodiscard]] qsizetype beforeForeignEncoding(const QByteArray &bytes);

    QXmlStreamReader m_reader;
    ElementBuilder m_builder;
    QByteArray m_cutCharacter; //!< first bytes of a character whose rest has not come
    qsizetype m_maxElementBytes, m_bytes = 0;
    qsizetype m_begun = 0; //!< of the first bytes, which tell the encoding
    bool m_opened = false;
    std::optional<Bad> m_badBytes; //!< behind all that was fed
    std::optional<Event> m_end;
};

} // namespace xml
