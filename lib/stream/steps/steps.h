// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stream/negotiation.h"
#include "stream/steps/saslexchange.h"
#include "xml/codec.h"

#include <memory>

namespace stream
{

//! STARTTLS (RFC 6120 5). Fails if the server does not offer it: nothing secret ever goes without.
class StartTls final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Outcome secured(Context &context) override;
    [[nodiscard]] Phase phase() const override { return Phase::Secure; }
};

//! SASL as in RFC 6120 6.
class Sasl final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Outcome provide(Context &context, const Result<sasl::KdfResult> &key) override;
    [[nodiscard]] Phase phase() const override { return Phase::SignIn; }

private:
    [[nodiscard]] Outcome authenticate(Context &context);

    SaslExchange m_exchange;
};

//! SASL2 with Bind 2, inline resumption and FAST (XEP-0388, 0386, 0198 7, 0484), also before the features come (XEP-0509).
class Sasl2 final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Outcome provide(Context &context, const Result<sasl::KdfResult> &key) override;
    [[nodiscard]] Phase phase() const override { return Phase::SignIn; }

private:
    [[nodiscard]] Outcome authenticate(Context &context);
    [[nodiscard]] QByteArray request(Context &context, const std::optional<QByteArray> &initialResponse);
    void writeInline(Context &context, xml::Writer &writer);
    [[nodiscard]] Outcome success(Context &context, const xml::Element &element);
    [[nodiscard]] Outcome failure(Context &context, const xml::Element &element);
    void readBound(Context &context, const xml::Element &bound);
    void readToken(Context &context, const xml::Element &token);
    [[nodiscard]] Outcome lookAgain(Context &context);

    SaslExchange m_exchange;
    QString m_tokenMechanism;
    QStringList m_asked;
    bool m_askedResume = false, m_namedVersion = false;
};

//! Stream resumption after RFC 6120's SASL (XEP-0198 5).
class Resume final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Phase phase() const override { return Phase::Open; }
};

//! Resource binding (RFC 6120 7).
class Bind final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Phase phase() const override { return Phase::Open; }

private:
    [[nodiscard]] Outcome ask(Context &context, const QString &resource);

    QString m_id;
    bool m_asServerLikes = false;
};

//! The session of servers that know only RFC 3921 (its section 3).
class LegacySession final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Phase phase() const override { return Phase::Open; }

private:
    QString m_id;
};

//! Switches stream management on (XEP-0198 3).
class EnableSm final : public Step
{
public:
    [[nodiscard]] Outcome start(Context &context) override;
    [[nodiscard]] Outcome element(Context &context, const xml::Element &element) override;
    [[nodiscard]] Phase phase() const override { return Phase::Open; }
};

//! Reads `<enabled/>`.
[[nodiscard]] Management readEnabled(const xml::Element &enabled);
//! Reads an h attribute; nothing if it is not a number below 2^32.
[[nodiscard]] std::optional<quint32> readH(const xml::Element &element);
//! `<resume/>` for what the settings remember.
void writeResume(xml::Writer &writer, const Resumption &resumption);
//! Whether `<resumed/>` is about our stream and makes sense; takes it into the result.
[[nodiscard]] bool takeResumed(Context &context, const xml::Element &resumed);

} // namespace stream
