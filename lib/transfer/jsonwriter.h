// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportwriter.h"

namespace transfer
{

//! JSON for other programs, one message a line; lib/transfer/EXPORT.md says what the fields mean, which stay as they are.
class JsonWriter final : public ExportWriter
{
public:
    static constexpr int Version = 1;

    [[nodiscard]] QByteArray begin(const QDateTime &now) override;
    [[nodiscard]] QByteArray beginChat(const ExportedChat &chat) override;
    [[nodiscard]] QByteArray message(const data::Message &message) override;
    [[nodiscard]] QByteArray endChat() override { return "\n]}"; }
    [[nodiscard]] QByteArray end() override { return "\n]}\n"; }

private:
    ExportedChat m_chat;
    bool m_anyChat = false, m_anyMessage = false;
};

} // namespace transfer
