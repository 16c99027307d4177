// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/consistentcolor.h"

#include "style/contrast.h"

#include <QCache>
#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace style {

namespace {
// sRGB and XYZ (D65), then CIELUV constants, as the HSLuv definition fixes them (hsluv.org, revision 4).
constexpr double FromXyz[3][3] = {{3.2409699419045214, -1.5373831775700935, -0.49861076029300328},
    {-0.96924363628087983, 1.8759675015077207, 0.041555057407175613},
    {0.055630079696993609, -0.20397695888897657, 1.0569715142428786}};
constexpr double ToXyz[3][3] = {{0.41239079926595948, 0.35758433938387796, 0.18048078840183429},
    {0.21263900587151036, 0.71516867876775593, 0.072192315360733715},
    {0.019330818715591851, 0.11919477979462599, 0.95053215224966058}};
constexpr double RefU = 0.19783000664283681, RefV = 0.46831999493879100;
constexpr double Kappa = 903.2962962962963, Epsilon = 0.0088564516790356308;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double gamma(double c) { return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055; }
double linear(double c) { return c > 0.04045 ? std::pow((c + 0.055) / 1.055, 2.4) : c / 12.92; }

//! The greatest chroma sRGB can show at this lightness and hue.
double maxChroma(double lightness, double hue)
{
    const double cube = std::pow(lightness + 16, 3) / 1560896;
    const double sub = cube > Epsilon ? cube : lightness / Kappa;
    double best = std::numeric_limits<double>::max();
    for (const auto &m : FromXyz) {
        for (int t = 0; t < 2; ++t) {
            const double top1 = (284517 * m[0] - 94839 * m[2]) * sub;
            const double top2 = (838422 * m[2] + 769860 * m[1] + 731718 * m[0]) * lightness * sub - 769860 * t * lightness;
            const double bottom = (632260 * m[2] - 126452 * m[1]) * sub + 126452 * t;
            const double length = top2 / bottom / (std::sin(radians(hue)) - top1 / bottom * std::cos(radians(hue)));
            if (length >= 0)
                best = std::min(best, length);
        }
    }
    return best;
}

std::array<double, 3> multiply(const double (&m)[3][3], const std::array<double, 3> &v)
{
    std::array<double, 3> out{};
    for (size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

//! Hues at a saturation and lightness; hashing and conversion are cached, for lists ask for the same names at every frame.
QColor cached(QStringView text, double saturation, double lightness)
{
    static QCache<QString, double> hues(4096);
    const QString key = text.size() > 256 ? text.left(256).toString() + QString::number(qHash(text)) : text.toString();
    double *hue = hues.object(key);
    if (!hue) {
        hue = new double(consistentHue(text));
        const double value = *hue;
        hues.insert(key, hue);
        return fromHsluv({value, saturation, lightness});
    }
    return fromHsluv({*hue, saturation, lightness});
}
}

QColor fromHsluv(const Hsluv &value)
{
    if (value.lightness > 99.9999)
        return Qt::white;
    if (value.lightness < 0.0001)
        return Qt::black;
    const double chroma = maxChroma(value.lightness, value.hue) * value.saturation / 100;
    const double u = std::cos(radians(value.hue)) * chroma / (13 * value.lightness) + RefU;
    const double v = std::sin(radians(value.hue)) * chroma / (13 * value.lightness) + RefV;
    const double y = value.lightness <= 8 ? value.lightness / Kappa : std::pow((value.lightness + 16) / 116, 3);
    const double x = y * 9 * u / (4 * v);
    const double z = y * (12 - 3 * u - 20 * v) / (4 * v);
    const auto rgb = multiply(FromXyz, {x, y, z});
    const auto channel = [](double c) { return float(std::clamp(gamma(c), 0.0, 1.0)); };
    return QColor::fromRgbF(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
}

Hsluv toHsluv(const QColor &color)
{
    const auto [x, y, z] = multiply(ToXyz, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    Hsluv out;
    out.lightness = y <= Epsilon ? y * Kappa : 116 * std::cbrt(y) - 16;
    const double sum = x + 15 * y + 3 * z;
    if (out.lightness < 0.0001 || out.lightness > 99.9999 || sum <= 0)
        return out;
    const double u = 13 * out.lightness * (4 * x / sum - RefU);
    const double v = 13 * out.lightness * (9 * y / sum - RefV);
    const double chroma = std::hypot(u, v);
    if (chroma < 0.0001)
        return out;
    out.hue = std::fmod(std::atan2(v, u) * 180 / std::numbers::pi + 360, 360);
    out.saturation = std::min(100.0, chroma / maxChroma(out.lightness, out.hue) * 100);
    return out;
}

double consistentHue(QStringView text)
{
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1);
    const auto low = quint8(digest[0]), high = quint8(digest[1]);
    return (high * 256 + low) / 65536.0 * 360;
}

// HSLuv's lightness is CIE L*, so contrast hardly depends on the hue; legible() takes the rounding to eight bits away.
QColor nameColor(QStringView text, const Palette &palette)
{
    const bool dark = palette.scheme == Scheme::Dark;
    const QColor color = cached(text, dark ? 72 : 92, dark ? 70 : 44);
    return legible(legible(color, palette.bubbleOther), palette.ground);
}

QColor avatarColor(QStringView text, const Palette &palette)
{
    const bool dark = palette.scheme == Scheme::Dark;
    return legible(cached(text, dark ? 66 : 74, dark ? 44 : 48), Qt::white);
}

}
