// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emojipicker.h"

#include "style/proxystyle.h"
#include "style/roles.h"
#include "style/style.h"
#include "widgets/elidedlabel.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
constexpr int Columns = 10, Rows = 6;
constexpr int MostFound = 180;

//! The categories as emoji.txt has them: what they are called, and an emoji that stands for each.
struct Category
{
    const char *name;
    QStringView emoji;
};
constexpr std::array categories{Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Smileys and feelings"), u"😀"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "People and body"), u"👋"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Animals and nature"), u"🐻"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Food and drink"), u"🍔"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Travel and places"), u"🚗"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Activities"), u"⚽"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Objects"), u"💡"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Symbols"), u"🔣"},
    Category{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Flags"), u"🏁"}};

constexpr std::array tones{QT_TRANSLATE_NOOP("widgets::EmojiPicker", "No skin tone"),
    QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Light skin tone"), QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Medium-light skin tone"),
    QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Medium skin tone"), QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Medium-dark skin tone"),
    QT_TRANSLATE_NOOP("widgets::EmojiPicker", "Dark skin tone")};

QString hand(const EmojiTable &table, SkinTone tone)
{
    const Emoji *emoji = table.find(u"✋"_s);
    return emoji ? toned(*emoji, tone) : QString();
}
}

EmojiPicker::EmojiPicker(const EmojiTable &table, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_table(table), m_search(new QLineEdit(this)), m_tabs(new QButtonGroup(this)), m_title(new QLabel(this)),
      m_grid(new EmojiGrid(this)), m_large(new QLabel(this)), m_name(new ElidedLabel(this)), m_shortName(new ElidedLabel(this)),
      m_tone(new QToolButton(this))
{
    setObjectName("emojiPicker"_L1);
    setAccessibleName(tr("Emoji"));
    m_search->setObjectName("emojiSearch"_L1);
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_grid->setObjectName("emojiGrid"_L1);
    m_grid->setAccessibleName(tr("Emoji"));
    m_tone->setObjectName("skinTone"_L1);
    m_tone->setAccessibleName(tr("Skin tone"));
    m_tone->setToolTip(tr("Skin tone"));
    m_tone->setAutoRaise(true);
    m_tone->setFocusPolicy(Qt::StrongFocus);
    build();
    connect(m_search, &QLineEdit::textChanged, this, &EmojiPicker::search);
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int id) {
        m_search->clear();
        showPage(id);
    });
    connect(m_grid, &EmojiGrid::pointed, this, &EmojiPicker::follow);
    connect(m_grid, &EmojiGrid::leftAtTop, m_search, [this] { m_search->setFocus(Qt::BacktabFocusReason); });
    connect(m_grid, &EmojiGrid::typed, this, [this](QKeyEvent *event) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setCursorPosition(int(m_search->text().size()));
        QCoreApplication::sendEvent(m_search, event);
    });
    connect(m_grid, &EmojiGrid::picked, this, [this](const QString &emoji, EmojiGrid::After after) {
        if (after == EmojiGrid::After::Close)
            close();
        Q_EMIT picked(emoji);
    });
    connect(m_tone, &QToolButton::clicked, this, &EmojiPicker::offerTones);
    connect(style::changes(), &style::Changes::changed, this, &EmojiPicker::resizeParts);
    setTone(SkinTone::None);
    resizeParts();
}

void EmojiPicker::build()
{
    m_title->setTextFormat(Qt::PlainText);
    m_large->setTextFormat(Qt::PlainText);
    m_large->setAlignment(Qt::AlignCenter);
    style::setTextRole(m_title, style::TextRole::SmallMuted);
    style::setTextRole(m_shortName, style::TextRole::SmallMuted);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_shortName);
    names->addStretch();
    auto *footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addWidget(m_large);
    footer->addLayout(names, 1);
    footer->addWidget(m_tone);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 8, 8);
    column->setSpacing(6);
    column->addWidget(m_search);
    column->addWidget(buildTabs());
    column->addWidget(m_title);
    column->addWidget(m_grid, 1);
    column->addLayout(footer);
}

QWidget *EmojiPicker::buildTabs()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(addTab(Recent, tr("Recently used"), style::icon(style::Icon::Clock)));
    for (int i = 0; i < std::min<int>(int(categories.size()), m_table.categoryCount()); ++i)
        row->addWidget(addTab(i, tr(categories[size_t(i)].name), emojiIcon(categories[size_t(i)].emoji.toString())));
    return bar;
}

QToolButton *EmojiPicker::addTab(int page, const QString &name, const QIcon &icon)
{
    auto *tab = new QToolButton(this);
    tab->setObjectName(page == Recent ? u"emojiRecent"_s : u"emojiCategory%1"_s.arg(page));
    tab->setAccessibleName(name);
    tab->setToolTip(name);
    tab->setIcon(icon);
    tab->setIconSize({style::metrics().icon, style::metrics().icon});
    tab->setCheckable(true);
    tab->setAutoRaise(true);
    tab->setFocusPolicy(Qt::TabFocus);
    tab->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_tabs->addButton(tab, page == Recent ? int(categories.size()) : page);
    return tab;
}

