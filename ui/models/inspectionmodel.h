// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "models/inspectionroles.h"

#include <QAbstractItemModel>
#include <QPointer>
#include <QSet>

#include <deque>
#include <memory>
#include <vector>

namespace models
{

//! What an account's inspection has recorded, the oldest first; the XML of an element is there when it is unfolded.
class InspectionModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Flow { Live, Paused };

    explicit InspectionModel(QObject *parent = nullptr);
    ~InspectionModel() override;

    //! What is shown from now on; null: nothing. It may die before the model.
    void setInspection(im::Inspection *inspection);
    [[nodiscard]] im::Inspection *inspection() const { return m_inspection; }
    void setSecrets(im::Inspection::Secrets secrets);
    [[nodiscard]] im::Inspection::Secrets secrets() const { return m_secrets; }
    //! Paused: it goes on being recorded, but no row comes until it flows again.
    void setFlow(Flow flow);
    [[nodiscard]] Flow flow() const { return m_flow; }
    //! How many elements wait for that.
    [[nodiscard]] qint64 waiting() const;

    //! The row of an element; invalid if it is not shown.
    [[nodiscard]] QModelIndex indexOf(qint64 number) const;
    [[nodiscard]] const im::InspectedElement *element(const QModelIndex &index) const;
    //! Whether the words of an element or its XML as it is shown have this in them.
    [[nodiscard]] bool contains(qint64 number, const QString &text) const;

    //! What can be chosen to filter by, sorted: addresses without the device, and documents.
    [[nodiscard]] QStringList addresses() const;
    [[nodiscard]] QStringList documents() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void waitingChanged();
    //! There is more to filter by.
    void choicesChanged();

private:
    struct Item;

    void take();
    void drop(qint64 before);
    void note(const im::InspectedElement &element);
    [[nodiscard]] std::unique_ptr<Item> makeTree(Item *parent, const im::InspectedNode &node) const;
    [[nodiscard]] QVariant elementData(const im::InspectedElement &element, int role) const;
    [[nodiscard]] QVariant nodeData(const Item &item, int role) const;
    [[nodiscard]] QString remark(const im::InspectedElement &element) const;
    [[nodiscard]] static Item *itemOf(const QModelIndex &index);

    QPointer<im::Inspection> m_inspection;
    im::Inspection::Secrets m_secrets = im::Inspection::Secrets::Masked;
    Flow m_flow = Flow::Live;
    std::deque<std::unique_ptr<Item>> m_items; //!< elements with numbers one after the other
    qint64 m_first = 0; //!< the number of the first
    QSet<QString> m_addresses, m_documents;
};

} // namespace models
