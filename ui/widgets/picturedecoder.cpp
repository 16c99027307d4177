// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/picturedecoder.h"

#include <QBuffer>
#include <QImageReader>

namespace widgets {

namespace {
constexpr int MostPixelsASide = 4096;
constexpr int MostPixelsOfOwn = 16384; // cameras take large ones

//! The decoder to use, by the first bytes: the others of the system never see what strangers send.
QByteArray formatOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (bytes.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return "gif";
    if (bytes.startsWith("RIFF") && bytes.sliced(4).sliced(qMin<qsizetype>(4, bytes.size() - 4)).startsWith("WEBP"))
        return "webp";
    return {};
}

//! Reads the first frame of a picture whose sides are within `most`, at the size that `shown` makes of its own; null if it is none.
template <typename F>
QImage read(const QByteArray &bytes, int most, F shown)
{
    const QByteArray format = formatOf(bytes);
    if (format.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > most || size.height() > most)
        return {};
    // A decoder that can do it reads only as much as is shown.
    if (const QSize wanted = shown(size); wanted != size)
        reader.setScaledSize(wanted);
    return reader.read();
}
}

QImage readPicture(const QByteArray &bytes, int most)
{
    return read(bytes, MostPixelsOfOwn, [most](const QSize &size) {
        return qMax(size.width(), size.height()) > most ? size.scaled(most, most, Qt::KeepAspectRatio) : size;
    });
}

QImage decodePicture(const QByteArray &bytes, int extent)
{
    const QImage image = read(bytes, MostPixelsASide, [extent](const QSize &size) {
        return qMin(size.width(), size.height()) > extent ? size.scaled(extent, extent, Qt::KeepAspectRatioByExpanding) : size;
    });
    if (image.isNull())
        return {};
    const int square = qMin(image.width(), image.height());
    return image.copy((image.width() - square) / 2, (image.height() - square) / 2, square, square).convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

}
