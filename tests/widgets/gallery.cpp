// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every widget with lively data, to look at or to photograph. Not a test: tests/run does not start it.
#include "style/roles.h"
#include "style/style.h"
#include "widgets/avatar.h"
#include "widgets/banner.h"
#include "widgets/chatlistview.h"
#include "widgets/collapsible.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/fields.h"
#include "widgets/messageedit.h"
#include "widgets/messageview.h"
#include "widgets/samples.h"
#include "widgets/spinner.h"
#include "widgets/stepline.h"

#include <QtWidgets/QtWidgets>

using namespace Qt::StringLiterals;
using namespace widgets;

namespace {
bool spanish = false;

QString t(const char16_t *english, const char16_t *es)
{
    return QString::fromUtf16(spanish ? es : english);
}

QToolButton *tool(style::Icon icon, const QString &name, style::Tone tone = style::Tone::Normal)
{
    auto *button = new QToolButton;
    button->setIcon(style::icon(icon, tone));
    button->setIconSize(QSize(style::metrics().iconLarge, style::metrics().iconLarge));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setAutoRaise(true);
    return button;
}

QLabel *label(const QString &text, style::TextRole role)
{
    auto *out = new QLabel(text);
    out->setTextFormat(Qt::PlainText);
    out->setWordWrap(true);
    style::setTextRole(out, role);
    return out;
}

QWidget *chats(QObject *owner)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 10, 12, 10);
    top->setSpacing(4);
    top->addWidget(tool(style::Icon::Menu, t(u"Menu", u"Menú")));
    top->addWidget(new SearchField);
    column->addLayout(top);
    auto *banner = new Banner;
    banner->present(Banner::Kind::Busy, t(u"ana@example.org: trying again in 12 s", u"ana@example.org: nuevo intento en 12 s"), {t(u"Try now", u"Reintentar")});
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(8, 0, 8, 6);
    inset->addWidget(banner);
    column->addLayout(inset);
    auto *model = new QStandardItemModel(owner);
    samples::fillChats(model, spanish);
    auto *list = new ChatListView;
    list->setModel(model);
    list->setCurrentIndex(model->index(2, 0));
    column->addWidget(list, 1);
    auto *create = new QPushButton(style::icon(style::Icon::Plus), t(u"New chat", u"Chat nuevo"));
    style::setButtonRole(create, style::ButtonRole::Flat);
    column->addWidget(create);
    return pane;
}

QWidget *conversation(QObject *owner)
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 6, 8, 6);
    header->setSpacing(4);
    auto *face = new Avatar;
    face->setExtent(40);
    face->setSpec({u"climbing"_s, t(u"Climbing", u"Escalada"), {}, AvatarSpec::Kind::Group, Presence::None});
    header->addWidget(face);
    header->addSpacing(8);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *title = new ElidedLabel(t(u"Climbing", u"Escalada"));
    style::setTextRole(title, style::TextRole::Strong);
    auto *sub = new ElidedLabel(t(u"5 people, 3 online", u"5 personas, 3 conectadas"));
    style::setTextRole(sub, style::TextRole::SmallMuted);
    names->addStretch();
    names->addWidget(title);
    names->addWidget(sub);
    names->addStretch();
    header->addLayout(names, 1);
    for (const style::Icon icon : {style::Icon::Phone, style::Icon::Video, style::Icon::Search, style::Icon::More})
        header->addWidget(tool(icon, u"x"_s));
    column->addLayout(header);
    auto *line = new QFrame;
    line->setFixedHeight(1);
    style::setSurface(line, style::Surface::Window);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    delete line->findChild<QObject *>("paliqueSurface"_L1);
    column->addWidget(line);
    auto *model = new samples::Messages(owner);
    model->append(samples::conversation(spanish));
    auto *view = new MessageView;
    view->setModel(model);
    view->setFooterText(t(u"Ana Ruiz is typing…", u"Ana Ruiz está escribiendo…"));
    column->addWidget(view, 1);
    auto *composer = new QHBoxLayout;
    composer->setContentsMargins(8, 8, 8, 8);
    composer->setSpacing(4);
    composer->addWidget(tool(style::Icon::Attach, t(u"Attach", u"Adjuntar")), 0, Qt::AlignBottom);
    auto *edit = new MessageEdit;
    composer->addWidget(edit, 1);
    composer->addWidget(tool(style::Icon::Emoji, u"Emoji"_s), 0, Qt::AlignBottom);
    auto *send = tool(style::Icon::Send, t(u"Send", u"Enviar"), style::Tone::OnAccent);
    style::setButtonRole(send, style::ButtonRole::Primary);
    composer->addWidget(send, 0, Qt::AlignBottom);
    column->addLayout(composer);
    return pane;
}

