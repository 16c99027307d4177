// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/aboutdialog.h"

#include "style/style.h"
#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace shell
{

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName("aboutDialog"_L1);
    setWindowTitle(tr("About Palique"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    auto *icon = new QLabel(this);
    icon->setTextFormat(Qt::PlainText);
    icon->setPixmap(style::applicationIcon().pixmap(QSize(72, 72), devicePixelRatioF()));
    icon->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    views::setSpacing(column, 24, 8);
    column->addWidget(icon);
    const std::pair<QString, style::TextRole> lines[] = {{u"Palique"_s, style::TextRole::Heading},
        {tr("Version %1").arg(QLatin1StringView(PALIQUE_VERSION)), style::TextRole::Muted},
        {tr("A chat with anyone, whichever server or program they use."), style::TextRole::Base},
        {tr("Free software under the GNU General Public License, version 3 or later."), style::TextRole::SmallMuted}};
    for (const auto &[text, role] : lines) {
        QLabel *label = views::makeValue(text, role, this);
        label->setAlignment(Qt::AlignCenter);
        column->addWidget(label);
    }
    QPushButton *close = views::makeButton(tr("Close"), style::ButtonRole::Secondary, "closeAbout"_L1, this);
    column->addSpacing(8);
    column->addWidget(close, 0, Qt::AlignHCenter);
    setMinimumWidth(360);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace shell
