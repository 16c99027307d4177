// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace widgets
{
class Avatar;
class ElidedLabel;
}

namespace views
{

//! The bar over a conversation: who it is with, what they do at this moment in words, search and "Details".
class ConversationHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit ConversationHeader(QWidget *parent = nullptr);

    void setPerson(const QString &name, const QString &address, const QImage &picture);
    //! `dot` is a widgets::Presence.
    void setState(const QString &words, int dot);
    void setTyping(const QString &words);
    [[nodiscard]] QToolButton *backButton() const { return m_back; }
    [[nodiscard]] QToolButton *searchButton() const { return m_search; }
    [[nodiscard]] QToolButton *detailsButton() const { return m_details; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void follow();

    QToolButton *m_back, *m_search, *m_details;
    widgets::Avatar *m_face;
    widgets::ElidedLabel *m_name, *m_state;
    QString m_words, m_typing;
};

} // namespace views
