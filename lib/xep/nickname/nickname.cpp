// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/nickname/nickname.h"

#include "xep/text.h"

namespace xep
{

NicknameModule::NicknameModule(session::Session &session, PepModule &pep, QObject *parent) : Module(session, parent), m_pep(pep)
{
    keep(session.addFeature(ns::Nickname));
    keep(pep.listen(ns::Nickname, [this](const Jid &person, const QString &, const xml::Element &payload) {
        const auto nickname = payload.isNull() ? Result<Nickname>(Nickname()) : xml::decode<Nickname>(payload);
        if (nickname)
            Q_EMIT changed(person, clean(nickname->name));
    }));
}

Task<Result<void>> NicknameModule::publish(QString name)
{
    return m_pep.publish(ns::Nickname, {}, Nickname{clean(name)}, PepModule::Readers::Contacts);
}

QString NicknameModule::clean(const QString &name)
{
    QString line;
    for (const QChar c : bounded(name, 4 * MaxLength)) {
        // Direction marks, joiners that stand alone, and controls can make one name look like another.
        const bool formats = c.category() == QChar::Other_Format && c.unicode() != 0x200d && c.unicode() != 0x200c;
        if (formats || c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph)
            line += u' ';
        else
            line += c;
    }
    return bounded(line.simplified(), MaxLength).trimmed();
}

} // namespace xep
