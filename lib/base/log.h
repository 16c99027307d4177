// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

// One category a layer: QT_LOGGING_RULES="palique.stream.debug=true" shows one of them. Never log a secret or a message's text.
Q_DECLARE_LOGGING_CATEGORY(logXml)
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logSasl)
Q_DECLARE_LOGGING_CATEGORY(logStream)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logIm)
Q_DECLARE_LOGGING_CATEGORY(logUi)
