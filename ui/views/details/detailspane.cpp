// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/detailspane.h"

#include "models/words.h"
#include "style/style.h"
#include "views/blockquestion.h"
#include "views/factgrid.h"
#include "views/parts.h"
#include "views/words.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
QString birthdayWords(const QString &birthday)
{
    const QDate day = QDate::fromString(birthday, Qt::ISODate);
    return day.isValid() ? QLocale().toString(day, QLocale::LongFormat) : birthday;
}
}

DetailsPane::DetailsPane(im::Messenger &messenger, Clock &clock, QWidget *parent)
    : QWidget(parent), m_messenger(messenger), m_clock(clock), m_close(makeIconButton(style::Icon::Close, tr("Close details"), "closeDetails"_L1, this)),
      m_edit(nullptr), m_copy(nullptr), m_face(nullptr), m_name(nullptr), m_address(nullptr), m_presence(nullptr), m_editor(nullptr),
      m_nameEdit(nullptr), m_groupsEdit(nullptr), m_facts(nullptr), m_devicesTitle(nullptr), m_devices(nullptr), m_add(nullptr), m_remove(nullptr),
      m_notice(nullptr)
{
    setObjectName("detailsPane"_L1);
    setAccessibleName(tr("Details"));
    style::setSurface(this, style::Surface::Window);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 0, 8, 0);
    QLabel *title = makeLabel(tr("Details"), style::TextRole::Strong, this);
    title->setMinimumHeight(style::metrics().header);
    bar->addWidget(title, 1);
    bar->addWidget(m_close);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName("detailsScroll"_L1);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget;
    page->setAutoFillBackground(false);
    auto *inside = new QVBoxLayout(page);
    setSpacing(inside, 16, 8);
    buildHead(inside);
    buildEditor(inside);
    m_facts = new FactGrid(page);
    inside->addWidget(m_facts);
    m_devicesTitle = makeLabel(tr("Devices"), style::TextRole::Strong, page);
    inside->addWidget(m_devicesTitle);
    m_devices = new QWidget(page);
    setSpacing(new QVBoxLayout(m_devices), 0, 8);
    inside->addWidget(m_devices);
    buildFoot(inside);
    inside->addStretch(1);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);

    auto *column = new QVBoxLayout(this);
    setSpacing(column, 0, 0);
    column->addLayout(bar);
    column->addWidget(makeSeparator(Qt::Horizontal, this));
    column->addWidget(scroll, 1);
    setMinimumWidth(240);
}

void DetailsPane::buildHead(QBoxLayout *column)
{
    m_face = new widgets::Avatar(this);
    m_face->setExtent(96);
    m_name = makeValue({}, style::TextRole::Title, this);
    m_name->setObjectName("detailsName"_L1);
    m_name->setAlignment(Qt::AlignCenter);
    m_presence = makeLabel({}, style::TextRole::Muted, this);
    m_presence->setObjectName("detailsPresence"_L1);
    m_presence->setAlignment(Qt::AlignCenter);
    m_address = makeValue({}, style::TextRole::Small, this);
    m_address->setObjectName("detailsAddress"_L1);
    m_address->setAlignment(Qt::AlignCenter);
    m_copy = makeIconButton(style::Icon::Copy, tr("Copy address"), "copyAddress"_L1, this);
    m_edit = makeIconButton(style::Icon::Edit, tr("Change name and groups"), "editContact"_L1, this);
    column->addSpacing(8);
    column->addWidget(m_face, 0, Qt::AlignHCenter);
    column->addWidget(m_name);
    column->addWidget(m_presence);
    column->addWidget(m_address);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(4);
    tools->addStretch(1);
    tools->addWidget(m_copy);
    tools->addWidget(m_edit);
    tools->addStretch(1);
    column->addLayout(tools);
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_chat.address.toString());
        m_notice->present(widgets::Banner::Kind::Info, tr("The address is in the clipboard."));
        m_notice->setClosable(true);
    });
    connect(m_edit, &QToolButton::clicked, this, [this] { setMode(m_mode == Mode::Editing ? Mode::Reading : Mode::Editing); });
}

