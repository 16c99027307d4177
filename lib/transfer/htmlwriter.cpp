// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/htmlwriter.h"

#include "transfer/plaintext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace transfer
{

namespace
{

// The policy is for a browser that would find something to load all the same.
constexpr auto Head = R"(<!DOCTYPE html>
<html lang="%1">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%2</title>
<style>
:root { color-scheme: light dark; --ground: #f4f5f7; --bubble: #fff; --own: #dcebff; --text: #1b1e23; --quiet: #5b6370; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181c; --bubble: #24282e; --own: #1f3a5f; --text: #e8eaed; --quiet: #a2abb8; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.4 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1, h2 { margin: 1.5rem 0 0; }
.quiet, .day { color: var(--quiet); font-size: .85rem; margin: .25rem 0 1rem; }
.day { text-align: center; margin: 1.5rem 0 .5rem; }
.message { width: fit-content; max-width: 80%; margin: .25rem 0; padding: .5rem .75rem; border-radius: 1rem; background: var(--bubble); }
.own { margin-inline-start: auto; background: var(--own); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
.about { color: var(--quiet); font-size: .75rem; }
</style>
</head>
<body>
<main>
<h1>%2</h1>
<p class="quiet">%3</p>
)"_L1;

//! Foreign words inside an element: nothing in them ends it, and no mark in them turns what stands outside.
QString escaped(const QString &text)
{
    return linesOf(text).join(u'\n').toHtmlEscaped();
}

QString isolated(const QString &name)
{
    return u"<bdi>%1</bdi>"_s.arg(oneLine(name).toHtmlEscaped());
}

} // namespace

QByteArray HtmlWriter::begin(const QDateTime &now)
{
    const QLocale locale;
    const QString when = locale.toString(now.toTimeZone(m_zone), QLocale::LongFormat);
    return QString(Head).arg(locale.bcp47Name().toHtmlEscaped(), tr("Chats from Palique").toHtmlEscaped(), tr("Exported on %1").arg(when).toHtmlEscaped()).toUtf8();
}

QByteArray HtmlWriter::beginChat(const ExportedChat &chat)
{
    m_chat = chat;
    m_day = {};
    return u"<section>\n<h2>%1</h2>\n<p class=\"quiet\">%2 · %3</p>\n"_s
        .arg(isolated(chat.name), isolated(chat.address.toString()), tr("Account: %1").toHtmlEscaped().arg(isolated(chat.account.toString()))).toUtf8();
}

QString HtmlWriter::dayLine(const QDateTime &time)
{
    if (std::exchange(m_day, time.date()) == time.date())
        return {};
    return u"<p class=\"day\">%1</p>\n"_s.arg(QLocale().toString(time.date(), QLocale::LongFormat).toHtmlEscaped());
}

QByteArray HtmlWriter::message(const data::Message &message)
{
    const QDateTime time = message.time.toTimeZone(m_zone);
    const bool own = message.direction == data::Direction::Sent;
    QStringList about{isolated(senderName(message, m_chat)),
        u"<time datetime=\"%1\">%2</time>"_s.arg(message.time.toUTC().toString(Qt::ISODateWithMs), QLocale().toString(time.time(), QLocale::ShortFormat).toHtmlEscaped())};
    if (message.edited.isValid())
        about << tr("edited").toHtmlEscaped();
    if (message.state == data::SendState::Failed)
        about << tr("not sent").toHtmlEscaped();
    // Not by arg(), which would look for places in somebody's words.
    return dayLine(time).toUtf8() + (own ? "<div class=\"message own\">" : "<div class=\"message\">") + "<div class=\"about\">" + about.join(u" · "_s).toUtf8()
        + "</div><div class=\"text\" dir=\"auto\">" + escaped(message.body).toUtf8() + "</div></div>\n";
}

} // namespace transfer
