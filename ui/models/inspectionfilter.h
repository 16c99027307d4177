// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inspectionmodel.h"

#include <QSortFilterProxyModel>

namespace models
{

//! Only those elements of an InspectionModel that a person wants to see; what is below an element always is.
class InspectionFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Directions { Both, Sent, Received };

    explicit InspectionFilter(InspectionModel &model, QObject *parent = nullptr);

    //! All must fit; an empty one fits everything.
    void setText(const QString &text);
    void setAddress(const QString &address); //!< of the other side, whichever its device
    void setDocument(const QString &document); //!< "XEP-0198", also if only something inside is written down there
    void setDirections(Directions directions);
    //! The elements that are left, in their order.
    [[nodiscard]] QList<qint64> numbers() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    InspectionModel &m_model;
    QString m_text, m_address, m_document;
    Directions m_directions = Directions::Both;
};

} // namespace models
