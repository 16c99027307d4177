// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/cachestore.h"
#include "store/connection.h"
#include "store/contactstore.h"
#include "store/requeststore.h"
#include "store/settingsstore.h"
#include "store/streamstatestore.h"
#include "support.h"

using namespace Qt::StringLiterals;
using namespace data;
using store::Connection;

namespace
{

Account fullAccount()
{
    Account account;
    account.address = jid(u"romeo@montague.example");
    account.enabled = false;
    account.keepSignedIn = false;
    account.host = u"xmpp.montague.example"_s;
    account.port = 5223;
    account.connection = ConnectionKind::StartTls;
    account.allowDigestMd5 = true;
    account.allowPlainAgain = true;
    account.clientCertificate = u"/home/romeo/certificate.p12"_s;
    account.resource = u"orchard"_s;
    account.userAgentId = u"d4565fa7-4d72-4749-b3d3-740edbf87770"_s;
    account.provenMechanism = u"SCRAM-SHA-256"_s;
    account.pinnedCertificate = QByteArray("\0\1\2", 3);
    account.verifiedBefore = true;
    account.rosterVersion = u"ver7"_s;
    account.status = u"wooing"_s;
    account.show = u"chat"_s;
    account.priority = -3;
    return account;
}

Contact contact(AccountId account, QStringView address, const QString &name, QStringList groups = {})
{
    return {account, jid(address), name, std::move(groups), Subscription::Both, false};
}

} // namespace