void EmojiPicker::resizeParts()
{
    const int cell = m_grid->cell();
    m_grid->setFixedWidth(Columns * cell + style::metrics().scrollBar + 2);
    m_grid->setFixedHeight(Rows * cell);
    m_large->setFont(emojiFont(cell * 0.7));
    m_large->setFixedSize(cell, cell);
    m_tone->setFixedSize(cell, cell);
    m_tone->setIconSize({style::metrics().iconLarge, style::metrics().iconLarge});
}

void EmojiPicker::setRecent(const QStringList &emoji)
{
    m_recent = emoji;
}

void EmojiPicker::setTone(SkinTone tone)
{
    m_grid->emoji()->setTone(tone);
    m_tone->setIcon(emojiIcon(hand(m_table, tone)));
    m_tone->setAccessibleDescription(tr(tones[size_t(tone)]));
    follow(m_grid->currentIndex().row());
}

void EmojiPicker::openAbove(const QWidget *anchor)
{
    m_search->clear();
    showPage(m_recent.isEmpty() ? 0 : Recent);
    adjustSize();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QPoint corner = anchor->mapToGlobal(mirrored ? QPoint(0, 0) : QPoint(anchor->width(), 0));
    QPoint at = corner - QPoint(mirrored ? 0 : width(), height() + 6);
    if (const QScreen *screen = anchor->screen()) {
        const QRect room = screen->availableGeometry();
        if (at.y() < room.top())
            at.setY(std::min(anchor->mapToGlobal(QPoint(0, anchor->height())).y() + 6, room.bottom() - height()));
        at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
        at.setY(std::max(at.y(), room.top()));
    }
    move(at);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::showPage(int page)
{
    m_page = page >= m_table.categoryCount() ? Recent : page;
    m_tabs->button(m_page == Recent ? int(categories.size()) : m_page)->setChecked(true);
    QList<const Emoji *> emoji;
    if (m_page != Recent)
        emoji = m_table.inCategory(m_page);
    for (qsizetype i = 0; m_page == Recent && i < std::min<qsizetype>(m_recent.size(), MostRecent); ++i) {
        if (const Emoji *used = m_table.find(m_recent[i]); used && !emoji.contains(used))
            emoji << used;
    }
    m_title->setText(m_page != Recent ? tr(categories[size_t(m_page)].name) : emoji.isEmpty() ? tr("Nothing used yet") : tr("Recently used"));
    m_grid->setEmoji(emoji);
}

void EmojiPicker::search()
{
    if (m_search->text().trimmed().isEmpty())
        return showPage(m_page);
    const QList<const Emoji *> found = m_table.search(m_search->text(), MostFound);
    m_title->setText(found.isEmpty() ? tr("Nothing found") : tr("Found"));
    m_grid->setEmoji(found);
    if (!QAccessible::isActive() || !isVisible())
        return;
    QAccessibleAnnouncementEvent event(m_search, found.isEmpty() ? m_title->text() : m_name->text()); // what Enter takes
    QAccessible::updateAccessibility(&event);
}

void EmojiPicker::follow(int row)
{
    const Emoji *emoji = m_grid->emoji()->at(row);
    m_large->setText(emoji ? m_grid->emoji()->textAt(row) : QString());
    QString name = emoji ? nameOf(*emoji) : QString();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    m_name->setText(name);
    m_shortName->setText(emoji && !emoji->shortNames.isEmpty() ? u':' + emoji->shortNames.first() + u':' : QString());
}

void EmojiPicker::offerTones()
{
    auto *menu = new QMenu(this);
    menu->setObjectName("skinTones"_L1);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < int(tones.size()); ++i) {
        QAction *action = menu->addAction(emojiIcon(hand(m_table, SkinTone(i))), tr(tones[size_t(i)]));
        action->setCheckable(true);
        action->setChecked(SkinTone(i) == tone());
        connect(action, &QAction::triggered, this, [this, i] {
            setTone(SkinTone(i));
            Q_EMIT toneChosen(SkinTone(i));
        });
    }
    menu->popup(m_tone->mapToGlobal(QPoint(0, m_tone->height())));
}

void EmojiPicker::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), style::palette().raised);
    style::roundedBox(&painter, rect(), 0, {}, style::palette().line);
}

void EmojiPicker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QFrame::keyPressEvent(event);
}

void EmojiPicker::mousePressEvent(QMouseEvent *event)
{
    if (!rect().contains(event->position().toPoint()))
        setAttribute(Qt::WA_NoMouseReplay); // a press on the button that opened it only closes it
    QFrame::mousePressEvent(event);
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress && searchKey(static_cast<QKeyEvent *>(event)))
        return true;
    return QFrame::eventFilter(watched, event);
}

//! Down walks into the grid, Enter takes its first.
bool EmojiPicker::searchKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        if (m_grid->emoji()->rowCount() > 0)
            m_grid->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_grid->pick(m_grid->currentIndex().row(), event->modifiers() & Qt::ShiftModifier ? EmojiGrid::After::Stay : EmojiGrid::After::Close);
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default: return false;
    }
}

}
