// SPDX-License-Identifier: GPL-3.0-or-later
// Two people with the whole engine each, on a real server: sign in, become contacts, chat, lose the network, come back.
#include "im/person.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;

using test::answerOf;
using test::bodies;
using test::onlyChat;
using test::Person;

class TestChat final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_crypto.check()); }

    void twoPeople_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("domain");
        QTest::newRow("prosody") << u"prosody"_s << u"rsa.test"_s;
        QTest::newRow("prosody without SASL2 and stream management") << u"prosody"_s << u"basic.test"_s;
        QTest::newRow("ejabberd") << u"ejabberd"_s << u"ejabberd.test"_s;
    }

    void twoPeople()
    {
        QFETCH(QString, name);
        QFETCH(QString, domain);
        const auto server = support::TestServer::load(name);
        QVERIFY2(server, "the server is not running");
        QTemporaryDir carolFolder, bobFolder;
        const Jid carolAddress = Jid::of(u"carol", domain).value(), bobAddress = Jid::of(u"bob", domain).value();
        {
            Person carol(*server, carolFolder.filePath(u"d"_s)), bob(*server, bobFolder.filePath(u"d"_s));
            im::Account *carolAccount = carol.signIn(carolAddress.toString(), server->accounts.value(u"carol"_s));
            QVERIFY2(carolAccount, qPrintable(carol.why));
            im::Account *bobAccount = bob.signIn(bobAddress.toString(), server->accounts.value(u"bob"_s));
            QVERIFY2(bobAccount, qPrintable(bob.why));
            QVERIFY(carolAccount->isOnline());

            becomeContacts(carolAccount, bobAccount);
            lookAtEachOther(carolAccount, bobAccount);
            talk(carol, carolAccount, bob, bobAccount);
            keepOut(carol, carolAccount, bob, bobAccount);
        }
        // What was there yesterday is there today, before the network answers.
        Person again(*server, carolFolder.filePath(u"d"_s));
        QTRY_COMPARE(again.messenger->accounts().all().size(), 1);
        QTRY_VERIFY(onlyChat(*again.messenger));
        const auto timeline = again.messenger->openTimeline(onlyChat(*again.messenger));
        QTRY_COMPARE(bodies(*timeline), (QStringList{u"¿Nos vemos a las 6? 😀"_s, u"Claro que sí"_s, u"offline words"_s, u"do you hear me now?"_s}));
        im::Account *account = again.messenger->accounts().all().first();
        QTRY_VERIFY(account->contact(bobAddress));

        // Gone on both sides, so that the next run begins as strangers.
        QTRY_COMPARE(account->status().state, im::Status::State::NeedsAttention); // the password was only in memory
        account->setPassword(Secret(server->accounts.value(u"carol"_s)), im::Account::Keep::Session);
        QTRY_VERIFY_WITH_TIMEOUT(account->isOnline(), 20000);
        std::optional<Result<void>> removed;
        account->removeContact(bobAddress).then(account, [&removed](const Result<void> &result) { removed = result; });
        QTRY_VERIFY(removed && *removed);
        QTRY_VERIFY(!account->contact(bobAddress));
    }

    //! Whoever is no contact is heard, but hears nothing of it before one answers.
    void strangers()
    {
        const auto server = support::TestServer::load(u"prosody");
        QVERIFY(server);
        QTemporaryDir daveFolder, erinFolder;
        Person dave(*server, daveFolder.filePath(u"d"_s)), erin(*server, erinFolder.filePath(u"d"_s));
        im::Account *daveAccount = dave.signIn(u"dave@ecdsa.test"_s, server->accounts.value(u"dave"_s));
        QVERIFY2(daveAccount, qPrintable(dave.why));
        im::Account *erinAccount = erin.signIn(u"carol@ecdsa.test"_s, server->accounts.value(u"carol"_s));
        QVERIFY2(erinAccount, qPrintable(erin.why));
        const auto daveChat = dave.chat(daveAccount, erinAccount->address());
        const auto daveSide = dave.messenger->openTimeline(daveChat);
        QVERIFY(!daveAccount->isStranger(*dave.messenger->conversation(daveChat))); // he began it
        QVERIFY(dave.send(daveChat, u"Do you know me?"_s));
        QTRY_VERIFY(onlyChat(*erin.messenger));
        const auto erinChat = onlyChat(*erin.messenger);
        QVERIFY(erinAccount->isStranger(*erin.messenger->conversation(erinChat)));
        erin.messenger->setTyping(erinChat, im::Messenger::Typing::Writing);
        erin.messenger->markRead(erinChat, erin.messenger->conversation(erinChat)->lastMessage);
        QTRY_COMPARE(erin.messenger->conversation(erinChat)->unread, 0);
        QVERIFY(erinAccount->isStranger(*erin.messenger->conversation(erinChat)));
        erin.messenger->accept(erinChat);
        QTRY_VERIFY(!erinAccount->isStranger(*erin.messenger->conversation(erinChat)));
        QVERIFY(erin.send(erinChat, u"I do"_s));
        QTRY_COMPARE(bodies(*daveSide), (QStringList{u"Do you know me?"_s, u"I do"_s}));
        QVERIFY(!daveSide->messages().first().delivered && !daveSide->messages().first().displayed);
        QVERIFY(!dave.messenger->isTyping(daveChat));
    }

    void refusals()
    {
        const auto server = support::TestServer::load(u"prosody");
        QVERIFY(server);
        QTemporaryDir folder;
        Person person(*server, folder.filePath(u"d"_s));
        QVERIFY(!person.signIn(u"carol@rsa.test"_s, u"wrong"_s));
        QVERIFY2(person.why.contains(u"password"_s, Qt::CaseInsensitive), qPrintable(person.why));
        QVERIFY(!person.signIn(u"carol@expired.test"_s, server->accounts.value(u"carol"_s)));
        QVERIFY2(person.why.contains(u"expired"_s, Qt::CaseInsensitive), qPrintable(person.why));
        QVERIFY(!person.signIn(u"carol@wrongname.test"_s, server->accounts.value(u"carol"_s)));
        QVERIFY(person.messenger->accounts().all().isEmpty());
    }

