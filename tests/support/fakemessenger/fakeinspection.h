// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "im/inspection.h"
#include "stream/note.h"

namespace fake
{

//! An inspection without a connection: a test says what goes over the stream. Each thing happens 12 ms after the one before.
class Inspection final : public im::Inspection
{
    Q_OBJECT

public:
    explicit Inspection(const QString &account, const QDateTime &begun = {}, QObject *parent = nullptr);

    //! Whether what follows keeps its secrets or lost them before.
    void setOrigin(Origin origin) { m_origin = origin; }
    void attempt();
    void note(stream::Note::Topic topic, const QStringList &facts);
    void sent(const QByteArray &xml);
    void received(const QByteArray &xml);
    void wait(int milliseconds) { m_now = m_now.addMSecs(milliseconds); }

    //! A sign-in by STARTTLS and SCRAM that works, with binding, stream management and the first questions.
    void playSignIn();
    //! One that ends with a refused password.
    void playRefusal();
    //! What people do when they are online: a message with its receipt, a contact that comes.
    void playChat();

    void setOnline(bool online);
    [[nodiscard]] bool canSend() const override { return m_online; }
    QByteArrayList written;

protected:
    Result<void> write(const QByteArray &stanza) override;

private:
    void playConnection();
    void record(int kind, const QByteArray &text, const stream::Note &note);

    QDateTime m_now;
    Origin m_origin = Origin::Whole;
    bool m_online = true;
};

} // namespace fake
