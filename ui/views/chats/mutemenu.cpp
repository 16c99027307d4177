// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chats/mutemenu.h"

#include "models/words.h"
#include "style/icons.h"

#include <QCoreApplication>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace views
{

namespace
{
struct MuteMenu
{
    Q_DECLARE_TR_FUNCTIONS(views::MuteMenu)

public:
    static void addUnmute(QMenu *menu, models::Mutes &mutes, data::ConversationId id)
    {
        const QDateTime end = mutes.until(id);
        const QString text = end.isValid() ? tr("Notify again (muted until %1)").arg(models::clockTime(end.toLocalTime().time())) : tr("Notify again");
        QAction *action = menu->addAction(style::icon(style::Icon::Bell), text);
        action->setObjectName("mute"_L1);
        QObject::connect(action, &QAction::triggered, &mutes, [&mutes, id] { mutes.unmute(id); });
    }

    static void addMute(QMenu *menu, models::Mutes &mutes, data::ConversationId id)
    {
        QMenu *choices = menu->addMenu(style::icon(style::Icon::BellOff), tr("Mute"));
        choices->setObjectName("muteMenu"_L1);
        const auto add = [choices](const QString &text, QLatin1StringView objectName) {
            QAction *action = choices->addAction(text);
            action->setObjectName(objectName);
            return action;
        };
        QObject::connect(add(tr("For 1 hour"), "mute1h"_L1), &QAction::triggered, &mutes, [&mutes, id] { mutes.muteFor(id, 1h); });
        QObject::connect(add(tr("For 8 hours"), "mute8h"_L1), &QAction::triggered, &mutes, [&mutes, id] { mutes.muteFor(id, 8h); });
        QObject::connect(add(tr("For ever"), "mute"_L1), &QAction::triggered, &mutes, [&mutes, id] { mutes.muteForEver(id); });
    }
};
}

void addMuteActions(QMenu *menu, models::Mutes &mutes, const data::Conversation &chat)
{
    if (mutes.isMuted(chat.id))
        MuteMenu::addUnmute(menu, mutes, chat.id);
    else
        MuteMenu::addMute(menu, mutes, chat.id);
}

} // namespace views
