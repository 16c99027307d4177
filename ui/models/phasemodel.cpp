// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/phasemodel.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(models::PhaseModel)
};

QString title(im::InspectedPhase::Kind kind)
{
    using Kind = im::InspectedPhase::Kind;
    switch (kind) {
    case Kind::Find:
        return Words::tr("Find the server");
    case Kind::Connect:
        return Words::tr("Connect (TCP)");
    case Kind::Stream:
        return Words::tr("Open the stream");
    case Kind::StreamAgain:
        return Words::tr("Open the stream again");
    case Kind::StartTls:
        return Words::tr("Ask to encrypt (STARTTLS)");
    case Kind::Tls:
        return Words::tr("Encrypt (TLS)");
    case Kind::SignIn:
        return Words::tr("Sign in (SASL)");
    case Kind::Bind:
        return Words::tr("Get an address");
    case Kind::Management:
        return Words::tr("Count what arrives");
    case Kind::Ready:
        return Words::tr("Ready");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString attemptTitle(const im::InspectedAttempt &attempt)
{
    const QString time = attempt.begun.toLocalTime().toString(u"HH:mm:ss"_s);
    switch (attempt.state) {
    case im::InspectedAttempt::State::Active:
        return Words::tr("%1, connecting").arg(time);
    case im::InspectedAttempt::State::Online:
        return Words::tr("%1, connected").arg(time);
    case im::InspectedAttempt::State::Failed:
        return Words::tr("%1, failed").arg(time);
    case im::InspectedAttempt::State::Ended:
        return Words::tr("%1, ended later").arg(time);
    }
    Q_UNREACHABLE_RETURN({});
}

PhaseModel::PhaseModel(QObject *parent) : QAbstractListModel(parent)
{
}

void PhaseModel::show(const im::Inspection *inspection, qsizetype attempt)
{
    const QList<im::InspectedPhase> phases = inspection && attempt >= 0 && attempt < inspection->attempts().size() ? inspection->attempts().at(attempt).phases : QList<im::InspectedPhase>();
    if (phases == m_phases)
        return;
    // An attempt under way only grows, and only its last phase changes: the view keeps its place.
    const qsizetype common = std::min(phases.size(), m_phases.size());
    const bool same = common > 0 && phases.first().begun == m_phases.first().begun && phases.size() >= m_phases.size();
    if (!same) {
        beginResetModel();
        m_phases = phases;
        endResetModel();
        return;
    }
    if (phases.size() > common)
        beginInsertRows({}, int(common), int(phases.size()) - 1);
    m_phases = phases;
    if (phases.size() > common)
        endInsertRows();
    Q_EMIT dataChanged(index(0), index(int(common) - 1));
}

int PhaseModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_phases.size());
}

QString PhaseModel::took(const im::InspectedPhase &phase) const
{
    if (!phase.took)
        return {};
    const QString time = tr("%1 ms").arg(phase.took->count());
    return phase.roundTrips == 0 ? time : u"%1, %2"_s.arg(time, tr("%n round trip(s)", nullptr, phase.roundTrips));
}

QVariant PhaseModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const im::InspectedPhase &phase = m_phases.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return title(phase.kind);
    case PhaseRole::State:
        return int(phase.state);
    case PhaseRole::Took:
        return took(phase);
    case PhaseRole::Details:
        return phase.details;
    case PhaseRole::Element:
        return phase.element;
    case Qt::AccessibleTextRole: {
        const QString state = phase.state == im::InspectedPhase::State::Failed ? tr("failed") : phase.state == im::InspectedPhase::State::Active ? tr("under way") : tr("done");
        QStringList parts{title(phase.kind), state, took(phase)};
        parts << phase.details;
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

} // namespace models
