// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picturedecoder.h"

#include <QBuffer>
#include <QtEndian>
#include <QTest>

using namespace Qt::StringLiterals;
using widgets::decodePicture;

namespace
{
QByteArray encoded(const QSize &size, const char *format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int x = 0; x < size.width() / 3; ++x) {
        for (int y = 0; y < size.height(); ++y)
            image.setPixelColor(x, y, Qt::blue);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

//! A PNG whose head says that it is this large; what follows is as it was.
QByteArray bomb(quint32 width, quint32 height)
{
    QByteArray bytes = encoded({8, 8}, "png");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    return bytes;
}
}

class tst_PictureDecoder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void squares_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("side");
        QTest::newRow("a small one stays small") << encoded({40, 40}, "png") << 40;
        QTest::newRow("a wide one") << encoded({600, 300}, "png") << 96;
        QTest::newRow("a high one") << encoded({30, 300}, "png") << 30;
        QTest::newRow("jpeg") << encoded({300, 300}, "jpg") << 96;
    }

    void squares()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, side);
        const QImage image = decodePicture(bytes, 96);
        QCOMPARE(image.size(), QSize(side, side));
    }

    //! The middle is what counts in a wide picture.
    void cropsToTheMiddle()
    {
        const QImage image = decodePicture(encoded({900, 300}, "png"), 300);
        QCOMPARE(image.pixelColor(5, 150), QColor(Qt::red));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = encoded({64, 64}, "png");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("<html>");
        QTest::newRow("a drawing that could fetch") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>");
        QTest::newRow("bmp") << encoded({8, 8}, "bmp");
        QTest::newRow("only a head") << png.first(20);
        QTest::newRow("a bomb") << bomb(60'000, 60'000);
        QTest::newRow("wider than all") << bomb(4'294'967'295, 1);
        QTest::newRow("negative") << bomb(0x80000000, 0x80000000);
        QTest::newRow("RIFF alone") << QByteArray("RIFF");
        QTest::newRow("RIFF of three") << QByteArray("RIFF1WEBP");
        QTest::newRow("another kind under a png's name") << QByteArray(QByteArray("\x89PNG\r\n\x1a\n") + "GIF89a");
    }

    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(decodePicture(bytes, 96).isNull());
    }

    //! Whatever is cut or turned round, nothing but a picture or none comes of it.
    void survivesDamage()
    {
        for (const char *format : {"png", "jpg"}) {
            const QByteArray whole = encoded({64, 48}, format);
            for (qsizetype i = 0; i < whole.size(); ++i) {
                QByteArray bytes = whole;
                bytes[i] = char(~bytes[i]);
                (void)decodePicture(bytes, 96);
                (void)decodePicture(whole.first(i), 96);
            }
        }
    }
};

QTEST_MAIN(tst_PictureDecoder)
#include "tst_picturedecoder.moc"
