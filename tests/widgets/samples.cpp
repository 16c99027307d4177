// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples.h"

#include "widgets/chatlistview.h"

#include <QImage>
#include <QLinearGradient>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace widgets;

namespace samples {

int Messages::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.size());
}

QVariant Messages::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_list.size())
        return {};
    const Message &m = m_list.at(index.row());
    switch (role) {
    case MessageRole::Id: return m.id;
    case MessageRole::Kind: return int(m.kind);
    case MessageRole::Sender: return m.sender.toLower() + u"@example.org"_s;
    case MessageRole::SenderName: return m.sender;
    case MessageRole::Own: return m.own;
    case MessageRole::Body: return m.body;
    case MessageRole::Time: return m.time;
    case MessageRole::State: return int(m.state);
    case MessageRole::ErrorText: return m.error;
    case MessageRole::Edited: return m.edited;
    case MessageRole::UnreadLine: return m.unreadLine;
    case MessageRole::Actor: return m.body.startsWith(u"/me "_s) ? m.sender : QString();
    default: return {};
    }
}

void Messages::insert(int row, const QList<Message> &messages)
{
    if (messages.isEmpty())
        return;
    beginInsertRows({}, row, row + int(messages.size()) - 1);
    for (qsizetype i = 0; i < messages.size(); ++i) {
        Message message = messages[i];
        if (message.id.isEmpty())
            message.id = u"m%1"_s.arg(m_next++);
        m_list.insert(row + i, message);
    }
    endInsertRows();
}

void Messages::append(const QList<Message> &messages)
{
    insert(rowCount(), messages);
}

void Messages::prepend(const QList<Message> &messages)
{
    insert(0, messages);
}

void Messages::remove(int first, int count)
{
    beginRemoveRows({}, first, first + count - 1);
    m_list.remove(first, count);
    endRemoveRows();
}

void Messages::set(int row, const Message &message)
{
    const QString id = m_list[row].id;
    m_list[row] = message;
    m_list[row].id = id;
    Q_EMIT dataChanged(index(row), index(row));
}

void Messages::reset(const QList<Message> &messages)
{
    beginResetModel();
    m_list = messages;
    endResetModel();
}

QVariant Endless::data(const QModelIndex &index, int role) const
{
    ++asked;
    const int row = index.row();
    switch (role) {
    case MessageRole::Id: return u"e%1"_s.arg(row);
    case MessageRole::Sender: return row % 3 ? u"ana"_s : u"me"_s;
    case MessageRole::SenderName: return row % 3 ? u"Ana"_s : u"Me"_s;
    case MessageRole::Own: return row % 3 == 0;
    case MessageRole::Body: return u"Message number %1. "_s.arg(row).repeated(1 + row % 9);
    case MessageRole::Time: return QDateTime(QDate(2020, 1, 1), QTime(0, 0)).addSecs(qint64(row) * 90);
    default: return {};
    }
}

QList<Message> chatter(int count, const QDateTime &end)
{
    QList<Message> out;
    for (int i = 0; i < count; ++i) {
        const bool own = (i / 3) % 2;
        Message message{own ? u"Me"_s : u"Ana"_s, u"Line number %1 of a conversation"_s.arg(i), end.addSecs(-60LL * (count - 1 - i))};
        message.own = own;
        message.state = own ? MessageState::Read : MessageState::None;
        out.append(message);
    }
    return out;
}

