// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inspectionmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models
{

namespace
{
//! People choose from a list, and nobody reads a longer one.
constexpr qsizetype MostAddresses = 500;

QString preciseTime(const QDateTime &when)
{
    return when.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
}
}

//! A row: an element (without a parent), or a node of its XML.
struct InspectionModel::Item
{
    Item *parent = nullptr;
    int row = 0; //!< below its parent
    qint64 number = 0;
    bool fetched = false;
    im::InspectedNode node;
    std::vector<std::unique_ptr<Item>> children;
};

InspectionModel::InspectionModel(QObject *parent) : QAbstractItemModel(parent)
{
}

InspectionModel::~InspectionModel() = default;

void InspectionModel::setInspection(im::Inspection *inspection)
{
    beginResetModel();
    if (m_inspection)
        m_inspection->disconnect(this);
    m_inspection = inspection;
    m_items.clear();
    m_addresses.clear();
    m_documents.clear();
    m_first = inspection ? inspection->begin() : 0;
    endResetModel();
    if (inspection) {
        connect(inspection, &im::Inspection::added, this, &InspectionModel::take);
        connect(inspection, &im::Inspection::dropping, this, &InspectionModel::drop);
        connect(inspection, &im::Inspection::changed, this, [this](qint64 number) {
            if (const QModelIndex row = indexOf(number); row.isValid())
                Q_EMIT dataChanged(row, row);
        });
        connect(inspection, &QObject::destroyed, this, [this] { setInspection(nullptr); });
        const Flow flow = std::exchange(m_flow, Flow::Live);
        take();
        m_flow = flow;
    }
    Q_EMIT choicesChanged();
    Q_EMIT waitingChanged();
}

//! Takes what was recorded and is not shown yet.
void InspectionModel::take()
{
    if (m_flow == Flow::Paused) {
        Q_EMIT waitingChanged();
        return;
    }
    const qint64 from = m_first + qint64(m_items.size()), to = m_inspection->end();
    if (from >= to)
        return;
    beginInsertRows({}, int(m_items.size()), int(to - m_first) - 1);
    const auto choices = m_addresses.size() + m_documents.size();
    for (qint64 number = from; number < to; ++number) {
        auto item = std::make_unique<Item>();
        item->number = number;
        m_items.push_back(std::move(item));
        note(m_inspection->element(number));
    }
    endInsertRows();
    if (m_addresses.size() + m_documents.size() != choices)
        Q_EMIT choicesChanged();
}

void InspectionModel::note(const im::InspectedElement &element)
{
    if (!element.peer.isEmpty() && m_addresses.size() < MostAddresses)
        m_addresses.insert(element.peer.section(u'/', 0, 0));
    for (const QString &document : element.references)
        m_documents.insert(document);
}

void InspectionModel::drop(qint64 before)
{
    const qint64 count = std::min(before - m_first, qint64(m_items.size()));
    if (count > 0) {
        beginRemoveRows({}, 0, int(count) - 1);
        m_items.erase(m_items.begin(), m_items.begin() + count);
        m_first += count;
        endRemoveRows();
    }
    if (m_items.empty())
        m_first = std::max(m_first, before);
}

void InspectionModel::setSecrets(im::Inspection::Secrets secrets)
{
    if (m_secrets == secrets)
        return;
    m_secrets = secrets;
    for (qsizetype i = 0; i < qsizetype(m_items.size()); ++i) {
        Item &item = *m_items[size_t(i)];
        if (!item.fetched)
            continue;
        const QModelIndex row = index(int(i), 0);
        beginRemoveRows(row, 0, int(item.children.size()) - 1);
        item.children.clear();
        item.fetched = false;
        endRemoveRows();
        fetchMore(row);
    }
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_items.size()) - 1, 0));
}

void InspectionModel::setFlow(Flow flow)
{
    m_flow = flow;
    if (m_inspection && flow == Flow::Live)
        take();
    Q_EMIT waitingChanged();
}

qint64 InspectionModel::waiting() const
{
    return m_inspection ? m_inspection->end() - m_first - qint64(m_items.size()) : 0;
}

QModelIndex InspectionModel::indexOf(qint64 number) const
{
    const qint64 row = number - m_first;
    return row >= 0 && row < qint64(m_items.size()) ? index(int(row), 0) : QModelIndex();
}

const im::InspectedElement *InspectionModel::element(const QModelIndex &index) const
{
    if (!index.isValid() || !m_inspection)
        return nullptr;
    const qint64 number = itemOf(index)->number;
    return number >= m_inspection->begin() && number < m_inspection->end() ? &m_inspection->element(number) : nullptr;
}

bool InspectionModel::contains(qint64 number, const QString &text) const
{
    if (!m_inspection || number < m_inspection->begin() || number >= m_inspection->end())
        return false;
    const im::InspectedElement &element = m_inspection->element(number);
    return element.sentence.contains(text, Qt::CaseInsensitive) || element.reference.contains(text, Qt::CaseInsensitive)
        || m_inspection->xml(number, m_secrets).contains(text, Qt::CaseInsensitive);
}