QWidget *mainPage(QObject *owner)
{
    auto *splitter = new QSplitter;
    splitter->addWidget(chats(owner));
    splitter->addWidget(conversation(owner));
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 760});
    splitter->setMinimumSize(700, 400);
    splitter->resize(1100, 820);
    return splitter;
}

QWidget *signInPage(QObject *)
{
    auto *page = new QWidget;
    style::setSurface(page, style::Surface::Ground);
    auto *outer = new QVBoxLayout(page);
    auto *card = new QWidget;
    style::setSurface(card, style::Surface::Card);
    card->setFixedWidth(460);
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(32, 28, 32, 28);
    form->setSpacing(8);
    auto *logo = new QLabel;
    logo->setPixmap(style::applicationIcon().pixmap(64, 64));
    logo->setAlignment(Qt::AlignCenter);
    form->addWidget(logo);
    auto *title = label(t(u"Sign in", u"Iniciar sesión"), style::TextRole::Heading);
    title->setAlignment(Qt::AlignCenter);
    form->addWidget(title);
    form->addSpacing(8);
    form->addWidget(label(t(u"Address", u"Dirección"), style::TextRole::SmallMuted));
    auto *address = new QLineEdit(u"ana@example.org"_s);
    form->addWidget(address);
    form->addWidget(label(t(u"Password", u"Contraseña"), style::TextRole::SmallMuted));
    auto *password = new PasswordField;
    password->setText(u"something"_s);
    form->addWidget(password);
    auto *keep = new QCheckBox(t(u"Keep me signed in", u"Mantener la sesión iniciada"));
    keep->setChecked(true);
    form->addWidget(keep);
    auto *advanced = new Collapsible(t(u"Advanced", u"Avanzado"));
    auto *inside = new QWidget;
    auto *grid = new QFormLayout(inside);
    grid->setContentsMargins(0, 0, 0, 0);
    auto *host = new QLineEdit;
    host->setPlaceholderText(t(u"found by itself", u"se encuentra solo"));
    grid->addRow(t(u"Host", u"Servidor"), host);
    auto *port = new QSpinBox;
    port->setRange(0, 65535);
    port->setValue(5222);
    grid->addRow(t(u"Port", u"Puerto"), port);
    auto *kind = new QComboBox;
    kind->addItems({t(u"Automatic", u"Automática"), u"Direct TLS"_s, u"STARTTLS"_s, u"WebSocket"_s});
    grid->addRow(t(u"Connection", u"Conexión"), kind);
    advanced->setContent(inside);
    advanced->setExpanded(true);
    form->addWidget(advanced);
    auto *steps = new StepLine;
    steps->setSteps({t(u"Find the server", u"Buscar el servidor"), t(u"Connect", u"Conectar"), t(u"Secure", u"Asegurar"), t(u"Sign in", u"Entrar"), t(u"Load chats", u"Cargar chats")});
    steps->fail(3);
    form->addWidget(steps);
    auto *banner = new Banner;
    banner->present(Banner::Kind::Error, t(u"The password is not right. Check it and try again.", u"La contraseña no es correcta. Compruébala e inténtalo de nuevo."));
    form->addWidget(banner);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new QPushButton(t(u"Back", u"Atrás")));
    buttons->addStretch();
    auto *go = new QPushButton(t(u"Sign in", u"Iniciar sesión"));
    style::setButtonRole(go, style::ButtonRole::Primary);
    buttons->addWidget(go);
    form->addSpacing(8);
    form->addLayout(buttons);
    outer->addStretch();
    outer->addWidget(card, 0, Qt::AlignCenter);
    outer->addStretch();
    page->resize(720, 800);
    return page;
}

