// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/systemkeyring.h"

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace app
{

namespace
{

Error errorOf(const QKeychain::Job &job)
{
    return {ErrorKind::Storage, u"keyring"_s, QCoreApplication::translate("app::SystemKeyring", "The system's keyring did not answer: %1").arg(job.errorString())};
}

//! Runs a job that deletes itself, and answers with what `take` makes of it.
template <typename R, typename Job, typename Take>
Task<R> run(Job *job, QObject *owner, Take take)
{
    Promise<R> promise;
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, owner, [promise, take](QKeychain::Job *done) { promise.finish(take(*static_cast<Job *>(done))); });
    job->start();
    return promise.task();
}

} // namespace

SystemKeyring::SystemKeyring(const QString &profile, QObject *parent) :
    QObject(parent), m_service(profile.isEmpty() ? u"Palique"_s : u"Palique "_s + profile)
{
}

bool SystemKeyring::isAvailable() const
{
    return QKeychain::isAvailable();
}

Task<Result<std::optional<Secret>>> SystemKeyring::read(QString key)
{
    using Found = Result<std::optional<Secret>>;
    if (!isAvailable())
        return Task<Found>::ready(Found(std::nullopt));
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    return run<Found>(job, this, [](const QKeychain::ReadPasswordJob &done) -> Found {
        if (done.error() == QKeychain::EntryNotFound)
            return std::nullopt;
        if (done.error() != QKeychain::NoError)
            return std::unexpected(errorOf(done));
        return Secret(done.textData());
    });
}

Task<Result<void>> SystemKeyring::write(QString key, Secret secret)
{
    if (!isAvailable())
        return Task<Result<void>>::ready(fail(ErrorKind::Unsupported, tr("This system has no keyring.")));
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setTextData(secret.revealText());
    return run<Result<void>>(job, this, [](const QKeychain::WritePasswordJob &done) -> Result<void> {
        return done.error() == QKeychain::NoError ? Result<void>() : std::unexpected(errorOf(done));
    });
}

Task<Result<void>> SystemKeyring::remove(QString key)
{
    if (!isAvailable())
        return Task<Result<void>>::ready({});
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    return run<Result<void>>(job, this, [](const QKeychain::DeletePasswordJob &done) -> Result<void> {
        const bool gone = done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound;
        return gone ? Result<void>() : std::unexpected(errorOf(done));
    });
}

} // namespace app
