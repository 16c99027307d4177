// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "xep/pubsub/pep.h"

namespace ns
{
inline constexpr QStringView Nickname = u"http://jabber.org/protocol/nick";
}

namespace xep
{

//! XEP-0172: how somebody would like to be called.
struct Nickname
{
    static constexpr xml::Name Tag{u"nick", ns::Nickname};

    QString name;

    friend bool operator==(const Nickname &, const Nickname &) = default;

    static void describe(auto &self, auto &io) { io.text(self.name); }
};

//! The names people give themselves; ours goes with a request to see somebody, never with presence (XEP-0172 4).
class NicknameModule final : public session::Module
{
    Q_OBJECT

public:
    //! What is shown of a name, in UTF-16 units.
    static constexpr qsizetype MaxLength = 80;

    //! `pep` must outlive it.
    NicknameModule(session::Session &session, PepModule &pep, QObject *parent = nullptr);

    //! Ours from now on; empty: none.
    [[nodiscard]] Task<Result<void>> publish(QString name);
    //! One line without what would turn or hide the text around it.
    [[nodiscard]] static QString clean(const QString &name);

Q_SIGNALS:
    //! A person calls themselves so, cleaned; empty: nothing any more.
    void changed(const Jid &person, const QString &name);

private:
    PepModule &m_pep;
};

} // namespace xep