QList<Message> conversation(bool es)
{
    const auto t = [es](const char16_t *english, const char16_t *spanish) { return QString::fromUtf16(es ? spanish : english); };
    const QDateTime today(QDate::currentDate(), QTime(13, 40));
    const QDateTime before = today.addDays(-1);
    const QString ana = u"Ana Ruiz"_s, leo = u"Leo"_s, me = u"Me"_s;
    using enum MessageState;
    QList<Message> out{
        {ana, t(u"Good morning! Did the parcel arrive?", u"¡Buenos días! ¿Llegó el paquete?"), before.addSecs(-7200)},
        {me, t(u"Yes, this morning. Thank you!", u"Sí, esta mañana. ¡Gracias!"), before.addSecs(-7000), Read, true},
        {ana, u"🎉"_s, before.addSecs(-6900)},
        {leo, t(u"The route for Sunday is here: https://example.org/routes/la-pedriza?from=manzanares (about four hours, take water).",
                  u"La ruta del domingo está aquí: https://example.org/routes/la-pedriza?from=manzanares (unas cuatro horas, llevad agua)."),
            today.addSecs(-3600)},
        {leo, t(u"And if it rains we go to the climbing hall instead.", u"Y si llueve, vamos al rocódromo."), today.addSecs(-3570)},
        {u"Sistema"_s, t(u"Marta joined the group", u"Marta se ha unido al grupo"), today.addSecs(-3400), None, false, {}, MessageKind::System},
        {ana, t(u"Shall we meet at six?", u"¿Nos vemos a las seis?"), today.addSecs(-600)},
        {ana, t(u"I can bring the rope and the two helmets, but somebody else would have to take the first-aid kit and enough water for everybody, because my rucksack is full already.",
                  u"Yo puedo llevar la cuerda y los dos cascos, pero otra persona tendría que coger el botiquín y agua para todos, porque mi mochila ya está llena."),
            today.addSecs(-560)},
        {me, t(u"Sure", u"Claro"), today.addSecs(-500), Read, true},
        {me, t(u"I'll take the kit, and bring coffee ☕ for everyone", u"Yo llevo el botiquín, y café ☕ para todos"), today.addSecs(-480), Delivered, true, {}, MessageKind::Text, true},
        {leo, u"مرحبا! أراكم يوم الأحد عند الساعة السادسة"_s, today.addSecs(-300), None, false, {}, MessageKind::Text, false, true},
        {leo, {}, today.addSecs(-290), None, false, {}, MessageKind::Retracted},
        {me, t(u"> Shall we meet at six?\n> > I can bring the rope and the two helmets, which are lying in the boot of the car\nSix is *too late* for the _north_ face, ~seven~ `05:30` would be right.",
                 u"> ¿Nos vemos a las seis?\n> > Yo puedo llevar la cuerda y los dos cascos, que están en el maletero del coche\nLas seis es *demasiado tarde* para la cara _norte_, ~siete~ lo suyo son las `05:30`."),
            today.addSecs(-260), Read, true},
        {ana, t(u"For the timetable:\n```sh\nfor day in sat sun; do\n    curl https://example.org/trains/$day.txt | grep --ignore-case cercedilla | sort\ndone\n```",
                  u"Para los horarios:\n```sh\nfor day in sat sun; do\n    curl https://example.org/trains/$day.txt | grep --ignore-case cercedilla | sort\ndone\n```"),
            today.addSecs(-200)},
        {ana, t(u"/me is already packing", u"/me ya está haciendo la mochila"), today.addSecs(-190)},
        {me, t(u"See you there!", u"¡Allí nos vemos!"), today.addSecs(-120), Sent, true},
        {me, t(u"Who drives?", u"¿Quién conduce?"), today.addSecs(-110), Failed, true,
            t(u"The server did not answer", u"El servidor no respondió")},
        {me, t(u"On my way", u"En camino"), today, Sending, true},
    };
    for (qsizetype i = 0; i < out.size(); ++i)
        out[i].id = u"c%1"_s.arg(i);
    return out;
}

static QImage landscape()
{
    QImage image(96, 96, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 96);
    sky.setColorAt(0, QColor(0xf7, 0xb7, 0x6b));
    sky.setColorAt(1, QColor(0x7a, 0x4b, 0x8a));
    painter.fillRect(image.rect(), sky);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(QColor(0x33, 0x2a, 0x55));
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygon({{0, 96}, {34, 40}, {58, 72}, {72, 54}, {96, 90}, {96, 96}}));
    return image;
}