QWidget *buttons()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    const std::pair<style::ButtonRole, const char16_t *> roles[] = {{style::ButtonRole::Primary, u"Primary"},
        {style::ButtonRole::Secondary, u"Secondary"}, {style::ButtonRole::Flat, u"Flat"}, {style::ButtonRole::Danger, u"Danger"},
        {style::ButtonRole::Link, u"Link"}};
    int column = 0;
    for (const auto &[role, name] : roles) {
        for (int row = 0; row < 2; ++row) {
            auto *button = new QPushButton(QString::fromUtf16(name));
            style::setButtonRole(button, role);
            button->setEnabled(row == 0);
            grid->addWidget(button, row, column);
        }
        ++column;
    }
    return box;
}

QWidget *icons()
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setSpacing(6);
    for (int i = 0; i < int(style::Icon::Count); ++i) {
        auto *cell = new QLabel;
        cell->setPixmap(style::iconPixmap(style::Icon(i), 24, style::palette().text, cell->devicePixelRatioF()));
        grid->addWidget(cell, i / 15, i % 15, Qt::AlignCenter);
    }
    return box;
}

QWidget *faces()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    const QStringList names = {u"Ana Ruiz"_s, u"Leo"_s, u"Marta García"_s, u"Iñaki Etxeberria"_s, u"سارة"_s, u"王小明"_s, u"Zoë"_s, u"!!"_s};
    int presence = 0;
    for (const QString &name : names) {
        auto *face = new Avatar;
        face->setSpec({name, name, {}, AvatarSpec::Kind::Person, Presence(presence++ % 5)});
        row->addWidget(face);
    }
    row->addStretch();
    return box;
}

QWidget *controlsPage(QObject *)
{
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    auto *left = new QVBoxLayout;
    columns->addLayout(left, 3);
    left->addWidget(label(u"Heading"_s, style::TextRole::Heading));
    left->addWidget(label(u"Title: what this page is about"_s, style::TextRole::Title));
    left->addWidget(label(u"Muted text that explains something quietly."_s, style::TextRole::Muted));
    left->addWidget(buttons());
    left->addWidget(icons());
    left->addWidget(faces());
    for (const auto kind : {Banner::Kind::Info, Banner::Kind::Warning, Banner::Kind::Error, Banner::Kind::Busy}) {
        auto *banner = new Banner;
        banner->setClosable(kind == Banner::Kind::Info);
        banner->present(kind, t(u"The certificate of example.org expired on 3 May. Nothing is sent until it is renewed.", u"El certificado de example.org caducó el 3 de mayo. No se envía nada hasta que se renueve."), {t(u"Details", u"Detalles"), t(u"Try again", u"Reintentar")});
        left->addWidget(banner);
    }
    auto *steps = new StepLine;
    steps->setSteps({u"Find the server"_s, u"Connect"_s, u"Secure"_s, u"Sign in"_s, u"Load chats"_s});
    steps->activate(2);
    left->addWidget(steps);
    auto *fields = new QHBoxLayout;
    auto *wrong = new QLineEdit(u"ana@"_s);
    wrong->setProperty("invalid", true);
    fields->addWidget(wrong);
    auto *off = new QLineEdit(u"disabled"_s);
    off->setEnabled(false);
    fields->addWidget(off);
    fields->addWidget(new SearchField);
    fields->addWidget(new QSpinBox);
    auto *combo = new QComboBox;
    combo->addItems({u"Automatic"_s, u"Light"_s});
    fields->addWidget(combo);
    left->addLayout(fields);
    auto *checks = new QHBoxLayout;
    auto *on = new QCheckBox(u"Checked"_s);
    on->setChecked(true);
    auto *one = new QRadioButton(u"This"_s);
    one->setChecked(true);
    for (QWidget *widget : std::initializer_list<QWidget *>{on, new QCheckBox(u"Not"_s), one, new QRadioButton(u"That"_s)})
        checks->addWidget(widget);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedHeight(6);
    checks->addWidget(progress, 1);
    left->addLayout(checks);
    auto *tabs = new QTabBar;
    for (const QString &tab : {u"All"_s, u"Unread"_s, u"Groups"_s})
        tabs->addTab(tab);
    left->addWidget(tabs);
    auto *menu = new QMenu(page);
    menu->addAction(style::icon(style::Icon::Reply), u"Reply"_s);
    menu->addAction(style::icon(style::Icon::Copy), u"Copy"_s)->setShortcut(QKeySequence::Copy);
    QAction *mute = menu->addAction(u"Muted"_s);
    mute->setCheckable(true);
    mute->setChecked(true);
    menu->addSeparator();
    menu->addMenu(u"Mute for"_s)->addAction(u"1 hour"_s);
    menu->addAction(style::icon(style::Icon::Trash, style::Tone::Danger), u"Delete"_s);
    menu->setWindowFlags(Qt::Widget);
    menu->setActiveAction(mute);
    auto *right = new QVBoxLayout;
    columns->addLayout(right, 2);
    right->addWidget(menu, 0, Qt::AlignTop);
    menu->show();
    auto *empty = new EmptyState;
    empty->setTitle(t(u"Welcome, Ana", u"Te damos la bienvenida, Ana"));
    empty->setText(t(u"Your chats will be here. Begin with somebody you know.", u"Aquí estarán tus chats. Empieza con alguien que conozcas."));
    empty->addAction(t(u"Add a contact", u"Añadir un contacto"), style::Icon::PersonAdd);
    empty->addAction(t(u"Join a group", u"Unirse a un grupo"), style::Icon::People);
    right->addWidget(empty, 1);
    page->resize(1080, 820);
    return page;
}
}

