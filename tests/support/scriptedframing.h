// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "stream/framing.h"

#include <QHash>
#include <QPointer>

namespace test
{

//! A road whose other end is the test: what the session sends is compared, what the server says is put in.
//!
//! XML is written as inside a stream, with jabber:client as the default namespace. In what is expected an attribute or a
//! text "*" stands for anything, and "$name" for anything that is remembered; "$name" in what is put in is that again.
class ScriptedFraming final : public stream::Framing
{
public:
    using Framing::Framing;

    void open(const stream::OpenRequest &) override { }
    void send(const QByteArray &element) override;
    void startTls() override { }
    void close() override;
    void abort() override { }
    [[nodiscard]] bool isEncrypted() const override { return true; }
    [[nodiscard]] net::TlsInfo tlsInfo() const override { return {}; }
    [[nodiscard]] qint64 pendingBytes() const override { return 0; }
    [[nodiscard]] Secret sessionTicket() const override { return {}; }

    //! Takes the oldest thing that was sent; empty if it is what `xml` says, else the difference in words.
    [[nodiscard]] QString difference(const QByteArray &xml);
    //! What was sent and not looked at. Acknowledgements of XEP-0198 are never among it.
    [[nodiscard]] const QList<QByteArray> &unseen() const { return m_sent; }
    void forgetUnseen() { m_sent.clear(); }
    void inject(const QByteArray &xml);
    //! What "$name" stood for.
    [[nodiscard]] QString remembered(const QString &name) const { return m_names.value(name); }
    //! The network is gone.
    void breakOff();

private:
    QList<QByteArray> m_sent;
    QHash<QString, QString> m_names;
};

//! An element as it stands inside a stream; ends the test if it is not well-formed.
[[nodiscard]] xml::Element element(const QByteArray &xml);

//! How a stream came to be.
struct Start
{
    QByteArray features = {}; //!< children of <stream:features/>
    QStringList inlineEnabled = {};
    bool managed = false; //!< XEP-0198, resumable
    bool resumed = false;
};

//! A session of me@home.example with the test as its server.
class TestSession
{
public:
    ManualClock clock;
    session::Session session{*Jid::parse(u"me@home.example"), clock};

    //! Goes online as me@home.example/here.
    void online(const Start &start = {});
    //! Whether the next thing sent is this; says what differs if not.
    [[nodiscard]] bool expect(const QByteArray &xml);
    //! Whether nothing else was sent; says what was if not.
    [[nodiscard]] bool quiet();
    void inject(const QByteArray &xml) { m_wire->inject(xml); }
    [[nodiscard]] ScriptedFraming &wire() { return *m_wire; }

private:
    QPointer<ScriptedFraming> m_wire;
};

//! The address a literal spells.
[[nodiscard]] inline Jid jid(QStringView text)
{
    return Jid::parse(text).value();
}

} // namespace test
