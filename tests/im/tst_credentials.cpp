// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/credentials.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestCredentials final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensSurviveTheKeyring()
    {
        sasl::Token token;
        token.mechanism = u"HT-SHA-256-NONE"_s;
        token.secret = Secret(u"a \"token\" ñ"_s);
        token.expiry = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC);
        token.count = 7;
        const auto back = im::decodeToken(im::encodeToken(token));
        QVERIFY(back);
        QCOMPARE(back->mechanism, token.mechanism);
        QCOMPARE(back->secret, token.secret);
        QCOMPARE(back->expiry, token.expiry);
        QCOMPARE(back->count, token.count);
        for (const char *bad : {"", "{}", "junk", "{\"mechanism\":\"x\",\"token\":\"\",\"expiry\":\"2027-01-01T00:00:00Z\"}",
                 "{\"mechanism\":\"x\",\"token\":\"y\",\"expiry\":\"never\"}"})
            QVERIFY2(!im::decodeToken(Secret(QByteArray(bad))), bad);
    }

    void keptOnlyWhenAskedAndConfirmed()
    {
        im::MemoryKeyring keyring;
        const Jid address = Jid::parse(u"ana@example.org").value();
        {
            im::Credentials credentials(keyring, address, im::Credentials::Memory::Keyring);
            credentials.setPassword(Secret(u"first"_s), im::Credentials::Memory::Keyring);
        }
        {
            im::Credentials credentials(keyring, address, im::Credentials::Memory::Keyring);
            load(credentials);
            QVERIFY(!credentials.hasAny()); // nobody knew whether it was right
            credentials.setPassword(Secret(u"second"_s), im::Credentials::Memory::Keyring);
            credentials.confirmPassword();
        }
        im::Credentials credentials(keyring, address, im::Credentials::Memory::Keyring);
        load(credentials);
        QCOMPARE(credentials.password(), Secret(u"second"_s));
        credentials.forget().detach();
        im::Credentials empty(keyring, address, im::Credentials::Memory::Keyring);
        load(empty);
        QVERIFY(!empty.hasAny());
    }

    void sessionOnlyStaysInMemory()
    {
        im::MemoryKeyring keyring;
        const Jid address = Jid::parse(u"ana@example.org").value();
        im::Credentials credentials(keyring, address, im::Credentials::Memory::Session);
        credentials.setPassword(Secret(u"secret"_s), im::Credentials::Memory::Session);
        credentials.confirmPassword();
        credentials.setToken({u"HT-SHA-256-NONE"_s, Secret(u"t"_s), QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC), 0});
        QVERIFY(credentials.token());
        im::Credentials other(keyring, address, im::Credentials::Memory::Session);
        load(other);
        QVERIFY(!other.hasAny());
        // A new password makes the old token worthless.
        credentials.setPassword(Secret(u"new"_s), im::Credentials::Memory::Session);
        QVERIFY(!credentials.token());
    }

    //! A count that was used is never used again, not even after a crash.
    void tokenCountSurvives()
    {
        im::MemoryKeyring keyring;
        const Jid address = Jid::parse(u"ana@example.org").value();
        im::Credentials credentials(keyring, address, im::Credentials::Memory::Keyring);
        credentials.setToken({u"HT-SHA-256-NONE"_s, Secret(u"t"_s), QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::UTC), 0});
        for (quint32 count = 3; count <= 300; count += 3) {
            credentials.useToken(count);
            QCOMPARE(credentials.token()->count, count);
            im::Credentials after(keyring, address, im::Credentials::Memory::Keyring);
            load(after);
            QVERIFY(after.token()->count >= count);
            QVERIFY(after.token()->count <= count + 100);
        }
        credentials.useToken(7); // never back
        QCOMPARE(credentials.token()->count, 300u);
    }

private:
    void load(im::Credentials &credentials)
    {
        bool done = false;
        credentials.load().then(this, [&done](const Result<void> &loaded) { done = loaded.has_value(); });
        QTRY_VERIFY(done);
    }
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
