// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"
#include "stream/negotiation.h"

#include <functional>
#include <memory>

namespace stream
{

//! What SASL and SASL2 share: a chosen mechanism, base64, and the way of a key through the worker.
class SaslExchange final
{
public:
    //! Writes a response, or the first one (nothing: no initial response), in the profile's own element.
    using Writer = std::function<void(const std::optional<QByteArray> &)>;

    //! Chooses a mechanism; the reasons go into the result.
    [[nodiscard]] Result<void> choose(Context &context, const sasl::Offer &offer);
    [[nodiscard]] bool chosen() const { return m_mechanism != nullptr; }
    [[nodiscard]] QString mechanism() const { return m_mechanism ? m_mechanism->name() : QString(); }
    [[nodiscard]] bool usesToken() const { return mechanism().startsWith(u"HT-"); }

    [[nodiscard]] Outcome start(Context &context, Writer write);
    //! `text` is base64, as the element held it.
    [[nodiscard]] Outcome challenge(Context &context, const QString &text);
    [[nodiscard]] Outcome provide(Context &context, const Result<sasl::KdfResult> &key);
    //! The server said success; `text` is base64 of the additional data, or nothing.
    [[nodiscard]] Result<void> finish(Context &context, const std::optional<QString> &text);
    //! The server refused. True if another way may be tried now: this one was no password, so passing it over is no downgrade.
    [[nodiscard]] bool passOver(Context &context);

private:
    [[nodiscard]] Outcome take(Context &context, sasl::Step step);

    std::unique_ptr<sasl::Mechanism> m_mechanism;
    Writer m_write;
};

} // namespace stream
