// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/palettemodel.h"
#include "support/fakemessenger/fakemessenger.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::Match;
using models::PaletteModel;
using models::PaletteQuery;
using models::PaletteText;
using Kind = models::PaletteEntry::Kind;

class tst_PaletteModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void matches_data();
    void matches();
    void cutsWhatIsTooLong();
    void offersRecentChatsAndCommonActions();
    void ranks();
    void everyWordMustMatch();
    void newestChatsFirst();
    void contactsOfAllAccounts();
    void oneRowForAContactWithAChat();
    void startsAChatWithAStranger();
    void strangersWhoWroteAreNoChats();
    void followsWhatChanges();
    void manyChangesAreOne();
    void goesOnlyToTheLastRow();
    void saysRowsInWords();

private:
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QStringList find(const QString &typed);
    data::ConversationId chat(const QString &address, const QString &name, int minutesAgo);

    std::unique_ptr<fake::Messenger> m_messenger;
    std::unique_ptr<PaletteModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    fake::Account *m_me = nullptr;
    QDateTime m_now;
};

void tst_PaletteModel::init()
{
    m_tester.reset();
    m_model.reset();
    m_messenger = std::make_unique<fake::Messenger>();
    m_me = m_messenger->addAccount(u"me@example.org"_s);
    m_model = std::make_unique<PaletteModel>(*m_messenger);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_now = QDateTime(QDate(2026, 5, 3), QTime(12, 0), QTimeZone::UTC);
}

QStringList tst_PaletteModel::titles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->rowCount(); ++row)
        titles << m_model->index(row, 0).data().toString();
    return titles;
}

QStringList tst_PaletteModel::find(const QString &typed)
{
    m_model->setQuery(typed);
    return titles();
}

data::ConversationId tst_PaletteModel::chat(const QString &address, const QString &name, int minutesAgo)
{
    m_me->put(address, name);
    const auto id = m_messenger->addChat(m_me, address);
    m_messenger->receive(id, u"hello"_s, m_now.addSecs(-60 * minutesAgo));
    return id;
}

void tst_PaletteModel::matches_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("match");
    const auto row = [](const char *what, const QString &typed, const QString &title, const QString &second, Match match) {
        QTest::addRow("%s", what) << typed << title << second << int(match);
    };
    const QString ana = u"Ana Ruiz"_s, address = u"a.ruiz@palique.example"_s;
    row("prefix", u"ana r"_s, ana, address, Match::Prefix);
    row("case", u"ANA"_s, ana, address, Match::Prefix);
    row("spaces", u"  ana    ruiz "_s, ana, address, Match::Prefix);
    row("other order", u"ruiz ana"_s, ana, address, Match::Title);
    row("second word", u"rui"_s, ana, address, Match::Title);
    row("within a word", u"uiz"_s, ana, address, Match::Inside);
    row("word and within", u"ana uiz"_s, ana, address, Match::Inside);
    row("server", u"pali"_s, ana, address, Match::Words);
    row("name and server", u"ana pali"_s, ana, address, Match::Words);
    row("whole address", address, ana, address, Match::Prefix);
    row("part of the address", u"a.ruiz@pal"_s, ana, address, Match::Words);
    row("nobody", u"leo"_s, ana, address, Match::None);
    row("one of two words", u"ana leo"_s, ana, address, Match::None);
    row("one of three words", u"ruiz a.ruiz w"_s, ana, address, Match::None);
    row("n for ñ", u"pena"_s, u"Tomás Peña"_s, {}, Match::Title);
    row("ñ for n", u"peña"_s, u"Tomas Pena"_s, {}, Match::Title);
    row("accents", u"leo marin"_s, u"Léo Marín"_s, {}, Match::Prefix);
    row("ss for ß", u"strass"_s, u"Straße"_s, {}, Match::Prefix);
    row("ß for ss", u"straße"_s, u"STRASSE"_s, {}, Match::Prefix);
    row("a mark by itself", u"Jose\u0301"_s, u"José"_s, {}, Match::Prefix);
    row("marks piled up", u"zalgo"_s, u"Z\u0300\u0301\u0302\u0303a\u0304l\u0305go"_s, {}, Match::Prefix);
    row("only marks typed", u"\u0301\u0302"_s, ana, {}, Match::Prefix); // nothing is left, so nothing is asked
    row("dotted I", u"istanbul"_s, u"İstanbul"_s, {}, Match::Prefix);
    row("wide letters", u"yuki"_s, u"Ｙｕｋｉ"_s, {}, Match::Prefix);
    row("ligature", u"fine"_s, u"ﬁne"_s, {}, Match::Prefix);
    row("Arabic", u"محمد"_s, u"مُحَمَّد علي"_s, {}, Match::Prefix);
    row("Hebrew, second word", u"כהן"_s, u"דוד כהן"_s, {}, Match::Title);
    row("direction marks", u"\u200Fדוד\u200E"_s, u"דו\u200Dד"_s, {}, Match::Prefix);
    row("emoji", u"🎉"_s, u"Party 🎉"_s, {}, Match::Title);
    row("emoji joined", u"👩‍💻"_s, u"👩‍💻 Noor"_s, {}, Match::Prefix);
    row("heart with and without its selector", u"❤"_s, u"❤️ Mamá"_s, {}, Match::Prefix);
    row("half an emoji", QString(QChar(0xD83C)), u"Party 🎉"_s, {}, Match::None);
    row("Chinese within", u"小明"_s, u"王小明"_s, {}, Match::Inside);
    row("Hangul begun", u"기"_s, u"김민준"_s, {}, Match::Prefix);
    row("punctuation begins a word", u"espiga"_s, u"La «Espiga» (bakery)"_s, {}, Match::Title);
    row("digits", u"2024"_s, u"Class of 2024"_s, {}, Match::Title);
    row("line breaks and tabs", u"ana\truiz\n"_s, u"Ana\nRuiz"_s, {}, Match::Prefix);
    row("null character", u"an\u0000a"_s, ana, {}, Match::None);
    row("pattern signs are letters", u".*"_s, ana, address, Match::None);
}

