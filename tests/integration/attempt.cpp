// SPDX-License-Identifier: GPL-3.0-or-later
#include "attempt.h"

#include <QTest>

using namespace Qt::StringLiterals;

support::TestServer testServer(QStringView name)
{
    const auto server = support::TestServer::load(name);
    if (!server)
        qFatal("the fixture of %s wrote nothing", qPrintable(name.toString()));
    return *server;
}

Attempt::Attempt(const support::TestServer &server, const QString &address, Way way)
{
    const auto jid = Jid::parse(address);
    settings.address = *jid;
    settings.credentials.username = jid->local().toString();
    settings.credentials.address = address;
    settings.credentials.password = Secret(server.accounts.value(jid->local().toString()));
    settings.userAgentId = u"d4565fa7-4d72-4749-b3d3-740edbf87770"_s;
    settings.software = u"Palique"_s;
    tls.domain = jid->domain().toString();
    tls.trust.extra = net::TrustStore::readPem(server.ca).value_or(QList<QSslCertificate>());
    tls.trust.roots = net::TrustStore::Roots::ExtraOnly;
    where.domain = where.host = tls.domain;
    where.port = way == Way::DirectTls ? server.tls : server.c2s;
    where.security = way == Way::DirectTls ? net::ServerFinder::Security::DirectTls : net::ServerFinder::Security::StartTls;
}

bool Attempt::run()
{
    failure.reset();
    framing.reset();
    phases.clear();
    trace.clear();
    roundTrips = 0;
    tokenRejected = false;
    net::TcpTransportFactory factory(tls);
    stream::SignIn signIn({m_resolver, factory, m_clock, m_keys}, where, settings);
    bool over = false, said = false;
    QObject::connect(&signIn, &stream::SignIn::phaseChanged, &signIn, [&](stream::Phase phase) { phases << int(phase); });
    QObject::connect(&signIn, &stream::SignIn::sent, &signIn, [&](const QByteArray &xml) {
        trace += "C: " + xml + '\n';
        said = true;
    });
    QObject::connect(&signIn, &stream::SignIn::received, &signIn, [&](const QByteArray &xml) {
        trace += "S: " + xml + '\n';
        roundTrips += std::exchange(said, false);
    });
    QObject::connect(&signIn, &stream::SignIn::tokenRejected, &signIn, [&] { tokenRejected = true; });
    QObject::connect(&signIn, &stream::SignIn::finished, &signIn, [&] {
        over = true;
        result = signIn.result();
        framing = signIn.takeFraming();
        info = framing->tlsInfo();
        ticket = framing->sessionTicket();
    });
    QObject::connect(&signIn, &stream::SignIn::failed, &signIn, [&](const stream::Failure &why) {
        over = true;
        failure = why;
    });
    signIn.start();
    if (!QTest::qWaitFor([&] { return over; }, 60'000))
        failure = stream::Failure::timeout(stream::Phase::FindServer);
    if (failure)
        qInfo().noquote() << "failed:" << failure->sentence() << failure->advice();
    return !failure;
}

void Attempt::close()
{
    if (!framing)
        return;
    bool over = false;
    QObject::connect(framing.get(), &stream::Framing::closed, framing.get(), [&] { over = true; });
    framing->close();
    (void)QTest::qWaitFor([&] { return over; }, 10'000);
    framing.reset();
}
