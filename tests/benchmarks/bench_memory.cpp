// SPDX-License-Identifier: GPL-3.0-or-later
// What the windows hold in memory, as chats are opened one after another.
#include "benchmarks/table.h"
#include "shell/scenes.h"
#include "style/style.h"
#include "widgets/messageview.h"

#include <QApplication>
#include <QFile>
#include <QTest>

#include <malloc.h>

using namespace Qt::StringLiterals;

namespace
{

constexpr int Chats = 200, Messages = 30;
constexpr double Mebi = 1024 * 1024;

double resident()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / Mebi;
}

double allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return double(info.uordblks + info.hblkhd) / Mebi;
}

void row(const QString &what)
{
    bench::row(qPrintable(what), allocated(), qPrintable(u"(resident %1)"_s.arg(resident(), 0, 'f', 1)));
}

QList<data::ConversationId> fill(fake::Stage &stage)
{
    QList<data::ConversationId> chats;
    stage.eva = stage.messenger.addAccount(u"eva@palique.example"_s);
    for (int i = 0; i < Chats; ++i) {
        const QString address = u"person%1@palique.example"_s.arg(i);
        stage.eva->put(address, u"Person %1"_s.arg(i));
        chats << stage.messenger.addChat(stage.eva, address);
        for (int j = 0; j < Messages; ++j)
            stage.messenger.receive(chats.last(), u"Message %1, about as long as people write them when they have something to say."_s.arg(j), stage.at(9, j));
    }
    return chats;
}

void walk(fake::Stage &stage, const QList<data::ConversationId> &chats)
{
    for (const auto id : chats) {
        stage.open(id);
        auto *view = stage.find<widgets::MessageView>("messages"_L1);
        (void)QTest::qWaitFor([view] { return view->model() && view->model()->rowCount() == Messages; });
        (void)view->grab();
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    style::initialise(application);
    bench::heading("Memory of the windows over a store of 200 chats", "MiB allocated");
    row(u"before any window"_s);
    fake::Stage stage;
    const auto chats = fill(stage);
    row(u"the store filled"_s);
    stage.start();
    row(u"the window"_s);
    walk(stage, chats.first(10));
    const double some = allocated();
    row(u"10 chats opened"_s);
    walk(stage, chats);
    const double all = allocated();
    row(u"200 chats opened"_s);
    walk(stage, chats);
    row(u"200 chats opened twice"_s);
    bench::row("a chat that was opened and left, KiB", (all - some) * 1024 / (Chats - 10));
    return 0;
}
