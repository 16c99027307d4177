// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/pubsub/pubsub.h"
#include "xep/serverfeatures/serverfeatures.h"

#include <QHash>

namespace xep
{

//! What people publish of themselves (XEP-0163): hears it, asks for it, and publishes ours.
class PepModule final : public session::Module
{
    Q_OBJECT

public:
    //! Who may read what we publish.
    enum class Readers {
        Contacts,
        Everybody,
        OnlyUs, //!< and every item is kept, not only the newest (XEP-0223)
    };
    //! What a person says in a node; null: nothing any more.
    using Listener = std::function<void(const Jid &person, const QString &item, const xml::Element &payload)>;

    //! `serverFeatures` must outlive it.
    PepModule(session::Session &session, const ServerFeaturesModule &serverFeatures, QObject *parent = nullptr);

    //! Whether our server takes what we publish; false until it said so.
    [[nodiscard]] bool isThere() const;
    //! From now on the node's events come here, and the servers of those we see know that we want them (XEP-0163 4.3).
    [[nodiscard]] session::Handle listen(QStringView node, Listener listener);
    //! The item of that id, or the newest one if it is empty; condition "item-not-found" if there is none.
    [[nodiscard]] Task<Result<xml::Element>> fetch(Jid person, QString node, QString item);
    //! All items of a node, as many as the server gives at once.
    [[nodiscard]] Task<Result<QList<PubsubItem>>> fetchAll(Jid person, QString node);
    //! Publishes one item; the node is made, or made over, to be for `readers`.
    template <typename T>
    [[nodiscard]] Task<Result<void>> publish(QStringView node, const QString &item, const T &payload, Readers readers)
    {
        return publishElement(node.toString(), item, xml::Element::parse(xml::encode(payload)).value_or(xml::Element()), readers);
    }
    [[nodiscard]] Task<Result<void>> publishElement(QString node, QString item, xml::Element payload, Readers readers);

private:
    [[nodiscard]] session::Verdict event(session::Incoming &incoming);
    void tell(const Jid &person, const QString &node, const QString &item, const xml::Element &payload);

    const ServerFeaturesModule &m_serverFeatures;
    QHash<QString, std::vector<std::shared_ptr<Listener>>> m_listeners;
};

} // namespace xep
