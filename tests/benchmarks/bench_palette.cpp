// SPDX-License-Identifier: GPL-3.0-or-later
// The palette: how long a key takes with many contacts, searched alone and painted too.
#include "benchmarks/table.h"
#include "style/style.h"
#include "support/fakemessenger/fakemessenger.h"
#include "views/palette/palette.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{

constexpr double Frame = 16; // ms

void fill(fake::Account *account, int people)
{
    static const QString names[] = {u"Ana"_s, u"Léo"_s, u"Noor"_s, u"Tomás"_s, u"Ünal"_s, u"Yuki"_s, u"Imani"_s, u"Straße"_s};
    QList<data::Contact> contacts;
    for (int i = 0; i < people; ++i) {
        const QString name = u"%1 %2 %3"_s.arg(names[i % 8], names[i / 8 % 8], QString::number(i));
        contacts.append({account->id(), fake::jid(u"person%1@server%2.example"_s.arg(i).arg(i % 50)), name, {}, data::Subscription::Both, false});
    }
    account->putMany(contacts);
}

const QStringList &queries()
{
    static const QStringList all{u"a"_s, u"an"_s, u"ana"_s, u"ana l"_s, u"e"_s, u"person4999"_s, u"STRASSE yu"_s, u"zzz"_s, u"server7.example"_s, u"x@y.example"_s};
    return all;
}

void remark(const char *what, const std::vector<double> &times)
{
    const double worst = *std::ranges::max_element(times);
    bench::row(what, bench::median(times));
    bench::row("the worst", worst, worst < Frame ? "(goal 16)" : "(goal 16: missed)");
}

double searching(int people)
{
    fake::Messenger messenger;
    fake::Account *account = messenger.addAccount(u"me@example.org"_s);
    fill(account, people);
    bench::row(qPrintable(u"made, %L1 contacts"_s.arg(people)), bench::milliseconds([&] { models::PaletteModel made(messenger); }), "once, when first opened");
    models::PaletteModel model(messenger);
    std::vector<double> times, changed;
    for (int i = 0; i < 50; ++i) {
        for (const QString &query : queries())
            times.push_back(bench::milliseconds([&] { model.setQuery(query); }));
        account->put(u"person7@server7.example"_s, u"Somebody %1"_s.arg(i));
        changed.push_back(bench::milliseconds([&] { model.setQuery(u"a"_s); }));
    }
    remark(qPrintable(u"a key, %L1 contacts"_s.arg(people)), times);
    remark("the key after somebody's name changed", changed);
    return bench::median(times);
}

void painting(int people)
{
    fake::Messenger messenger;
    fill(messenger.addAccount(u"me@example.org"_s), people);
    QWidget window;
    window.resize(1000, 700);
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    std::vector<double> opened;
    views::Palette palette(messenger, {}, {}, &window);
    for (int i = 0; i < 20; ++i) {
        palette.hide();
        opened.push_back(bench::milliseconds([&] {
            palette.open({});
            palette.repaint();
        }));
    }
    auto *field = palette.findChild<QLineEdit *>("paletteSearch"_L1);
    std::vector<double> times;
    for (int i = 0; i < 20; ++i) {
        for (const QString &query : queries()) {
            times.push_back(bench::milliseconds([&] {
                field->setText(query);
                palette.repaint();
            }));
            QCoreApplication::processEvents(); // the window below the palette is no part of it
        }
    }
    remark(qPrintable(u"opened and painted, %L1 contacts"_s.arg(people)), opened);
    remark(qPrintable(u"a key, searched and painted, %L1 contacts"_s.arg(people)), times);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    style::initialise(application);
    bench::heading("the palette", "ms");
    const double few = searching(500), many = searching(5'000);
    bench::row("ten times the contacts take so many times as long", many / few);
    painting(5'000);
    return 0;
}
