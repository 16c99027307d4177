// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that stand for one value: what is read is written so that it is read as the same.
#include "fuzz.h"
#include "xep/time/time.h"

namespace
{

template <typename T>
void check(QStringView text)
{
    const auto value = xml::Text<T>::parse(text);
    if (!value)
        return;
    const auto again = xml::Text<T>::parse(xml::Text<T>::format(*value));
    fuzz::require(again.has_value() && *again == *value, "a value is read as it was written");
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    check<QString>(text);
    check<bool>(text);
    check<qint8>(text);
    check<int>(text);
    check<quint32>(text);
    check<qint64>(text);
    check<quint64>(text);
    check<Jid>(text);
    check<QDateTime>(text);
    check<QByteArray>(text);
    check<xep::ZoneOffset>(text);
    return 0;
}
