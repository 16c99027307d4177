// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportwriter.h"

#include <QCoreApplication>

namespace transfer
{

//! Plain text: "[2026-11-25 14:02:11] Ana: Hello", with further lines indented, so that no text looks like another message.
class TextWriter final : public ExportWriter
{
    Q_DECLARE_TR_FUNCTIONS(transfer::Export)

public:
    explicit TextWriter(QTimeZone zone) : m_zone(std::move(zone)) { }

    [[nodiscard]] QByteArray begin(const QDateTime &now) override;
    [[nodiscard]] QByteArray beginChat(const ExportedChat &chat) override;
    [[nodiscard]] QByteArray message(const data::Message &message) override;
    [[nodiscard]] QByteArray endChat() override { return "\n"; }
    [[nodiscard]] QByteArray end() override { return {}; }

private:
    [[nodiscard]] QString timeOf(const QDateTime &time) const;

    QTimeZone m_zone;
    ExportedChat m_chat;
};

} // namespace transfer
