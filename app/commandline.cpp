// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app
{

static QString tr(const char *text) { return QCoreApplication::translate("app::CommandLine", text); }

Result<CommandLine> CommandLine::parse(const QStringList &arguments)
{
    static constexpr qsizetype MaxUri = 64 * 1024;
    CommandLine line;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument.startsWith(u"xmpp:", Qt::CaseInsensitive)) {
            if (i + 1 != arguments.size() || argument.size() > MaxUri)
                return fail(ErrorKind::Invalid, tr("One xmpp: address is taken, and nothing after it."));
            line.uri = argument;
        } else if (argument == u"--profile" && i + 1 < arguments.size() && !arguments[i + 1].startsWith(u"xmpp:", Qt::CaseInsensitive)) {
            line.profile = arguments[++i];
        } else if (argument.startsWith(u"--profile=")) {
            line.profile = argument.mid(10);
        } else if (argument == u"--minimized") {
            line.minimized = true;
        } else if (argument == u"--version") {
            line.answer = u"Palique "_s + QLatin1StringView(PALIQUE_VERSION);
        } else if (argument == u"--help" || argument == u"-h") {
            line.answer = tr("Usage: palique [--profile DIR] [--minimized] [--version] [xmpp:ADDRESS]\n\n"
                             "  --profile DIR  keep accounts, chats, settings and downloads in DIR\n"
                             "  --minimized    start without showing the window\n"
                             "  --version      print the version and leave");
        } else {
            return fail(ErrorKind::Invalid, tr("What does “%1” mean? Try palique --help.").arg(argument.left(200)));
        }
    }
    return line;
}

} // namespace app
