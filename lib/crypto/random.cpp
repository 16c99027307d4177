// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto/random.h"

#include <QRandomGenerator>

namespace crypto
{

QByteArray randomBytes(qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    auto *generator = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = char(generator->generate() & 0xff);
    return bytes;
}

} // namespace crypto
