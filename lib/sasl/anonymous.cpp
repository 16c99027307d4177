// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/anonymous.h"

#include "sasl/words.h"

using namespace Qt::StringLiterals;

namespace sasl
{

QString Anonymous::name() const
{
    return u"ANONYMOUS"_s;
}

Step Anonymous::start()
{
    return Respond{QByteArray()};
}

Step Anonymous::respond(const QByteArray &challenge)
{
    // A server that ignored the initial response asks for it with an empty challenge, once.
    if (!challenge.isEmpty() || m_asked)
        return Failed{Error::protocol(Words::tr("The server asked for more than this way of signing in has."))};
    m_asked = true;
    return Respond{QByteArray()};
}

Result<void> Anonymous::finish(const QByteArray &)
{
    return {};
}

} // namespace sasl