void DetailsPane::buildEditor(QBoxLayout *column)
{
    m_editor = new QWidget(this);
    m_nameEdit = new QLineEdit(m_editor);
    m_nameEdit->setObjectName("contactName"_L1);
    m_groupsEdit = new QLineEdit(m_editor);
    m_groupsEdit->setObjectName("contactGroups"_L1);
    m_groupsEdit->setPlaceholderText(tr("Friends, Work", "example of groups"));
    QPushButton *save = makeButton(tr("Save"), style::ButtonRole::Primary, "saveContact"_L1, m_editor);
    QPushButton *cancel = makeButton(tr("Cancel"), style::ButtonRole::Secondary, "cancelContact"_L1, m_editor);
    auto *inside = new QVBoxLayout(m_editor);
    setSpacing(inside, 0, 4);
    inside->addWidget(makeFieldName(tr("Name"), m_nameEdit, m_editor));
    inside->addWidget(m_nameEdit);
    inside->addSpacing(4);
    inside->addWidget(makeFieldName(tr("Groups, with commas between"), m_groupsEdit, m_editor));
    inside->addWidget(m_groupsEdit);
    inside->addSpacing(4);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    inside->addLayout(buttons);
    m_editor->hide();
    column->addWidget(m_editor);
    connect(save, &QPushButton::clicked, this, &DetailsPane::save);
    connect(m_nameEdit, &QLineEdit::returnPressed, this, &DetailsPane::save);
    connect(m_groupsEdit, &QLineEdit::returnPressed, this, &DetailsPane::save);
    connect(cancel, &QPushButton::clicked, this, [this] { setMode(Mode::Reading); });
}

void DetailsPane::buildFoot(QBoxLayout *column)
{
    m_notice = new widgets::Banner(this);
    m_notice->hide();
    m_add = makeButton(tr("Add contact"), style::ButtonRole::Primary, "addContact"_L1, this);
    m_add->setIcon(style::icon(style::Icon::PersonAdd, style::Tone::OnAccent));
    m_remove = makeButton(tr("Remove contact"), style::ButtonRole::Secondary, "removeContact"_L1, this);
    m_remove->setIcon(style::icon(style::Icon::Trash, style::Tone::Danger));
    column->addSpacing(8);
    column->addWidget(m_notice);
    column->addWidget(m_add);
    column->addWidget(m_remove);
    m_block = makeButton(tr("Block…"), style::ButtonRole::Secondary, "blockContact"_L1, this);
    column->addWidget(m_block);
    connect(m_block, &QPushButton::clicked, this, &DetailsPane::toggleBlock);
    connect(m_add, &QPushButton::clicked, this, &DetailsPane::add);
    connect(m_remove, &QPushButton::clicked, this, &DetailsPane::askRemove);
    connect(m_notice, &widgets::Banner::actionTriggered, this, [this](int index) {
        m_notice->hide();
        m_remove->setVisible(true);
        if (index == 0)
            remove();
    });
}

im::Account *DetailsPane::account() const
{
    return m_chat.id ? m_messenger.accounts().byId(m_chat.account) : nullptr;
}

void DetailsPane::show(data::ConversationId id)
{
    if (m_chat.id == id && id)
        return;
    if (m_followed)
        disconnect(m_followed, nullptr, this, nullptr);
    m_chat = m_messenger.conversation(id).value_or(data::Conversation());
    m_followed = account();
    m_time.clear();
    m_timeOf = {};
    m_profile = {};
    m_profileOf = {};
    m_notice->hide();
    setMode(Mode::Reading);
    if (!m_followed)
        return;
    connect(m_followed, &im::Account::contactChanged, this, &DetailsPane::follow);
    connect(m_followed, &im::Account::contactsReset, this, &DetailsPane::follow);
    connect(m_followed, &im::Account::statusChanged, this, &DetailsPane::follow);
    connect(m_followed, &im::Account::blockedChanged, this, &DetailsPane::follow);
    connect(m_followed, &im::Account::presenceChanged, this, [this](const Jid &address) {
        if (address.bare() == m_chat.address)
            follow();
    });
    follow();
}

void DetailsPane::setPictures(models::Pictures &pictures)
{
    m_pictures = &pictures;
    connect(&pictures, &models::Pictures::changed, this, [this](data::AccountId account, const Jid &address) {
        if (account == m_chat.account && address == m_chat.address)
            follow();
    });
    follow();
}

