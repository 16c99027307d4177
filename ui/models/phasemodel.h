// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "models/inspectionroles.h"

#include <QAbstractListModel>
#include <QPointer>

namespace models
{

//! The phases of one attempt to connect.
class PhaseModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit PhaseModel(QObject *parent = nullptr);

    //! Which attempt of which inspection, from 0; one that is not there has no phases.
    void show(const im::Inspection *inspection, qsizetype attempt);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    [[nodiscard]] QString took(const im::InspectedPhase &phase) const;

    QList<im::InspectedPhase> m_phases;
};

//! "14:20:03, connected": an attempt in a list.
[[nodiscard]] QString attemptTitle(const im::InspectedAttempt &attempt);

} // namespace models
