// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace im
{

//! The five steps a person sees while an account signs in, in their order.
enum class Step { FindServer, Connect, Secure, SignIn, LoadChats };
inline constexpr int StepCount = 5;

//! How one step stands.
enum class StepState { Waiting, Active, Done, Failed };

//! What a server showed us and why it is not trusted; what a person decides on.
struct CertificateProblem
{
    QStringList sentences; //!< what is wrong, the worst first
    QString subject, issuer;
    QStringList names; //!< what it is valid for
    QDateTime notBefore, notAfter;
    QString fingerprint; //!< SHA-256, "AB:CD:…"
    bool mayBeTrusted = false; //!< false when it was fine before: then it is the network's fault, or an attack
    bool changed = false; //!< it is not the certificate that was trusted before

    friend bool operator==(const CertificateProblem &, const CertificateProblem &) = default;
};

//! Why there is no connection, in words.
struct Trouble
{
    enum class Kind { Network, Certificate, Password, Server, Safety, SignedInElsewhere };

    Kind kind = Kind::Network;
    QString text; //!< what happened
    QString advice; //!< what can be done, or empty
    std::optional<CertificateProblem> certificate; //!< with Kind::Certificate

    friend bool operator==(const Trouble &, const Trouble &) = default;
};

//! How an account's connection stands.
struct Status
{
    enum class State {
        Offline, //!< on purpose
        Connecting, //!< `steps` say where
        Online,
        Waiting, //!< will try again at `retryAt`, or when the network is back
        NeedsAttention, //!< `trouble` needs a person: a password, a certificate
    };

    State state = State::Offline;
    std::array<StepState, StepCount> steps{};
    std::optional<Trouble> trouble; //!< of the last attempt; gone when online
    QDateTime retryAt; //!< UTC; invalid: not before the network comes back

    friend bool operator==(const Status &, const Status &) = default;
};

} // namespace im

Q_DECLARE_METATYPE(im::Status)