void DetailsPane::follow()
{
    im::Account *mine = account();
    if (!mine)
        return;
    const auto contact = mine->contact(m_chat.address);
    const data::PresenceSummary presence = mine->presence(m_chat.address);
    const bool known = contact && mine->isOnline();
    const QString name = mine->nameOf(m_chat.address);
    const QImage picture = m_pictures ? m_pictures->picture(*mine, m_chat.address).value<QImage>() : QImage();
    m_face->setSpec({m_chat.address.toString(), name, picture, widgets::AvatarSpec::Kind::Person, widgets::Presence::None}); // words say it below
    m_name->setText(name);
    m_address->setText(m_chat.address.toString());
    m_presence->setText(!contact ? tr("not in your contacts") : known ? presenceWords(presence, m_clock.now()) : QString());
    m_presence->setVisible(!m_presence->text().isEmpty());
    m_edit->setVisible(contact.has_value());
    m_add->setVisible(!contact && m_chat.address != mine->address());
    m_remove->setVisible(contact.has_value());
    if (!contact)
        setMode(Mode::Reading);
    followBlock();
    askTime();
    askProfile();
    followFacts();
    followDevices();
}

//! The last word on presence and buttons: who is blocked is neither seen nor added.
void DetailsPane::followBlock()
{
    const im::Account *mine = account();
    const bool blocked = mine->isBlocked(m_chat.address);
    m_block->setVisible(m_chat.address != mine->address() && (blocked || mine->canBlock()));
    m_block->setEnabled(mine->canBlock());
    m_block->setText(blocked ? tr("Unblock") : tr("Block…"));
    m_block->setAccessibleName(blocked ? tr("Unblock") : tr("Block"));
    if (!blocked)
        return;
    m_presence->setText(blockedWords(*mine, m_chat.address));
    m_presence->show();
    m_add->hide();
}

void DetailsPane::toggleBlock()
{
    im::Account *mine = account();
    if (!mine)
        return;
    const QList<Jid> blocks = mine->blocksOn(m_chat.address);
    if (blocks.isEmpty())
        Q_EMIT blockRequested(m_chat.account, m_chat.address);
    else
        mine->unblock(blocks).then(this, [this](Result<void> result) { done(result); });
}

void DetailsPane::followFacts()
{
    const im::Account *mine = account();
    if (!mine)
        return;
    const auto contact = mine->contact(m_chat.address);
    m_facts->clear();
    m_facts->add(tr("Groups"), contact ? contact->groups.join(u", "_s) : QString(), "detailsGroups"_L1);
    m_facts->add(tr("Their time"), m_time, "detailsTime"_L1);
    const auto fact = [this](const QString &name, const QString &value, QLatin1StringView objectName) {
        m_facts->add(name, value.simplified().left(300), objectName);
    };
    fact(tr("Calls themselves"), mine->nicknameOf(m_chat.address) == mine->nameOf(m_chat.address) ? QString() : mine->nicknameOf(m_chat.address), "detailsNickname"_L1);
    fact(tr("Full name"), m_profile.name == mine->nameOf(m_chat.address) ? QString() : m_profile.name, "detailsFullName"_L1);
    fact(tr("What they do"), m_profile.title, "detailsTitle"_L1);
    fact(tr("Organisation"), m_profile.organisation, "detailsOrganisation"_L1);
    fact(tr("Place"), m_profile.place, "detailsPlace"_L1);
    fact(tr("Email"), m_profile.emails.join(u", "_s), "detailsEmails"_L1);
    fact(tr("Phone"), m_profile.phones.join(u", "_s), "detailsPhones"_L1);
    fact(tr("Website"), m_profile.website, "detailsWebsite"_L1);
    fact(tr("Birthday"), birthdayWords(m_profile.birthday), "detailsBirthday"_L1);
    fact(tr("About"), m_profile.note, "detailsNote"_L1);
    QString sight;
    if (contact && contact->requested && contact->subscription != data::Subscription::To && contact->subscription != data::Subscription::Both)
        sight = tr("Asked to see when they are online; no answer yet");
    else if (contact && contact->subscription == data::Subscription::From)
        sight = tr("They see when you are online, you do not see them");
    else if (contact && contact->subscription == data::Subscription::To)
        sight = tr("You see when they are online, they do not see you");
    m_facts->add(tr("Presence"), sight, "detailsSubscription"_L1);
    m_facts->add(tr("Your account"), m_messenger.accounts().all().size() > 1 ? mine->address().toString() : QString(), "detailsAccount"_L1);
    m_facts->setVisible(!m_facts->isEmpty());
}

