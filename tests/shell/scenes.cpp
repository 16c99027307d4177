// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/scenes.h"

#include "models/inspectionmodel.h"
#include "widgets/collapsible.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fake
{

namespace
{
QDateTime afternoon()
{
    return QDateTime(QDate::currentDate(), QTime(14, 20)).toUTC();
}

im::CertificateProblem certificate(bool mayBeTrusted, bool changed)
{
    return {{QCoreApplication::translate("Scenes", "Nobody this computer trusts has signed the certificate.")}, u"palique.example"_s, u"palique.example (signed by itself)"_s,
        {u"palique.example"_s, u"chat.palique.example"_s}, QDateTime(QDate(2026, 1, 3), QTime(0, 0)), QDateTime(QDate(2028, 1, 3), QTime(0, 0)),
        u"5A:1F:0C:9E:77:32:B4:D8:11:C6:4E:90:AB:23:5D:F0:88:17:6B:E2:3C:94:0A:7F:D1:55:E9:20:B8:6C:43:FE"_s, mayBeTrusted, changed};
}
}

Stage::Stage()
    : clock(afternoon())
{
}

Stage::~Stage()
{
    shell.reset();
    settle();
}

void Stage::settle()
{
    for (int i = 0; i < 12; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

QDateTime Stage::at(int hour, int minute, int daysAgo) const
{
    return QDateTime(QDate::currentDate().addDays(-daysAgo), QTime(hour, minute)).toUTC();
}

data::ConversationId Stage::person(const QString &address, const QString &name, data::Availability availability, const QString &status)
{
    eva->put(address, name);
    if (availability != data::Availability::Offline)
        eva->setPresenceOf(address, {availability, status, 1});
    return messenger.addChat(eva, address);
}

void Stage::populate()
{
    eva = messenger.addAccount(u"eva@palique.example"_s);
    ana = person(u"ana@palique.example"_s, u"Ana Ruiz"_s, data::Availability::Online, u"In the workshop"_s);
    leo = person(u"leo.marin@sea.example"_s, u"Leo Marín"_s, data::Availability::Away, {});
    mother = person(u"carmen@palique.example"_s, u"Mamá"_s, data::Availability::Online, {});
    noor = person(u"noor@haddad.example"_s, u"Noor Haddad"_s, data::Availability::DoNotDisturb, u"Writing"_s);
    eva->setDevices(u"ana@palique.example"_s, {{jid(u"ana@palique.example/phone"_s), data::Availability::Online, u"In the workshop"_s, u"Conversations 2.17"_s, 5},
        {jid(u"ana@palique.example/laptop"_s), data::Availability::Away, {}, u"Palique 0.1"_s, 0}});
    eva->setTimeOf(u"ana@palique.example"_s, QDateTime(QDate::currentDate(), QTime(16, 20), QTimeZone(7200)));
    eva->put(u"ana@palique.example"_s, u"Ana Ruiz"_s, {u"Friends"_s, u"Climbing"_s});
    talkWithAna();
    talkWithOthers();
}

void Stage::talkWithAna()
{
    messenger.receive(ana, u"The hall is open again on Thursdays!"_s, at(19, 2, 1));
    const auto wow = messenger.sent(ana, u"Finally 🎉 Since when?"_s, at(19, 10, 1));
    messenger.receive(ana, u"Since this week. They rebuilt the whole back wall, with the overhang you liked, and there is a café now."_s, at(19, 12, 1));
    messenger.receive(ana, u"Here is the plan: https://hall.example/plan"_s, at(19, 12, 1));
    messenger.receive(ana, u"¿Nos vemos a las 6?"_s, at(14, 1));
    const auto sure = messenger.sent(ana, u"Claro"_s, at(14, 2));
    const auto rope = messenger.sent(ana, u"I bring the long rope and your jacket, which has been hanging at my door since March."_s, at(14, 2));
    messenger.receive(ana, u"Oh, so that's where it is."_s, at(14, 5));
    messenger.receive(ana, u"See you there"_s, at(14, 6));
    for (const auto id : {wow, sure, rope}) {
        messenger.mark(id, data::MarkKind::Delivered, at(14, 3));
        if (id != rope)
            messenger.mark(id, data::MarkKind::Displayed, at(14, 4));
    }
    messenger.markRead(ana, messenger.conversation(ana)->lastMessage);
}

void Stage::talkWithOthers()
{
    messenger.receive(mother, u"Did you get the parcel?"_s, at(13, 40));
    messenger.receive(mother, u"It is the blue box, the green one is for your sister"_s, at(13, 41));
    messenger.sent(leo, u"The photos are wonderful, thank you"_s, at(9, 15));
    messenger.receive(noor, u"I read it on the train. Chapter three made me laugh out loud, people were staring."_s, at(18, 30, 1));
    messenger.markRead(noor, messenger.conversation(noor)->lastMessage);
    messenger.setDraft(noor, u"Which part of it? I rewrote"_s);
    struct Line
    {
        QString address, name, text;
        int daysAgo;
        bool read;
    };
    const QList<Line> lines{{u"tomas@pena.example"_s, u"Tomás Peña"_s, u"OK"_s, 2, true}, {u"yuki@tanaka.example"_s, u"Yuki Tanaka"_s, u"Arigatō!"_s, 3, true},
        {u"orders@laespiga.example"_s, u"La Espiga (bakery)"_s, u"Your two loaves are ready from eight on"_s, 4, false},
        {u"i.okafor@clinic.example"_s, u"Dr. Imani Okafor"_s, u"The results are fine. No need to come by."_s, 9, true},
        {u"grandpa@palique.example"_s, u"Abuelo"_s, u"I am writing with one finger"_s, 40, true}};
    for (const Line &line : lines) {
        const auto id = person(line.address, line.name, data::Availability::Offline, {});
        messenger.receive(id, line.text, at(11, 5, line.daysAgo));
        if (line.read)
            messenger.markRead(id, messenger.conversation(id)->lastMessage);
        else
            messenger.setMuted(id, store::Muted::Yes);
    }
    messenger.setPinned(mother, store::Pinned::Yes);
}

void Stage::addWork()
{
    work = messenger.addAccount(u"eva.lopez@atelier.example"_s);
    work->put(u"jonas@atelier.example"_s, u"Jonas Weber"_s);
    work->setPresenceOf(u"jonas@atelier.example"_s, {data::Availability::Online, {}, 1});
    const auto jonas = messenger.addChat(work, u"jonas@atelier.example"_s);
    messenger.receive(jonas, u"The client wants it in green now"_s, at(14, 11));
}

void Stage::start(shell::Shell::Start how)
{
    shell = std::make_unique<shell::Shell>(messenger, clock, dialogs, desktop());
    Q_EMIT messenger.accounts().loaded();
    shell->start(how);
    settle();
    if (how == shell::Shell::Start::Shown)
        shell->window().activateWindow();
    settle();
}

void Stage::open(data::ConversationId id)
{
    shell->window().openChat(id);
    settle();
}

QWidget *Stage::dialog(QLatin1StringView objectName) const
{
    return find<QWidget>(objectName);
}

namespace
{
QWidget *main(Stage &stage)
{
    stage.settle();
    return &stage.shell->window();
}

QWidget *signIn(Stage &stage)
{
    stage.start();
    stage.find<QPushButton>("welcomeSignIn"_L1)->click();
    stage.settle();
    return stage.dialog("signInDialog"_L1);
}

QWidget *signInFilled(Stage &stage)
{
    QWidget *dialog = signIn(stage);
    dialog->findChild<QLineEdit *>("address"_L1)->setText(u"eva@palique.example"_s);
    dialog->findChild<QLineEdit *>("password"_L1)->setText(u"correct horse"_s);
    dialog->findChild<QPushButton *>("signIn"_L1)->click();
    stage.settle();
    return dialog;
}

QWidget *populated(Stage &stage)
{
    stage.populate();
    stage.start();
    return main(stage);
}

QWidget *withAna(Stage &stage)
{
    populated(stage);
    stage.open(stage.ana);
    return main(stage);
}

QWidget *settings(Stage &stage, QLatin1StringView section)
{
    populated(stage);
    stage.shell->window().actions().settings->trigger();
    stage.settle();
    QWidget *window = stage.dialog("settingsWindow"_L1);
    window->findChild<QToolButton *>(section)->click();
    stage.settle();
    return window;
}

QWidget *newChat(Stage &stage, const QString &typed)
{
    populated(stage);
    stage.shell->window().actions().newChat->trigger();
    stage.settle();
    QWidget *window = stage.dialog("newChatDialog"_L1);
    window->findChild<QLineEdit *>("address"_L1)->setText(typed);
    stage.settle();
    return window;
}

void unfold(Stage &stage, QTreeView *elements, const QString &name)
{
    const QAbstractItemModel *model = elements->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(models::InspectionRole::Name).toString() != name)
            continue;
        elements->setCurrentIndex(index);
        elements->expand(index);
        stage.settle();
        elements->scrollTo(index, QAbstractItemView::PositionAtTop);
    }
    stage.settle();
}

QWidget *inspector(Stage &stage)
{
    stage.populate();
    stage.eva->onInspect = [&stage](Inspection &inspection) {
        inspection.setOrigin(im::Inspection::Origin::Masked);
        inspection.playRefusal();
        inspection.wait(21'000);
        inspection.setOrigin(im::Inspection::Origin::Whole);
        inspection.playSignIn();
        inspection.playChat();
    };
    stage.start();
    stage.shell->window().actions().inspector->trigger();
    stage.settle();
    QWidget *window = stage.dialog("inspectorWindow"_L1);
    auto *elements = window->findChild<QTreeView *>("elements"_L1);
    unfold(stage, elements, u"enable"_s);
    elements->expand(elements->model()->index(elements->model()->rowCount() - 7, 0));
    stage.settle();
    return window;
}

QList<Scene> signInScenes()
{
    return {
        {u"welcome"_s, [](Stage &stage) {
             stage.start();
             return main(stage);
         }},
        {u"signin"_s, signIn},
        {u"signin-advanced"_s, [](Stage &stage) {
             QWidget *dialog = signIn(stage);
             dialog->findChild<widgets::Collapsible *>("advanced"_L1)->setExpanded(true);
             dialog->findChild<QLineEdit *>("clientCertificate"_L1)->setText(u"/home/eva/eva.p12"_s);
             stage.settle();
             return dialog;
         }},
        {u"signin-address"_s, [](Stage &stage) {
             QWidget *dialog = signIn(stage);
             dialog->findChild<QLineEdit *>("address"_L1)->setText(u"eva"_s);
             dialog->findChild<QPushButton *>("signIn"_L1)->click();
             stage.settle();
             return dialog;
         }},
        {u"signin-steps"_s, [](Stage &stage) {
             QWidget *dialog = signInFilled(stage);
             stage.messenger.accounts().attempt->reach(im::Step::Secure);
             stage.settle();
             return dialog;
         }},
        {u"signin-password"_s, [](Stage &stage) {
             stage.messenger.accounts().keyring = false;
             QWidget *dialog = signInFilled(stage);
             stage.messenger.accounts().attempt->fail(im::Step::SignIn, {im::Trouble::Kind::Password, QCoreApplication::translate("Scenes", "The password is not right."), QCoreApplication::translate("Scenes", "Type it again."), {}});
             stage.settle();
             return dialog;
         }},
        {u"signin-certificate"_s, [](Stage &stage) {
             QWidget *dialog = signInFilled(stage);
             stage.messenger.accounts().attempt->fail(im::Step::Secure, {im::Trouble::Kind::Certificate, QCoreApplication::translate("Scenes", "The server could not prove that it is palique.example."), {}, certificate(true, false)});
             stage.settle();
             return dialog;
         }},
    };
}

QList<Scene> mainScenes()
{
    return {
        {u"home-empty"_s, [](Stage &stage) {
             stage.eva = stage.messenger.addAccount(u"eva@palique.example"_s);
             stage.start();
             return main(stage);
         }},
        {u"home"_s, populated},
        {u"conversation"_s, withAna},
        {u"conversation-details"_s, [](Stage &stage) {
             withAna(stage);
             stage.shell->window().actions().details->trigger();
             return main(stage);
         }},
        {u"conversation-new"_s, [](Stage &stage) {
             populated(stage);
             stage.open(stage.mother);
             stage.messenger.setTypingOf(stage.mother, true);
             stage.messenger.setTypingOf(stage.leo, true);
             return main(stage);
         }},
        {u"conversation-draft"_s, [](Stage &stage) {
             populated(stage);
             stage.open(stage.noor);
             return main(stage);
         }},
        {u"conversation-failed"_s, [](Stage &stage) {
             withAna(stage);
             stage.messenger.send(stage.ana, u"Bring the small bag too, please"_s).detach();
             const auto id = stage.messenger.conversation(stage.ana)->lastMessage;
             stage.messenger.setState(id, data::SendState::Failed, QCoreApplication::translate("Scenes", "The server of the other side cannot be reached."));
             stage.eva->setTrouble(im::Status::State::Waiting, {im::Trouble::Kind::Network, QCoreApplication::translate("Scenes", "There is no way to the server."), {}, {}}, stage.clock.now().addSecs(12));
             stage.messenger.send(stage.ana, u"I take the early bus"_s).detach();
             return main(stage);
         }},
        {u"requests"_s, [](Stage &stage) {
             stage.populate();
             stage.eva->ask(u"sofia.lind@hall.example"_s, u"Hi Eva, Ana gave me your address. We climb on Thursdays."_s);
             stage.eva->ask(u"marko@petrov.example"_s, {});
             const auto kim = stage.messenger.receiveFrom(stage.eva, u"kim.larsen@bookclub.example"_s, u"Hello Eva! I found your address on the list of the book club."_s, stage.at(13, 20));
             stage.messenger.receive(kim, u"We meet on the first Sunday of each month, in the café behind the library. This time it is “The Hearing Trumpet”, and there are two places left if you would like to join us."_s, stage.at(13, 22));
             stage.messenger.receiveFrom(stage.eva, u"win@lucky.example"_s, u"CONGRATULATIONS!!! https://lucky.example/"_s + QString(60, u'w'), stage.at(9, 1, 1));
             stage.start();
             stage.shell->window().openRequests();
             return main(stage);
         }},
        {u"stranger"_s, [](Stage &stage) {
             stage.populate();
             const auto kim = stage.messenger.receiveFrom(stage.eva, u"kim.larsen@bookclub.example"_s, u"Hello Eva! I found your address on the list of the book club."_s, stage.at(13, 20));
             stage.messenger.receive(kim, u"There are two places left if you would like to join us."_s, stage.at(13, 22));
             stage.start();
             stage.open(kim);
             return main(stage);
         }},
        {u"two-accounts"_s, [](Stage &stage) {
             stage.populate();
             stage.addWork();
             stage.start();
             stage.open(stage.ana);
             stage.work->setTrouble(im::Status::State::NeedsAttention, {im::Trouble::Kind::Password, QCoreApplication::translate("Scenes", "The password is not right."), {}, {}});
             return main(stage);
         }},
        {u"certificate-changed"_s, [](Stage &stage) {
             populated(stage);
             stage.eva->setTrouble(im::Status::State::NeedsAttention, {im::Trouble::Kind::Certificate, QCoreApplication::translate("Scenes", "The server shows another certificate than the one you trusted."), {}, certificate(true, true)});
             stage.settle();
             auto *banner = stage.find<QWidget>("connectionBanner"_L1);
             banner->findChild<QPushButton *>("action0"_L1)->click();
             stage.settle();
             return stage.dialog("certificateDialog"_L1);
         }},
        {u"search-compact"_s, [](Stage &stage) {
             withAna(stage);
             stage.shell->preferences().setDensity(models::Preferences::Density::Compact);
             stage.find<QLineEdit>("search"_L1)->setText(u"an"_s);
             return main(stage);
         }},
        {u"menu"_s, [](Stage &stage) {
             withAna(stage);
             QMenu *menu = stage.shell->window().actions().menu();
             menu->popup(stage.shell->window().mapToGlobal(QPoint(12, 48)));
             stage.settle();
             return static_cast<QWidget *>(menu);
         }},
    };
}

QList<Scene> narrowScenes()
{
    return {
        {u"narrow-list"_s, [](Stage &stage) {
             populated(stage);
             stage.shell->window().resize(400, 720);
             return main(stage);
         }},
        {u"narrow-conversation"_s, [](Stage &stage) {
             populated(stage);
             stage.shell->window().resize(400, 720);
             stage.settle();
             stage.open(stage.ana);
             return main(stage);
         }},
        {u"narrow-details"_s, [](Stage &stage) {
             populated(stage);
             stage.shell->window().resize(400, 720);
             stage.settle();
             stage.open(stage.ana);
             stage.shell->window().actions().details->trigger();
             return main(stage);
         }},
    };
}

QList<Scene> dialogScenes()
{
    return {
        {u"newchat"_s, [](Stage &stage) { return newChat(stage, {}); }},
        {u"newchat-stranger"_s, [](Stage &stage) { return newChat(stage, u"olga@new.example"_s); }},
        {u"settings"_s, [](Stage &stage) { return settings(stage, "sectionAccounts"_L1); }},
        {u"settings-writing"_s, [](Stage &stage) { return settings(stage, "sectionWriting"_L1); }},
        {u"settings-advanced"_s, [](Stage &stage) {
             QWidget *window = settings(stage, "sectionAccounts"_L1);
             stage.eva->setHistory({im::HistoryState::Phase::GoingBack, false, stage.at(9, 0, 30), {}});
             for (auto *fold : window->findChildren<widgets::Collapsible *>())
                 fold->setExpanded(true);
             window->resize(720, 860);
             window->findChild<QPushButton *>("removeAccount"_L1)->click();
             stage.settle();
             return window;
         }},
        {u"settings-blocked"_s, [](Stage &stage) {
             QWidget *window = settings(stage, "sectionAccounts"_L1);
             stage.eva->block({jid(u"win@prizes.example"_s), jid(u"spam.example"_s)}, im::Account::Report::None).detach();
             window->findChild<widgets::Collapsible *>("blockedFold"_L1)->setExpanded(true);
             stage.settle();
             return window;
         }},
        {u"settings-notifications"_s, [](Stage &stage) { return settings(stage, "sectionNotifications"_L1); }},
        {u"settings-appearance"_s, [](Stage &stage) { return settings(stage, "sectionAppearance"_L1); }},
        {u"settings-general"_s, [](Stage &stage) { return settings(stage, "sectionGeneral"_L1); }},
        {u"settings-general-no-tray"_s, [](Stage &stage) {
             stage.tray.available = false;
             stage.autostart.refusal = QCoreApplication::translate("app::AutostartFile", "The file %1 cannot be written.").arg(u"/home/eva/.config/autostart/palique.desktop"_s);
             QWidget *window = settings(stage, "sectionGeneral"_L1);
             window->findChild<QAbstractButton *>("autostart"_L1)->click();
             stage.settle();
             return window;
         }},
        {u"status"_s, [](Stage &stage) {
             populated(stage);
             stage.shell->window().actions().statusText->trigger();
             stage.settle();
             return stage.dialog("statusDialog"_L1);
         }},
        {u"inspector"_s, [](Stage &stage) { return inspector(stage); }},
        {u"inspector-secrets"_s, [](Stage &stage) {
             QWidget *window = inspector(stage);
             window->findChild<QToolButton *>("showSecrets"_L1)->click();
             auto *elements = window->findChild<QTreeView *>("elements"_L1);
             elements->collapseAll();
             unfold(stage, elements, u"challenge"_s);
             return window;
         }},
        {u"inspector-send"_s, [](Stage &stage) {
             QWidget *window = inspector(stage);
             window->findChild<QToolButton *>("writeXml"_L1)->click();
             window->findChild<QPlainTextEdit *>("rawXml"_L1)->setPlainText(u"<iq type='get' id='1'/> <iq"_s);
             window->findChild<QPushButton *>("sendXml"_L1)->click();
             window->resize(760, 640);
             stage.settle();
             return window;
         }},
        {u"inspector-signin"_s, [](Stage &stage) {
             QWidget *dialog = signInFilled(stage);
             stage.messenger.accounts().attempt->fail(im::Step::SignIn, {im::Trouble::Kind::Password, QCoreApplication::translate("Scenes", "The password is not right."), {}, {}});
             dialog->findChild<QPushButton *>("whatHappened"_L1)->click();
             stage.settle();
             return stage.dialog("inspectorWindow"_L1);
         }},
        {u"about"_s, [](Stage &stage) {
             populated(stage);
             stage.shell->window().actions().about->trigger();
             stage.settle();
             return stage.dialog("aboutDialog"_L1);
         }},
    };
}
}

QList<Scene> scenes()
{
    return signInScenes() + mainScenes() + writingScenes() + peopleScenes() + paletteScenes() + searchScenes() + transferScenes() + narrowScenes() + dialogScenes();
}

} // namespace fake
