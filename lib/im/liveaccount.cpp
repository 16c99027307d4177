// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/liveaccount.h"

#include "im/connectionsettings.h"
#include "im/liveinspection.h"

using namespace Qt::StringLiterals;

namespace im
{

namespace
{

constexpr std::array<std::pair<QStringView, stanza::Show>, 4> ShowNames{{
    {u"away", stanza::Show::Away},
    {u"xa", stanza::Show::ExtendedAway},
    {u"dnd", stanza::Show::DoNotDisturb},
    {u"chat", stanza::Show::Chat},
}};

stanza::Show showOf(const QString &name)
{
    for (const auto &[known, show] : ShowNames) {
        if (known == name)
            return show;
    }
    return stanza::Show::Online;
}

QString nameOfShow(data::Availability availability)
{
    switch (availability) {
    case data::Availability::Away:
        return u"away"_s;
    case data::Availability::ExtendedAway:
        return u"xa"_s;
    case data::Availability::DoNotDisturb:
        return u"dnd"_s;
    case data::Availability::Chat:
        return u"chat"_s;
    case data::Availability::Online:
    case data::Availability::Offline:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

data::Availability availabilityOf(stanza::Show show)
{
    switch (show) {
    case stanza::Show::Online:
        return data::Availability::Online;
    case stanza::Show::Away:
        return data::Availability::Away;
    case stanza::Show::Chat:
        return data::Availability::Chat;
    case stanza::Show::DoNotDisturb:
        return data::Availability::DoNotDisturb;
    case stanza::Show::ExtendedAway:
        return data::Availability::ExtendedAway;
    }
    Q_UNREACHABLE_RETURN(data::Availability::Online);
}

} // namespace

LiveAccount::LiveAccount(const Means &means, data::Account settings, QObject *parent) :
    Account(parent), m_database(means.database), m_clock(means.environment.clock), m_settings(std::move(settings)),
    m_accountStore(means.database), m_messageStore(means.database), m_conversationStore(means.database), m_cacheStore(means.database, m_clock), m_caps(means.database, m_clock),
    m_credentials(means.keyring, m_settings.address, m_settings.keepSignedIn ? Credentials::Memory::Keyring : Credentials::Memory::Session),
    m_session(m_settings.address, m_clock), m_people(means.database), m_modules(m_session, m_people, m_people, m_caps),
    m_faces(means.database, m_clock, m_settings.address, m_people, m_modules),
    m_connection(means.environment, m_session), m_outbox(means.database, m_session),
    m_history(means.database, m_session, m_modules.archive, m_modules.serverFeatures, [this](QList<session::Incoming> messages) { return collect(std::move(messages)); },
        [this] { return m_modules.displayed.catchUp(); })
{
    connect(&m_connection, &session::Connection::stateChanged, this, &LiveAccount::updateStatus);
    connect(&m_connection, &session::Connection::phaseChanged, this, &LiveAccount::updateStatus);
    connect(&m_connection, &session::Connection::signedIn, this, &LiveAccount::signedIn);
    connect(&m_connection, &session::Connection::announced, this, &LiveAccount::remember);
    connect(&m_connection, &session::Connection::tokenUsed, &m_credentials, &Credentials::useToken);
    connect(&m_connection, &session::Connection::tokenRejected, &m_credentials, &Credentials::dropToken);
    connect(&m_session, &session::Session::started, this, [this] {
        m_chats = Chats::Loading;
        updateStatus();
    });
    connect(&m_session, &session::Session::closed, this, &LiveAccount::streamEnded);
    connect(&m_people, &People::loaded, this, [this] {
        m_chats = Chats::Loaded;
        updateStatus();
    });
    connect(&m_people, &People::contactsReset, this, &Account::contactsReset);
    connect(&m_people, &People::contactChanged, this, &Account::contactChanged);
    connect(&m_people, &People::requestsChanged, this, &Account::requestsChanged);
    connect(&m_modules.blocking, &xep::BlockingModule::changed, this, &Account::blockedChanged);
    connect(&m_people, &People::askedBack, this, [this](const Jid &from) { m_modules.subscriptions.accept(from); });
    connect(&m_people, &People::trouble, this, &LiveAccount::trouble);
    connect(&m_credentials, &Credentials::trouble, this, &LiveAccount::trouble);
    connect(&m_outbox, &Outbox::changed, this, &LiveAccount::changed);
    connect(&m_outbox, &Outbox::failed, this, &LiveAccount::trouble);
    connect(&m_outbox, &Outbox::arrivedLate, &m_history, &History::askAgain);
    connect(&m_history, &History::committed, this, [this](const store::Changes &changes) {
        m_outbox.learn(changes);
        confirmMissed(changes);
        Q_EMIT changed(changes);
    });
    connect(&m_history, &History::gaveUp, &m_outbox, &Outbox::resolveDoubtful);
    connect(&m_history, &History::stateChanged, this, &Account::historyChanged);
    connect(&m_history, &History::failed, this, &LiveAccount::trouble);
    connect(&m_modules.devices, &xep::DevicesModule::changed, this, [this](const QList<Jid> &contacts) {
        for (const Jid &contact : contacts)
            Q_EMIT presenceChanged(contact);
    });
    connect(&m_modules.chatStates, &xep::ChatStatesModule::typingChanged, this, [this](const Jid &peer) { Q_EMIT typingChanged(peer); });
    connect(&m_faces, &Faces::pictureChanged, this, &Account::pictureChanged);
    connect(&m_faces, &Faces::nicknameChanged, this, &Account::contactChanged); // it may be the name to show
    m_people.follow(m_modules);
    hookMessages();
    announce();
    m_people.open(m_settings.id, m_settings.rosterVersion);
    m_faces.open(m_settings.id);
}

LiveAccount::~LiveAccount() = default;

// The connection

void LiveAccount::goOnline()
{
    if (m_secretsLoaded) {
        connectNow();
        return;
    }
    recall().then(this, [this](const Result<void> &loaded) { secretsLoaded(loaded); });
}

//! Fetches what the first attempt needs; the file and the keyring are asked at once.
Task<Result<void>> LiveAccount::recall()
{
    auto features = m_cacheStore.features(m_settings.id, address().domainJid());
    auto secrets = m_credentials.load();
    const auto known = co_await std::move(features).boundTo(this);
    if (known && m_knownFeatures.isEmpty())
        m_knownFeatures = *known;
    co_return co_await std::move(secrets).boundTo(this);
}

void LiveAccount::remember(const QByteArray &features)
{
    m_knownFeatures = features;
    m_cacheStore.putFeatures(m_settings.id, address().domainJid(), features).detach(); // it can be asked again
}

void LiveAccount::secretsLoaded(const Result<void> &result)
{
    m_secretsLoaded = true;
    if (!result)
        Q_EMIT trouble(result.error());
    connectNow();
}

void LiveAccount::connectNow()
{
    applySettings();
    if (m_settingsError) {
        updateStatus();
        return;
    }
    m_connection.start();
    if (!m_credentials.hasAny() && m_settings.clientCertificate.isEmpty() && !m_settings.address.isDomain())
        Q_EMIT passwordNeeded();
}

void LiveAccount::goOffline()
{
    m_connection.stop();
}

void LiveAccount::tryNow()
{
    applySettings();
    if (!m_settingsError)
        m_connection.tryNow();
}

void LiveAccount::trustCertificate()
{
    const auto &failure = m_connection.failure();
    if (!failure || !failure->net || !failure->net->verdict || !m_status.trouble || !m_status.trouble->certificate || !m_status.trouble->certificate->mayBeTrusted)
        return;
    m_settings.pinnedCertificate = failure->net->verdict->sha256;
    keepSettings();
    tryNow();
}

void LiveAccount::usePassword(Secret password, Credentials::Memory memory)
{
    m_credentials.setPassword(std::move(password), memory);
    m_secretsLoaded = true;
}

void LiveAccount::setPassword(Secret password, Keep keep)
{
    m_settings.keepSignedIn = keep == Keep::Keyring;
    keepSettings();
    usePassword(std::move(password), keep == Keep::Keyring ? Credentials::Memory::Keyring : Credentials::Memory::Session);
    m_connection.stop();
    connectNow();
}

void LiveAccount::setEnabled(Enabled enabled)
{
    m_settings.enabled = enabled == Enabled::Yes;
    keepSettings();
}

Task<Result<void>> LiveAccount::change(data::Account settings)
{
    // What the engine learns by itself is not the dialog's to set back.
    settings.id = m_settings.id;
    settings.address = m_settings.address;
    settings.rosterVersion = m_settings.rosterVersion;
    settings.userAgentId = m_settings.userAgentId;
    const auto kept = co_await m_accountStore.update(settings).boundTo(this);
    if (!kept)
        co_return kept;
    const bool where = settings.host != m_settings.host || settings.port != m_settings.port || settings.connection != m_settings.connection;
    m_settings = settings;
    if (where)
        m_settings.verifiedBefore = false; // another server: a person decides about its certificate
    Q_EMIT settingsChanged();
    m_connection.stop();
    if (m_settings.enabled)
        connectNow();
    co_return Result<void>();
}

void LiveAccount::applySettings()
{
    auto settings = connectionSettings(m_settings, m_credentials, m_passphrase, m_modules.inlineFeatures(), m_knownFeatures);
    m_settingsError = settings ? std::nullopt : std::optional(settings.error());
    if (settings)
        m_connection.setSettings(std::move(*settings));
}

void LiveAccount::keepSettings()
{
    m_accountStore.update(m_settings).then(this, [this](const Result<void> &kept) {
        if (!kept)
            Q_EMIT trouble(kept.error());
    });
    Q_EMIT settingsChanged();
}

void LiveAccount::signedIn(const stream::Negotiated &negotiated, const net::TlsInfo &)
{
    if (sasl::isWorthRemembering(negotiated.mechanism))
        m_settings.provenMechanism = negotiated.mechanism;
    m_settings.verifiedBefore = true;
    m_settings.allowPlainAgain = m_settings.allowPlainAgain && negotiated.mechanism == u"PLAIN";
    m_settings.resource = negotiated.bound.resource().toString();
    if (negotiated.newToken)
        m_credentials.setToken(*negotiated.newToken);
    else if (negotiated.tokenRejected)
        m_credentials.dropToken();
    m_credentials.confirmPassword();
    keepSettings();
    applySettings();
}

void LiveAccount::updateStatus()
{
    Status status = statusOf(m_connection, m_chats);
    if (m_settingsError) {
        status.state = Status::State::NeedsAttention;
        status.trouble = Trouble{Trouble::Kind::Password, m_settingsError->text, {}, {}};
    }
    if (status == m_status)
        return;
    m_status = status;
    Q_EMIT statusChanged();
}

std::unique_ptr<Inspection> LiveAccount::inspect()
{
    return std::make_unique<LiveInspection>(m_connection, m_session);
}

// Ourselves

void LiveAccount::setPresence(data::Availability availability, const QString &status)
{
    m_settings.show = nameOfShow(availability);
    m_settings.status = status;
    keepSettings();
    announce();
}

void LiveAccount::setActivity(Activity activity)
{
    m_activity = activity;
    m_idleSince = activity == Activity::Idle ? m_clock.now() : QDateTime();
    m_modules.csi.set(activity == Activity::Idle ? xep::CsiModule::State::Inactive : xep::CsiModule::State::Active);
    announce();
}

void LiveAccount::announce()
{
    stanza::Show show = showOf(m_settings.show);
    if (m_activity == Activity::Idle && (show == stanza::Show::Online || show == stanza::Show::Chat))
        show = stanza::Show::Away;
    m_modules.ownPresence.set({show, m_settings.status, qint8(m_settings.priority), m_idleSince});
}

// People

data::PresenceSummary LiveAccount::presence(const Jid &address) const
{
    const auto devices = m_modules.devices.devices(address);
    if (devices.isEmpty())
        return {data::Availability::Offline, {}, 0, m_modules.devices.lastSeen(address)};
    return {availabilityOf(devices.first().show), devices.first().status, int(devices.size()), devices.first().idleSince};
}

QList<Account::Device> LiveAccount::devices(const Jid &address) const
{
    QList<Device> result;
    for (const xep::Device &device : m_modules.devices.devices(address)) {
        const auto info = m_modules.caps.known(device.address);
        const QString software = info && !info->identities.isEmpty() ? info->identities.first().name.value_or(QString()) : QString();
        result << Device{device.address, availabilityOf(device.show), device.status, software, device.priority};
    }
    return result;
}

Task<Result<QDateTime>> LiveAccount::localTime(Jid address)
{
    const auto device = m_modules.devices.best(address);
    if (!device)
        co_return fail(ErrorKind::Unsupported, tr("They are not online."));
    const auto info = co_await m_modules.caps.infoFor(device->address).boundTo(this);
    if (!info || !info->has(ns::Time))
        co_return fail(ErrorKind::Unsupported, tr("Their device does not tell the time."));
    co_return co_await m_modules.time.query(device->address).boundTo(this);
}

Task<Result<void>> LiveAccount::addContact(Jid address, QString name, QStringList groups)
{
    const auto added = co_await m_modules.roster.set(address.bare(), std::move(name), std::move(groups)).boundTo(this);
    if (!added)
        co_return added;
    m_modules.subscriptions.request(address);
    co_return Result<void>();
}

Task<Result<void>> LiveAccount::changeContact(Jid address, QString name, QStringList groups)
{
    return m_modules.roster.set(address.bare(), std::move(name), std::move(groups));
}

Task<Result<void>> LiveAccount::removeContact(Jid address)
{
    return m_modules.roster.remove(address.bare());
}

void LiveAccount::acceptRequest(const Jid &from)
{
    if (!m_modules.subscriptions.accept(from))
        return; // offline: the request stays
    m_people.forgetRequest(from);
    const auto known = contact(from);
    if (!known)
        addContact(from, {}, {}).detach();
    else if (known->subscription == data::Subscription::None || known->subscription == data::Subscription::From)
        m_modules.subscriptions.request(from);
}

void LiveAccount::declineRequest(const Jid &from)
{
    if (m_modules.subscriptions.decline(from))
        m_people.forgetRequest(from);
}

Task<Result<void>> LiveAccount::block(QList<Jid> addresses, Report report)
{
    const auto reason = report == Report::Abuse ? xep::ReportReason::Abuse : xep::ReportReason::Spam;
    return m_modules.blocking.block(std::move(addresses), report == Report::None ? std::nullopt : std::optional(xep::Report{reason, {}}));
}

} // namespace im
