// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/consistentcolor.h"
#include "style/contrast.h"
#include "style/roles.h"
#include "style/style.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace style;

namespace {
struct Pair
{
    const char *what;
    QColor text, ground;
};

QList<Pair> textPairs(const Palette &p)
{
    QList<Pair> pairs;
    for (const QColor &ground : {p.window, p.ground, p.field, p.raised, p.hover, p.pressed, p.selected}) {
        pairs.append({"text", p.text, ground});
        pairs.append({"accentText", p.accentText, ground});
    }
    for (const QColor &ground : {p.window, p.ground, p.field, p.raised, p.hover, p.selected})
        pairs.append({"textMuted", p.textMuted, ground});
    pairs.append({"date line", p.textMuted, p.pressed});
    pairs.append({"primary", p.textOnAccent, p.accent});
    pairs.append({"primary over", p.textOnAccent, p.accentHover});
    pairs.append({"primary down", p.textOnAccent, p.accentPressed});
    pairs.append({"selection", p.selectionText, p.selection});
    pairs.append({"words found", p.foundText, p.found});
    for (const QColor &text : {p.bubbleOwnText, p.bubbleOwnMuted, p.bubbleOwnAccent})
        pairs.append({"own bubble", text, p.bubbleOwn});
    for (const QColor &text : {p.bubbleOtherText, p.bubbleOtherMuted, p.accentText})
        pairs.append({"other bubble", text, p.bubbleOther});
    for (const QColor &ground : {p.window, p.ground, p.dangerGround, p.selected, p.bubbleOwn})
        pairs.append({"danger", p.danger, ground});
    pairs.append({"danger button", p.scheme == Scheme::Dark ? QColor(Qt::black) : QColor(Qt::white), p.danger});
    pairs.append({"danger banner", p.text, p.dangerGround});
    pairs.append({"warning banner", p.text, p.warningGround});
    pairs.append({"info banner", p.text, p.infoGround});
    pairs.append({"warning", p.warning, p.warningGround});
    pairs.append({"info", p.info, p.infoGround});
    pairs.append({"action in banner", p.accentText, p.infoGround});
    pairs.append({"action in banner", p.accentText, p.warningGround});
    pairs.append({"action in banner", p.accentText, p.dangerGround});
    pairs.append({"badge", p.badgeText, p.badge});
    pairs.append({"muted badge", p.badgeMutedText, p.badgeMuted});
    return pairs;
}
}

