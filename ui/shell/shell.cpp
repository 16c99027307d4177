// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell.h"

#include "shell/aboutdialog.h"
#include "shell/background.h"
#include "shell/chatwindows.h"
#include "shell/mainwindow.h"
#include "shell/notices.h"
#include "shell/statusdialog.h"
#include "style/style.h"
#include "views/chats/newchatdialog.h"
#include "views/inspector/inspectorwindow.h"
#include "views/loadedpictures.h"
#include "views/profile/profiledialog.h"
#include "views/settings/settingswindow.h"
#include "views/settings/writingpage.h"
#include "views/signin/addresscheck.h"
#include "views/signin/signindialog.h"
#include "views/transfer/exportdialog.h"
#include "views/transfer/importdialog.h"
#include "views/transfer/restoredialog.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace shell
{

namespace
{
// Storage that hangs must not leave a person without any window.
constexpr auto Patience = 2s;
}

Shell::Shell(im::Messenger &messenger, Clock &clock, views::Dialogs &dialogs, const Desktop &desktop, QObject *parent)
    : QObject(parent), m_messenger(messenger), m_clock(clock), m_dialogs(dialogs), m_desktop(desktop),
      m_preferences(std::make_unique<models::Preferences>(messenger)),
      m_mutes(std::make_unique<models::Mutes>(messenger, clock)), m_pictures(std::make_unique<views::LoadedPictures>(messenger.accounts())),
      m_window(std::make_unique<MainWindow>(messenger, *m_preferences, *m_mutes, clock, dialogs)),
      m_chatWindows(std::make_unique<ChatWindows>(ChatWindow::Means{messenger, *m_preferences, clock, dialogs, *m_pictures, desktop.speller, m_window->actions()})),
      m_background(std::make_unique<Background>(*m_window, *m_preferences, desktop.tray, desktop.notifier)),
      m_notices(std::make_unique<Notices>(messenger, *m_preferences, *m_mutes, clock, desktop.notifier, desktop.lock))
{
    m_accountsKnown = !messenger.accounts().all().isEmpty();
    connect(m_preferences.get(), &models::Preferences::changed, this, &Shell::applyPreferences);
    m_window->setPictures(*m_pictures);
    m_window->setSpeller(desktop.speller);
    connectWindow();
    connectMessenger();
}

Shell::~Shell() = default;

void Shell::connectWindow()
{
    connect(m_window.get(), &MainWindow::signInRequested, this, &Shell::showSignIn);
    connect(m_window.get(), &MainWindow::newChatRequested, this, [this] { showNewChat({}); });
    connect(m_window.get(), &MainWindow::closing, this, [this] {
        if (!m_background->staysWhenClosed())
            quit();
    });
    connect(m_window.get(), &MainWindow::chatWindowRequested, this, [this](data::ConversationId id) { m_chatWindows->open(id); });
    connect(m_window.get(), &MainWindow::exportRequested, this, [this](data::ConversationId id) { showExport({id}); });
    connect(m_window.get(), &MainWindow::restoreRequested, this, &Shell::showRestore);
    connect(m_background.get(), &Background::raiseRequested, this, &Shell::raise);
    const Actions &actions = m_window->actions();
    connect(actions.addAccount, &QAction::triggered, this, &Shell::showSignIn);
    connect(actions.settings, &QAction::triggered, this, [this] { showSettings(); });
    connect(actions.files, &QAction::triggered, this, [this] {
        showSettings();
        m_settings->show(views::SettingsWindow::Section::Data);
    });
    connect(actions.inspector, &QAction::triggered, this, [this] { showInspector(); });
    connect(actions.about, &QAction::triggered, this, &Shell::showAbout);
    connect(actions.profile, &QAction::triggered, this, [this] {
        const QList<im::Account *> accounts = m_messenger.accounts().all();
        if (!accounts.isEmpty())
            showProfile(m_window->currentAccount().value_or(accounts.first()->id()));
    });
    connect(actions.statusText, &QAction::triggered, this, &Shell::showStatusText);
    connect(actions.quit, &QAction::triggered, this, &Shell::quit);
}

void Shell::connectMessenger()
{
    connect(&m_messenger.accounts(), &im::Accounts::loaded, this, [this] {
        m_accountsKnown = true;
        appear();
    });
    connect(&m_messenger.transfer(), &im::Transfer::restored, this, [this] {
        m_preferences->reload();
        m_mutes->load();
    });
    connect(&m_messenger, &im::Messenger::incoming, this, &Shell::notify);
    connect(m_notices.get(), &Notices::trouble, m_window.get(), &MainWindow::complain);
    connect(m_notices.get(), &Notices::chosen, this, [this](data::ConversationId id) {
        if (m_chatWindows->raise(id))
            return;
        raise();
        if (m_messenger.conversation(id))
            m_window->openChat(id);
    });
}

void Shell::start(Start how)
{
    m_start = how;
    m_started = true;
    connect(m_preferences.get(), &models::Preferences::loaded, this, &Shell::appear);
    m_patience = m_clock.after(Patience, [this] {
        m_accountsKnown = true;
        appear();
    });
    m_mutes->load();
    m_preferences->load();
}

void Shell::appear()
{
    if (m_appeared || !m_started || !m_accountsKnown || !m_preferences->isLoaded())
        return;
    m_appeared = true;
    m_patience.reset();
    applyPreferences();
    m_window->restoreLayout();
    if (m_start == Start::Minimized)
        m_background->startMinimized();
    else
        m_background->startShown();
    if (!m_uri.isEmpty())
        openUri(std::exchange(m_uri, {}));
}

void Shell::applyPreferences()
{
    switch (m_preferences->scheme()) {
    case models::Preferences::Scheme::System: style::setScheme(style::SchemeChoice::System); break;
    case models::Preferences::Scheme::Light: style::setScheme(style::SchemeChoice::Light); break;
    case models::Preferences::Scheme::Dark: style::setScheme(style::SchemeChoice::Dark); break;
    }
    style::setTextZoom(m_preferences->zoom());
    m_desktop.speller.setLanguages(views::spellingLanguages(*m_preferences, m_desktop.speller));
}

void Shell::raise()
{
    if (!m_appeared)
        return;
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Shell::notify(data::ConversationId id, const data::Message &message)
{
    const bool looking = m_window->isActiveWindow() && m_window->isVisible() && m_window->currentChat() == id;
    if (!looking && !m_chatWindows->isLookedAt(id))
        m_notices->tell(id, message);
}

void Shell::quit()
{
    keep();
    Q_EMIT quitRequested();
}

void Shell::showSignIn()
{
    if (!m_signIn) {
        m_signIn = new views::SignInDialog(m_messenger.accounts(), m_dialogs, m_window.get());
        connect(m_signIn, &views::SignInDialog::signedIn, this, [this] { raise(); });
        connect(m_signIn, &views::SignInDialog::explanationRequested, this, [this](im::SignInAttempt *attempt) {
            if (auto inspection = attempt->inspect())
                showInspector().showSignIn(std::move(inspection));
        });
    }
    m_signIn->show();
    m_signIn->raise();
    m_signIn->activateWindow();
}

void Shell::showNewChat(const QString &address)
{
    if (m_messenger.accounts().all().isEmpty())
        return showSignIn();
    if (!m_newChat) {
        m_newChat = new views::NewChatDialog(m_messenger, m_window.get());
        m_newChat->setPictures(*m_pictures);
        connect(m_newChat, &views::NewChatDialog::chatOpened, m_window.get(), &MainWindow::openChat);
    }
    if (!address.isEmpty())
        m_newChat->setAddress(address);
    m_newChat->show();
    m_newChat->raise();
    m_newChat->activateWindow();
}

void Shell::showSettings()
{
    if (!m_settings) {
        const auto tray = m_desktop.tray.isAvailable() ? views::GeneralPage::TrayPlace::There : views::GeneralPage::TrayPlace::Missing;
        m_settings = new views::SettingsWindow(m_messenger, *m_preferences, m_dialogs, {m_desktop.autostart, m_desktop.start, m_window->shortcuts(), m_desktop.speller, tray}, m_window.get());
        connect(m_settings, &views::SettingsWindow::addAccountRequested, this, &Shell::showSignIn);
        connect(m_settings, &views::SettingsWindow::profileRequested, this, &Shell::showProfile);
        connect(m_settings, &views::SettingsWindow::exportRequested, this, [this] { showExport({}); });
        connect(m_settings, &views::SettingsWindow::restoreRequested, this, &Shell::showRestore);
        connect(m_settings, &views::SettingsWindow::importRequested, this, &Shell::showImport);
    }
    m_settings->show(views::SettingsWindow::Section::Accounts);
}

void Shell::showExport(const QList<data::ConversationId> &chats)
{
    const auto chat = chats.isEmpty() ? std::nullopt : m_messenger.conversation(chats.first());
    const im::Account *account = chat ? m_messenger.accounts().byId(chat->account) : nullptr;
    const QString name = account ? account->nameOf(chat->address) : QString();
    (new views::ExportDialog(m_messenger.transfer(), m_dialogs, chats, name, m_window.get()))->show();
}

void Shell::showRestore()
{
    (new views::RestoreDialog(m_messenger, m_dialogs, m_window.get()))->show();
}

void Shell::showImport()
{
    (new views::ImportDialog(m_messenger, m_dialogs, m_window.get()))->show();
}

views::InspectorWindow &Shell::showInspector()
{
    if (!m_inspector)
        m_inspector = new views::InspectorWindow(m_messenger.accounts(), m_dialogs, m_window.get());
    m_inspector->show();
    m_inspector->raise();
    m_inspector->activateWindow();
    return *m_inspector;
}

void Shell::showProfile(data::AccountId account)
{
    if (im::Account *mine = m_messenger.accounts().byId(account))
        (new views::ProfileDialog(*mine, *m_pictures, m_dialogs, m_window.get()))->show();
}

void Shell::showAbout()
{
    (new AboutDialog(m_window.get()))->show();
}

void Shell::showStatusText()
{
    (new StatusDialog(m_messenger.accounts(), m_window.get()))->show();
}

void Shell::openUri(const QString &uri)
{
    const auto address = views::checkAddress(uri).address;
    if (!address)
        return;
    if (!m_appeared) {
        m_uri = uri;
        return;
    }
    raise();
    openAddress(*address);
}

//! Whoever knows the address talks with it; nobody is added without being asked.
void Shell::openAddress(const Jid &address)
{
    for (const im::Account *account : m_messenger.accounts().all()) {
        if (!account->contact(address))
            continue;
        m_messenger.openChat(account->id(), address).then(this, [this](Result<data::ConversationId> id) {
            if (id)
                m_window->openChat(*id);
            else
                m_window->complain(id.error());
        });
        return;
    }
    showNewChat(address.toString());
}

void Shell::keep()
{
    m_window->keep();
    m_chatWindows->keep();
}

} // namespace shell
