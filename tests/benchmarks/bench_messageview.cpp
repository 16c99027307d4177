// SPDX-License-Identifier: GPL-3.0-or-later
// The list of messages: how long a chat takes to appear, to scroll, and to take a burst in.
#include "benchmarks/table.h"
#include "style/style.h"
#include "widgets/messageview.h"
#include "widgets/samples.h"

#include <QApplication>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr double Frame = 33; // ms

void opening(int rows)
{
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        samples::Endless model(rows);
        widgets::MessageView view;
        view.resize(900, 700);
        times.push_back(bench::milliseconds([&] {
            view.setModel(&model);
            (void)view.grab();
        }));
    }
    bench::row(qPrintable(u"opened and painted, %L1 messages"_s.arg(rows)), bench::median(times));
}

void scrolling(int rows)
{
    samples::Endless model(rows);
    widgets::MessageView view;
    view.resize(900, 700);
    view.setModel(&model);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    std::vector<double> frames;
    for (int i = 0; i < 2000; ++i) {
        frames.push_back(bench::milliseconds([&] {
            view.scrollByPixels(-350);
            view.viewport()->repaint();
        }));
    }
    const double worst = *std::ranges::max_element(frames);
    bench::row(qPrintable(u"a frame, half a window further up, %L1 messages"_s.arg(rows)), bench::median(frames));
    bench::row("the worst of 2,000", worst, worst < Frame ? "(goal 33)" : "(goal 33: missed)");
}

//! Messages one by one into the open chat, painted after each.
void burst()
{
    samples::Messages model;
    model.append(samples::chatter(200, QDateTime::currentDateTime()));
    widgets::MessageView view;
    view.resize(900, 700);
    view.setModel(&model);
    view.show();
    (void)QTest::qWaitForWindowExposed(&view);
    const auto more = samples::chatter(1000, QDateTime::currentDateTime().addDays(1));
    const double took = bench::milliseconds([&] {
        for (const samples::Message &message : more) {
            model.append({message});
            view.viewport()->repaint();
        }
    });
    bench::row("a message into the open chat, painted", took / double(more.size()));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    style::initialise(application);
    bench::heading("the list of messages, 900x700", "ms");
    for (const int rows : {1'000, 50'000, 1'000'000})
        opening(rows);
    scrolling(50'000);
    burst();
    return 0;
}