class TestStyle final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { style::initialise(*qApp); }

    void contrastIsWcags()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01); // the known grey that just fails
        QCOMPARE(over(QColor(0, 0, 0, 255), Qt::white), QColor(Qt::black));
        QVERIFY(contrast(legible(QColor(0xff, 0xee, 0x00), Qt::white), Qt::white) >= 4.5);
        QVERIFY(contrast(legible(QColor(0x00, 0x00, 0x40), Qt::black), Qt::black) >= 4.5);
        QCOMPARE(legible(Qt::black, Qt::white), QColor(Qt::black));
    }

    void everyTextOnItsGround_data()
    {
        QTest::addColumn<QColor>("accent");
        QTest::newRow("ours") << defaultAccent();
        for (const char *name : {"#3367d6", "#d23f31", "#0f9d58", "#f4b400", "#8e24aa", "#607d8b", "#ff00ff", "#808080"})
            QTest::newRow(name) << QColor::fromString(QLatin1StringView(name));
    }

    void everyTextOnItsGround()
    {
        QFETCH(QColor, accent);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Palette p = makePalette(scheme, accent);
            for (const Pair &pair : textPairs(p)) {
                const QString what = u"%1 %2: %3 on %4 = %5"_s.arg(int(scheme)).arg(QLatin1StringView(pair.what), pair.text.name(), pair.ground.name())
                                         .arg(contrast(pair.text, pair.ground));
                QVERIFY2(contrast(pair.text, pair.ground) >= 4.5, qPrintable(what));
            }
            for (const QColor &ground : {p.window, p.ground, p.field, p.selected, p.bubbleOwn, p.bubbleOther})
                QVERIFY2(contrast(p.focus, ground) >= 3, qPrintable(p.focus.name() + u' ' + ground.name()));
        }
    }

    void huesAreTheSpecifications_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("hue");
        QTest::addColumn<QList<double>>("rgb");
        QTest::newRow("Romeo") << u"Romeo"_s << 327.255249 << QList<double>{0.865, 0.000, 0.686};
        QTest::newRow("juliet") << u"juliet@capulet.lit"_s << 209.410400 << QList<double>{0.000, 0.515, 0.573};
        QTest::newRow("cat") << u"😺"_s << 331.199341 << QList<double>{0.872, 0.000, 0.659};
        QTest::newRow("council") << u"council"_s << 359.994507 << QList<double>{0.918, 0.000, 0.394};
        QTest::newRow("Board") << u"Board"_s << 171.430664 << QList<double>{0.000, 0.527, 0.457};
    }

    void huesAreTheSpecifications() // XEP-0392, test vectors
    {
        QFETCH(QString, text);
        QFETCH(double, hue);
        QFETCH(QList<double>, rgb);
        QVERIFY(qAbs(consistentHue(text) - hue) < 0.000001);
        const QColor color = fromHsluv({hue, 100, 50});
        QVERIFY(qAbs(color.redF() - rgb[0]) < 0.003);
        QVERIFY(qAbs(color.greenF() - rgb[1]) < 0.003);
        QVERIFY(qAbs(color.blueF() - rgb[2]) < 0.003);
    }

    void hsluvGoesBothWays()
    {
        for (const QColor &color : {QColor(Qt::red), QColor(12, 200, 99), QColor(1, 2, 3), QColor(254, 255, 250), QColor(Qt::white), QColor(Qt::black), QColor(128, 128, 128)}) {
            const QColor back = fromHsluv(toHsluv(color));
            QVERIFY2(qAbs(back.red() - color.red()) <= 1 && qAbs(back.green() - color.green()) <= 1 && qAbs(back.blue() - color.blue()) <= 1,
                qPrintable(color.name() + u' ' + back.name()));
        }
    }

    void namesAreLegible()
    {
        const Palette palettes[] = {makePalette(Scheme::Light, defaultAccent()), makePalette(Scheme::Dark, defaultAccent())};
        QSet<QRgb> different;
        for (int i = 0; i < 3000; ++i) {
            const QString name = u"person %1@example.org"_s.arg(i);
            for (const Palette &p : palettes) {
                const QColor color = nameColor(name, p);
                for (const QColor &ground : {p.bubbleOther, p.ground, p.window})
                    QVERIFY2(contrast(color, ground) >= 4.5, qPrintable(name + u' ' + color.name() + u' ' + ground.name()));
                QVERIFY2(contrast(avatarColor(name, p), Qt::white) >= 4.5, qPrintable(name));
                different.insert(color.rgb());
            }
        }
        QVERIFY(different.size() > 400); // not all brought to the same grey
        QCOMPARE(nameColor(u"ana", palettes[0]), nameColor(u"ana", palettes[0]));
    }

    void iconsAreAllThereAndTinted()
    {
        for (int i = 0; i < int(Icon::Count); ++i) {
            const QImage image = iconPixmap(Icon(i), 24, Qt::red, 2).toImage();
            QCOMPARE(image.size(), QSize(48, 48));
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor pixel = image.pixelColor(x, y);
                    if (pixel.alpha() < 200)
                        continue;
                    ++drawn;
                    QVERIFY(pixel.red() > 240 && pixel.green() < 16 && pixel.blue() < 16);
                }
            }
            QVERIFY2(drawn > 40, qPrintable(QString::number(i)));
        }
        const QPixmap sharp = icon(Icon::Send).pixmap(QSize(24, 24), 2.0);
        QCOMPARE(sharp.size(), QSize(48, 48));
        QCOMPARE(sharp.devicePixelRatio(), 2.0);
        QVERIFY(icon(Icon::Count).isNull());
        QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
    }

    void schemeFollowsLive()
    {
        QSignalSpy changed(changes(), &Changes::changed);
        setScheme(SchemeChoice::Dark);
        QVERIFY(changed.size() >= 1);
        QCOMPARE(palette().scheme, Scheme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), palette().window);
        QVERIFY(toneColor(Tone::Strong).lightness() > 128);
        setScheme(SchemeChoice::Light);
        QCOMPARE(palette().scheme, Scheme::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), palette().window);
        setScheme(SchemeChoice::System);
    }

    void zoomScalesTextAndSizes()
    {
        const double before = fonts().base.pointSizeF();
        QLabel label;
        setTextRole(&label, TextRole::Title);
        const double title = label.font().pointSizeF();
        setTextZoom(2);
        QCOMPARE(fonts().base.pointSizeF(), before * 2);
        QCOMPARE(QApplication::font().pointSizeF(), before * 2);
        QCOMPARE(label.font().pointSizeF(), title * 2);
        QVERIFY(metrics().row > 64);
        QCOMPARE(metrics().row % 4, 0);
        QVERIFY(zoomedIn() > 2 && zoomedOut() < 2);
        setTextZoom(1);
        QCOMPARE(metrics().row, 64);
        QCOMPARE(metrics().avatar, 44);
        QCOMPARE(zoomedIn(), 1.15);
        QCOMPARE(zoomedOut(), 0.85);
        setTextZoom(99);
        QCOMPARE(textZoom(), 3.0);
        QCOMPARE(zoomedIn(), 3.0);
        setTextZoom(1);
    }

    void rolesStayOne()
    {
        QLabel label;
        for (int i = 0; i < 10; ++i)
            setTextRole(&label, i % 2 ? TextRole::Muted : TextRole::Danger);
        QCOMPARE(label.findChildren<QObject *>().size(), 1);
        QCOMPARE(label.palette().color(QPalette::WindowText), palette().textMuted);
        QToolButton tool;
        tool.setAutoRaise(true);
        setButtonRole(&tool, ButtonRole::Primary);
        QVERIFY(!tool.autoRaise()); // filled without the pointer over it, too
        QPushButton button(u"Go"_s);
        QCOMPARE(buttonRole(&button), ButtonRole::Secondary);
        setButtonRole(&button, ButtonRole::Danger);
        QCOMPARE(buttonRole(&button), ButtonRole::Danger);
        QVERIFY(button.sizeHint().height() >= metrics().control);
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
