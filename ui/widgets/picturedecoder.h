// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

namespace widgets {

//! A picture by a stranger's hand as a square image of at most `extent` pixels a side, cropped to its middle; null for what is no
//! PNG, JPEG, GIF or WebP, or is more than 4,096 pixels wide or high. Reentrant: meant for a worker. Only the first frame counts.
[[nodiscard]] QImage decodePicture(const QByteArray &bytes, int extent);
//! A picture of one's own, whole, scaled down to at most `most` pixels a side; null as above, beyond 16,384 pixels.
[[nodiscard]] QImage readPicture(const QByteArray &bytes, int most);

}
