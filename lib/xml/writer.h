// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xml/name.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace xml
{

//! Writes UTF-8 XML as streams want it: default namespaces only, no declaration, no character XML forbids.
//!
//! Characters XML 1.0 does not allow and unpaired surrogates become U+FFFD, so nothing a person types can end the stream.
class Writer final
{
public:
    //! `outer` is the namespace in force where the output goes, "jabber:client" inside a stream.
    explicit Writer(QStringView outer = {});

    void start(const Name &name);
    //! Only directly after start() or another attribute().
    void attribute(QStringView name, QStringView value);
    void attribute(const Name &name, QStringView value);
    void text(QStringView characters);
    void end();
    //! `<name>text</name>`
    void textElement(const Name &name, QStringView text);
    //! Bytes that are XML already, written in the namespace `outer`.
    void raw(const QByteArray &xml);

    [[nodiscard]] const QByteArray &bytes() const { return m_out; }
    [[nodiscard]] QByteArray take();

private:
    struct Open
    {
        QString ns;
        qsizetype nameStart, nameSize; //!< where its name stands in m_out
    };

    void closeTag();
    void append(QStringView text, bool isAttribute);

    QByteArray m_out;
    std::vector<Open> m_open;
    QString m_outer;
    int m_prefixes = 0;
    bool m_tagOpen = false;
};

} // namespace xml
