// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/sendpanel.h"

#include "style/style.h"
#include "views/parts.h"
#include "widgets/banner.h"

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace views
{

SendPanel::SendPanel(QWidget *parent)
    : QWidget(parent), m_notice(new widgets::Banner(this)), m_xml(new QPlainTextEdit(this)),
      m_send(makeButton(tr("Send XML"), style::ButtonRole::Primary, "sendXml"_L1, this))
{
    setObjectName("sendPanel"_L1);
    m_notice->setObjectName("sendNotice"_L1);
    m_xml->setObjectName("rawXml"_L1);
    m_xml->setAccessibleName(tr("XML to send"));
    m_xml->setPlaceholderText(tr("One message, presence or iq"));
    m_xml->setTabChangesFocus(true);
    m_xml->setFrameShape(QFrame::NoFrame);
    m_xml->document()->setDocumentMargin(0);
    m_xml->viewport()->setAutoFillBackground(false);
    const auto restyle = [this] {
        m_xml->setFont(style::fonts().mono);
        m_xml->setFixedHeight(QFontMetrics(style::fonts().mono).lineSpacing() * 4);
    };
    connect(style::changes(), &style::Changes::changed, this, restyle);
    restyle();
    auto *field = new QWidget(this);
    style::setSurface(field, style::Surface::Card);
    auto *inside = new QVBoxLayout(field);
    setSpacing(inside, 8, 0);
    inside->addWidget(m_xml);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    setSpacing(column, 12, 8);
    column->addWidget(m_notice);
    column->addLayout(row);
    connect(m_send, &QPushButton::clicked, this, &SendPanel::send);
    connect(m_xml, &QPlainTextEdit::textChanged, this, &SendPanel::follow);
    follow();
}

void SendPanel::setInspection(im::Inspection *inspection)
{
    if (m_inspection)
        m_inspection->disconnect(this);
    m_inspection = inspection;
    if (inspection)
        connect(inspection, &im::Inspection::canSendChanged, this, &SendPanel::follow);
    follow();
}

void SendPanel::focusFirst()
{
    m_xml->setFocus(Qt::OtherFocusReason);
}

//! The warning, again when something else is written after a mistake.
void SendPanel::follow()
{
    const bool online = m_inspection && m_inspection->canSend();
    m_send->setEnabled(online && !m_xml->toPlainText().trimmed().isEmpty());
    const auto kind = online ? widgets::Banner::Kind::Warning : widgets::Banner::Kind::Info;
    if (m_notice->kind() == kind && !m_notice->text().isEmpty())
        return; // it is spoken when it changes, not with every key
    if (online)
        m_notice->present(kind, tr("This goes out in your name, exactly as you write it. Never send what somebody else gave you unless you know what it does."));
    else
        m_notice->present(kind, tr("XML can be sent while the account is connected."));
}

void SendPanel::send()
{
    if (!m_inspection)
        return;
    const Result<void> sent = m_inspection->send(m_xml->toPlainText());
    if (!sent) {
        m_notice->present(widgets::Banner::Kind::Error, sent.error().text);
        return;
    }
    m_xml->clear();
    m_xml->setFocus(Qt::OtherFocusReason);
}

} // namespace views
