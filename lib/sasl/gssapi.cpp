// SPDX-License-Identifier: GPL-3.0-or-later
#include "sasl/gssapi.h"

#include "sasl/words.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QObject>
#include <QSemaphore>
#include <QThread>
#include <QtCrypto>

using namespace Qt::StringLiterals;

namespace
{

// The library tells of its success just after the last bytes to send, on the other thread; the server's answer rarely outruns it.
constexpr int GraceMilliseconds = 500;
// An idle thread ends at once; one that hangs in the library is left to itself.
constexpr int GoodbyeMilliseconds = 50;

//! The library prepares itself in its first start, without a lock of its own.
QBasicMutex startLock;

Error translated(QCA::SASL::Error error, QCA::SASL::AuthCondition condition)
{
    using sasl::Words;
    if (error == QCA::SASL::ErrorInit)
        return Error{ErrorKind::Auth, u"no-ticket"_s, Words::tr("There is no valid Kerberos ticket for this server.")};
    switch (condition) {
    case QCA::SASL::NoMechanism:
        return Error{ErrorKind::Unsupported, u"no-kerberos"_s, Words::tr("Kerberos sign-in is not installed on this computer.")};
    case QCA::SASL::BadServer:
        return Error{ErrorKind::Auth, u"server-not-proven"_s, Words::tr("The server could not prove that it is your server.")};
    case QCA::SASL::BadProtocol:
        return Error{ErrorKind::Protocol, u"malformed-challenge"_s, Words::tr("The server's side of the sign-in makes no sense.")};
    case QCA::SASL::RemoteUnavailable:
        return Error{ErrorKind::Network, u"no-key-server"_s, Words::tr("The Kerberos server cannot be reached.")};
    default:
        return Error{ErrorKind::Auth, u"no-ticket"_s, Words::tr("There is no valid Kerberos ticket for this server.")};
    }
}

} // namespace

namespace sasl
{

//! What both threads touch.
struct Gssapi::Shared
{
    QMutex lock;
    Gssapi *owner = nullptr; //!< under the lock: null once nobody waits any more
    QSemaphore authenticated;
};

//! Holds the library on its own thread.
class Gssapi::Worker final : public QObject
{
public:
    Worker(std::shared_ptr<Shared> shared, QString host, QString authzid) :
        m_shared(std::move(shared)), m_host(std::move(host)), m_authzid(std::move(authzid))
    {
    }

    void start()
    {
        m_sasl = std::make_unique<QCA::SASL>();
        connect(m_sasl.get(), &QCA::SASL::clientStarted, this, [this](bool hasInitial, const QByteArray &data) {
            deliver(Respond{hasInitial ? std::optional(data) : std::nullopt});
        });
        connect(m_sasl.get(), &QCA::SASL::nextStep, this, [this](const QByteArray &data) { deliver(Respond{data}); });
        connect(m_sasl.get(), &QCA::SASL::needParams, this, [this](const QCA::SASL::Params &wanted) {
            if (wanted.canSendAuthzid() && !m_authzid.isEmpty())
                m_sasl->setAuthzid(m_authzid);
            m_sasl->continueAfterParams();
        });
        connect(m_sasl.get(), &QCA::SASL::authenticated, this, [this] { m_shared->authenticated.release(); });
        connect(m_sasl.get(), &QCA::SASL::error, this, [this] { deliver(Failed{translated(m_sasl->errorCode(), m_sasl->authCondition())}); });
        m_sasl->setConstraints(QCA::SASL::AuthFlagsNone, 0, 0); // TLS is the security layer
        const QMutexLocker lock(&startLock);
        m_sasl->startClient(u"xmpp"_s, m_host, {u"GSSAPI"_s});
    }

    void step(const QByteArray &challenge)
    {
        if (m_sasl)
            m_sasl->putStep(challenge);
    }

private:
    //! Hands the step to the caller's thread; what is on its way when the mechanism dies goes with its `m_home`.
    void deliver(Step step)
    {
        const QMutexLocker lock(&m_shared->lock);
        if (Gssapi *const owner = m_shared->owner) {
            QMetaObject::invokeMethod(&owner->m_home, [owner, step = std::move(step)] {
                if (const auto call = owner->later) // a copy: the call may destroy the mechanism
                    call(step);
            }, Qt::QueuedConnection);
        }
    }

    std::shared_ptr<Shared> m_shared;
    QString m_host, m_authzid;
    std::unique_ptr<QCA::SASL> m_sasl;
};

Gssapi::Gssapi(QString host, QString authzid) : m_host(std::move(host)), m_authzid(std::move(authzid))
{
}

Gssapi::~Gssapi()
{
    if (!m_worker)
        return;
    {
        const QMutexLocker lock(&m_shared->lock);
        m_shared->owner = nullptr;
    }
    QThread *const thread = m_worker->thread();
    thread->quit();
    thread->wait(QDeadlineTimer(GoodbyeMilliseconds));
}

QString Gssapi::name() const
{
    return u"GSSAPI"_s;
}

Step Gssapi::start()
{
    if (m_worker)
        return Failed{Error::protocol(Words::tr("The sign-in went out of order."))};
    if (!QCA::isSupported("sasl"))
        return Failed{Error{ErrorKind::Unsupported, u"no-kerberos"_s, Words::tr("Kerberos sign-in is not installed on this computer.")}};
    m_shared = std::make_shared<Shared>();
    m_shared->owner = this;
    auto *thread = new QThread;
    thread->setObjectName(u"kerberos"_s);
    m_worker = new Worker(m_shared, m_host, m_authzid);
    m_worker->moveToThread(thread);
    QObject::connect(thread, &QThread::finished, m_worker, &QObject::deleteLater); // still on the thread itself
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater); // on the caller's
    thread->start();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->start(); }, Qt::QueuedConnection);
    return Pending{};
}

Step Gssapi::respond(const QByteArray &challenge)
{
    if (!m_worker)
        return Failed{Error::protocol(Words::tr("The sign-in went out of order."))};
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, challenge] { worker->step(challenge); }, Qt::QueuedConnection);
    return Pending{};
}

Result<void> Gssapi::finish(const QByteArray &)
{
    if (m_worker && m_shared->authenticated.tryAcquire(1, GraceMilliseconds))
        return {};
    return fail(ErrorKind::Auth, Words::tr("The server said you are signed in without proving who it is. It may not be your server at all."), u"server-not-proven"_s);
}

} // namespace sasl
