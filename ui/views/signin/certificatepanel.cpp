// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/signin/certificatepanel.h"

#include "style/style.h"
#include "views/factgrid.h"
#include "views/parts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace views
{

namespace
{
//! A fingerprint in lines of eight bytes, so that it can be compared and never widens a window.
QString wrappedFingerprint(const QString &fingerprint)
{
    constexpr qsizetype Line = 8 * 3; // "AB:"
    QStringList lines;
    for (qsizetype at = 0; at < fingerprint.size(); at += Line)
        lines << fingerprint.sliced(at, std::min(Line, fingerprint.size() - at));
    return lines.join(u'\n');
}
}

CertificatePanel::CertificatePanel(QWidget *parent)
    : QWidget(parent), m_icon(new QLabel(this)), m_title(makeLabel({}, style::TextRole::Strong, this)),
      m_sentences(makeLabel({}, style::TextRole::Base, this)), m_advice(makeLabel({}, style::TextRole::Muted, this)),
      m_facts(new FactGrid(this)), m_trust(makeButton(tr("Trust this certificate"), style::ButtonRole::Secondary, "trustCertificate"_L1, this))
{
    setObjectName("certificatePanel"_L1);
    setAccessibleName(tr("Certificate"));
    style::setSurface(this, style::Surface::Card);
    m_icon->setTextFormat(Qt::PlainText);
    m_sentences->setObjectName("certificateSentences"_L1);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 16, 8);
    column->addLayout(head);
    column->addWidget(m_sentences);
    column->addWidget(m_facts);
    column->addWidget(m_advice);
    column->addWidget(m_trust, 0, Qt::AlignLeading);
    connect(m_trust, &QPushButton::clicked, this, &CertificatePanel::trustRequested);
}

void CertificatePanel::setProblem(const im::CertificateProblem &problem)
{
    const style::Palette &p = style::palette();
    m_icon->setPixmap(style::iconPixmap(style::Icon::Lock, style::metrics().icon, p.danger, devicePixelRatioF()));
    m_title->setText(problem.changed ? tr("This is not the certificate you trusted") : tr("The server could not prove who it is"));
    style::setTextRole(m_title, problem.changed ? style::TextRole::Danger : style::TextRole::Strong);
    m_sentences->setText(problem.sentences.join(u'\n'));
    m_facts->clear();
    const QLocale locale;
    m_facts->add(tr("Issued to"), problem.subject, "certificateSubject"_L1);
    m_facts->add(tr("Issued by"), problem.issuer, "certificateIssuer"_L1);
    m_facts->add(tr("Good for"), problem.names.join(u", "_s), "certificateNames"_L1);
    if (problem.notBefore.isValid() && problem.notAfter.isValid())
        m_facts->add(tr("Valid"), tr("%1 to %2", "from one date to another").arg(locale.toString(problem.notBefore.toLocalTime().date(), QLocale::ShortFormat), locale.toString(problem.notAfter.toLocalTime().date(), QLocale::ShortFormat)), "certificateValidity"_L1);
    m_facts->add(tr("Fingerprint"), wrappedFingerprint(problem.fingerprint), "certificateFingerprint"_L1);
    m_trust->setVisible(problem.mayBeTrusted);
    if (problem.changed)
        m_advice->setText(problem.mayBeTrusted
                ? tr("Somebody may be listening. Trust it only if whoever runs the server tells you that it was replaced, and the fingerprints are the same.")
                : tr("Somebody may be listening. Ask whoever runs the server whether it was replaced."));
    else if (problem.mayBeTrusted)
        m_advice->setText(tr("Trust it only if you know this server, and compare the fingerprint with what its owner tells you. It is trusted for this account alone."));
    else
        m_advice->setText(tr("This server proved itself before, so the network may be in the way, as where one signs in on a web page first. Palique tries again by itself."));
}

} // namespace views