class TestStores final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsComeBackWhole()
    {
        Home home;
        store::AccountStore accounts(*home.database);
        Account account = need(accounts.insert(fullAccount()));
        QVERIFY(account.id);
        Account expected = fullAccount();
        expected.id = account.id;
        QCOMPARE(account, expected);
        QCOMPARE(need(accounts.all()), (QList{home.account, account}));

        account.priority = 5;
        account.pinnedCertificate.clear();
        account.rosterVersion = u"not mine to change"_s;
        need(accounts.update(account));
        account.rosterVersion = u"ver7"_s;
        QCOMPARE(need(accounts.all()).at(1), account);
    }

    void oneAddressOneAccount()
    {
        Home home;
        store::AccountStore accounts(*home.database);
        QCOMPARE(await(accounts.insert(home.account)).error().condition, store::condition::Constraint);
        QCOMPARE(await(accounts.insert(Account())).error().condition, store::condition::Constraint);
        Account gone = fullAccount();
        gone.id = {99};
        QCOMPARE(await(accounts.update(gone)).error().condition, store::condition::NotFound);
    }

    void removingAnAccountTakesEverythingAlong()
    {
        Home home;
        store::AccountStore accounts(*home.database);
        store::StreamStateStore streams(*home.database);
        store::CacheStore cache(*home.database, m_clock);
        const Account other = need(accounts.insert(fullAccount()));
        for (const Account &account : {home.account, other}) {
            need(store::ContactStore(*home.database).upsert(contact(account.id, u"a@b.example", u"A"_s), u"1"_s));
            need(store::RequestStore(*home.database).put({account.id, jid(u"x@y.example"), u"hello"_s, at(0)}));
            need(store::SettingsStore(*home.database).set(u"sound"_s, u"off"_s, account.id));
            need(cache.putFeatures(account.id, jid(u"b.example"), "info"));
            store::Batch batch;
            batch.messages << received({account.id, jid(u"a@b.example"), ConversationKind::Chat}, u"1"_s, u"hi"_s, 0);
            const auto changes = need(home.messages().commitIncoming(batch));
            const auto sent = need(home.messages().append(own(changes.conversations.at(0).id, u"o"_s, u"yo"_s, 1))).inserted.at(0);
            need(streams.save({account.id, u"sm"_s, account.address, {}, 1, 1, 0, at(0), 300, {{1, sent.id}}}));
            batch = {};
            batch.marks << store::IncomingMark{{account.id, jid(u"a@b.example"), ConversationKind::Chat}, u"o"_s, jid(u"a@b.example"), MarkKind::Delivered, at(2)};
            batch.marks << store::IncomingMark{{account.id, jid(u"a@b.example"), ConversationKind::Chat}, u"o"_s, jid(u"a@b.example"), MarkKind::Displayed, at(2)};
            need(home.messages().commitIncoming(batch));
        }
        need(store::SettingsStore(*home.database).set(u"sound"_s, u"on"_s));
        need(accounts.remove(home.account.id));

        QCOMPARE(need(accounts.all()).size(), 1);
        QCOMPARE(need(store::SettingsStore(*home.database).value(u"sound"_s)), u"on"_s);
        QVERIFY(need(cache.features(home.account.id, jid(u"b.example"))).isNull());
        for (const auto &[table, rows] : {std::pair{"contacts"_L1, 1}, {"requests"_L1, 1}, {"settings"_L1, 2}, {"conversations"_L1, 1},
                 {"messages"_L1, 2}, {"receipts"_L1, 1}, {"seen"_L1, 1}, {"streams"_L1, 1}, {"ledger"_L1, 1}}) {
            const QString sql = u"SELECT count(*) FROM %1"_s.arg(table);
            QCOMPARE(need(home.database->read([sql](Connection &connection) { return connection.number(sql); })), rows);
        }
        // An id is never given twice.
        QVERIFY(need(accounts.insert(home.account)).id > other.id);
    }

    void contactsAndTheirVersionCommitTogether()
    {
        Home home;
        store::ContactStore contacts(*home.database);
        const AccountId id = home.account.id;
        const QList<Contact> list{contact(id, u"a@x.example", u"A"_s, {u"Friends"_s, u"a,\"b\""_s}), contact(id, u"b@x.example", QString())};
        need(contacts.replaceAll(id, list, u"v1"_s));
        QCOMPARE(need(contacts.all(id)), list);
        QCOMPARE(need(store::AccountStore(*home.database).all()).at(0).rosterVersion, u"v1"_s);

        Contact changed = list.at(1);
        changed.name = u"Bee"_s;
        changed.subscription = Subscription::From;
        changed.requested = true;
        need(contacts.upsert(changed, u"v2"_s));
        need(contacts.remove(id, jid(u"a@x.example"), {}));
        QCOMPARE(need(contacts.all(id)), QList{changed});
        QCOMPARE(need(store::AccountStore(*home.database).all()).at(0).rosterVersion, u"v2"_s);

        need(contacts.replaceAll(id, {contact(id, u"c@x.example", u"C"_s), contact(id, u"c@x.example", u"See"_s)}, QString()));
        QCOMPARE(need(contacts.all(id)), QList{contact(id, u"c@x.example", u"See"_s)});
        QVERIFY(need(store::AccountStore(*home.database).all()).at(0).rosterVersion.isNull());
        need(contacts.replaceAll(id, {}, u""_s));
        QVERIFY(!need(store::AccountStore(*home.database).all()).at(0).rosterVersion.isNull());
    }

    void oneBrokenContactDoesNotCostTheList()
    {
        Home home;
        store::ContactStore contacts(*home.database);
        const Contact good = contact(home.account.id, u"a@x.example", u"A"_s);
        Contact nameless = good;
        nameless.address = Jid();
        need(contacts.replaceAll(home.account.id, {nameless, contact(home.account.id, u"h@x.example", QString(QChar(0xDC00))), good}, u"v"_s));
        QCOMPARE(need(contacts.all(home.account.id)), QList{good});
        QCOMPARE(await(contacts.upsert(contact({99}, u"a@x.example", u"A"_s), {})).error().condition, store::condition::Constraint);
    }

    void requestsWaitForAnAnswer()
    {
        Home home;
        store::RequestStore requests(*home.database);
        const AccountId id = home.account.id;
        need(requests.put({id, jid(u"late@x.example"), u"me too"_s, at(10)}));
        need(requests.put({id, jid(u"early@x.example"), u"hello"_s, at(5)}));
        need(requests.put({id, jid(u"early@x.example"), QString(2000, u'x'), at(20)}));
        const auto all = need(requests.all(id));
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0), (ContactRequest{id, jid(u"early@x.example"), QString(1000, u'x'), at(5)}));
        need(requests.put({id, jid(u"early@x.example"), QString(999, u'x') + u"\U0001F600"_s, at(5)}));
        QCOMPARE(need(requests.all(id)).at(0).text.size(), 999);
        need(requests.remove(id, jid(u"early@x.example")));
        need(requests.remove(id, jid(u"early@x.example")));
        QCOMPARE(need(requests.all(id)).size(), 1);
    }

    void settingsAreGlobalOrOfAnAccount()
    {
        Home home;
        store::SettingsStore settings(*home.database);
        QVERIFY(need(settings.value(u"theme"_s)).isNull());
        need(settings.set(u"theme"_s, u"dark"_s));
        need(settings.set(u"theme"_s, u""_s, home.account.id));
        QCOMPARE(need(settings.value(u"theme"_s)), u"dark"_s);
        const QString empty = need(settings.value(u"theme"_s, home.account.id));
        QVERIFY(empty.isEmpty() && !empty.isNull());
        QCOMPARE(need(settings.all()), (QHash<QString, QString>{{u"theme"_s, u"dark"_s}}));
        need(settings.set(u"theme"_s, QString()));
        QVERIFY(need(settings.all()).isEmpty());
    }

    void conversationsAreMadeOnceAndKeepWhatPeopleSet()
    {
        Home home;
        auto conversations = home.conversations();
        const auto key = home.with(u"juliet@capulet.example");
        const Conversation made = need(conversations.ensure(key));
        QVERIFY(made.id);
        QCOMPARE(need(conversations.ensure({key.account, jid(u"juliet@capulet.example/balcony"), ConversationKind::Chat})), made);
        const Conversation room = need(conversations.ensure({key.account, key.address, ConversationKind::Group}));
        QVERIFY(room.id != made.id);

        need(conversations.setDraft(made.id, u"But soft"_s));
        need(conversations.setPinned(made.id, store::Pinned::Yes));
        need(conversations.setMuted(made.id, store::Muted::Yes));
        const Conversation now = need(conversations.setHidden(made.id, store::Hidden::Yes));
        QCOMPARE(now.draft, u"But soft"_s);
        QVERIFY(now.pinned && now.muted && now.hidden);
        QCOMPARE(need(conversations.byId(made.id)), now);
        QCOMPARE(need(conversations.all(key.account)).size(), 2);
        QCOMPARE(await(conversations.setDraft({77}, u"x"_s)).error().condition, store::condition::NotFound);
        QCOMPARE(await(conversations.setDraft(made.id, QString(QChar(0xD800)))).error().kind, ErrorKind::Invalid);
        QCOMPARE(await(conversations.ensure({key.account, Jid(), ConversationKind::Chat})).error().kind, ErrorKind::Invalid);
        QCOMPARE(await(conversations.ensure({{99}, key.address, ConversationKind::Chat})).error().condition, store::condition::Constraint);
    }

    void conversationsAreAcceptedByWhatWeDo()
    {
        Home home;
        auto conversations = home.conversations();
        auto messages = home.messages();
        const auto commit = [&](store::IncomingMessage message) {
            store::Batch batch;
            batch.messages << std::move(message);
            return need(messages.commitIncoming(batch)).conversations.at(0);
        };
        const auto key = home.with(u"stranger@x.example");
        const Conversation stranger = commit(received(key, u"1"_s, u"Buy"_s, 1));
        QVERIFY(!stranger.accepted);
        QVERIFY(!need(conversations.ensure(key)).accepted);
        QVERIFY(!commit(received(key, u"2"_s, u"Buy!"_s, 2)).accepted);
        QVERIFY(!need(conversations.markReadUpTo(stranger.id, stranger.lastMessage)).accepted);
        QVERIFY(need(conversations.accept(stranger.id)).accepted);
        QVERIFY(commit(received(key, u"3"_s, u"Buy!!"_s, 3)).accepted);
        QCOMPARE(await(conversations.accept({77})).error().condition, store::condition::NotFound);
        // Whom we answer, here or elsewhere, is let in.
        const Conversation answered = commit(received(home.with(u"answered@x.example"), u"1"_s, u"Hi"_s, 1));
        QVERIFY(need(messages.append(own(answered.id, u"own"_s, u"Hi!"_s, 2))).conversations.at(0).accepted);
        QVERIFY(need(conversations.byId(answered.id)).accepted);
        auto elsewhere = received(home.with(u"elsewhere@x.example"), u"1"_s, u"Hi"_s, 1);
        elsewhere.message.direction = Direction::Sent;
        QVERIFY(commit(elsewhere).accepted);
    }

    void aGlimpseIsTheEndAndTheNumber()
    {
        Home home;
        const auto key = home.with(u"a@x.example");
        const auto id = need(home.conversations().ensure(key)).id;
        QCOMPARE(need(home.messages().glimpse(id, 2)).count, 0);
        store::Batch batch;
        for (int i = 1; i <= 5; ++i)
            batch.messages << received(key, QString::number(i), QString::number(i), i);
        auto correction = received(key, u"c"_s, u"five"_s, 6);
        correction.message.replaces = u"5"_s;
        batch.messages << correction;
        need(home.messages().commitIncoming(batch));
        const auto glimpse = need(home.messages().glimpse(id, 2));
        QCOMPARE(glimpse.count, 5);
        QCOMPARE(glimpse.messages.size(), 2);
        QCOMPARE(glimpse.messages.at(0).body, u"4"_s);
        QCOMPARE(glimpse.messages.at(1).body, u"five"_s);
    }

    void capabilitiesAreKeptAndTheOldestForgotten()
    {
        Home home;
        store::CacheStore cache(*home.database, m_clock);
        const auto entry = [](int i) { return store::Capabilities{u"sha-1"_s, QString::number(i), "<query/>", true}; };
        for (int i = 0; i < store::CacheStore::MaxCapabilities; ++i) {
            cache.putCapabilities(entry(i)).detach();
            m_clock.advance(std::chrono::seconds(1));
        }
        m_clock.advance(std::chrono::hours(2));
        QCOMPARE(*need(cache.capabilities(u"sha-1"_s, u"0"_s)), entry(0)); // used again
        need(cache.putCapabilities(entry(5000)));
        QVERIFY(need(cache.capabilities(u"sha-1"_s, u"0"_s)));
        QVERIFY(!need(cache.capabilities(u"sha-1"_s, u"1"_s)));
        QVERIFY(need(cache.capabilities(u"sha-1"_s, u"2"_s)));
        QVERIFY(!need(cache.capabilities(u"md2"_s, u"2"_s)));

        store::Capabilities forged = entry(5000);
        forged.info = "forged";
        forged.verified = false;
        need(cache.putCapabilities(forged));
        QCOMPARE(*need(cache.capabilities(u"sha-1"_s, u"5000"_s)), entry(5000));
    }

    void featuresOfAServer()
    {
        Home home;
        store::CacheStore cache(*home.database, m_clock);
        QVERIFY(need(cache.features(home.account.id, jid(u"x.example"))).isNull());
        need(cache.putFeatures(home.account.id, jid(u"x.example"), "one"));
        need(cache.putFeatures(home.account.id, jid(u"x.example"), "two"));
        QCOMPARE(need(cache.features(home.account.id, jid(u"x.example"))), QByteArray("two"));
    }

private:
    ManualClock m_clock;
};

QTEST_GUILESS_MAIN(TestStores)
#include "tst_stores.moc"
