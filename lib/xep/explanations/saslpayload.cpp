// SPDX-License-Identifier: GPL-3.0-or-later
#include "xep/explanations/saslpayload.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace xep
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(xep::SaslPayload)
};

//! Text as it is, with "\0" where a zero byte is; bytes that are no text in hexadecimal.
QString printable(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return QString::fromLatin1(bytes.toHex(' '));
    return text.replace(QChar(0), "\\0"_L1);
}

QList<PayloadFact> whole(const QByteArray &data, const QString &meaning)
{
    return {{{}, printable(data), meaning}};
}

//! RFC 4616 2: whom to act as, who signs in, the password, with a zero byte before each of the last two.
QList<PayloadFact> plain(const QByteArray &data)
{
    const QByteArrayList parts = data.split('\0');
    QList<PayloadFact> facts = whole(data, Words::tr("The whole payload; \\0 stands for a zero byte, which separates the three parts."));
    if (parts.size() != 3)
        return facts;
    facts << PayloadFact{u"authzid"_s, printable(parts[0]), parts[0].isEmpty() ? Words::tr("Whom to act as: nobody else.") : Words::tr("Whom to act as.")};
    facts << PayloadFact{u"authcid"_s, printable(parts[1]), Words::tr("Who signs in.")};
    facts << PayloadFact{u"passwd"_s, printable(parts[2]), Words::tr("The password itself; only the connection's encryption hides it.")};
    return facts;
}

struct Attribute
{
    char letter;
    const char *client, *server;
};

//! RFC 5802 5.1, XEP-0474.
constexpr std::array ScramAttributes = {
    Attribute{'a', QT_TRANSLATE_NOOP("xep::SaslPayload", "Whom to act as."), nullptr},
    Attribute{'n', QT_TRANSLATE_NOOP("xep::SaslPayload", "Who signs in."), nullptr},
    Attribute{'r', QT_TRANSLATE_NOOP("xep::SaslPayload", "A number used once: ours at first, then ours with the server's behind it, so that no old sign-in can be played again."),
        QT_TRANSLATE_NOOP("xep::SaslPayload", "Our number used once, with the server's behind it, so that no old sign-in can be played again.")},
    Attribute{'s', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "The salt: it makes equal passwords look different on the server.")},
    Attribute{'i', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "How many times the password is hashed; it makes guessing slow.")},
    Attribute{'c', QT_TRANSLATE_NOOP("xep::SaslPayload", "What ties the sign-in to this encryption, said once more under our proof."), nullptr},
    Attribute{'p', QT_TRANSLATE_NOOP("xep::SaslPayload", "Our proof that we know the password; it fits this sign-in only."), nullptr},
    Attribute{'v', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "The server's proof that it knows the password's hash: it is the real one.")},
    Attribute{'e', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "Why the server refuses.")},
    Attribute{'h', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "A hash of all that the server offered, so that nobody can take a better way off the list.")},
    Attribute{'t', nullptr, QT_TRANSLATE_NOOP("xep::SaslPayload", "Which version of the encryption the server sees.")},
    Attribute{'m', QT_TRANSLATE_NOOP("xep::SaslPayload", "An extension that must be understood."), QT_TRANSLATE_NOOP("xep::SaslPayload", "An extension that must be understood.")},
};

QString binding(const QByteArray &flag)
{
    if (flag == "n")
        return Words::tr("We cannot tie the sign-in to this encryption.");
    if (flag == "y")
        return Words::tr("We could tie the sign-in to this encryption, but the server does not offer it.");
    return Words::tr("The sign-in is tied to this encryption, in this way.");
}

QString meaningOf(char letter, PayloadBy by)
{
    for (const Attribute &known : ScramAttributes) {
        if (const char *text = by == PayloadBy::Client ? known.client : known.server; known.letter == letter && text)
            return Words::tr(text);
    }
    return Words::tr("Something Palique does not know.");
}

QList<PayloadFact> scram(PayloadBy by, const QByteArray &data)
{
    QList<PayloadFact> facts;
    const QByteArrayList parts = data.split(',');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray &part = parts[i];
        const bool flag = by == PayloadBy::Client && i == 0 && (part == "n" || part == "y" || part.startsWith("p=tls-"));
        if (flag) {
            facts << PayloadFact{u"gs2"_s, printable(part), binding(part)};
            continue;
        }
        if (part.size() < 2 || part[1] != '=')
            continue;
        QByteArray value = part.sliced(2);
        if (part[0] == 'n' || part[0] == 'a')
            value.replace("=2C", ",").replace("=3D", "=");
        facts << PayloadFact{QString(QLatin1Char(part[0])), printable(value), meaningOf(part[0], by)};
    }
    return facts.isEmpty() ? whole(data, Words::tr("Something Palique does not know.")) : facts;
}

QList<PayloadFact> hashedToken(PayloadBy by, const QByteArray &data)
{
    const qsizetype zero = by == PayloadBy::Client ? data.indexOf('\0') : -1;
    QList<PayloadFact> facts;
    if (zero >= 0)
        facts << PayloadFact{u"authcid"_s, printable(data.first(zero)), Words::tr("Who signs in.")};
    facts << PayloadFact{u"hmac"_s, QString::fromLatin1(data.sliced(zero + 1).toHex(' ')),
        by == PayloadBy::Client ? Words::tr("Our proof that we have the token.") : Words::tr("The server's proof that it has the token, too.")};
    return facts;
}

} // namespace

QList<PayloadFact> explainPayload(QStringView mechanism, PayloadBy by, const QByteArray &data)
{
    if (data.isEmpty())
        return {{{}, {}, Words::tr("There is nothing in it.")}};
    if (mechanism == u"PLAIN")
        return plain(data);
    if (mechanism.startsWith(u"SCRAM-"))
        return scram(by, data);
    if (mechanism.startsWith(u"HT-"))
        return hashedToken(by, data);
    if (mechanism == u"DIGEST-MD5")
        return whole(data, Words::tr("Names and values of DIGEST-MD5: realm, nonces, and a hash with the password in it."));
    if (mechanism == u"EXTERNAL")
        return whole(data, Words::tr("Whom to act as; the certificate of the connection is the proof."));
    if (mechanism == u"ANONYMOUS")
        return whole(data, Words::tr("A word for the server's log; nobody is asked who they are."));
    if (mechanism == u"GSSAPI")
        return whole(data, Words::tr("A message of Kerberos, which only it can read."));
    return whole(data, Words::tr("Something Palique does not know."));
}

} // namespace xep
