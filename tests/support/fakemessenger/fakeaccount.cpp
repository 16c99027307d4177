// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakemessenger/fakeaccount.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fake
{

Jid jid(const QString &text)
{
    return Jid::parse(text).value();
}

std::array<im::StepState, im::StepCount> steps(im::Step step, im::StepState state)
{
    std::array<im::StepState, im::StepCount> all{};
    for (int i = 0; i < int(step); ++i)
        all.at(size_t(i)) = im::StepState::Done;
    all.at(size_t(step)) = state;
    return all;
}

Account::Account(data::Account settings, QObject *parent)
    : im::Account(parent), m_settings(std::move(settings))
{
    m_status.state = im::Status::State::Online;
    m_status.steps.fill(im::StepState::Done);
}

void Account::goOnline()
{
    calls << u"goOnline"_s;
}

void Account::goOffline()
{
    calls << u"goOffline"_s;
}

void Account::tryNow()
{
    calls << u"tryNow"_s;
}

void Account::trustCertificate()
{
    calls << u"trustCertificate"_s;
}

void Account::setPassword(Secret password, Keep keep)
{
    lastPassword = password.revealText();
    calls << (keep == Keep::Keyring ? u"setPassword keyring"_s : u"setPassword session"_s);
}

Task<Result<void>> Account::answer()
{
    if (const auto error = std::exchange(m_fail, std::nullopt))
        return Task<Result<void>>::ready(fail(*error));
    return Task<Result<void>>::ready({});
}

Task<Result<void>> Account::change(data::Account settings)
{
    calls << u"change"_s;
    if (!m_fail) {
        m_settings = std::move(settings);
        Q_EMIT settingsChanged();
    }
    return answer();
}

std::unique_ptr<im::Inspection> Account::inspect()
{
    auto made = std::make_unique<Inspection>(address().toString());
    inspection = made.get();
    if (onInspect)
        onInspect(*made);
    return made;
}

void Account::setPresence(data::Availability availability, const QString &status)
{
    calls << u"setPresence %1 %2"_s.arg(int(availability)).arg(status);
    m_settings.status = status;
    m_settings.show = availability == data::Availability::Away ? u"away"_s : availability == data::Availability::DoNotDisturb ? u"dnd"_s : QString();
    Q_EMIT settingsChanged();
}

void Account::setActivity(Activity activity)
{
    calls << (activity == Activity::Idle ? u"idle"_s : u"active"_s);
}

std::optional<data::Contact> Account::contact(const Jid &address) const
{
    const auto at = m_index.constFind(address);
    return at == m_index.cend() ? std::nullopt : std::optional(m_contacts.at(*at));
}

data::PresenceSummary Account::presence(const Jid &address) const
{
    return m_presence.value(address);
}

Task<Result<void>> Account::addContact(Jid address, QString name, QStringList groups)
{
    calls << u"addContact "_s + address.toString();
    if (!m_fail) {
        put(address.toString(), name, groups, data::Subscription::None);
        m_contacts.last().requested = true;
    }
    return answer();
}

Task<Result<void>> Account::changeContact(Jid address, QString name, QStringList groups)
{
    calls << u"changeContact %1 %2 %3"_s.arg(address.toString(), name, groups.join(u'|'));
    if (const auto at = m_index.constFind(address); at != m_index.cend() && !m_fail) {
        m_contacts[*at].name = name;
        m_contacts[*at].groups = groups;
        Q_EMIT contactChanged(address);
    }
    return answer();
}

Task<Result<void>> Account::removeContact(Jid address)
{
    calls << u"removeContact "_s + address.toString();
    if (!m_fail) {
        m_contacts.removeIf([&address](const data::Contact &one) { return one.address == address; });
        m_index.clear();
        for (qsizetype i = 0; i < m_contacts.size(); ++i)
            m_index.insert(m_contacts.at(i).address, i);
        Q_EMIT contactChanged(address);
    }
    return answer();
}

void Account::setLooks(const QString &address, const Looks &looks)
{
    m_looks.insert(jid(address), looks);
    Q_EMIT pictureChanged(jid(address));
    Q_EMIT contactChanged(jid(address));
}

QString Account::pictureId(const Jid &address) const
{
    const QByteArray picture = m_looks.value(address.bare()).picture;
    return picture.isEmpty() ? QString() : QString::number(qHash(picture), 16);
}

Task<Result<void>> Account::setPicture(QByteArray png, QSize size)
{
    calls << u"setPicture %1 %2x%3"_s.arg(png.isEmpty() ? u"none"_s : u"some"_s).arg(size.width()).arg(size.height());
    if (!m_fail) {
        m_looks[this->address()].picture = png;
        Q_EMIT pictureChanged(this->address());
    }
    return answer();
}

Task<Result<void>> Account::setNickname(QString name)
{
    calls << u"setNickname "_s + name;
    if (!m_fail)
        m_looks[this->address()].nickname = name;
    return answer();
}

Task<Result<void>> Account::setProfile(data::Profile profile)
{
    calls << u"setProfile "_s + profile.name;
    if (!m_fail)
        m_looks[this->address()].profile = profile;
    return answer();
}

void Account::acceptRequest(const Jid &from)
{
    calls << u"acceptRequest "_s + from.toString();
    m_requests.removeIf([&from](const auto &one) { return one.from == from; });
    put(from.toString(), {}, {}, data::Subscription::From);
    Q_EMIT requestsChanged();
}

void Account::declineRequest(const Jid &from)
{
    calls << u"declineRequest "_s + from.toString();
    m_requests.removeIf([&from](const auto &one) { return one.from == from; });
    Q_EMIT requestsChanged();
}

Task<Result<Account::Keeping>> Account::setKeeping(Keeping keeping)
{
    calls << QStringLiteral("setKeeping %1").arg(int(keeping));
    if (m_fail)
        return Task<Result<Keeping>>::ready(std::unexpected(*std::exchange(m_fail, {})));
    m_keeping = keeping;
    return Task<Result<Keeping>>::ready(keeping);
}

void Account::setHistory(const im::HistoryState &history)
{
    m_history = history;
    Q_EMIT historyChanged();
}

void Account::setBlocking(Blocking blocking)
{
    m_blocking = blocking;
    Q_EMIT blockedChanged();
}

QList<Jid> Account::blocksOn(const Jid &address) const
{
    QList<Jid> found{address.domainJid()};
    if (!address.isDomain())
        found << address.bare();
    found.removeIf([this](const Jid &one) { return !m_blocked.contains(one); });
    return found;
}

Task<Result<void>> Account::block(QList<Jid> addresses, Report report)
{
    static constexpr std::array Words{"block "_L1, "block spam "_L1, "block abuse "_L1};
    for (const Jid &address : std::as_const(addresses)) {
        calls << Words.at(size_t(report)) + address.toString();
        if (!m_fail && !m_blocked.contains(address))
            m_blocked << address;
        if (!m_fail)
            m_requests.removeIf([&address](const auto &one) { return one.from == address; });
    }
    std::ranges::sort(m_blocked);
    Q_EMIT blockedChanged();
    Q_EMIT requestsChanged();
    return answer();
}

Task<Result<void>> Account::unblock(QList<Jid> addresses)
{
    for (const Jid &address : std::as_const(addresses)) {
        calls << u"unblock "_s + address.toString();
        if (!m_fail)
            m_blocked.removeOne(address);
    }
    Q_EMIT blockedChanged();
    return answer();
}

QList<Account::Device> Account::devices(const Jid &address) const
{
    return m_devices.value(address);
}

Task<Result<QDateTime>> Account::localTime(Jid address)
{
    const QDateTime time = m_times.value(address);
    if (!time.isValid())
        return Task<Result<QDateTime>>::ready(fail(Error::timeout()));
    return Task<Result<QDateTime>>::ready(time);
}

void Account::setStatus(const im::Status &status)
{
    m_status = status;
    Q_EMIT statusChanged();
}

void Account::setState(im::Status::State state)
{
    im::Status status;
    status.state = state;
    if (state == im::Status::State::Online)
        status.steps.fill(im::StepState::Done);
    else if (state == im::Status::State::Connecting)
        status.steps = steps(im::Step::Connect, im::StepState::Active);
    setStatus(status);
}

void Account::setTrouble(im::Status::State state, const im::Trouble &trouble, const QDateTime &retryAt)
{
    im::Status status;
    status.state = state;
    status.trouble = trouble;
    status.retryAt = retryAt;
    setStatus(status);
}

void Account::put(const QString &address, const QString &name, const QStringList &groups, data::Subscription subscription)
{
    const Jid who = jid(address);
    const data::Contact contact{id(), who, name, groups, subscription, false};
    if (const auto at = m_index.constFind(who); at != m_index.cend()) {
        m_contacts[*at] = contact;
    } else {
        m_index.insert(who, m_contacts.size());
        m_contacts.append(contact);
    }
    Q_EMIT contactChanged(who);
}

void Account::putMany(QList<data::Contact> contacts)
{
    m_contacts = std::move(contacts);
    m_index.clear();
    for (qsizetype i = 0; i < m_contacts.size(); ++i)
        m_index.insert(m_contacts.at(i).address, i);
    Q_EMIT contactsReset();
}

void Account::setPresenceOf(const QString &address, const data::PresenceSummary &presence)
{
    m_presence.insert(jid(address), presence);
    Q_EMIT presenceChanged(jid(address));
}

void Account::setDevices(const QString &address, const QList<Device> &devices)
{
    m_devices.insert(jid(address), devices);
}

void Account::setTimeOf(const QString &address, const QDateTime &time)
{
    m_times.insert(jid(address), time);
}

void Account::ask(const QString &from, const QString &text, const QDateTime &when)
{
    m_requests.append({id(), jid(from), text, when});
    Q_EMIT requestsChanged();
}

void SignInAttempt::reach(im::Step step, im::StepState state)
{
    m_status.state = im::Status::State::Connecting;
    m_status.steps = steps(step, state);
    m_status.trouble.reset();
    Q_EMIT statusChanged();
}

void SignInAttempt::fail(im::Step step, const im::Trouble &trouble)
{
    m_status.state = im::Status::State::NeedsAttention;
    m_status.steps = steps(step, im::StepState::Failed);
    m_status.trouble = trouble;
    Q_EMIT statusChanged();
}

void SignInAttempt::succeed(im::Account *account)
{
    m_status.state = im::Status::State::Online;
    m_status.steps.fill(im::StepState::Done);
    Q_EMIT statusChanged();
    Q_EMIT succeeded(account);
}

std::unique_ptr<im::Inspection> SignInAttempt::inspect()
{
    auto made = std::make_unique<Inspection>(form.address.toString());
    made->setOrigin(im::Inspection::Origin::Masked);
    made->setOnline(false);
    made->playRefusal();
    return made;
}

im::Account *Accounts::byId(data::AccountId id) const
{
    for (im::Account *account : m_all) {
        if (account->id() == id)
            return account;
    }
    return nullptr;
}

std::unique_ptr<im::SignInAttempt> Accounts::signIn(im::SignInForm form)
{
    ++attempts;
    overlaps += attempt ? 1 : 0;
    auto made = std::make_unique<SignInAttempt>(std::move(form));
    attempt = made.get();
    return made;
}

Task<Result<void>> Accounts::remove(data::AccountId id)
{
    im::Account *account = byId(id);
    m_all.removeOne(account);
    if (onRemove)
        onRemove(id);
    Q_EMIT removed(account);
    account->deleteLater();
    return Task<Result<void>>::ready({});
}

void Accounts::add(Account *account)
{
    account->setParent(this);
    m_all.append(account);
    Q_EMIT added(account);
}

} // namespace fake