private:
    void becomeContacts(im::Account *carol, im::Account *bob)
    {
        std::optional<Result<void>> added;
        carol->addContact(bob->address(), u"Bob"_s, {u"Friends"_s}).then(carol, [&added](const Result<void> &result) { added = result; });
        QTRY_VERIFY(added);
        QVERIFY2(*added, qPrintable(*added ? QString() : added->error().text));
        QTRY_COMPARE(bob->requests().size(), 1);
        QCOMPARE(bob->requests().first().from, carol->address());
        bob->acceptRequest(carol->address());
        const auto both = [](im::Account *account, const Jid &peer) {
            return account->contact(peer).value_or(data::Contact()).subscription == data::Subscription::Both;
        };
        QTRY_VERIFY_WITH_TIMEOUT(both(carol, bob->address()) && both(bob, carol->address()), 10000);
        QVERIFY(carol->requests().isEmpty()); // whom she asked herself may ask back
        QTRY_COMPARE(carol->presence(bob->address()).availability, data::Availability::Online);
        bob->setPresence(data::Availability::DoNotDisturb, u"working"_s);
        QTRY_COMPARE(carol->presence(bob->address()).status, u"working"_s);
        QCOMPARE(carol->nameOf(bob->address()), u"Bob"_s);
    }

    void lookAtEachOther(im::Account *carol, im::Account *bob)
    {
        const Jid &address = bob->address();
        // Another picture each run: nobody may know it already.
        const QByteArray png = "\x89PNG\r\n\x1a\n" + QByteArray::number(QDateTime::currentMSecsSinceEpoch());
        const auto shown = answerOf(bob->setPicture(png, {64, 64}));
        QVERIFY2(shown, qPrintable(shown ? QString() : shown.error().text));
        QVERIFY(!bob->pictureId(address).isEmpty());
        QTRY_COMPARE(carol->pictureId(address), bob->pictureId(address));
        const auto bytes = answerOf(carol->picture(address));
        QVERIFY2(bytes, qPrintable(bytes ? QString() : bytes.error().text));
        QCOMPARE(*bytes, png);
        QVERIFY(answerOf(bob->setNickname(u"Bobby\u202E ☕"_s)));
        QTRY_COMPARE(carol->nicknameOf(address), u"Bobby ☕"_s);
        QCOMPARE(carol->nameOf(address), u"Bob"_s); // Carol's own word for him comes first

        data::Profile told;
        told.name = u"Robert Prueba"_s;
        told.place = u"Cádiz, Spain"_s;
        told.emails = {u"bob@x.example"_s, u"b@y.example"_s};
        told.note = u"Two\nlines & <more>"_s;
        const auto kept = answerOf(bob->setProfile(told));
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().text));
        const auto read = answerOf(carol->profile(address));
        QVERIFY2(read, qPrintable(read ? QString() : read.error().text));
        QCOMPARE(read->name, told.name);
        QCOMPARE(read->place, told.place);
        QCOMPARE(read->emails, told.emails);
        QCOMPARE(read->note, told.note);

        QVERIFY(answerOf(bob->setPicture({}, {})));
        QTRY_COMPARE(carol->pictureId(address), QString());
    }

    void talk(Person &carol, im::Account *carolAccount, Person &bob, im::Account *bobAccount)
    {
        const auto carolChat = carol.chat(carolAccount, bobAccount->address());
        const auto carolSide = carol.messenger->openTimeline(carolChat);
        QSignalSpy heard(bob.messenger.get(), &im::Messenger::incoming);
        QVERIFY(carol.send(carolChat, u"¿Nos vemos a las 6? 😀"_s));
        QTRY_COMPARE(heard.size(), 1);
        const auto bobChat = onlyChat(*bob.messenger);
        const auto bobSide = bob.messenger->openTimeline(bobChat);
        QTRY_COMPARE(bobSide->messages().size(), 1);
        QCOMPARE(bob.messenger->conversation(bobChat)->unread, 1);

        // Delivered by itself, displayed when Bob looks, typing while he writes.
        QTRY_VERIFY(carolSide->messages().value(0).delivered);
        QVERIFY(!carolSide->messages().value(0).displayed);
        bob.messenger->markRead(bobChat, bobSide->messages().last().id);
        QTRY_VERIFY(carolSide->messages().value(0).displayed);
        QTRY_COMPARE(bob.messenger->conversation(bobChat)->unread, 0);
        bob.messenger->setTyping(bobChat, im::Messenger::Typing::Writing);
        QTRY_VERIFY(carol.messenger->isTyping(carolChat));
        QVERIFY(bob.send(bobChat, u"Claro"_s));
        QTRY_COMPARE(bodies(*carolSide), (QStringList{u"¿Nos vemos a las 6? 😀"_s, u"Claro"_s}));
        QTRY_VERIFY(!carol.messenger->isTyping(carolChat));

        // Bob meant something else; Carol reads that, and nothing new is to be read.
        const auto unread = carol.messenger->conversation(carolChat)->unread;
        std::optional<bool> kept;
        bob.messenger->correct(bobSide->messages().last().id, u"Claro que sí"_s).then(bob.messenger.get(), [&kept](const Result<void> &result) { kept = result.has_value(); });
        QTRY_VERIFY(kept.has_value());
        QVERIFY(*kept);
        QTRY_COMPARE(bodies(*carolSide), (QStringList{u"¿Nos vemos a las 6? 😀"_s, u"Claro que sí"_s}));
        QVERIFY(carolSide->messages().last().edited.isValid());
        QCOMPARE(carolSide->messages().last().firstBody, u"Claro"_s);
        QCOMPARE(carol.messenger->conversation(carolChat)->unread, unread);
        QTRY_COMPARE(bobSide->messages().last().editState, data::SendState::Acknowledged);

        // Written offline, it goes when the connection is back.
        carolAccount->goOffline();
        QTRY_COMPARE(carolAccount->status().state, im::Status::State::Offline);
        QVERIFY(carol.send(carolChat, u"offline words"_s));
        QCOMPARE(carolSide->messages().last().state, data::SendState::Queued);
        carolAccount->goOnline();
        QTRY_COMPARE_WITH_TIMEOUT(bodies(*bobSide).last(), u"offline words"_s, 10000);
        QTRY_COMPARE(carolSide->messages().last().state, data::SendState::Acknowledged);
    }

    //! Carol blocks Bob: what he writes does not arrive. Unblocked, it does.
    void keepOut(Person &carol, im::Account *carolAccount, Person &bob, im::Account *bobAccount)
    {
        const auto carolSide = carol.messenger->openTimeline(onlyChat(*carol.messenger)), bobSide = bob.messenger->openTimeline(onlyChat(*bob.messenger));
        QTRY_VERIFY(!bobSide->messages().isEmpty() && !carolSide->messages().isEmpty());
        QTRY_VERIFY(carolAccount->canBlock());
        QVERIFY(carolAccount->blocked().isEmpty());
        std::optional<Result<void>> done;
        carolAccount->block({bobAccount->address()}, im::Account::Report::Spam).then(carolAccount, [&done](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QTRY_COMPARE(carolAccount->blocked(), QList{bobAccount->address()});
        QVERIFY(carolAccount->isBlocked(bobAccount->address()));
        const auto over = [&bobSide] { return bobSide->messages().last().state; };
        QVERIFY(bob.send(onlyChat(*bob.messenger), u"do you hear me?"_s));
        QTRY_VERIFY(over() == data::SendState::Acknowledged || over() == data::SendState::Failed);
        // Without stream management "sent" says nothing of when the server has it: its refusal does.
        (void)QTest::qWaitFor([&over] { return over() == data::SendState::Failed; }, 2000);

        done.reset();
        carolAccount->unblock(carolAccount->blocksOn(bobAccount->address())).then(carolAccount, [&done](const Result<void> &result) { done = result; });
        QTRY_VERIFY(done && *done);
        QTRY_VERIFY(carolAccount->blocked().isEmpty());
        QVERIFY(bob.send(onlyChat(*bob.messenger), u"do you hear me now?"_s));
        QTRY_COMPARE(bodies(*carolSide).last(), u"do you hear me now?"_s);
        QVERIFY(!bodies(*carolSide).contains(u"do you hear me?"_s));
    }

    crypto::Runtime m_crypto;
};

QTEST_GUILESS_MAIN(TestChat)
#include "tst_chat.moc"
