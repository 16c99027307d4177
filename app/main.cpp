// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/autostartfile.h"
#include "app/commandline.h"
#include "app/desktopnotifier.h"
#include "app/hunspellspeller.h"
#include "app/idlewatch.h"
#include "app/logfile.h"
#include "app/profile.h"
#include "app/screenlockwatch.h"
#include "app/singleinstance.h"
#include "app/sleepwatch.h"
#include "app/startfile.h"
#include "app/systemkeyring.h"
#include "app/systemtray.h"
#include "app/unixsignals.h"
#include "base/log.h"
#include "crypto/runtime.h"
#include "im/livemessenger.h"
#include "net/systemresolver.h"
#include "shell/language.h"
#include "shell/shell.h"
#include "shell/systemdialogs.h"
#include "style/style.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{

//! How long leaving may take: what is typed is kept already, only goodbyes are under way.
constexpr auto LeaveWithin = std::chrono::milliseconds(1500);
//! With the session's start, the panel may need this long to come up.
constexpr auto PanelWithin = std::chrono::seconds(5);

//! Tells why the program cannot start, in a window if there can be one.
int refuse(const Error &error)
{
    std::fprintf(stderr, "palique: %s\n", qPrintable(error.text));
    QMessageBox box(QMessageBox::Critical, u"Palique"_s, error.text);
    box.setTextFormat(Qt::PlainText);
    box.exec();
    return 1;
}

session::Environment environment(Clock &clock, net::Resolver &resolver, net::NetworkMonitor &network)
{
    return {clock, resolver, network, [](const net::TlsSettings &tls) { return std::make_unique<net::TcpTransportFactory>(tls); },
        net::TrustStore::fromEnvironment()};
}

void prepare(QApplication &application)
{
    application.setApplicationName(u"palique"_s);
    application.setApplicationDisplayName(u"Palique"_s);
    application.setApplicationVersion(QLatin1StringView(PALIQUE_VERSION));
    application.setDesktopFileName(u"palique"_s);
    application.setQuitOnLastWindowClosed(false); // the shell decides
    shell::installTranslations(QLocale());
    style::initialise(application);
}

app::AutostartFile autostart(const QString &folder, const QString &profileName)
{
    const QString profile = folder.isEmpty() ? QString() : QDir(folder).canonicalPath();
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation), app::AutostartFile::ownProgram(), profile, profileName};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    prepare(application);
    const auto line = app::CommandLine::parse(application.arguments().sliced(1));
    if (!line) {
        std::fprintf(stderr, "palique: %s\n", qPrintable(line.error().text));
        return 2;
    }
    if (!line->answer.isEmpty()) {
        std::printf("%s\n", qPrintable(line->answer));
        return 0;
    }
    const auto profile = app::Profile::open(line->profile);
    if (!profile)
        return refuse(profile.error());
    app::SingleInstance instance(profile->name);
    if (instance.handOver(line->uri))
        return 0;
    const crypto::Runtime crypto;
    if (const auto ready = crypto.check(); !ready)
        return refuse(ready.error());
    instance.listen();
    const app::LogFile log(profile->cache);
    app::StartFile start(profile->settings, log.path());
    if (const QString language = start.language(); !language.isEmpty()) {
        QLocale::setDefault(QLocale(language + u'_' + QLocale::territoryToCode(QLocale().territory())));
        shell::installTranslations(QLocale());
    }
    net::warmUpTls();

    SystemClock clock;
    net::SystemResolver resolver(clock);
    net::SystemNetworkMonitor network;
    app::SystemKeyring keyring(profile->name);
    store::Database database(profile->data);
    im::LiveMessenger messenger({database, keyring, environment(clock, resolver, network)});
    shell::SystemDialogs dialogs;
    app::DesktopNotifier notifier;
    app::SystemTray tray(clock, line->minimized ? PanelWithin : std::chrono::seconds(0));
    const app::ScreenLockWatch lock;
    app::AutostartFile sessionStart = autostart(line->profile, profile->name);
    app::HunspellSpeller speller(app::HunspellSpeller::standardFolders(), profile->data + u"/words.txt"_s);
    shell::Shell shell(messenger, clock, dialogs, {notifier, tray, lock, sessionStart, start, speller});

    const app::SleepWatch sleep;
    const app::IdleWatch idle;
    const app::UnixSignals signals;
    QObject::connect(&sleep, &app::SleepWatch::wokeUp, &messenger, &im::LiveMessenger::wokeUp);
    QObject::connect(&idle, &app::IdleWatch::idleChanged, &messenger, [&messenger](bool isIdle) {
        messenger.setActivity(isIdle ? im::Account::Activity::Idle : im::Account::Activity::Active);
    });
    QObject::connect(&signals, &app::UnixSignals::terminate, &application, &QApplication::quit);
    QObject::connect(&instance, &app::SingleInstance::raised, &shell, [&shell](const QString &uri) {
        shell.raise();
        shell.openUri(uri);
    });
    QObject::connect(&shell, &shell::Shell::quitRequested, &application, &QApplication::quit);

    Error openError;
    database.open().then(&messenger, [&](const Result<store::Opened> &opened) {
        if (!opened) {
            openError = opened.error();
            QMetaObject::invokeMethod(&application, [] { QCoreApplication::exit(3); }, Qt::QueuedConnection);
            return;
        }
        messenger.start();
        shell.start(line->minimized ? shell::Shell::Start::Minimized : shell::Shell::Start::Shown);
        if (!line->uri.isEmpty())
            shell.openUri(line->uri);
    });
    const int code = application.exec();
    if (code == 3)
        return refuse(openError);

    // Leaving in order: drafts, goodbyes, and then the database, which finishes its writes.
    shell.keep();
    QEventLoop leaving;
    messenger.stop();
    const Timer patience = clock.after(LeaveWithin, [&leaving] { leaving.quit(); });
    messenger.whenOffline().then(&leaving, [&leaving](const Result<void> &) { leaving.quit(); });
    leaving.exec();
    return code;
}
