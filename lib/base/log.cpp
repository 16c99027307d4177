// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

Q_LOGGING_CATEGORY(logXml, "palique.xml", QtInfoMsg)
Q_LOGGING_CATEGORY(logNet, "palique.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logSasl, "palique.sasl", QtInfoMsg)
Q_LOGGING_CATEGORY(logStream, "palique.stream", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "palique.session", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "palique.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logIm, "palique.im", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "palique.ui", QtInfoMsg)
