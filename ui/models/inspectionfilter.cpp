// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inspectionfilter.h"

namespace models
{

InspectionFilter::InspectionFilter(InspectionModel &model, QObject *parent) : QSortFilterProxyModel(parent), m_model(model)
{
    setSourceModel(&model);
}

void InspectionFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void InspectionFilter::setAddress(const QString &address)
{
    m_address = address;
    invalidateFilter();
}

void InspectionFilter::setDocument(const QString &document)
{
    m_document = document;
    invalidateFilter();
}

void InspectionFilter::setDirections(Directions directions)
{
    m_directions = directions;
    invalidateFilter();
}

QList<qint64> InspectionFilter::numbers() const
{
    QList<qint64> result;
    result.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row)
        result << index(row, 0).data(InspectionRole::Number).toLongLong();
    return result;
}

bool InspectionFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const im::InspectedElement *element = parent.isValid() ? nullptr : m_model.element(m_model.index(row, 0));
    if (!element)
        return true;
    const bool sent = element->direction == im::InspectedElement::Direction::Sent;
    if (m_directions != Directions::Both && (m_directions == Directions::Sent) != sent)
        return false;
    if (!m_address.isEmpty() && element->peer != m_address && !element->peer.startsWith(m_address + u'/'))
        return false;
    if (!m_document.isEmpty() && !element->references.contains(m_document))
        return false;
    return m_text.isEmpty() || m_model.contains(element->number, m_text);
}

} // namespace models
