// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificate.h"

#include "net/certificatenames.h"
#include "net/der.h"
#include "net/domainname.h"
#include "net/publickey.h"

#include <QCryptographicHash>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace net
{

using Problem = CertificateVerdict::Problem;

//! The object identifier of the algorithm a certificate is signed with, as DER has it.
static QByteArrayView signatureOid(const QByteArray &certificateDer)
{
    const auto certificate = der::Reader(certificateDer).next(0x30);
    der::Reader parts(certificate ? certificate->content : QByteArrayView());
    if (!parts.next())
        return {};
    const auto algorithm = parts.next(0x30);
    const auto id = algorithm ? der::Reader(algorithm->content).next(0x06) : std::nullopt;
    return id ? id->content : QByteArrayView();
}

static bool hasBrokenSignature(const QSslCertificate &certificate)
{
    const QByteArray bytes = certificate.toDer();
    const QByteArrayView oid = signatureOid(bytes);
    constexpr QByteArrayView Md2Rsa("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x02", 9);
    constexpr QByteArrayView Md5Rsa("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04", 9);
    constexpr QByteArrayView Sha1Rsa("\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05", 9);
    constexpr QByteArrayView Sha1Dsa("\x2a\x86\x48\xce\x38\x04\x03", 7);
    constexpr QByteArrayView Sha1Ecdsa("\x2a\x86\x48\xce\x3d\x04\x01", 7);
    return oid == Md2Rsa || oid == Md5Rsa || oid == Sha1Rsa || oid == Sha1Dsa || oid == Sha1Ecdsa;
}

//! A key that can be broken, or a signature that can be forged (a self-signed certificate's own says nothing).
static bool isWeak(const QSslCertificate &certificate)
{
    const QSslKey key = publicKeyOf(certificate);
    if ((key.algorithm() == QSsl::Rsa || key.algorithm() == QSsl::Dsa) && key.length() < 2048)
        return true;
    if (key.algorithm() == QSsl::Ec && key.length() < 224)
        return true;
    return !certificate.isSelfSigned() && hasBrokenSignature(certificate);
}

//! What the library's complaint is to us; nothing for what judge() looks at itself.
static std::optional<Problem> problemOf(const QSslError &error, const PeerCertificate &peer)
{
    switch (error.error()) {
    case QSslError::NoError:
    case QSslError::HostNameMismatch:
        return std::nullopt;
    case QSslError::CertificateExpired:
        return Problem::Expired;
    case QSslError::CertificateNotYetValid:
        return Problem::NotYetValid;
    case QSslError::SelfSignedCertificate:
        return Problem::SelfSigned;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::CertificateUntrusted:
    case QSslError::InvalidCaCertificate:
        return peer.chain.constFirst().isSelfSigned() ? Problem::SelfSigned : Problem::UnknownIssuer;
    case QSslError::CertificateRevoked:
    case QSslError::CertificateBlacklisted:
        return Problem::Revoked;
    default:
        return std::any_of(peer.chain.begin(), peer.chain.end(), isWeak) ? Problem::WeakKey : Problem::Other;
    }
}

static QList<Problem> problemsOf(const PeerCertificate &peer, QStringView domain)
{
    const QSslCertificate &leaf = peer.chain.constFirst();
    QList<Problem> found;
    for (const QSslError &error : peer.errors) {
        if (const auto problem = problemOf(error, peer))
            found << *problem;
    }
    if (peer.now > leaf.expiryDate())
        found << Problem::Expired;
    if (peer.now < leaf.effectiveDate())
        found << Problem::NotYetValid;
    if (!CertificateNames::of(leaf.toDer()).cover(domain))
        found << Problem::WrongName;
    if (isWeak(leaf))
        found << Problem::WeakKey;
    return found;
}

//! Worst first, none twice.
static void sortBySeverity(QList<Problem> &problems)
{
    constexpr std::array order{Problem::PinChanged, Problem::Revoked, Problem::WrongName, Problem::SelfSigned, Problem::UnknownIssuer,
        Problem::WeakKey, Problem::Expired, Problem::NotYetValid, Problem::Other};
    QList<Problem> sorted;
    for (const Problem problem : order) {
        if (problems.contains(problem))
            sorted << problem;
    }
    problems = sorted;
}

//! The organisation's or, failing that, the common name, cut to what fits a sentence.
static QString nameForPeople(const QStringList &organisation, const QStringList &commonName)
{
    const QString name = organisation.isEmpty() ? commonName.join(u", "_s) : organisation.join(u", "_s);
    return name.simplified().left(100);
}

static void describe(const PeerCertificate &peer, CertificateVerdict &verdict)
{
    const QSslCertificate &leaf = peer.chain.constFirst();
    verdict.sha256 = QCryptographicHash::hash(leaf.toDer(), QCryptographicHash::Sha256);
    verdict.subject = nameForPeople(leaf.subjectInfo(QSslCertificate::Organization), leaf.subjectInfo(QSslCertificate::CommonName));
    verdict.issuer = nameForPeople(leaf.issuerInfo(QSslCertificate::Organization), leaf.issuerInfo(QSslCertificate::CommonName));
    verdict.names = CertificateNames::of(leaf.toDer()).forPeople(50);
    verdict.notBefore = leaf.effectiveDate();
    verdict.notAfter = leaf.expiryDate();
    QStringList details;
    for (const QSslError &error : peer.errors.first(std::min<qsizetype>(peer.errors.size(), 10)))
        details << error.errorString();
    verdict.detail = details.join(u"; "_s);
}

CertificateVerdict judge(const PeerCertificate &peer, QStringView domain, const std::optional<Pin> &pin)
{
    CertificateVerdict verdict;
    verdict.domain = domain.toString();
    if (peer.chain.isEmpty() || peer.chain.constFirst().isNull()) {
        verdict.problems << Problem::Other;
        return verdict;
    }
    describe(peer, verdict);
    verdict.problems = problemsOf(peer, domain);
    // The same domain spelled otherwise is the same domain, or a pin would silently go.
    const bool pinned = pin && (pin->domain == domain || (!aceDomain(domain).isEmpty() && aceDomain(pin->domain) == aceDomain(domain)));
    if (pinned && pin->sha256 != verdict.sha256)
        verdict.problems << Problem::PinChanged;
    sortBySeverity(verdict.problems);
    if (pinned && pin->sha256 == verdict.sha256)
        verdict.trust = CertificateVerdict::Trust::Pinned;
    else if (verdict.problems.isEmpty())
        verdict.trust = CertificateVerdict::Trust::Authority;
    return verdict;
}

static QString dateForPeople(const QDateTime &date)
{
    return QLocale().toString(date.toLocalTime().date(), QLocale::LongFormat);
}

static QString wrongName(const CertificateVerdict &verdict)
{
    if (verdict.names.isEmpty())
        return CertificateVerdict::tr("The certificate names no domain, so it does not prove that this is %1.").arg(verdict.domain);
    const QString shown = verdict.names.first(std::min<qsizetype>(verdict.names.size(), 5)).join(u", "_s);
    // In one call: a name from the net may hold a place marker itself.
    return CertificateVerdict::tr("The certificate is for %1, not for %2.").arg(shown, verdict.domain);
}

static QString sentenceFor(Problem problem, const CertificateVerdict &verdict)
{
    switch (problem) {
    case Problem::Expired:
        return CertificateVerdict::tr("The server's certificate expired on %1.").arg(dateForPeople(verdict.notAfter));
    case Problem::NotYetValid:
        return CertificateVerdict::tr("The server's certificate is valid only from %1; is this computer's clock right?")
            .arg(dateForPeople(verdict.notBefore));
    case Problem::UnknownIssuer:
        return verdict.issuer.isEmpty() ? CertificateVerdict::tr("The server's certificate was issued by somebody this computer does not know.")
                                        : CertificateVerdict::tr("The server's certificate was issued by %1, whom this computer does not know.")
                                              .arg(verdict.issuer);
    case Problem::SelfSigned:
        return CertificateVerdict::tr("The server made its certificate itself; nobody else vouches for it.");
    case Problem::WrongName:
        return wrongName(verdict);
    case Problem::Revoked:
        return CertificateVerdict::tr("The server's certificate was withdrawn by its issuer.");
    case Problem::WeakKey:
        return CertificateVerdict::tr("The server's certificate is protected too weakly and could be forged.");
    case Problem::PinChanged:
        return CertificateVerdict::tr("The server shows another certificate than the one you chose to trust. "
                                      "Somebody may be listening in, unless the people who run the server replaced it.");
    case Problem::Other:
        return verdict.sha256.isEmpty() ? CertificateVerdict::tr("The server showed no certificate.")
                                        : CertificateVerdict::tr("The server's certificate could not be checked.");
    }
    return {};
}

QStringList CertificateVerdict::sentences() const
{
    QStringList list;
    for (const Problem problem : problems)
        list << sentenceFor(problem, *this);
    return list;
}

QString CertificateVerdict::fingerprint() const
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

}
