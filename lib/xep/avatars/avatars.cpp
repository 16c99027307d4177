// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/avatars/avatars.h"

#include "crypto/hash.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace xep
{

QString pictureId(const QByteArray &bytes)
{
    return QString::fromLatin1(crypto::hash(crypto::Hash::Sha1, bytes).toHex());
}

bool isPictureId(QStringView text)
{
    const auto isHex = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); };
    return text.size() == 40 && std::ranges::all_of(text, isHex);
}

AvatarsModule::AvatarsModule(session::Session &session, PepModule &pep, QObject *parent) : Module(session, parent), m_pep(pep)
{
    keep(pep.listen(ns::AvatarMetadata, [this](const Jid &person, const QString &, const xml::Element &payload) { metadata(person, payload); }));
}

void AvatarsModule::metadata(const Jid &person, const xml::Element &payload)
{
    const auto metadata = payload.isNull() ? Result<AvatarMetadata>(AvatarMetadata()) : xml::decode<AvatarMetadata>(payload);
    if (!metadata)
        return;
    if (metadata->forms.isEmpty()) {
        Q_EMIT announced(person, {});
        return;
    }
    for (const AvatarInfo &form : metadata->forms) {
        const QString id = form.id.toLower();
        if (form.url || form.bytes == 0 || form.bytes > MaxBytes || !isPictureId(id))
            continue;
        Q_EMIT announced(person, id);
        return;
    }
}

Task<Result<QByteArray>> AvatarsModule::fetch(Jid person, QString id)
{
    const auto payload = co_await m_pep.fetch(person, ns::AvatarData.toString(), id).boundTo(this);
    if (!payload)
        co_return std::unexpected(payload.error());
    const auto data = xml::decode<AvatarData>(*payload);
    if (!data || data->bytes.size() > MaxBytes || pictureId(data->bytes) != id)
        co_return fail(Error::protocol(tr("The picture is not the one that was announced.")));
    co_return data->bytes;
}

Task<Result<void>> AvatarsModule::publish(QByteArray png, quint16 width, quint16 height)
{
    const QString id = pictureId(png);
    const auto stored = co_await m_pep.publish(ns::AvatarData, id, AvatarData{png}, PepModule::Readers::Everybody).boundTo(this);
    if (!stored)
        co_return stored;
    const AvatarMetadata metadata{{{quint32(png.size()), id, u"image/png"_s, width, height, {}}}};
    co_return co_await m_pep.publish(ns::AvatarMetadata, id, metadata, PepModule::Readers::Everybody).boundTo(this);
}

Task<Result<void>> AvatarsModule::withdraw()
{
    return m_pep.publish(ns::AvatarMetadata, {}, AvatarMetadata{}, PepModule::Readers::Everybody);
}

} // namespace xep
