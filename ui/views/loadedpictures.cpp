// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/loadedpictures.h"

#include "widgets/picturedecoder.h"

namespace views
{

LoadedPictures::LoadedPictures(im::Accounts &accounts, QObject *parent) : models::Pictures(parent), m_images(Room)
{
    m_workers.setMaxThreadCount(1); // painting comes first
    for (im::Account *account : accounts.all())
        follow(account);
    connect(&accounts, &im::Accounts::added, this, &LoadedPictures::follow);
}

void LoadedPictures::follow(im::Account *account)
{
    connect(account, &im::Account::pictureChanged, this, [this, account](const Jid &address) { Q_EMIT changed(account->id(), address); });
    connect(account, &im::Account::statusChanged, this, [this, account] {
        if (account->isOnline())
            m_failed.clear();
    });
}

QVariant LoadedPictures::picture(im::Account &account, const Jid &address)
{
    const QString id = account.pictureId(address);
    if (id.isEmpty())
        return {};
    if (const QImage *image = m_images.object(id))
        return image->isNull() ? QVariant() : QVariant(*image);
    if (!m_loading.contains(id) && !m_failed.contains(id))
        load(account, address.bare(), id);
    return {};
}

void LoadedPictures::load(im::Account &account, const Jid &address, const QString &id)
{
    m_loading << id;
    account.picture(address).then(this, [this, number = account.id(), address, id](const Result<QByteArray> &bytes) {
        if (bytes && !bytes->isEmpty())
            return decode(number, address, id, *bytes);
        m_loading.remove(id);
        m_failed << id;
    });
}

void LoadedPictures::decode(data::AccountId account, const Jid &address, const QString &id, const QByteArray &bytes)
{
    m_workers.start([this, bytes, account, address, id] {
        QImage image = widgets::decodePicture(bytes, Extent);
        QMetaObject::invokeMethod(this, [this, account, address, id, image = std::move(image)] {
            m_loading.remove(id);
            m_images.insert(id, new QImage(image), qMax<qsizetype>(1, image.sizeInBytes()));
            if (!image.isNull())
                Q_EMIT changed(account, address);
        }, Qt::QueuedConnection);
    });
}

} // namespace views
