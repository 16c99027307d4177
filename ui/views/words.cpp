// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/words.h"

#include "models/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(views::Words)
};
}

QStringList stepNames()
{
    return {Words::tr("Find the server"), Words::tr("Connect"), Words::tr("Secure"), Words::tr("Sign in"), Words::tr("Load chats")};
}

QString stepWords(im::Step step)
{
    switch (step) {
    case im::Step::FindServer: return Words::tr("Finding the server…");
    case im::Step::Connect: return Words::tr("Connecting…");
    case im::Step::Secure: return Words::tr("Making the connection secure…");
    case im::Step::SignIn: return Words::tr("Signing in…");
    case im::Step::LoadChats: return Words::tr("Loading chats…");
    }
    return {};
}

std::optional<im::Step> currentStep(const im::Status &status)
{
    for (int step = im::StepCount - 1; step >= 0; --step) {
        const im::StepState state = status.steps.at(size_t(step));
        if (state == im::StepState::Active || state == im::StepState::Failed)
            return im::Step(step);
    }
    return {};
}

QString availabilityWords(data::Availability availability)
{
    switch (availability) {
    case data::Availability::Chat:
    case data::Availability::Online: return Words::tr("online");
    case data::Availability::Away: return Words::tr("away");
    case data::Availability::ExtendedAway: return Words::tr("away for longer");
    case data::Availability::DoNotDisturb: return Words::tr("do not disturb");
    case data::Availability::Offline: break;
    }
    return Words::tr("offline");
}

QString presenceWords(const data::PresenceSummary &presence)
{
    const QString words = availabilityWords(presence.availability);
    const QString status = presence.status.simplified();
    return status.isEmpty() ? words : QString(words + u" · "_s + status);
}

QString presenceWords(const data::PresenceSummary &presence, const QDateTime &now)
{
    if (!presence.lastActive.isValid())
        return presenceWords(presence);
    const QString when = models::listTime(presence.lastActive, now);
    if (presence.availability == data::Availability::Offline)
        return Words::tr("last seen %1", "a time today, 'yesterday', or a day").arg(when);
    const QString words = Words::tr("%1, last active %2", "away; a time today, 'yesterday', or a day").arg(availabilityWords(presence.availability), when);
    const QString status = presence.status.simplified();
    return status.isEmpty() ? words : QString(words + u" · "_s + status);
}

QString statusWords(const im::Status &status)
{
    switch (status.state) {
    case im::Status::State::Offline: return Words::tr("Signed out");
    case im::Status::State::Connecting: {
        const auto step = currentStep(status);
        return step ? stepWords(*step) : Words::tr("Connecting…");
    }
    case im::Status::State::Online: return Words::tr("Connected");
    case im::Status::State::Waiting: return Words::tr("No connection");
    case im::Status::State::NeedsAttention: break;
    }
    return status.trouble ? status.trouble->text : Words::tr("Needs your attention");
}

QString troubleWords(const im::Trouble &trouble)
{
    return trouble.advice.isEmpty() ? trouble.text : QString(trouble.text + u' ' + trouble.advice);
}

} // namespace views