void DetailsPane::followDevices()
{
    for (QWidget *old : m_devices->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        delete old;
    const im::Account *mine = account();
    const QList<im::Account::Device> devices = mine && mine->isOnline() ? mine->devices(m_chat.address) : QList<im::Account::Device>();
    for (const im::Account::Device &device : devices) {
        QString what = device.software.isEmpty() ? device.address.resource().toString() : device.software;
        auto *name = makeLabel(what.simplified().left(120), style::TextRole::Base, m_devices);
        name->setObjectName("device"_L1);
        auto *state = makeLabel(presenceWords({device.availability, device.status, 1}), style::TextRole::SmallMuted, m_devices);
        auto *box = new QWidget(m_devices);
        auto *column = new QVBoxLayout(box);
        setSpacing(column, 0, 0);
        column->addWidget(name);
        column->addWidget(state);
        m_devices->layout()->addWidget(box);
        box->show();
    }
    m_devicesTitle->setVisible(!devices.isEmpty());
    m_devices->setVisible(!devices.isEmpty());
}

//! Asked once a person and visit, and only of contacts: a stranger's server need not learn who looks.
void DetailsPane::askProfile()
{
    im::Account *mine = account();
    if (!mine || !mine->isOnline() || m_profileOf == m_chat.address || !mine->contact(m_chat.address))
        return;
    m_profileOf = m_chat.address;
    mine->profile(m_chat.address).then(this, [this, address = m_chat.address](const Result<data::Profile> &profile) {
        if (!profile || address != m_chat.address)
            return;
        m_profile = *profile;
        followFacts();
    });
}

//! Asked once a person and visit: their devices are asked over the network.
void DetailsPane::askTime()
{
    im::Account *mine = account();
    if (!mine || !mine->isOnline() || m_timeOf == m_chat.address || mine->devices(m_chat.address).isEmpty())
        return;
    m_timeOf = m_chat.address;
    mine->localTime(m_chat.address).then(this, [this, address = m_chat.address](Result<QDateTime> time) {
        if (!time || address != m_chat.address)
            return;
        const int there = time->offsetFromUtc(), here = m_clock.now().toLocalTime().offsetFromUtc();
        m_time = models::clockTime(time->time());
        const int minutes = std::abs(there - here) / 60;
        const QString apart = QLocale().toString(minutes / 60.0, 'g', 3);
        if (minutes > 0)
            m_time += u' ' + (there > here ? tr("(%1 h ahead of you)").arg(apart) : tr("(%1 h behind you)").arg(apart));
        followFacts();
    });
}

void DetailsPane::setMode(Mode mode)
{
    m_mode = mode;
    const bool editing = mode == Mode::Editing;
    m_editor->setVisible(editing);
    m_name->setVisible(!editing);
    if (!editing)
        return;
    const im::Account *mine = account();
    const auto contact = mine ? mine->contact(m_chat.address) : std::nullopt;
    m_nameEdit->setText(contact ? contact->name : QString());
    m_nameEdit->setPlaceholderText(contact ? data::Contact{{}, contact->address, {}, {}, {}, false}.displayName() : QString());
    m_groupsEdit->setText(contact ? contact->groups.join(u", "_s) : QString());
    m_nameEdit->setFocus(Qt::OtherFocusReason);
    m_nameEdit->selectAll();
}

void DetailsPane::save()
{
    im::Account *mine = account();
    if (!mine)
        return;
    QStringList groups;
    for (const QString &group : m_groupsEdit->text().split(u',')) {
        if (const QString name = group.simplified(); !name.isEmpty() && !groups.contains(name))
            groups << name;
    }
    setMode(Mode::Reading);
    mine->changeContact(m_chat.address, m_nameEdit->text().simplified(), groups).then(this, [this](Result<void> result) { done(result); });
}

void DetailsPane::add()
{
    im::Account *mine = account();
    if (!mine)
        return;
    m_add->setEnabled(false);
    mine->addContact(m_chat.address, {}, {}).then(this, [this](Result<void> result) {
        m_add->setEnabled(true);
        done(result);
    });
}

void DetailsPane::askRemove()
{
    m_remove->hide();
    m_notice->setClosable(false);
    m_notice->present(widgets::Banner::Kind::Warning, tr("You no longer see each other's presence then. The chat stays."), {tr("Remove"), tr("Keep")});
}

void DetailsPane::remove()
{
    if (im::Account *mine = account())
        mine->removeContact(m_chat.address).then(this, [this](Result<void> result) { done(result); });
}

void DetailsPane::done(const Result<void> &result)
{
    if (!result && result.error().kind != ErrorKind::Cancelled) {
        m_notice->setClosable(true);
        m_notice->present(widgets::Banner::Kind::Error, result.error().text);
    }
    follow();
}

void DetailsPane::focusFirst()
{
    m_copy->setFocus(Qt::ShortcutFocusReason);
}

} // namespace views