int main(int argc, char **argv)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if (qstrcmp(argv[i], "--scale") == 0)
            qputenv("QT_SCALE_FACTOR", argv[i + 1]);
    }
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"page"_s, u"main, signin or controls"_s, u"name"_s, u"main"_s}, {u"shot"_s, u"write a picture and leave"_s, u"file"_s},
        {u"scale"_s, u"device pixels a pixel"_s, u"factor"_s}, {u"dark"_s, u"dark"_s}, {u"es"_s, u"Spanish"_s}, {u"rtl"_s, u"mirrored"_s},
        {u"zoom"_s, u"text zoom"_s, u"factor"_s, u"1"_s}, {u"size"_s, u"WxH"_s, u"size"_s}, {u"up"_s, u"scroll up by pixels"_s, u"pixels"_s, u"0"_s}});
    parser.process(app);
    spanish = parser.isSet(u"es"_s);
    QLocale::setDefault(spanish ? QLocale(u"es_ES"_s) : QLocale(u"en_GB"_s));
    if (parser.isSet(u"rtl"_s))
        QApplication::setLayoutDirection(Qt::RightToLeft);
    style::initialise(app);
    style::setScheme(parser.isSet(u"dark"_s) ? style::SchemeChoice::Dark : style::SchemeChoice::Light);
    style::setTextZoom(parser.value(u"zoom"_s).toDouble());
    const QString page = parser.value(u"page"_s);
    const std::unique_ptr<QWidget> window(page == u"signin" ? signInPage(&app) : page == u"controls" ? controlsPage(&app) : mainPage(&app));
    const QStringList size = parser.value(u"size"_s).split(u'x');
    if (size.size() == 2)
        window->resize(size[0].toInt(), size[1].toInt());
    window->show();
    if (auto *view = window->findChild<MessageView *>()) {
        view->scrollByPixels(-parser.value(u"up"_s).toInt());
        if (parser.value(u"up"_s).toInt() > 0)
            static_cast<samples::Messages *>(view->model())->append(samples::chatter(2, QDateTime::currentDateTime()));
    }
    if (!parser.isSet(u"shot"_s))
        return app.exec();
    QTimer::singleShot(300, &app, [&] {
        const bool saved = window->grab().save(parser.value(u"shot"_s));
        app.exit(saved ? 0 : 1);
    });
    return app.exec();
}