void tst_PaletteModel::matches()
{
    QFETCH(QString, typed);
    QFETCH(QString, title);
    QFETCH(QString, second);
    QFETCH(int, match);
    // A lone half of a pair is cut off at the end of what was typed.
    const PaletteQuery query(typed);
    if (typed.size() == 1 && typed.front().isHighSurrogate())
        QVERIFY(query.isEmpty());
    else
        QCOMPARE(int(query.match(PaletteText(title, second))), match);
}

void tst_PaletteModel::cutsWhatIsTooLong()
{
    const PaletteQuery query(u"ana "_s.repeated(25'000));
    QCOMPARE(query.typed().size(), PaletteQuery::LongestQuery - 1); // trimmed
    QCOMPARE(query.match(PaletteText(u"Ana Ruiz"_s, {})), Match::Title);
    const PaletteQuery faces(u"🎉"_s.repeated(50'000));
    QCOMPARE(faces.typed().size(), PaletteQuery::LongestQuery);
    const PaletteQuery odd(u'a' + u"🎉"_s.repeated(50'000)); // the cut falls into a pair
    QCOMPARE(odd.typed().size(), PaletteQuery::LongestQuery - 1);
    const PaletteQuery swelling(u"\uFDFA"_s.repeated(100'000)); // eighteen letters each
    QCOMPARE(swelling.match(PaletteText(u"Ana"_s, {})), Match::None);
    const PaletteText name(u"Ana"_s + u"\u0301"_s.repeated(100'000), {});
    QCOMPARE(name.title().toString(), u"ana"_s);
    m_model->setQuery(u"x@y.example "_s.repeated(10'000));
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_PaletteModel::offersRecentChatsAndCommonActions()
{
    for (int i = 0; i < 12; ++i)
        chat(u"p%1@example.org"_s.arg(i), u"Person %1"_s.arg(i), i);
    m_me->put(u"nobody@example.org"_s, u"Without a chat"_s);
    m_model->setActions({{u"a"_s, u"Settings"_s, u"Ctrl+,"_s, true}, {u"b"_s, u"Quit"_s, {}, false}});
    m_model->setQuery({});
    QCOMPARE(titles(), (QStringList{u"Person 0"_s, u"Person 1"_s, u"Person 2"_s, u"Person 3"_s, u"Person 4"_s, u"Person 5"_s, u"Person 6"_s, u"Settings"_s}));
    QCOMPARE(m_model->found(), 8);
    m_model->setCurrent(m_model->entryAt(0).chat);
    QTRY_COMPARE(titles().first(), u"Person 1"_s);
    QCOMPARE(find(u"person 0"_s), (QStringList{u"Person 0"_s, u"Person 10"_s})); // asked for, it is there
}

void tst_PaletteModel::ranks()
{
    chat(u"joan@set.example"_s, u"Joan"_s, 1); // the server begins so
    chat(u"x@example.org"_s, u"Crossett"_s, 2); // within
    chat(u"y@example.org"_s, u"Radio Set"_s, 3); // second word
    chat(u"seth@example.org"_s, u"Seth"_s, 50); // begins with it, long ago
    m_me->put(u"setsuko@example.org"_s, u"Setsuko"_s);
    m_model->setActions({{u"a"_s, u"Settings"_s, {}, false}});
    QCOMPARE(find(u"set"_s), (QStringList{u"Seth"_s, u"Setsuko"_s, u"Settings"_s, u"Radio Set"_s, u"Joan"_s, u"Crossett"_s}));
    QCOMPARE(m_model->entryAt(2).kind, Kind::Action);
    QCOMPARE(m_model->entryAt(2).action, u"a"_s);
    QCOMPARE(m_model->entryAt(1).kind, Kind::Person);
}

void tst_PaletteModel::everyWordMustMatch()
{
    chat(u"ana@one.example"_s, u"Ana Ruiz"_s, 1);
    chat(u"ana@two.example"_s, u"Ana López"_s, 2);
    QCOMPARE(find(u"ana"_s), (QStringList{u"Ana Ruiz"_s, u"Ana López"_s}));
    QCOMPARE(find(u"two an"_s), QStringList{u"Ana López"_s});
    QCOMPARE(find(u"ana ruiz lopez"_s), QStringList());
    QCOMPARE(m_model->found(), 0);
}

void tst_PaletteModel::newestChatsFirst()
{
    const auto old = chat(u"a@example.org"_s, u"Person A"_s, 30);
    chat(u"b@example.org"_s, u"Person B"_s, 10);
    m_me->put(u"c@example.org"_s, u"Person 1"_s);
    m_me->put(u"d@example.org"_s, u"Person Á"_s);
    QCOMPARE(find(u"person"_s), (QStringList{u"Person B"_s, u"Person A"_s, u"Person 1"_s, u"Person Á"_s}));
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    QCoreApplication::processEvents();
    resets.clear();
    m_messenger->receive(old, u"news"_s, m_now);
    QCoreApplication::processEvents();
    QCOMPARE(resets.size(), 0); // nothing moves before one types
    QCOMPARE(find(u"person"_s).first(), u"Person A"_s);
}

void tst_PaletteModel::contactsOfAllAccounts()
{
    fake::Account *work = m_messenger->addAccount(u"me@work.example"_s);
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    work->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
    QCOMPARE(find(u"ana"_s), (QStringList{u"Ana"_s, u"Ana Ruiz"_s}));
    QCOMPARE(m_model->index(1, 0).data(models::ChatRole::AccountLabel).toString(), u"me@work.example"_s);
    QCOMPARE(m_model->entryAt(1).account, work->id());
    m_messenger->accounts().remove(work->id()).detach();
    QTRY_COMPARE(titles(), QStringList{u"Ana"_s});
    QCOMPARE(m_model->index(0, 0).data(models::ChatRole::AccountLabel).toString(), QString());
    // Named as everywhere: whom nobody named is called what they call themselves.
    m_me->put(u"zoe@example.org"_s, {});
    m_me->setLooks(u"zoe@example.org"_s, {{}, u"Capitana"_s, {}});
    QCOMPARE(find(u"capit"_s), QStringList{u"Capitana"_s});
}

void tst_PaletteModel::oneRowForAContactWithAChat()
{
    const auto id = chat(u"ana@example.org"_s, u"Ana"_s, 1);
    QCOMPARE(find(u"ana"_s).size(), 1);
    QCOMPARE(m_model->entryAt(0).chat, id);
    m_messenger->hide(id);
    QCoreApplication::processEvents();
    QCOMPARE(find(u"ana"_s).size(), 1);
    QCOMPARE(m_model->entryAt(0).kind, Kind::Person);
}

void tst_PaletteModel::startsAChatWithAStranger()
{
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    QCOMPARE(find(u"olga@new.example"_s), QStringList{u"Start a chat with olga@new.example"_s});
    QCOMPARE(m_model->entryAt(0).kind, Kind::Stranger);
    QCOMPARE(m_model->entryAt(0).address, fake::jid(u"olga@new.example"_s));
    QCOMPARE(find(u" OLGA@New.example/phone "_s), QStringList{u"Start a chat with olga@new.example"_s});
    QCOMPARE(find(u"xmpp:olga@new.example?message"_s), QStringList{u"Start a chat with olga@new.example"_s});
    QCOMPARE(find(u"ana@example.org"_s), QStringList{u"Ana"_s}); // known
    QCOMPARE(find(u"ana@example.or"_s), (QStringList{u"Ana"_s, u"Start a chat with ana@example.or"_s}));
    for (const QString &none : {u"olga"_s, u"olga@"_s, u"@new.example"_s, u"a b@new.example"_s, u"me@example.org"_s, u"new.example"_s})
        QVERIFY2(find(none).filter(u"Start"_s).isEmpty(), qPrintable(none));
    m_messenger->addAccount(u"me@work.example"_s);
    QCOMPARE(find(u"olga@new.example"_s).size(), 2); // one may write from either
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Start a chat with olga@new.example, me@work.example"_s);
}

void tst_PaletteModel::strangersWhoWroteAreNoChats()
{
    const auto stranger = m_messenger->receiveFrom(m_me, u"zed@far.example"_s, u"Buy"_s, m_now);
    QVERIFY(!find(u"zed"_s).contains(u"zed"_s));
    m_messenger->accept(stranger);
    QVERIFY(find(u"zed"_s).contains(u"zed"_s));
}

void tst_PaletteModel::followsWhatChanges()
{
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    QCOMPARE(find(u"ana"_s), QStringList{u"Ana"_s});
    m_me->put(u"ana@example.org"_s, u"Ana Ruiz"_s);
    QTRY_COMPARE(titles(), QStringList{u"Ana Ruiz"_s});
    const auto id = m_messenger->addChat(m_me, u"ana@example.org"_s);
    QTRY_COMPARE(m_model->entryAt(0).chat, id);
    m_me->put(u"ana@example.org"_s, u"Anabel"_s);
    QTRY_COMPARE(titles(), QStringList{u"Anabel"_s});
    m_me->putMany({{m_me->id(), fake::jid(u"anton@example.org"_s), u"Anton"_s, {}, data::Subscription::Both, false}});
    QCOMPARE(find(u"an"_s), (QStringList{u"ana"_s, u"Anton"_s})); // the chat stays, without the contact's name
    QSignalSpy changes(m_model.get(), &QAbstractItemModel::dataChanged);
    m_me->setPresenceOf(u"anton@example.org"_s, {data::Availability::Away, {}, 1});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_model->index(1, 0).data(models::ChatRole::PresenceState).toInt(), int(models::Presence::Away));
}

void tst_PaletteModel::manyChangesAreOne()
{
    QCoreApplication::processEvents();
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    for (int i = 0; i < 200; ++i)
        m_me->put(u"p%1@example.org"_s.arg(i), u"Person"_s);
    QCoreApplication::processEvents();
    QCOMPARE(resets.size(), 1);
}

void tst_PaletteModel::goesOnlyToTheLastRow()
{
    QList<data::Contact> contacts;
    for (int i = 0; i < 1000; ++i)
        contacts.append({m_me->id(), fake::jid(u"p%1@example.org"_s.arg(i)), u"Person %1"_s.arg(i), {}, data::Subscription::Both, false});
    m_me->putMany(contacts);
    m_model->setQuery(u"p"_s);
    QCOMPARE(m_model->rowCount(), int(PaletteModel::MostRows));
    QCOMPARE(m_model->found(), 1000);
    m_model->setQuery({});
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_PaletteModel::saysRowsInWords()
{
    m_me->put(u"ana@example.org"_s, u"Ana"_s);
    m_model->setActions({{u"a"_s, u"Analyse"_s, u"Ctrl+A"_s, false}});
    m_model->setQuery(u"ana"_s);
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Ana, ana@example.org"_s);
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Analyse, Ctrl+A"_s);
    QCOMPARE(m_model->index(0, 0).data(models::PaletteRole::Keys).toString(), QString());
    QCOMPARE(m_model->index(1, 0).data(models::ChatRole::Address).toString(), QString());
}

QTEST_GUILESS_MAIN(tst_PaletteModel)
#include "tst_palettemodel.moc"
