// SPDX-License-Identifier: MIT
// Colours as colour-blind eyes see them (Machado, Oliveira and Fernandes 2009, full severity), and how far two are apart (CIEDE2000).
#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace colour_blind {

struct Sight {
    const char *name;
    double matrix[3][3]; // of linear red, green, blue
};

inline constexpr Sight sights[] = {
    {"usual", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {"protanopia", {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia", {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {"tritanopia", {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
};

struct Lab {
    double l, a, b;
};

inline Lab seen(const QColor &colour, const Sight &sight)
{
    const auto linear = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    const double from[] = {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())};
    double to[3];
    for (int i = 0; i < 3; ++i)
        to[i] = std::clamp(sight.matrix[i][0] * from[0] + sight.matrix[i][1] * from[1] + sight.matrix[i][2] * from[2], 0., 1.);
    const auto f = [](double t) { return t > 216. / 24389 ? std::cbrt(t) : (24389. / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * to[0] + 0.3575761 * to[1] + 0.1804375 * to[2]) / 0.95047);
    const double y = f(0.2126729 * to[0] + 0.7151522 * to[1] + 0.0721750 * to[2]);
    const double z = f((0.0193339 * to[0] + 0.1191920 * to[1] + 0.9503041 * to[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

inline double difference(const Lab &one, const Lab &other)
{
    const auto radians = [](double degrees) { return degrees * M_PI / 180; };
    const auto angle = [](double b, double a) {
        const double degrees = std::atan2(b, a) * 180 / M_PI;
        return a == 0 && b == 0 ? 0 : degrees < 0 ? degrees + 360 : degrees;
    };
    const auto seventh = [](double c) { return std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25., 7))); };
    const double mean_chroma = (std::hypot(one.a, one.b) + std::hypot(other.a, other.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - seventh(mean_chroma));
    const double a1 = one.a * stretch, a2 = other.a * stretch;
    const double c1 = std::hypot(a1, one.b), c2 = std::hypot(a2, other.b), h1 = angle(one.b, a1), h2 = angle(other.b, a2);
    double turn = h2 - h1, h = h1 + h2;
    if (c1 * c2 == 0) {
        turn = 0;
    } else {
        if (std::abs(turn) > 180) {
            turn += turn > 0 ? -360 : 360;
            h += h < 360 ? 360 : -360;
        }
        h /= 2;
    }
    const double l = (one.l + other.l) / 2, c = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) + 0.32 * std::cos(radians(3 * h + 6))
        - 0.2 * std::cos(radians(4 * h - 63));
    const double lightness = (other.l - one.l) / (1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50)));
    const double chroma = (c2 - c1) / (1 + 0.045 * c);
    const double hue = 2 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2)) / (1 + 0.015 * c * t);
    const double rotation = -std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2)))) * 2 * seventh(c);
    return std::sqrt(lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue);
}

} // namespace colour_blind