void fillChats(QStandardItemModel *model, bool es)
{
    const auto t = [es](const char16_t *english, const char16_t *spanish) { return QString::fromUtf16(es ? spanish : english); };
    const auto add = [model](const QString &name, const QString &preview, const QString &time, const QList<std::pair<int, QVariant>> &more) {
        auto *item = new QStandardItem(name);
        item->setData(name.toLower() + u"@example.org"_s, ChatRole::Id);
        item->setData(name, ChatRole::Name);
        item->setData(preview, ChatRole::Preview);
        item->setData(time, ChatRole::TimeText);
        for (const auto &[role, value] : more)
            item->setData(value, role);
        model->appendRow(item);
        item->setData(chatAccessibleText(item->index()), Qt::AccessibleTextRole);
    };
    using P = Presence;
    const auto presence = [](P p) { return std::pair<int, QVariant>{ChatRole::PresenceState, int(p)}; };
    add(t(u"3 requests", u"3 solicitudes"), t(u"People who want to write to you", u"Personas que quieren escribirte"), {}, {{ChatRole::IsRequest, true}});
    add(u"Ana Ruiz"_s, t(u"See you there!", u"¡Allí nos vemos!"), u"14:02"_s, {presence(P::Online), {ChatRole::Pinned, true}, {ChatRole::State, int(MessageState::Read)}});
    add(t(u"Climbing", u"Escalada"), t(u"and if it rains we go to the climbing hall", u"y si llueve vamos al rocódromo"), u"13:40"_s, {{ChatRole::IsGroup, true}, {ChatRole::PreviewSender, u"Leo"_s}, {ChatRole::Unread, 2}});
    add(u"Leo"_s, {}, u"13:12"_s, {presence(P::Away), {ChatRole::Typing, t(u"typing…", u"escribiendo…")}, {ChatRole::Unread, 1}});
    add(u"Marta García Fernández de la Vega"_s, t(u"photo", u"foto"), t(u"yesterday", u"ayer"), {presence(P::Busy), {ChatRole::AvatarImage, landscape()}, {ChatRole::Draft, t(u"shall I book the table for", u"¿reservo la mesa para")}});
    add(t(u"Neighbours", u"Vecinos"), t(u"The lift works again", u"El ascensor ya funciona"), t(u"yesterday", u"ayer"), {{ChatRole::IsGroup, true}, {ChatRole::Muted, true}, {ChatRole::Unread, 128}, {ChatRole::PreviewSender, u"Carmen"_s}});
    add(u"Iñaki"_s, t(u"Thanks, talk to you on Monday about the rest of it", u"Gracias, el lunes hablamos del resto"), t(u"Monday", u"lunes"), {presence(P::Offline), {ChatRole::AccountLabel, t(u"work", u"trabajo")}, {ChatRole::State, int(MessageState::Delivered)}});
    add(u"سارة"_s, u"مرحبا! كيف حالك؟"_s, t(u"Monday", u"lunes"), {presence(P::Online)});
    add(u"王小明"_s, u"好的,明天见"_s, t(u"3 May", u"3 may"), {presence(P::Offline), {ChatRole::State, int(MessageState::Failed)}});
    add(u"Zoë"_s, t(u"ok", u"vale"), t(u"2 May", u"2 may"), {presence(P::Offline)});
}

QStringList badTexts()
{
    const QString rlo(QChar(0x202e));
    QString everyMark = u"x"_s;
    for (int i = 0; i < 5000; ++i)
        everyMark += QChar(0x0300 + i % 0x70);
    QString links;
    for (int i = 0; i < 10000; ++i)
        links += u"https://example.org/%1 "_s.arg(i);
    return {QString(), u"   "_s, u"\t\n\n \n"_s, QString(3, QChar(0x200b)), rlo + u"gpj.exe"_s, everyMark, QString(10000, u'\n'),
        QString(1'000'000, u'a'), links, QString(10000, u'*'), QString(10000, u'_'), QString(10000, u'`'), QString(10000, u'>'),
        u"/me <b>waves</b>"_s, u"<b>html</b>"_s, u"&amp;lt;"_s, u"<img src=\"file:///etc/passwd\">"_s, u"<img src=http://tracker>"_s,
        u"<style>*{color:red}</style>"_s, u"<a href=javascript:alert(1)>x</a>"_s, u"%1 %n %2 %L1"_s, u"a"_s + QChar(0) + u"b"_s, u"%s%n%x"_s,
        QString(QChar(0xd83d)), QString(QChar(0xde00)) + u"x"_s, u"https://"_s + rlo + u"moc.elpmaxe"_s, QString(100000, QChar(0x0e33)),
        u"\u001b[31mred\u001b[0m"_s, u"http://["_s, u"xmpp:"_s, u":::::"_s.repeated(2000), QString(QChar(0x2028)).repeated(5000),
        u"👨‍👩‍👧‍👦"_s.repeated(500), u"ﷺ"_s.repeated(2000)};
}

}
