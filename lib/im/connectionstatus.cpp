// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/connectionstatus.h"

#include <QCoreApplication>

namespace im
{

static QString tr(const char *text) { return QCoreApplication::translate("im::Status", text); }

namespace
{

CertificateProblem problemOf(const net::CertificateVerdict &verdict, session::Experience experience)
{
    CertificateProblem problem;
    problem.sentences = verdict.sentences();
    problem.subject = verdict.subject;
    problem.issuer = verdict.issuer;
    problem.names = verdict.names;
    problem.notBefore = verdict.notBefore;
    problem.notAfter = verdict.notAfter;
    problem.fingerprint = verdict.fingerprint();
    problem.changed = verdict.problems.contains(net::CertificateVerdict::Problem::PinChanged);
    problem.mayBeTrusted = experience == session::Experience::New || problem.changed;
    return problem;
}

Trouble::Kind kindOf(const stream::Failure &failure)
{
    using Kind = stream::Failure::Kind;
    switch (failure.kind) {
    case Kind::Network:
    case Kind::Timeout:
    case Kind::Closed:
    case Kind::Stopped:
        return Trouble::Kind::Network;
    case Kind::Certificate:
        return Trouble::Kind::Certificate;
    case Kind::Auth:
        return Trouble::Kind::Password;
    case Kind::Policy:
        return Trouble::Kind::Safety;
    case Kind::Stream:
        return failure.condition == u"conflict" ? Trouble::Kind::SignedInElsewhere : Trouble::Kind::Server;
    case Kind::Bind:
    case Kind::Protocol:
        return Trouble::Kind::Server;
    }
    Q_UNREACHABLE_RETURN(Trouble::Kind::Server);
}

void light(Status &status, int active, StepState state)
{
    for (int i = 0; i < StepCount; ++i)
        status.steps[size_t(i)] = i < active ? StepState::Done : i == active ? state : StepState::Waiting;
}

} // namespace

Trouble troubleOf(const stream::Failure &failure, session::Experience experience)
{
    Trouble trouble;
    trouble.kind = kindOf(failure);
    trouble.text = failure.sentence();
    trouble.advice = failure.advice();
    if (trouble.kind == Trouble::Kind::Certificate && failure.net && failure.net->verdict)
        trouble.certificate = problemOf(*failure.net->verdict, experience);
    if (trouble.kind == Trouble::Kind::Certificate && trouble.certificate && !trouble.certificate->mayBeTrusted)
        trouble.advice = tr("It was fine before: a network that asks you to log in first, or somebody in between. Palique keeps trying.");
    return trouble;
}

Status statusOf(const session::Connection &connection, Chats chats)
{
    using State = session::Connection::State;
    Status status;
    const int phase = int(connection.phase());
    if (connection.failure())
        status.trouble = troubleOf(*connection.failure(), connection.settings().experience);
    switch (connection.state()) {
    case State::Off:
        status.state = Status::State::Offline;
        status.trouble.reset();
        break;
    case State::Connecting:
        status.state = Status::State::Connecting;
        light(status, phase, StepState::Active);
        break;
    case State::Online:
        status.trouble.reset();
        status.state = chats == Chats::Loaded ? Status::State::Online : Status::State::Connecting;
        light(status, chats == Chats::Loaded ? StepCount : int(Step::LoadChats), StepState::Active);
        break;
    case State::Waiting:
        status.state = Status::State::Waiting;
        status.retryAt = connection.retryAt();
        light(status, int(connection.failure() ? connection.failure()->phase : connection.phase()), StepState::Failed);
        break;
    case State::NeedsAttention:
        status.state = Status::State::NeedsAttention;
        light(status, int(connection.failure() ? connection.failure()->phase : connection.phase()), StepState::Failed);
        break;
    }
    return status;
}

} // namespace im
