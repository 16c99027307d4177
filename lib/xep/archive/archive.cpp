// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/archive/archive.h"

#include "base/log.h"
#include "xep/delay/delay.h"
#include "xep/forwarded.h"
#include "xep/text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

constexpr xml::Name ResultTag{u"result", ns::Archive};
constexpr std::chrono::milliseconds PageTimeout{120'000};

QString stampOf(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

ArchiveModule::ArchiveModule(session::Session &session, const ServerFeaturesModule &features, QObject *parent) : Module(session, parent), m_features(features)
{
    keep(session.onMessage(session::Stage::Unwrap, [this](session::Incoming &incoming) { return collect(incoming); }));
}

ArchiveQuery ArchiveModule::queryFor(const ArchiveRequest &request) const
{
    ArchiveQuery query;
    query.queryId = stanza::newId();
    query.form.type = u"submit"_s;
    query.form.fields << FormField{u"FORM_TYPE"_s, u"hidden"_s, {ns::Archive.toString()}};
    const auto field = [&query](const QString &name, const QString &value) { query.form.fields << FormField{name, std::nullopt, {value}}; };
    if (!request.with.isEmpty())
        field(u"with"_s, request.with.toString());
    if (request.start.isValid())
        field(u"start"_s, stampOf(request.start));
    if (request.end.isValid())
        field(u"end"_s, stampOf(request.end));
    if (!request.afterId.isEmpty() && isExtended())
        field(u"after-id"_s, request.afterId);
    // Groups have archives of their own (4.1.4).
    if (m_features.accountHas(ns::ArchiveGroupchatField))
        field(u"include-groupchat"_s, u"false"_s);
    query.set.max = QString::number(request.most);
    if (request.page == ArchiveRequest::Page::After)
        query.set.after = request.place;
    else
        query.set.before = request.page == ArchiveRequest::Page::Before ? request.place : u""_s;
    return query;
}

Task<Result<ArchivePage>> ArchiveModule::page(ArchiveRequest request)
{
    if (!isThere())
        co_return fail(ErrorKind::Unsupported, QCoreApplication::translate("xep::Archive", "The server keeps no messages."));
    const ArchiveQuery query = queryFor(request);
    const auto collecting = std::make_shared<Collecting>();
    m_collecting.insert(query.queryId, collecting);
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Set, session().account());
    iq.add(query);
    const auto answer = co_await session().request(std::move(iq), PageTimeout).boundTo(this);
    m_collecting.remove(query.queryId);
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto fin = xml::decode<ArchiveFin>(answer->element().child(ArchiveFin::Tag));
    if (!fin || collecting->tooMany)
        co_return fail(Error::protocol(QCoreApplication::translate("xep::Archive", "The server's answer about old messages cannot be read.")));
    ArchivePage page = std::move(collecting->page);
    // Nothing came, so there is nothing: a server that says it has more would be asked for ever.
    page.complete = fin->complete.value_or(false) || page.ids.isEmpty();
    page.stable = fin->stable.value_or(true);
    if (fin->set && fin->set->count) {
        bool isNumber = false;
        if (const int count = fin->set->count->toInt(&isNumber); isNumber && count >= 0)
            page.count = count;
    }
    co_return page;
}

Task<Result<ArchivePreferences>> ArchiveModule::preferences()
{
    if (!isThere())
        co_return fail(ErrorKind::Unsupported, QCoreApplication::translate("xep::Archive", "The server keeps no messages."));
    co_return co_await session().get<ArchivePreferences>(session().account(), ArchivePreferencesQuery{}).boundTo(this);
}

Task<Result<ArchivePreferences>> ArchiveModule::setPreferences(ArchivePreferences preferences)
{
    stanza::Iq iq = stanza::Iq::request(stanza::IqType::Set, session().account());
    iq.add(preferences);
    const auto answer = co_await session().request(std::move(iq)).boundTo(this);
    if (!answer)
        co_return std::unexpected(answer.error());
    // Some answer nothing: then it is as we said.
    const xml::Element applied = answer->element().child(ArchivePreferences::Tag);
    co_return applied.isNull() ? Result<ArchivePreferences>(preferences) : xml::decode<ArchivePreferences>(applied);
}

session::Verdict ArchiveModule::collect(session::Incoming &incoming)
{
    const stanza::Message &wrapper = incoming.message;
    if (!wrapper.has(ResultTag))
        return session::Verdict::Continue;
    const xml::Element result = onlyChild(wrapper.element(), ResultTag);
    const auto found = m_collecting.constFind(result.isNull() ? QString() : result.attribute(u"queryid").value_or(QStringView()).toString());
    // Anybody can write such an element: only our own archive is believed, and only when it was asked (9.2; CVE-2017-5589's kin).
    const bool ours = incoming.source == session::Incoming::Source::Live && wrapper.from == session().account();
    if (!ours || found == m_collecting.cend()) {
        qCWarning(logSession) << "an archived message that nobody asked for is dropped";
        return session::Verdict::Stop;
    }
    Collecting &collecting = **found;
    const QString id = result.attribute(u"id").value_or(QStringView()).toString();
    if (!isUsableId(id) || collecting.page.ids.size() >= MaxResults) {
        collecting.tooMany = true;
        return session::Verdict::Stop;
    }
    collecting.page.ids << id;
    if (auto message = read(result)) {
        message->archiveId = id;
        collecting.page.messages << std::move(*message);
    }
    return session::Verdict::Stop;
}

std::optional<session::Incoming> ArchiveModule::read(const xml::Element &result) const
{
    const xml::Element forwarded = onlyChild(result, Forwarded);
    auto message = forwardedMessage(forwarded);
    if (!message || !isOurs(*message))
        return std::nullopt;
    session::Incoming incoming;
    incoming.message = std::move(*message);
    incoming.source = session::Incoming::Source::Archive;
    const QDateTime now = session().clock().now();
    const auto delay = xml::decode<Delay>(onlyChild(forwarded, Delay::Tag));
    incoming.time = delay && delay->stamp.isValid() ? std::min(delay->stamp, now) : now;
    incoming.delayed = true;
    return incoming;
}

//! What our archive may hold: words between us and one other.
bool ArchiveModule::isOurs(const stanza::Message &message) const
{
    if (message.type == stanza::MessageType::GroupChat || message.type == stanza::MessageType::Error || message.from.isEmpty() || carriesAnother(message))
        return false;
    const Jid &account = session().account();
    return message.from.bare() == account || message.to.isEmpty() || message.to.bare() == account;
}

} // namespace xep
