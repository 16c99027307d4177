// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/language.h"
#include "shell/scenes.h"
#include "style/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSlider>
#include <QTest>
#include <QTextEdit>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace
{
//! What a person can use with the mouse or the keyboard.
bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QSlider *>(widget) || qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
        || widget->focusPolicy() & Qt::TabFocus;
}

//! Qt's own parts inside another widget: the popup of a box, the buttons of a field.
bool isInner(const QWidget *widget)
{
    const QString name = widget->objectName();
    return name.startsWith("qt_"_L1) || widget->inherits("QLineEditIconButton") || widget->inherits("QComboBoxPrivateContainer") || widget->inherits("QComboBoxListView")
        || widget->inherits("QSplitter") || widget->inherits("QSplitterHandle") || widget->inherits("QMainWindow") || widget->isWindow();
}

QString path(const QWidget *widget)
{
    QStringList parts;
    for (; widget; widget = widget->parentWidget())
        parts.prepend(QLatin1StringView(widget->metaObject()->className()) + u'#' + widget->objectName());
    return parts.join(u'/');
}

//! Everything one reads in a window.
QStringList visibleTexts(const QWidget *window)
{
    QStringList texts{window->windowTitle()};
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text() << button->toolTip();
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            texts << field->placeholderText();
        texts << widget->accessibleName();
    }
    texts.removeDuplicates();
    texts.removeAll(QString());
    return texts;
}
}

class tst_Audit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everythingHasANameAndAnObjectName_data();
    void everythingHasANameAndAnObjectName();
    void labelsArePlainText_data() { everythingHasANameAndAnObjectName_data(); }
    void labelsArePlainText();
    void nothingIsCutOrLeftInEnglishInSpanish_data() { everythingHasANameAndAnObjectName_data(); }
    void nothingIsCutOrLeftInEnglishInSpanish();

private:
    [[nodiscard]] const fake::Scene &scene() const;

    QList<fake::Scene> m_scenes;
    std::unique_ptr<fake::Stage> m_stage;
};

void tst_Audit::initTestCase()
{
    m_scenes = fake::scenes();
}

void tst_Audit::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_stage = std::make_unique<fake::Stage>();
}

void tst_Audit::cleanup()
{
    m_stage.reset();
    for (auto *translator : QCoreApplication::instance()->findChildren<QTranslator *>(Qt::FindDirectChildrenOnly))
        delete translator;
}

void tst_Audit::everythingHasANameAndAnObjectName_data()
{
    QTest::addColumn<int>("number");
    for (int i = 0; i < m_scenes.size(); ++i)
        QTest::addRow("%s", qPrintable(m_scenes.at(i).name)) << i;
}

const fake::Scene &tst_Audit::scene() const
{
    return m_scenes.at(*static_cast<int *>(QTest::qData("number", QMetaType::fromType<int>().id())));
}

void tst_Audit::everythingHasANameAndAnObjectName()
{
    const QWidget *window = scene().play(*m_stage);
    QVERIFY(window);
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !isInteractive(widget) || isInner(widget))
            continue;
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(path(widget)));
        QAccessibleInterface *access = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), qPrintable(path(widget)));
    }
}

void tst_Audit::labelsArePlainText()
{
    const QWidget *window = scene().play(*m_stage);
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (!label->inherits("QTipLabel"))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(path(label)));
    }
}

void tst_Audit::nothingIsCutOrLeftInEnglishInSpanish()
{
    const QStringList english = visibleTexts(scene().play(*m_stage));
    m_stage.reset();
    const QLocale spanish(QLocale::Spanish, QLocale::Spain);
    QLocale::setDefault(spanish);
    shell::installTranslations(spanish);
    m_stage = std::make_unique<fake::Stage>();
    const QWidget *window = scene().play(*m_stage);
    m_stage->settle();

    // Names, addresses, messages, and words that both languages share.
    static const QRegularExpression shared(u"@|^xmpp|://|\\.example|^[^A-Za-z]*$|Ctrl|^F6$|^Palique|^\\([0-9]+\\)|5A:1F|^Conversations|^Host$|^STARTTLS|^Friends, Climbing|^Version|^Versión|/home/|^Ana Ruiz|^Eva|^Leo|^Mamá|^Noor|^In the workshop|^I bring|^See you at|^anita$|^Ana María|^Luthier$|^Taller|^Cádiz|^Sofia|^sofia|^marko|^British English$|^Español de España$|^Hi Eva|^Hello Eva|^kim|^win$|^Error$|^General$|^No$|^:[a-z0-9_+-]+:$|^JSON$|^Inspector$|^Chats$|^The password is not right|^Nobody this computer trusts"_s);
    for (const QString &text : visibleTexts(window)) {
        if (!shared.match(text).hasMatch())
            QVERIFY2(!english.contains(text), qPrintable(u"not translated: "_s + text));
    }
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->size().isEmpty())
            continue;
        if (const auto *button = qobject_cast<const QPushButton *>(widget))
            QVERIFY2(button->width() >= button->sizeHint().width() - 1, qPrintable(path(widget) + u": "_s + button->text()));
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (!label || label->text().isEmpty())
            continue;
        if (label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()) - 2, qPrintable(path(widget) + u": "_s + label->text()));
        else
            QVERIFY2(label->width() >= label->sizeHint().width() - 1, qPrintable(path(widget) + u": "_s + label->text()));
    }
}

QTEST_MAIN(tst_Audit)
#include "tst_audit.moc"
