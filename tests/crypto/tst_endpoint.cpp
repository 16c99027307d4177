// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates.h"
#include "crypto/der.h"
#include "crypto/endpoint.h"
#include "crypto/runtime.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

class TestEndPoint final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void binds_data()
    {
        QTest::addColumn<QByteArray>("certificate");
        QTest::addColumn<QByteArray>("expected"); // `openssl dgst` over the DER with the hash of RFC 5929 4.1; empty: undefined
        QTest::newRow("rsa-sha256") << certificates::rsaSha256 << "d39fd96340c5bc60ea5790669471b31b51a01df16f0932b5c55a226a988a1830"_ba;
        QTest::newRow("rsa-sha1 becomes sha256") << certificates::rsaSha1 << "fd996adebd0a0b55fbe39477b12d0e4b96b71ab60a05ea116eec61a4d812b659"_ba;
        QTest::newRow("rsa-md5 becomes sha256") << certificates::rsaMd5 << "dc1b51bddad78f65bba270898ba77f3c0885284e473d340f53d5c3fee5538fa8"_ba;
        QTest::newRow("rsa-sha384") << certificates::rsaSha384 << "8c77b487870c9277855de9ae53e5208968109e12555f6a098e0096329691d276a38d620235972c6fdc7c4abf2b891490"_ba;
        QTest::newRow("ecdsa-sha384") << certificates::ecdsaSha384 << "dd4aff299b96296cdf4ca65b1ea2a5eb6edbd44810fe000a3f337bc6fc7cea30031ee77d1edccf964b655a3bdb74d435"_ba;
        QTest::newRow("rsa-pss-sha512") << certificates::pssSha512
                                        << "212d5cf4d867910f23ab25ee5a4c04fdf301c7140bcc237fb6d4e9bac5ef410d46abc80568f4f21ed16fd54b271033e65028a170f345669675226b9c42c64ac7"_ba;
        QTest::newRow("rsa-pss with its defaults") << certificates::pssSha1 << "e53b46add61f745b7bd6cb50f1ff83ed4516ba12b0a675841147f007d9fea406"_ba;
        QTest::newRow("rsa-pss with two hashes") << certificates::pssMixed << QByteArray();
        QTest::newRow("ed25519") << certificates::ed25519 << QByteArray();
        QTest::newRow("ed448") << certificates::ed448 << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
        QTest::newRow("text") << "-----BEGIN CERTIFICATE-----"_ba << QByteArray();
    }

    void binds()
    {
        QFETCH(QByteArray, certificate);
        QFETCH(QByteArray, expected);
        const auto binding = crypto::tlsServerEndPoint(certificate);
        QCOMPARE(binding.has_value(), !expected.isEmpty());
        QCOMPARE(binding.value_or(QByteArray()).toHex(), expected);
    }

    void everyCutIsSurvived()
    {
        for (qsizetype length = 0; length < certificates::pssSha512.size(); ++length)
            QVERIFY(!crypto::tlsServerEndPoint(certificates::pssSha512.first(length)));
    }

    void changedBytesAreSurvived()
    {
        QRandomGenerator random(5929);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray der = certificates::pssSha512;
            for (int i = 0; i < 3; ++i)
                der[random.bounded(der.size())] = char(random.bounded(256));
            const auto binding = crypto::tlsServerEndPoint(der);
            QVERIFY(!binding || binding->size() >= 28);
        }
    }

    void readerKeepsToDer_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<qsizetype>("length"); // -1: refused
        const auto row = [](const char *name, const QByteArray &hex, qsizetype length) { QTest::newRow(name) << hex << length; };
        row("short", "3001ff", 1);
        row("empty", "3000", 0);
        row("long form", "308180"_ba + QByteArray(256, '0'), 128);
        row("two bytes of length", "30820100"_ba + QByteArray(512, '0'), 256);
        row("cut header", "30", -1);
        row("cut body", "3002ff", -1);
        row("cut length", "3082ff", -1);
        row("indefinite", "30800000", -1);
        row("long form of a short one", "30817f"_ba + QByteArray(254, '0'), -1);
        row("leading zero in the length", "30820080"_ba + QByteArray(256, '0'), -1);
        row("length beyond everything", "3084ffffffff00", -1);
        row("five bytes of length", "30850000000001ff", -1);
        row("high tag number", "3f0101ff", -1);
    }

    void readerKeepsToDer()
    {
        QFETCH(QByteArray, hex);
        QFETCH(qsizetype, length);
        const QByteArray data = QByteArray::fromHex(hex);
        const auto item = crypto::DerReader(data).next();
        QCOMPARE(item ? item->body.size() : -1, length);
    }

private:
    crypto::Runtime m_runtime;
};

QTEST_GUILESS_MAIN(TestEndPoint)
#include "tst_endpoint.moc"
