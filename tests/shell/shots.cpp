// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every window and state: shots FOLDER [VARIANT], where a variant is like "dark-es-100"; all of them without.
#include "shell/language.h"
#include "shell/scenes.h"
#include "style/style.h"

#include <QApplication>
#include <QDir>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace
{
int startAll(const QString &folder)
{
    // One process a variant: the language and the scale cannot change in a running one.
    int failures = 0;
    for (const QString &variant : {u"light-en-100"_s, u"dark-en-100"_s, u"light-es-100"_s, u"dark-es-200"_s, u"light-en-zoom"_s}) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        if (variant.endsWith("200"_L1))
            environment.insert(u"QT_SCALE_FACTOR"_s, u"2"_s);
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {folder, variant});
        if (!process.waitForFinished(-1) || process.exitCode() != 0)
            ++failures;
    }
    return failures;
}

int take(const QString &folder, style::SchemeChoice scheme, const QString &only)
{
    int failures = 0;
    for (const fake::Scene &scene : fake::scenes()) {
        if (!only.isEmpty() && !scene.name.startsWith(only))
            continue;
        fake::Stage stage;
        QWidget *window = scene.play(stage);
        style::setScheme(scheme); // the profile's own choice came with the windows
        stage.settle();
        if (!window || !window->grab().save(folder + u'/' + scene.name + u".png"_s)) {
            std::fprintf(stderr, "no picture of %s\n", qPrintable(scene.name));
            ++failures;
        }
    }
    return failures;
}
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() < 2) {
        std::fprintf(stderr, "usage: shots FOLDER [VARIANT [SCENE]]\n");
        return 2;
    }
    if (arguments.size() == 2)
        return startAll(arguments.at(1));
    const QStringList variant = arguments.at(2).split(u'-');
    const QString folder = arguments.at(1) + u'/' + arguments.at(2);
    QDir().mkpath(folder);
    const QLocale locale(variant.value(1) == "es"_L1 ? QLocale(QLocale::Spanish, QLocale::Spain) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    QLocale::setDefault(locale);
    shell::installTranslations(locale);
    QFont font(u"DejaVu Sans"_s);
    font.setPointSizeF(10);
    QApplication::setFont(font);
    style::initialise(application);
    style::setMotion(style::Motion::Reduced);
    const auto scheme = variant.value(0) == "dark"_L1 ? style::SchemeChoice::Dark : style::SchemeChoice::Light;
    style::setScheme(scheme);
    return take(folder, scheme, arguments.value(3));
}
