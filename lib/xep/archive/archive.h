// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/module.h"
#include "xep/archive/preferences.h"
#include "xep/archive/resultset.h"
#include "xep/disco/form.h"
#include "xep/serverfeatures/serverfeatures.h"

#include <QHash>

namespace ns
{
inline constexpr QStringView Archive = u"urn:xmpp:mam:2";
inline constexpr QStringView ArchiveExtended = u"urn:xmpp:mam:2#extended";
inline constexpr QStringView ArchiveGroupchatField = u"urn:xmpp:mam:2#groupchat-field";
}

namespace xep
{

//! XEP-0313 4: asks an archive for messages.
struct ArchiveQuery
{
    static constexpr xml::Name Tag{u"query", ns::Archive};

    QString queryId;
    InfoForm form;
    ResultSet set;

    friend bool operator==(const ArchiveQuery &, const ArchiveQuery &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"queryid", self.queryId);
        io.child(self.form);
        io.child(self.set);
    }
};

//! XEP-0313 4: the results of a query are all there.
struct ArchiveFin
{
    static constexpr xml::Name Tag{u"fin", ns::Archive};

    std::optional<bool> complete, stable;
    std::optional<ResultSet> set;

    friend bool operator==(const ArchiveFin &, const ArchiveFin &) = default;

    static void describe(auto &self, auto &io)
    {
        io.attribute(u"complete", self.complete);
        io.attribute(u"stable", self.stable);
        io.child(self.set);
    }
};

//! Which page of our archive.
struct ArchiveRequest
{
    enum class Page { Newest, Before, After };

    Page page = Page::Newest;
    QString place; //!< the archive id it lies before or after
    QString afterId; //!< nothing up to and with this one; counts only where the archive isExtended()
    Jid with; //!< only what was said with them; empty: all
    QDateTime start, end; //!< UTC, both included; invalid: no limit
    int most = 50;
};

//! A page of an archive, oldest first.
struct ArchivePage
{
    QList<session::Incoming> messages; //!< those that are good; Source::Archive, with archiveId and time
    QStringList ids; //!< of all that came, also of what is no message for us
    bool complete = false; //!< nothing lies further on in this direction
    bool stable = true; //!< XEP-0313 4.3.2: false: the server may say otherwise later
    std::optional<int> count; //!< how many there are in all, if the server tells
};

//! Our own archive on the server (XEP-0313): pages of it, on request. What nobody asked for is dropped.
class ArchiveModule final : public session::Module
{
    Q_OBJECT

public:
    //! A page beyond this is refused; servers give 50 to 250.
    static constexpr qsizetype MaxResults = 1000;

    //! `features` must outlive it.
    ArchiveModule(session::Session &session, const ServerFeaturesModule &features, QObject *parent = nullptr);

    //! Whether our server keeps an archive; false until it said so.
    [[nodiscard]] bool isThere() const { return m_features.accountHas(ns::Archive); }
    //! Whether it knows `afterId` (urn:xmpp:mam:2#extended).
    [[nodiscard]] bool isExtended() const { return m_features.accountHas(ns::ArchiveExtended); }
    //! condition::ItemNotFound if the server does not know the place any more.
    [[nodiscard]] Task<Result<ArchivePage>> page(ArchiveRequest request);

    //! What the server is to keep (XEP-0441); Unsupported or a stanza error where it lets nobody choose.
    [[nodiscard]] Task<Result<ArchivePreferences>> preferences();
    //! Answers what the server made of it.
    [[nodiscard]] Task<Result<ArchivePreferences>> setPreferences(ArchivePreferences preferences);

private:
    struct Collecting
    {
        ArchivePage page;
        bool tooMany = false;
    };

    [[nodiscard]] ArchiveQuery queryFor(const ArchiveRequest &request) const;
    [[nodiscard]] session::Verdict collect(session::Incoming &incoming);
    [[nodiscard]] std::optional<session::Incoming> read(const xml::Element &result) const;
    [[nodiscard]] bool isOurs(const stanza::Message &message) const;

    const ServerFeaturesModule &m_features;
    QHash<QString, std::shared_ptr<Collecting>> m_collecting; //!< by query id
};

} // namespace xep
