// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/messagedata.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPixmap>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace widgets {

namespace {
QString words(const char *text)
{
    return QCoreApplication::translate("widgets::MessageView", text);
}

template <typename Enum>
Enum toEnum(const QVariant &value, Enum last)
{
    const int number = value.toInt();
    return number >= 0 && number <= int(last) ? Enum(number) : Enum(0);
}
}

MessageData readMessage(const QModelIndex &index)
{
    MessageData d;
    d.id = index.data(MessageRole::Id).toString();
    d.sender = index.data(MessageRole::Sender).toString();
    d.senderName = displayable(index.data(MessageRole::SenderName).toString().left(200)).simplified();
    d.body = index.data(MessageRole::Body).toString();
    d.time = index.data(MessageRole::Time).toDateTime().toLocalTime();
    d.kind = toEnum(index.data(MessageRole::Kind), MessageKind::Retracted);
    d.state = toEnum(index.data(MessageRole::State), MessageState::Failed);
    d.errorText = index.data(MessageRole::ErrorText).toString().left(1000);
    d.own = index.data(MessageRole::Own).toBool();
    d.edited = index.data(MessageRole::Edited).toBool();
    d.delayed = index.data(MessageRole::Delayed).toBool();
    d.unreadLine = index.data(MessageRole::UnreadLine).toBool();
    d.note = displayable(index.data(MessageRole::Note).toString().left(500));
    d.unstyled = index.data(MessageRole::Unstyled).toBool();
    d.avatarKey = index.data(MessageRole::AvatarKey).toString();
    if (d.body.startsWith("/me "_L1))
        d.actor = displayable(index.data(MessageRole::Actor).toString().left(200)).simplified();
    if (d.avatarKey.isEmpty())
        d.avatarKey = d.sender;
    d.found = index.data(MessageRole::Found).value<QList<std::pair<int, int>>>();
    d.marked = index.data(MessageRole::Marked).toBool();
    const QVariant image = index.data(MessageRole::AvatarImage);
    d.avatar = image.metaType() == QMetaType::fromType<QPixmap>() ? image.value<QPixmap>().toImage() : image.value<QImage>();
    return d;
}

MessageHead readHead(const QModelIndex &index)
{
    MessageHead head;
    if (!index.isValid())
        return head;
    head.exists = true;
    head.sender = index.data(MessageRole::Sender).toString();
    head.time = index.data(MessageRole::Time).toDateTime().toLocalTime();
    head.kind = toEnum(index.data(MessageRole::Kind), MessageKind::Retracted);
    head.own = index.data(MessageRole::Own).toBool();
    head.unreadLine = index.data(MessageRole::UnreadLine).toBool();
    head.note = !index.data(MessageRole::Note).toString().isEmpty();
    return head;
}

MessageHead headOf(const MessageData &d)
{
    return {true, d.sender, d.time, d.kind, d.own, d.unreadLine, !d.note.isEmpty()};
}

bool sameRun(const MessageHead &first, const MessageHead &next)
{
    constexpr qint64 RunSeconds = 5 * 60;
    if (!first.exists || !next.exists || next.unreadLine || next.note)
        return false;
    if (first.kind == MessageKind::System || next.kind == MessageKind::System)
        return false;
    if (first.own != next.own || first.sender != next.sender || first.time.date() != next.time.date())
        return false;
    return qAbs(first.time.secsTo(next.time)) <= RunSeconds;
}

QString stateText(MessageState state)
{
    switch (state) {
    case MessageState::Sending: return words(QT_TRANSLATE_NOOP("widgets::MessageView", "sending"));
    case MessageState::Sent: return words(QT_TRANSLATE_NOOP("widgets::MessageView", "sent"));
    case MessageState::Delivered: return words(QT_TRANSLATE_NOOP("widgets::MessageView", "delivered"));
    case MessageState::Read: return words(QT_TRANSLATE_NOOP("widgets::MessageView", "read"));
    case MessageState::Failed: return words(QT_TRANSLATE_NOOP("widgets::MessageView", "failed"));
    case MessageState::None: break;
    }
    return {};
}

QString timeText(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.remove(u":ss"_s).remove(u".ss"_s);
    return QLocale().toString(time.time(), format);
}

QString dayText(const QDate &day, const QDate &today)
{
    if (day == today)
        return words(QT_TRANSLATE_NOOP("widgets::MessageView", "Today"));
    if (day == today.addDays(-1))
        return words(QT_TRANSLATE_NOOP("widgets::MessageView", "Yesterday"));
    QString format = QLocale().dateFormat(QLocale::LongFormat);
    if (day.year() == today.year()) {
        static const QRegularExpression year(u"[\\s,.]*('[^']*'\\s*)?y+"_s);
        format.remove(year);
    }
    QString text = QLocale().toString(day, format);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString spokenName(const MessageData &d)
{
    if (!d.senderName.isEmpty())
        return d.senderName;
    return d.own ? words(QT_TRANSLATE_NOOP("widgets::MessageView", "You")) : d.sender.left(200);
}

QString actionLead(const MessageData &d)
{
    return d.actor.isEmpty() ? QString() : u"* "_s + d.actor;
}

QString shownText(const MessageData &d, qsizetype most)
{
    const QString body = displayable(d.body.left(most));
    return d.actor.isEmpty() ? body : actionLead(d) + body.sliced(ActionLength);
}

QString accessibleText(const MessageData &d)
{
    QStringList parts;
    if (d.kind != MessageKind::System)
        parts << spokenName(d);
    if (d.kind == MessageKind::Retracted && d.body.isEmpty())
        parts << words(QT_TRANSLATE_NOOP("widgets::MessageView", "This message was deleted"));
    else
        parts << shownText(d, 1000).simplified();
    const QString time = timeText(d.time);
    parts << (d.edited ? words(QT_TRANSLATE_NOOP("widgets::MessageView", "edited")) + u' ' + time : time) << stateText(d.state);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString displayable(const QString &text)
{
    QString out = text;
    out.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &c : out) {
        const char16_t u = c.unicode();
        if (u == u'\r' || u == 0x0b || u == 0x0c || u == 0x85 || u == 0x2028 || u == 0x2029)
            c = u'\n';
        else if ((u < 0x20 && u != u'\n' && u != u'\t') || u == 0x7f)
            c = QChar(0xfffd);
    }
    return out;
}

}
