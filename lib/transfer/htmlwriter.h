// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportwriter.h"

#include <QCoreApplication>

namespace transfer
{

//! One page for a browser, light or dark as the reader likes it: no script, nothing fetched, every foreign word escaped.
class HtmlWriter final : public ExportWriter
{
    Q_DECLARE_TR_FUNCTIONS(transfer::Export)

public:
    explicit HtmlWriter(QTimeZone zone) : m_zone(std::move(zone)) { }

    [[nodiscard]] QByteArray begin(const QDateTime &now) override;
    [[nodiscard]] QByteArray beginChat(const ExportedChat &chat) override;
    [[nodiscard]] QByteArray message(const data::Message &message) override;
    [[nodiscard]] QByteArray endChat() override { return "</section>\n"; }
    [[nodiscard]] QByteArray end() override { return "</main>\n</body>\n</html>\n"; }

private:
    [[nodiscard]] QString dayLine(const QDateTime &time);

    QTimeZone m_zone;
    ExportedChat m_chat;
    QDate m_day; //!< of the message before
};

} // namespace transfer
