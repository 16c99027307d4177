// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/keyring.h"
#include "sasl/credentials.h"

#include "base/jid.h"

namespace im
{

//! The secrets of one account: in memory while it is used, in the keyring if the person wants so.
class Credentials final : public QObject
{
    Q_OBJECT

public:
    enum class Memory { Session, Keyring };

    Credentials(Keyring &keyring, Jid address, Memory memory, QObject *parent = nullptr);

    //! Fetches what the keyring has. An error says that it is locked or gone, which is no reason to forget anything.
    [[nodiscard]] Task<Result<void>> load();
    [[nodiscard]] bool hasAny() const { return !m_password.isEmpty() || m_token.has_value(); }

    [[nodiscard]] const Secret &password() const { return m_password; }
    [[nodiscard]] const std::optional<sasl::Token> &token() const { return m_token; }
    void setPassword(Secret password, Memory memory);
    void setToken(sasl::Token token);
    void dropToken();
    //! Counts up to this one were used (XEP-0484 3.6). The keyring is told a hundred at a time, and always one that is still free.
    void useToken(quint32 count);
    [[nodiscard]] Memory memory() const { return m_memory; }
    //! Writes the password now that it is known to be right; before that it lives in memory only.
    void confirmPassword();
    //! Takes everything out of the keyring.
    [[nodiscard]] Task<Result<void>> forget();

Q_SIGNALS:
    //! The keyring did not take a secret.
    void trouble(const Error &error);

private:
    [[nodiscard]] QString key(QStringView what) const;
    void store(QStringView what, Secret secret);

    Keyring &m_keyring;
    Jid m_address;
    Memory m_memory;
    Secret m_password;
    std::optional<sasl::Token> m_token;
    bool m_passwordKept = false;
    quint32 m_countKept = 0; //!< what the keyring has
};

//! A token as the keyring holds it, and back; nothing for what is not one.
[[nodiscard]] Secret encodeToken(const sasl::Token &token);
[[nodiscard]] std::optional<sasl::Token> decodeToken(const Secret &text);

} // namespace im
