// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sasl/mechanism.h"
#include "sasl/scrammessage.h"

namespace sasl
{

//! SCRAM-SHA-1, -256 and -512, with or without channel binding (RFC 5802, 7677; downgrade protection XEP-0474, 0515).
class Scram final : public Mechanism
{
public:
    //! What the GS2 header says about channel binding (RFC 5802 7, XEP-0440).
    enum class Binding {
        None, //!< `n`: we cannot bind
        NotOffered, //!< `y`: we could, but the server does not seem to; one that does then finds the attack
        Bound, //!< `p=`: the -PLUS form
    };

    struct Parameters
    {
        crypto::Hash hash = crypto::Hash::Sha1;
        QString username;
        QString authzid;
        Secret password; //!< as typed
        Binding binding = Binding::None;
        QByteArray bindingType; //!< "tls-server-end-point"
        QByteArray bindingData;
        QByteArray advertised; //!< the string of XEP-0474 4.1, see advertisedString()
        quint16 tlsVersion = 0; //!< 0: not known, XEP-0515 goes unchecked
        QByteArray nonce; //!< empty: a fresh one, as it must be outside tests
    };

    explicit Scram(Parameters parameters);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Step start() override;
    [[nodiscard]] Step respond(const QByteArray &challenge) override;
    [[nodiscard]] Step provide(const KdfResult &key) override;
    [[nodiscard]] Result<void> finish(const QByteArray &additionalData) override;
    [[nodiscard]] QStringList notes() const override { return m_notes; }

    //! The list of what the server offered, as XEP-0474 4.1 hashes it; `bindings` null if it announced none (XEP-0440).
    [[nodiscard]] static QByteArray advertisedString(const QStringList &mechanisms, const std::optional<QStringList> &bindings);

private:
    enum class State { Idle, FirstSent, Deriving, FinalSent, Proven, Broken };

    [[nodiscard]] Step broken(Error error);
    [[nodiscard]] Step readFirst(const QByteArray &challenge);
    [[nodiscard]] Result<void> checkDowngrade(const ServerFirst &first);
    [[nodiscard]] Result<void> checkSignature(const QByteArray &message);

    Parameters m_parameters;
    State m_state = State::Idle;
    QByteArray m_gs2Header, m_firstBare, m_serverMessage;
    ServerFirst m_first;
    Secret m_serverSignature;
    QStringList m_notes;
};

} // namespace sasl
