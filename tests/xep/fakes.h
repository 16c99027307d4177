// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scriptedframing.h"
#include "xep/caps/capscache.h"
#include "xep/roster/rosterstore.h"
#include "xep/trust.h"
#include "xml/codec.h"

#include <QSet>

namespace test
{

//! Trusts whom it is told to.
class FakeTrust final : public xep::Trust
{
public:
    explicit FakeTrust(QSet<Jid> contacts = {jid(u"friend@far.example")}) : m_contacts(std::move(contacts)) { }
    [[nodiscard]] bool mayKnowUs(const Jid &peer) const override { return m_contacts.contains(peer); }

private:
    QSet<Jid> m_contacts;
};

class FakeRosterStore final : public xep::RosterStore
{
public:
    QString ver;
    [[nodiscard]] QString version() const override { return ver; }
};

class FakeCapsCache final : public xep::CapsCache
{
public:
    QHash<QString, QByteArray> kept;
    int asked = 0;

    [[nodiscard]] Task<Result<QByteArray>> find(QString hash, QString ver) override
    {
        ++asked;
        return Task<Result<QByteArray>>::ready(kept.value(hash + QLatin1Char(' ') + ver));
    }
    void keep(const QString &hash, const QString &ver, const QByteArray &info) override { kept.insert(hash + QLatin1Char(' ') + ver, info); }
};

//! Whether a payload is written as `xml` and read back the same; says what is wrong if not.
template <typename T>
[[nodiscard]] bool bothWays(const T &value, const QByteArray &xml)
{
    const QByteArray written = xml::encode(value);
    if (written != xml)
        qWarning("written: %s\nwanted:  %s", written.constData(), xml.constData());
    const auto element = xml::Element::parse(xml);
    const auto read = element ? xml::decode<T>(*element) : fail(ErrorKind::Invalid, {});
    if (!read)
        qWarning("not read: %s", qPrintable(read.error().text));
    return written == xml && read && *read == value;
}

//! Whether a payload is refused.
template <typename T>
[[nodiscard]] bool refused(const QByteArray &xml)
{
    const auto element = xml::Element::parse(xml);
    return element && !xml::decode<T>(*element);
}

//! What a task answered; nothing while it waits.
template <typename R>
class Answer final
{
public:
    explicit Answer(Task<R> task)
    {
        std::move(task).then(&m_context, [this](R value) { m_value.emplace(std::move(value)); });
    }
    [[nodiscard]] bool isThere() const { return m_value.has_value(); }
    [[nodiscard]] const R &operator*() const { return *m_value; }
    [[nodiscard]] const R *operator->() const { return &*m_value; }

private:
    QObject m_context;
    std::optional<R> m_value;
};

//! The one thing that was sent since last asked.
[[nodiscard]] inline xml::Element takeSent(TestSession &session)
{
    const auto sent = session.wire().unseen().isEmpty() ? std::nullopt : xml::Element::parse(session.wire().unseen().first());
    session.wire().forgetUnseen();
    return sent.value_or(xml::Element());
}

//! Collects what comes out of the end of the pipeline.
class Sink final
{
public:
    explicit Sink(session::Session &session, session::Stage stage = session::Stage::Store) :
        m_handle(session.onMessage(stage, [this](session::Incoming &incoming) {
            incoming.handled.reset();
            messages << incoming;
            return session::Verdict::Continue;
        }))
    {
    }
    QList<session::Incoming> messages;

private:
    session::Handle m_handle;
};

} // namespace test