static QStringList sorted(const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort(Qt::CaseInsensitive);
    return list;
}

QStringList InspectionModel::addresses() const
{
    return sorted(m_addresses);
}

QStringList InspectionModel::documents() const
{
    return sorted(m_documents);
}

// The tree

InspectionModel::Item *InspectionModel::itemOf(const QModelIndex &index)
{
    return static_cast<Item *>(index.internalPointer());
}

QModelIndex InspectionModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? itemOf(parent)->children[size_t(row)].get() : m_items[size_t(row)].get());
}

QModelIndex InspectionModel::parent(const QModelIndex &child) const
{
    const Item *above = child.isValid() ? itemOf(child)->parent : nullptr;
    if (!above)
        return {};
    return createIndex(above->parent ? above->row : int(above->number - m_first), 0, above);
}

int InspectionModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_items.size());
    return parent.column() == 0 ? int(itemOf(parent)->children.size()) : 0;
}

int InspectionModel::columnCount(const QModelIndex &) const
{
    return 1;
}

bool InspectionModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0 || canFetchMore(parent);
}

bool InspectionModel::canFetchMore(const QModelIndex &parent) const
{
    return parent.isValid() && !itemOf(parent)->parent && !itemOf(parent)->fetched && element(parent);
}

void InspectionModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    Item *item = itemOf(parent);
    auto root = makeTree(item, m_inspection->tree(item->number, m_secrets));
    beginInsertRows(parent, 0, 0);
    item->fetched = true;
    item->children.push_back(std::move(root));
    endInsertRows();
}

std::unique_ptr<InspectionModel::Item> InspectionModel::makeTree(Item *parent, const im::InspectedNode &node) const
{
    auto item = std::make_unique<Item>();
    item->parent = parent;
    item->number = parent->number;
    item->fetched = true;
    item->node = node;
    item->node.children.clear();
    for (const im::InspectedNode &child : node.children) {
        item->children.push_back(makeTree(item.get(), child));
        item->children.back()->row = int(item->children.size()) - 1;
    }
    return item;
}

// What the rows say

QVariant InspectionModel::data(const QModelIndex &index, int role) const
{
    const im::InspectedElement *shown = element(index);
    if (!shown)
        return {};
    if (role == InspectionRole::Number)
        return shown->number;
    if (role == InspectionRole::Sent)
        return shown->direction == im::InspectedElement::Direction::Sent;
    const Item &item = *itemOf(index);
    return item.parent ? nodeData(item, role) : elementData(*shown, role);
}

QVariant InspectionModel::elementData(const im::InspectedElement &element, int role) const
{
    switch (role) {
    case InspectionRole::Kind:
        return int(InspectionKind::Element);
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case InspectionRole::Sentence:
        return element.sentence;
    case InspectionRole::Reference:
        return element.reference;
    case InspectionRole::TimeText:
        return preciseTime(element.when);
    case InspectionRole::Name:
        return element.name;
    case InspectionRole::Peer:
        return element.peer;
    case InspectionRole::Remark:
        return remark(element);
    case Qt::AccessibleTextRole: {
        const bool sent = element.direction == im::InspectedElement::Direction::Sent;
        QStringList parts{sent ? tr("Sent") : tr("Received"), preciseTime(element.when), element.sentence, element.name, element.peer, element.reference, remark(element)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default:
        return {};
    }
}

QVariant InspectionModel::nodeData(const Item &item, int role) const
{
    const im::InspectedNode &node = item.node;
    switch (role) {
    case InspectionRole::Kind:
        return int(node.kind == im::InspectedNode::Kind::Xml ? InspectionKind::Xml : InspectionKind::Decoded);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString text;
        for (const im::XmlToken &token : node.tokens)
            text += token.text;
        return role == Qt::DisplayRole || node.note.isEmpty() ? text : u"%1, %2"_s.arg(text, node.note);
    }
    case Qt::ToolTipRole:
    case InspectionRole::Sentence:
        return node.note;
    case InspectionRole::Reference:
        return node.reference;
    case InspectionRole::Tokens:
        return QVariant::fromValue(node.tokens);
    case InspectionRole::EndTag:
        return node.end;
    default:
        return {};
    }
}

//! Its answer, or what it answers.
QString InspectionModel::remark(const im::InspectedElement &element) const
{
    QStringList parts;
    if (element.question && element.waited) {
        const bool kept = *element.question >= m_inspection->begin();
        parts << (kept ? tr("answers %1, after %2 ms").arg(preciseTime(m_inspection->element(*element.question).when)).arg(element.waited->count())
                       : tr("an answer, after %1 ms").arg(element.waited->count()));
    }
    if (element.answer && *element.answer < m_inspection->end() && *element.answer >= m_inspection->begin()) {
        if (const auto waited = m_inspection->element(*element.answer).waited)
            parts << tr("answered after %1 ms").arg(waited->count());
    }
    if (element.secret && m_secrets == im::Inspection::Secrets::Shown && !element.whole)
        parts << tr("kept without its secrets");
    return parts.join(u" · "_s);
}

} // namespace models
