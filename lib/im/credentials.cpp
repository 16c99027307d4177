// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/credentials.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace im
{

Secret encodeToken(const sasl::Token &token)
{
    const QJsonObject object{
        {u"mechanism"_s, token.mechanism},
        {u"token"_s, token.secret.revealText()},
        {u"expiry"_s, token.expiry.toUTC().toString(Qt::ISODate)},
        {u"count"_s, qint64(token.count)},
    };
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<sasl::Token> decodeToken(const Secret &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.reveal()).object();
    sasl::Token token;
    token.mechanism = object.value(u"mechanism").toString();
    token.secret = Secret(object.value(u"token").toString());
    token.expiry = QDateTime::fromString(object.value(u"expiry").toString(), Qt::ISODate);
    token.count = quint32(object.value(u"count").toInteger());
    const bool whole = !token.mechanism.isEmpty() && !token.secret.isEmpty() && token.expiry.isValid();
    return whole ? std::optional(token) : std::nullopt;
}

Credentials::Credentials(Keyring &keyring, Jid address, Memory memory, QObject *parent) :
    QObject(parent), m_keyring(keyring), m_address(std::move(address)), m_memory(memory)
{
}

QString Credentials::key(QStringView what) const
{
    return what.toString() + u':' + m_address.toString();
}

Task<Result<void>> Credentials::load()
{
    const auto token = co_await m_keyring.read(key(u"token")).boundTo(this);
    if (token && *token && !m_token)
        m_token = decodeToken(**token);
    if (m_token)
        m_countKept = m_token->count;
    const auto password = co_await m_keyring.read(key(u"password")).boundTo(this);
    if (password && *password && m_password.isEmpty()) {
        m_password = **password;
        m_passwordKept = true;
    }
    if (!password)
        co_return std::unexpected(password.error());
    co_return Result<void>();
}

void Credentials::setPassword(Secret password, Memory memory)
{
    m_password = std::move(password);
    m_memory = memory;
    m_passwordKept = false;
    dropToken(); // it came from the old password
}

void Credentials::confirmPassword()
{
    if (m_memory != Memory::Keyring || m_passwordKept || m_password.isEmpty())
        return;
    m_passwordKept = true;
    store(u"password", m_password);
}

void Credentials::setToken(sasl::Token token)
{
    m_token = std::move(token);
    m_countKept = m_token->count;
    if (m_memory == Memory::Keyring)
        store(u"token", encodeToken(*m_token));
}

void Credentials::useToken(quint32 count)
{
    if (!m_token || count <= m_token->count)
        return;
    m_token->count = count;
    if (m_memory != Memory::Keyring || count <= m_countKept)
        return;
    sasl::Token reserved = *m_token;
    m_countKept = reserved.count = count + 100;
    store(u"token", encodeToken(reserved));
}

void Credentials::dropToken()
{
    if (!m_token)
        return;
    m_token.reset();
    m_keyring.remove(key(u"token")).detach();
}

void Credentials::store(QStringView what, Secret secret)
{
    m_keyring.write(key(what), std::move(secret)).then(this, [this](const Result<void> &written) {
        if (!written)
            Q_EMIT trouble(written.error());
    });
}

Task<Result<void>> Credentials::forget()
{
    m_token.reset();
    m_password = {};
    const auto token = co_await m_keyring.remove(key(u"token")).boundTo(this);
    const auto password = co_await m_keyring.remove(key(u"password")).boundTo(this);
    if (!password)
        co_return password;
    co_return token;
}

} // namespace im
