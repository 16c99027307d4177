// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/faces.h"

#include "im/people.h"
#include "xep/modules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace im
{

using store::FaceSource;

namespace
{

data::Profile profileOf(const xep::VCard &card)
{
    data::Profile p{card.name, card.nickname, card.organisation, card.title, card.emails, card.phones, card.website, card.birthday, {}, card.note};
    p.place = card.town.isEmpty() || card.country.isEmpty() ? card.town + card.country : card.town + u", "_s + card.country;
    return p;
}

xep::VCard cardOf(const data::Profile &p)
{
    const qsizetype comma = p.place.lastIndexOf(u',');
    const QString town = (comma < 0 ? p.place : p.place.first(comma)).trimmed(), country = comma < 0 ? QString() : p.place.sliced(comma + 1).trimmed();
    return {p.name, p.nickname, p.organisation, p.title, p.emails, p.phones, p.website, p.birthday, town, country, p.note};
}

} // namespace

Faces::Faces(store::Database &database, const Clock &clock, const Jid &own, const People &people, xep::Modules &modules, QObject *parent) :
    QObject(parent), m_store(database, clock), m_own(own.bare()), m_people(people), m_modules(modules)
{
    connect(&modules.avatars, &xep::AvatarsModule::announced, this, [this](const Jid &person, const QString &id) { announced(person, id, FaceSource::Published); });
    connect(&modules.vcard, &xep::VCardModule::pictureAnnounced, this, [this](const Jid &person, const QString &id) { announced(person, id, FaceSource::Card); });
    connect(&modules.nickname, &xep::NicknameModule::changed, this, &Faces::named);
}

void Faces::open(data::AccountId account)
{
    m_account = account;
    m_store.all(account).then(this, [this](const Result<QList<store::Face>> &faces) {
        if (!faces)
            return; // they will say it again
        for (const store::Face &face : *faces) {
            if (m_faces.contains(face.address))
                continue; // heard meanwhile
            m_faces.insert(face.address, face);
            if (!face.picture.isEmpty())
                Q_EMIT pictureChanged(face.address);
            if (!face.nickname.isEmpty())
                Q_EMIT nicknameChanged(face.address);
        }
    });
}

bool Faces::isKnown(const Jid &person) const
{
    return person == m_own || m_people.contact(person).has_value();
}

void Faces::announced(const Jid &person, const QString &id, FaceSource source)
{
    if (!isKnown(person))
        return;
    store::Face face = m_faces.value(person);
    face.address = person;
    // What is published is believed over what a presence says of a card: servers turn the former into the latter.
    if (face.source > source || (face.picture == id && face.source == source))
        return;
    const bool changed = face.picture != id;
    face.picture = id;
    face.source = id.isEmpty() ? FaceSource::None : source;
    keep(face);
    if (changed)
        Q_EMIT pictureChanged(person);
}

void Faces::named(const Jid &person, const QString &name)
{
    store::Face face = m_faces.value(person);
    if (!isKnown(person) || face.nickname == name)
        return;
    face.address = person;
    face.nickname = name;
    keep(face);
    Q_EMIT nicknameChanged(person);
}

void Faces::keep(const store::Face &face)
{
    m_faces.insert(face.address, face);
    m_store.put(m_account, face).detach(); // it can be asked again
}

Task<Result<QByteArray>> Faces::picture(Jid address)
{
    const store::Face face = m_faces.value(address.bare());
    if (face.picture.isEmpty())
        co_return QByteArray();
    const auto kept = co_await m_store.picture(face.picture).boundTo(this);
    if (kept && !kept->isEmpty())
        co_return *kept;
    const Promise<Result<QByteArray>> answer;
    const auto same = [&face](const Wanted &wanted) { return wanted.id == face.picture && wanted.person == face.address; };
    if (const auto wanted = std::ranges::find_if(m_wanted, same); wanted != m_wanted.end())
        wanted->answers << answer;
    else
        m_wanted << Wanted{face.address, face.picture, face.source, {answer}};
    next();
    co_return co_await answer.task().boundTo(this);
}

void Faces::next()
{
    while (m_underWay < AtOnce && m_underWay < m_wanted.size()) {
        // Those under way stay at the front, for others who want the same.
        const Wanted &wanted = m_wanted.at(m_underWay++);
        fetch(wanted.person, wanted.id, wanted.source).then(this, [this, person = wanted.person, id = wanted.id](const Result<QByteArray> &bytes) { finish(person, id, bytes); });
    }
}

void Faces::finish(const Jid &person, const QString &id, const Result<QByteArray> &bytes)
{
    const auto wanted = std::ranges::find_if(m_wanted, [&](const Wanted &one) { return one.id == id && one.person == person; });
    const auto answers = wanted->answers;
    m_wanted.erase(wanted);
    --m_underWay;
    if (bytes)
        m_store.putPicture(id, *bytes).detach();
    for (const auto &answer : answers)
        answer.finish(bytes);
    next();
}

Task<Result<QByteArray>> Faces::fetch(Jid person, QString id, FaceSource source)
{
    return source == FaceSource::Card ? m_modules.vcard.fetchPicture(person, id) : m_modules.avatars.fetch(person, id);
}

Task<Result<void>> Faces::setPicture(QByteArray png, quint16 width, quint16 height)
{
    if (!m_modules.pep.isThere())
        co_return fail(ErrorKind::Unsupported, tr("Your server does not keep pictures."));
    if (png.size() > xep::AvatarsModule::MaxBytes)
        co_return fail(ErrorKind::Invalid, tr("The picture is too large."));
    if (png.isEmpty())
        co_return co_await m_modules.avatars.withdraw().boundTo(this);
    const auto published = co_await m_modules.avatars.publish(png, width, height).boundTo(this);
    if (!published)
        co_return published;
    const QString id = xep::pictureId(png);
    m_store.putPicture(id, png).detach();
    announced(m_own, id, FaceSource::Published);
    co_return Result<void>();
}

Task<Result<void>> Faces::setNickname(QString name)
{
    if (!m_modules.pep.isThere())
        co_return fail(ErrorKind::Unsupported, tr("Your server does not keep names."));
    const auto published = co_await m_modules.nickname.publish(name).boundTo(this);
    if (published)
        named(m_own, xep::NicknameModule::clean(name));
    co_return published;
}

Task<Result<data::Profile>> Faces::profile(Jid address)
{
    const auto card = co_await m_modules.vcard.fetch(address.bare()).boundTo(this);
    if (!card)
        co_return std::unexpected(card.error());
    co_return profileOf(*card);
}

Task<Result<void>> Faces::setProfile(data::Profile profile)
{
    return m_modules.vcard.publish(cardOf(profile));
}

} // namespace im
