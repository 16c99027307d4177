// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/aead.h"
#include "crypto/base64.h"
#include "crypto/hash.h"
#include "crypto/kdf.h"
#include "crypto/random.h"
#include "crypto/runtime.h"

#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using crypto::Hash;

Q_DECLARE_METATYPE(crypto::Hash)

class TestCrypto final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runtimeIsComplete()
    {
        const auto checked = m_runtime.check();
        QVERIFY2(checked, checked ? "" : qPrintable(checked.error().text));
        QVERIFY(m_runtime.knowsKerberos());
    }

    void hashes_data()
    {
        QTest::addColumn<Hash>("function");
        QTest::addColumn<QByteArray>("expected");
        // FIPS 180-4 and RFC 1321: "abc"
        QTest::newRow("md5") << Hash::Md5 << "900150983cd24fb0d6963f7d28e17f72"_ba;
        QTest::newRow("sha1") << Hash::Sha1 << "a9993e364706816aba3e25717850c26c9cd0d89d"_ba;
        QTest::newRow("sha224") << Hash::Sha224 << "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"_ba;
        QTest::newRow("sha256") << Hash::Sha256 << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
        QTest::newRow("sha384") << Hash::Sha384 << "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"_ba;
        QTest::newRow("sha512") << Hash::Sha512
                                << "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"_ba;
    }

    void hashes()
    {
        QFETCH(Hash, function);
        QFETCH(QByteArray, expected);
        QCOMPARE(crypto::hash(function, "abc").toHex(), expected);
        QCOMPARE(crypto::hashSize(function), expected.size() / 2);
    }

    void emptyHash() { QCOMPARE(crypto::hash(Hash::Sha1, {}).toHex(), "da39a3ee5e6b4b0d3255bfef95601890afd80709"_ba); }

    void hmacs()
    {
        // RFC 4231 4.2 and 4.7 (a key longer than a block), RFC 2202 3.
        QCOMPARE(crypto::hmac(Hash::Sha256, QByteArray(20, '\x0b'), "Hi There").toHex(), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"_ba);
        QCOMPARE(crypto::hmac(Hash::Sha256, QByteArray(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First").toHex(),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"_ba);
        QCOMPARE(crypto::hmac(Hash::Sha1, QByteArray(20, '\x0b'), "Hi There").toHex(), "b617318655057264e28bc0b6fb378c8ef146be00"_ba);
        QCOMPARE(crypto::hmac(Hash::Sha512, QByteArray(20, '\x0b'), "Hi There").first(8).toHex(), "87aa7cdea5ef619d"_ba);
        // hmac.digest(b'', b'', 'sha256') of Python
        QCOMPARE(crypto::hmac(Hash::Sha256, {}, {}).toHex(), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"_ba);
    }

    void derivesKeys()
    {
        const auto derive = [](Hash hash, const char *password, const char *salt, int iterations) {
            return crypto::pbkdf2(hash, Secret(QByteArray(password)), salt, iterations).value().reveal().toHex();
        };
        // RFC 6070 2, RFC 7914 11; SHA-512: hashlib.pbkdf2_hmac('sha512', b'password', b'NaCl', 80000) of Python.
        QCOMPARE(derive(Hash::Sha1, "password", "salt", 1), "0c60c80f961f0e71f3a9b524af6012062fe037a6"_ba);
        QCOMPARE(derive(Hash::Sha1, "password", "salt", 4096), "4b007901b765489abead49d926f721d065a429c1"_ba);
        QCOMPARE(derive(Hash::Sha256, "Password", "NaCl", 80'000), "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"_ba);
        QCOMPARE(derive(Hash::Sha512, "password", "NaCl", 80'000),
            "3e3a45fe5c08f2dde35447d357c72a62577dc23cc911f9d35cefa9aad54afc8f6ecafb5eec27d03070ec4809c7089704c9322712577222b78feb7383b826cc4f"_ba);
    }

    void refusesBadKeyMaterial()
    {
        QCOMPARE(crypto::pbkdf2(Hash::Sha1, {}, "salt", 1).error().kind, ErrorKind::Invalid);
        QCOMPARE(crypto::pbkdf2(Hash::Sha1, Secret(u"x"_s), {}, 1).error().kind, ErrorKind::Invalid);
        QCOMPARE(crypto::pbkdf2(Hash::Sha1, Secret(u"x"_s), "salt", 0).error().kind, ErrorKind::Invalid);
        QCOMPARE(crypto::pbkdf2(Hash::Sha1, Secret(u"x"_s), "salt", -5).error().kind, ErrorKind::Invalid);
    }

    void derivationStopsWhenAsked()
    {
        // A billion rounds would take a quarter of an hour: this ends only because it is told to.
        std::stop_source source;
        std::optional<Result<Secret>> result;
        std::thread worker([&] { result = crypto::pbkdf2(Hash::Sha512, Secret(u"pencil"_s), "salt", 1'000'000'000, source.get_token()); });
        source.request_stop();
        worker.join();
        QVERIFY(!result->has_value());
        QCOMPARE(result->error().kind, ErrorKind::Cancelled);
    }

    void expandsKeys()
    {
        // RFC 5869 A.1 and A.3 (no salt, no info)
        const QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c");
        const QByteArray info = QByteArray::fromHex("f0f1f2f3f4f5f6f7f8f9");
        const Secret key(QByteArray(22, '\x0b'));
        QCOMPARE(crypto::hkdf(Hash::Sha256, key, salt, info, 42).value().reveal().toHex(),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"_ba);
        QCOMPARE(crypto::hkdf(Hash::Sha256, key, {}, {}, 42).value().reveal().toHex(),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"_ba);
        QVERIFY(!crypto::hkdf(Hash::Sha256, key, {}, {}, 0));
        QVERIFY(!crypto::hkdf(Hash::Sha256, key, {}, {}, 255 * 32 + 1));
        QCOMPARE(crypto::hkdf(Hash::Sha256, key, {}, {}, 255 * 32).value().size(), 255 * 32);
    }

    void sealsAndOpens()
    {
        // The GCM specification's test cases 13 and 14
        const Secret key(QByteArray(32, '\0'));
        const QByteArray nonce(12, '\0');
        QCOMPARE(crypto::seal(key, nonce, {}).value().toHex(), "530f8afbc74536b9a963b4f1c4cb738b"_ba);
        QCOMPARE(crypto::seal(key, nonce, QByteArray(16, '\0')).value().toHex(), "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"_ba);

        const QByteArray text = "Unas palabras, más de un bloque largas."_ba;
        for (const QByteArray &iv : {nonce, QByteArray(16, '\7')}) {
            const QByteArray sealed = crypto::seal(key, iv, text).value();
            QCOMPARE(sealed.size(), text.size() + crypto::AeadTagSize);
            QCOMPARE(crypto::open(key, iv, sealed).value(), text);
            for (qsizetype i = 0; i < sealed.size(); ++i) {
                QByteArray changed = sealed;
                changed[i] = char(changed[i] ^ 1);
                QVERIFY(!crypto::open(key, iv, changed));
            }
            QVERIFY(!crypto::open(key, iv, sealed.chopped(1)));
            QVERIFY(!crypto::open(key, iv, sealed.first(10)));
            QVERIFY(!crypto::open(Secret(QByteArray(32, '\1')), iv, sealed));
        }
        QVERIFY(!crypto::seal(Secret(QByteArray(16, '\0')), nonce, text));
        QVERIFY(!crypto::seal(key, {}, text));
        QVERIFY(!crypto::open(key, {}, text));
    }

    void decodesBase64Strictly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("empty") << ""_ba << true << ""_ba;
        QTest::newRow("f") << "Zg=="_ba << true << "f"_ba;
        QTest::newRow("fo") << "Zm8="_ba << true << "fo"_ba;
        QTest::newRow("foo") << "Zm9v"_ba << true << "foo"_ba;
        QTest::newRow("plus and slash") << "+/+/"_ba << true << QByteArray::fromHex("fbffbf");
        QTest::newRow("missing padding") << "Zg"_ba << false << QByteArray();
        QTest::newRow("half padding") << "Zg="_ba << false << QByteArray();
        QTest::newRow("too much padding") << "Zm9v===="_ba << false << QByteArray();
        QTest::newRow("padding inside") << "Zg==Zg=="_ba << false << QByteArray();
        QTest::newRow("only padding") << "===="_ba << false << QByteArray();
        QTest::newRow("three padding") << "Z==="_ba << false << QByteArray();
        QTest::newRow("url alphabet") << "-_-_"_ba << false << QByteArray();
        QTest::newRow("space") << "Zm 9v"_ba << false << QByteArray();
        QTest::newRow("spaces to four") << "Zm9v    "_ba << false << QByteArray();
        QTest::newRow("new line") << "Zm9v\n\n\n\n"_ba << false << QByteArray();
        QTest::newRow("nul") << QByteArray("Zm9\0", 4) << false << QByteArray();
        QTest::newRow("bits beyond the end") << "Zh=="_ba << false << QByteArray();
        QTest::newRow("not ascii") << "Zm\xc3\xa9"_ba << false << QByteArray();
    }

    void decodesBase64Strictly()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QFETCH(QByteArray, expected);
        const auto decoded = crypto::fromBase64(text);
        QCOMPARE(decoded.has_value(), good);
        QCOMPARE(decoded.value_or(QByteArray()), expected);
    }

    void randomIsRandom()
    {
        const QByteArray a = crypto::randomBytes(32);
        QCOMPARE(a.size(), 32);
        QVERIFY(a != crypto::randomBytes(32));
        QVERIFY(crypto::randomBytes(0).isEmpty());
    }

    void derivationSpeed()
    {
        QBENCHMARK_ONCE {
            QVERIFY(crypto::pbkdf2(Hash::Sha256, Secret(u"pencil"_s), "saltsaltsalt", 100'000));
        }
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
