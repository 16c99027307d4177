// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/conversation/conversationheader.h"

#include "style/style.h"
#include "views/parts.h"
#include "widgets/avatar.h"
#include "widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace views
{

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent), m_back(makeIconButton(style::Icon::Back, tr("Back"), "back"_L1, this)),
      m_search(makeIconButton(style::Icon::Search, tr("Search in this chat"), "searchChat"_L1, this)),
      m_details(makeIconButton(style::Icon::Info, tr("Details"), "details"_L1, this)), m_face(new widgets::Avatar(this)),
      m_name(new widgets::ElidedLabel(this)), m_state(new widgets::ElidedLabel(this))
{
    setObjectName("conversationHeader"_L1);
    style::setSurface(this, style::Surface::Window);
    m_back->setToolTip(tr("Back to the chats (Esc)"));
    m_back->hide();
    m_details->setCheckable(true);
    m_face->setExtent(36);
    m_name->setObjectName("conversationName"_L1);
    m_state->setObjectName("conversationState"_L1);
    style::setTextRole(m_name, style::TextRole::Strong);
    style::setTextRole(m_state, style::TextRole::SmallMuted);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addStretch(1);
    names->addWidget(m_name);
    names->addWidget(m_state);
    names->addStretch(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_face);
    row->addSpacing(4);
    row->addLayout(names, 1);
    row->addWidget(m_search);
    row->addWidget(m_details);
    const auto resize = [this] { setMinimumHeight(style::metrics().header); };
    connect(style::changes(), &style::Changes::changed, this, resize);
    resize();
}

void ConversationHeader::setPerson(const QString &name, const QString &address, const QImage &picture)
{
    m_name->setText(name);
    m_face->setSpec({address, name, picture, widgets::AvatarSpec::Kind::Person, m_face->spec().presence});
}

void ConversationHeader::setState(const QString &words, int dot)
{
    m_words = words;
    widgets::AvatarSpec spec = m_face->spec();
    spec.presence = widgets::Presence(dot);
    m_face->setSpec(spec);
    follow();
}

void ConversationHeader::setTyping(const QString &words)
{
    m_typing = words;
    follow();
}

void ConversationHeader::follow()
{
    const bool typing = !m_typing.isEmpty();
    m_state->setText(typing ? m_typing : m_words);
    m_state->setVisible(!m_state->text().isEmpty());
    style::setTextRole(m_state, typing ? style::TextRole::Accent : style::TextRole::SmallMuted);
    if (typing)
        m_state->setFont(style::fonts().small);
}

void ConversationHeader::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        m_details->click();
}

} // namespace views
