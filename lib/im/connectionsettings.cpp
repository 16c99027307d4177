// SPDX-License-Identifier: GPL-3.0-or-later
#include "im/connectionsettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace im
{

static QString tr(const char *text) { return QCoreApplication::translate("im::ConnectionSettings", text); }

namespace
{

net::ServerFinder::Security securityOf(data::ConnectionKind kind)
{
    switch (kind) {
    case data::ConnectionKind::Automatic:
        return net::ServerFinder::Security::Automatic;
    case data::ConnectionKind::DirectTls:
        return net::ServerFinder::Security::DirectTls;
    case data::ConnectionKind::StartTls:
        return net::ServerFinder::Security::StartTls;
    }
    Q_UNREACHABLE_RETURN(net::ServerFinder::Security::Automatic);
}

Result<net::ClientCertificate> readCertificate(const QString &path, const Secret &passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Invalid, tr("The certificate file %1 cannot be read: %2").arg(path, file.errorString()));
    const QByteArray bytes = file.read(1'000'000);
    if (bytes.contains("-----BEGIN"))
        return net::ClientCertificate::fromParts(bytes, bytes, passphrase);
    return net::ClientCertificate::fromPkcs12(bytes, passphrase);
}

} // namespace

Result<session::ConnectionSettings> connectionSettings(const data::Account &account, const Credentials &credentials,
    const Secret &certificatePassphrase, const QList<stream::InlineFeature> &inlineFeatures, const QByteArray &knownFeatures)
{
    session::ConnectionSettings settings;
    settings.where = {account.address.domain().toString(), account.host, account.port, securityOf(account.connection)};
    settings.experience = account.verifiedBefore ? session::Experience::Proven : session::Experience::New;
    if (!account.pinnedCertificate.isEmpty())
        settings.pin = net::Pin{settings.where.domain, account.pinnedCertificate};

    stream::NegotiationSettings &negotiation = settings.negotiation;
    negotiation.address = account.address;
    negotiation.credentials.username = account.address.local().toString();
    negotiation.credentials.address = account.address.toString();
    negotiation.credentials.password = credentials.password();
    negotiation.credentials.token = credentials.token();
    negotiation.credentials.anonymous = account.address.isDomain();
    negotiation.credentials.kerberos = credentials.password().isEmpty() && !credentials.token() && !account.address.isDomain();
    negotiation.policy.proven = account.allowPlainAgain ? QString() : account.provenMechanism;
    negotiation.policy.allowDigestMd5 = account.allowDigestMd5;
    negotiation.resource = account.resource;
    negotiation.userAgentId = account.userAgentId;
    negotiation.software = u"Palique"_s;
    negotiation.device = QSysInfo::prettyProductName();
    negotiation.inlineFeatures = inlineFeatures;
    negotiation.knownFeatures = knownFeatures;
    negotiation.requestToken = account.keepSignedIn;
    negotiation.lang = QLocale().bcp47Name(); // "en" where the system has no language; ejabberd ends the stream over a "C"

    if (!account.clientCertificate.isEmpty()) {
        const auto certificate = readCertificate(account.clientCertificate, certificatePassphrase);
        if (!certificate)
            return std::unexpected(certificate.error());
        settings.clientCertificate = *certificate;
        negotiation.credentials.certificateAddresses = certificate->xmppAddresses();
    }
    return settings;
}

} // namespace im
