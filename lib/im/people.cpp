// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/people.h"

#include "xep/modules.h"

#include <algorithm>

namespace im
{

namespace
{

data::Subscription subscriptionOf(xep::Subscription subscription)
{
    switch (subscription) {
    case xep::Subscription::To:
        return data::Subscription::To;
    case xep::Subscription::From:
        return data::Subscription::From;
    case xep::Subscription::Both:
        return data::Subscription::Both;
    case xep::Subscription::None:
    case xep::Subscription::Remove:
        return data::Subscription::None;
    }
    Q_UNREACHABLE_RETURN(data::Subscription::None);
}

data::Contact contactOf(data::AccountId account, const xep::RosterItem &item)
{
    return {account, item.jid, item.name.value_or(QString()), item.groups, subscriptionOf(item.subscription), item.requested()};
}

} // namespace

People::People(store::Database &database, QObject *parent) : QObject(parent), m_contactStore(database), m_requestStore(database)
{
}

void People::open(data::AccountId account, const QString &rosterVersion)
{
    m_account = account;
    m_version = rosterVersion;
    m_contactStore.all(account).then(this, [this](const Result<QList<data::Contact>> &kept) {
        if (!kept) {
            // Without the list its version means nothing: the next sign-in fetches it whole.
            m_version = QString();
            Q_EMIT trouble(kept.error());
        } else if (!m_fromServer) {
            m_contacts = *kept;
            index();
            Q_EMIT contactsReset();
        }
    });
    m_requestStore.all(account).then(this, [this](const Result<QList<data::ContactRequest>> &kept) {
        if (!kept)
            return;
        for (const data::ContactRequest &request : *kept) {
            const bool known = std::ranges::any_of(m_requests, [&request](const auto &r) { return r.from == request.from; });
            if (!known)
                m_requests << request;
        }
        Q_EMIT requestsChanged();
    });
}

void People::follow(xep::Modules &modules)
{
    connect(&modules.roster, &xep::RosterModule::reset, this, &People::reset);
    connect(&modules.roster, &xep::RosterModule::unchanged, this, &People::loaded);
    connect(&modules.roster, &xep::RosterModule::changed, this, &People::change);
    connect(&modules.roster, &xep::RosterModule::removed, this, &People::remove);
    connect(&modules.roster, &xep::RosterModule::failed, this, &People::loaded);
    connect(&modules.subscriptions, &xep::SubscriptionsModule::requested, this,
        [this](const Jid &from, const QString &text, const session::Handled &) { request(from, text); });
    connect(&modules.subscriptions, &xep::SubscriptionsModule::unsubscribed, this, &People::forgetRequest);
    m_blocking = &modules.blocking;
    connect(m_blocking, &xep::BlockingModule::changed, this, &People::forgetBlocked);
}

bool People::isBlocked(const Jid &address) const
{
    return m_blocking && !m_blocking->blocksOn(address).isEmpty();
}

//! Who is blocked asks for nothing any more, be it on another device or before the list came.
void People::forgetBlocked()
{
    for (const data::ContactRequest &request : QList(m_requests)) {
        if (isBlocked(request.from))
            forgetRequest(request.from);
    }
}

void People::index()
{
    m_rows.clear();
    m_rows.reserve(m_contacts.size());
    for (qsizetype row = 0; row < m_contacts.size(); ++row)
        m_rows.insert(m_contacts[row].address, row);
}

std::optional<data::Contact> People::contact(const Jid &address) const
{
    const auto row = m_rows.constFind(address.bare());
    return row == m_rows.cend() ? std::nullopt : std::optional(m_contacts[*row]);
}

bool People::mayKnowUs(const Jid &peer) const
{
    if (isBlocked(peer))
        return false;
    const auto known = contact(peer);
    return known && (known->subscription == data::Subscription::From || known->subscription == data::Subscription::Both);
}

void People::report(Task<Result<void>> written)
{
    std::move(written).then(this, [this](const Result<void> &result) {
        if (!result)
            Q_EMIT trouble(result.error());
    });
}

void People::reset(const QList<xep::RosterItem> &items, const QString &version)
{
    m_fromServer = true;
    m_contacts.clear();
    m_contacts.reserve(items.size());
    m_invited.clear();
    for (const xep::RosterItem &item : items) {
        m_contacts << contactOf(m_account, item);
        noteInvitation(m_contacts.last());
    }
    index();
    m_version = version;
    report(m_contactStore.replaceAll(m_account, m_contacts, version));
    Q_EMIT contactsReset();
    Q_EMIT loaded();
}

void People::change(const xep::RosterItem &item, const QString &version)
{
    m_fromServer = true;
    const data::Contact contact = contactOf(m_account, item);
    noteInvitation(contact);
    const auto row = m_rows.constFind(contact.address);
    if (row != m_rows.cend()) {
        m_contacts[*row] = contact;
    } else {
        m_rows.insert(contact.address, m_contacts.size());
        m_contacts << contact;
    }
    if (!version.isNull())
        m_version = version;
    report(m_contactStore.upsert(contact, version));
    if (mayKnowUs(contact.address))
        forgetRequest(contact.address); // another device said yes
    Q_EMIT contactChanged(contact.address);
}

//! Our question stands, or was just answered with yes: then they may ask back. A permission taken back later is not given again by itself.
void People::noteInvitation(const data::Contact &contact)
{
    if (contact.requested)
        m_invited << contact.address;
    else if (contact.subscription != data::Subscription::To)
        m_invited.remove(contact.address);
}

void People::remove(const Jid &address, const QString &version)
{
    m_fromServer = true;
    m_invited.remove(address);
    const auto row = m_rows.constFind(address);
    if (row != m_rows.cend()) {
        m_contacts.removeAt(*row);
        index();
    }
    if (!version.isNull())
        m_version = version;
    report(m_contactStore.remove(m_account, address, version));
    Q_EMIT contactChanged(address);
}

void People::request(const Jid &from, const QString &text)
{
    if (isBlocked(from))
        return; // servers tell of old requests at every start
    if (m_invited.remove(from)) {
        Q_EMIT askedBack(from);
        return;
    }
    // Thousands of requests by one flood stay one list a person can survive (B75).
    static constexpr qsizetype MaxRequests = 1000;
    auto request = std::ranges::find(m_requests, from, &data::ContactRequest::from);
    if (request == m_requests.end()) {
        if (m_requests.size() >= MaxRequests)
            return;
        request = m_requests.insert(m_requests.end(), {m_account, from, {}, QDateTime::currentDateTimeUtc()});
    }
    request->text = text;
    report(m_requestStore.put(*request));
    Q_EMIT requestsChanged();
}

void People::forgetRequest(const Jid &from)
{
    if (m_requests.removeIf([&from](const data::ContactRequest &request) { return request.from == from; }) == 0)
        return;
    report(m_requestStore.remove(m_account, from));
    Q_EMIT requestsChanged();
}

} // namespace im
