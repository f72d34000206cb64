// SPDX-License-Identifier: MIT
// Shapes, themes and motion: what is true of every drawing.
#include "colour_blind.h"
#include "drawing/sheet.h"
#include "room.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>

using namespace drawing;

namespace {

constexpr Ink inks[] = {Ink::paper, Ink::panel, Ink::kernel, Ink::line, Ink::faint, Ink::text, Ink::muted, Ink::accent,
                        Ink::waiting, Ink::copying, Ink::running, Ink::signal, Ink::failed, Ink::bit_on, Ink::bit_off,
                        Ink::changed, Ink::selection, Ink::held, Ink::lit};

Drawing one_box(const QRectF &rect, Ink fill)
{
    Sheet sheet({200, 100});
    sheet.box(rect, fill, QStringLiteral("box"));
    return sheet.take();
}

QImage painted(const Drawing &drawing, ThemeName theme, qreal scale = 1)
{
    QImage image((drawing.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paint(drawing, Theme::of(theme), painter);
    return image;
}

// The part of the sheet that is not white, px.
QRect inked(const QImage &image)
{
    QRect rect;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).lightness() < 250)
                rect |= QRect(x, y, 1, 1);
    return rect;
}

} // namespace

class DrawingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void every_text_can_be_read_on_every_ground()
    {
        for (const ThemeName name : theme_names) {
            const Theme theme = Theme::of(name);
            for (const Ink ink : inks)
                for (const Ink ground : inks) {
                    const QColor on = theme.colour(theme.under(ground));
                    const double least = ground == Ink::line ? 4.5 : theme.least_contrast(); // nobody writes on lines
                    const double best = std::max(contrast(Qt::black, on), contrast(Qt::white, on));
                    QVERIFY2(best >= least && contrast(theme.text_colour(ink, ground), on) >= least,
                             qPrintable(QStringLiteral("%1: %2 on %3").arg(QLatin1String(name_of(name))).arg(int(ink)).arg(int(ground))));
                }
        }
        QCOMPARE(Theme::of(ThemeName::projector).least_contrast(), 7.0);
        QCOMPARE(Theme::of(ThemeName::dark).least_contrast(), 7.0);
    }

    void process_and_kernel_are_two_areas_from_the_tenth_row()
    {
        for (const ThemeName name : {ThemeName::dark, ThemeName::projector}) {
            const Theme theme = Theme::of(name);
            QVERIFY(contrast(theme.colour(Ink::paper), theme.colour(Ink::kernel)) >= 3);
            QCOMPARE(theme.under(Ink::kernel), Ink::paper); // no letter stands on the kernel's ground itself
        }
    }

    void a_letter_on_the_kernel_has_a_plate_under_it()
    {
        Sheet sheet({200, 60});
        sheet.box({0, 0, 200, 60}, Ink::kernel);
        sheet.text({40, 20, width_of(QStringLiteral("kernel")), 20}, QStringLiteral("kernel"), Ink::muted, Ink::kernel);
        const Drawing drawing = sheet.take();
        for (const ThemeName name : theme_names) {
            const Theme theme = Theme::of(name);
            const QImage image = painted(drawing, name, 2);
            QCOMPARE(image.pixelColor(10, 10), theme.colour(Ink::kernel));
            QCOMPARE(image.pixelColor(76, 60), theme.colour(theme.under(Ink::kernel))); // left of the first letter
        }
    }

    void the_edge_of_every_meaning_is_seen()
    {
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::projector}) {
            const Theme theme = Theme::of(name);
            for (const Ink ink : {Ink::waiting, Ink::copying, Ink::running, Ink::signal, Ink::failed, Ink::held, Ink::changed, Ink::accent, Ink::bit_on})
                for (const Ink ground : {Ink::paper, Ink::panel, Ink::kernel})
                    QVERIFY2(contrast(theme.edge(ink), theme.colour(ground)) >= 3,
                             qPrintable(QStringLiteral("%1: %2 on %3").arg(QLatin1String(name_of(name))).arg(int(ink)).arg(int(ground))));
        }
    }

    void colour_blind_eyes_tell_the_meanings_apart()
    {
        constexpr double enough = 10; // just to be seen is 1 to 2
        const Ink fills[] = {Ink::waiting, Ink::copying, Ink::running, Ink::signal, Ink::failed, Ink::held};
        for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::projector})
            for (const colour_blind::Sight &sight : colour_blind::sights)
                for (const Ink a : fills)
                    for (const Ink b : fills) {
                        const Theme theme = Theme::of(name);
                        const double apart = colour_blind::difference(colour_blind::seen(theme.colour(a), sight), colour_blind::seen(theme.colour(b), sight));
                        QVERIFY2(a == b || apart >= enough, qPrintable(QStringLiteral("%1, %2: %3 and %4 are %5 apart").arg(QLatin1String(name_of(name)),
                            QLatin1String(sight.name)).arg(int(a)).arg(int(b)).arg(apart)));
                    }
    }

    // Pairs of Sharma, Wu and Dalal, “The CIEDE2000 color-difference formula”, 2005, table 1: numbers 1, 11, 21, 25 and 33.
    void the_difference_of_colours_is_ciede2000()
    {
        using colour_blind::Lab;
        const std::tuple<Lab, Lab, double> published[] = {
            {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425}, {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
            {{50, 2.5, 0}, {56, -27, -3}, 31.9030}, {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
            {{6.7747, -0.2908, -2.4247}, {5.8714, -0.0985, -2.2286}, 0.6377}};
        for (const auto &[a, b, apart] : published)
            QVERIFY2(qAbs(colour_blind::difference(a, b) - apart) < 0.0001, qPrintable(QString::number(colour_blind::difference(a, b), 'f', 5)));
    }

    void the_meanings_have_okabe_and_itos_colours()
    {
        const Theme theme = Theme::of(ThemeName::light);
        QCOMPARE(theme.colour(Ink::waiting).name(), "#e69f00");
        QCOMPARE(theme.colour(Ink::copying).name(), "#0072b2");
        QCOMPARE(theme.colour(Ink::running).name(), "#009e73");
        QCOMPARE(theme.colour(Ink::signal).name(), "#d55e00");
        QCOMPARE(theme.colour(Ink::failed).name(), "#cc79a7");
    }

    void contrast_is_the_one_of_wcag()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        QVERIFY(qAbs(contrast(QColor("#767676"), Qt::white) - 4.54) < 0.01); // the usual example
    }

    void printing_tells_the_phases_apart_without_colour()
    {
        const Theme theme = Theme::of(ThemeName::print);
        for (const Ink a : {Ink::waiting, Ink::copying, Ink::running, Ink::signal, Ink::failed, Ink::held}) {
            QCOMPARE(theme.colour(a).hsvSaturation(), 0);
            for (const Ink b : {Ink::waiting, Ink::copying, Ink::running, Ink::signal, Ink::failed, Ink::held})
                QVERIFY(a == b || theme.pattern(a) != theme.pattern(b) || theme.colour(a) != theme.colour(b));
        }
        // Seen on paper, too: an outline for the plain one, lines for the hatched one.
        const QRectF rect(20.5, 20.5, 60, 40);
        QVERIFY(inked(painted(one_box(rect, Ink::running), ThemeName::print)).width() >= 60);
        const QImage waiting = painted(one_box(rect, Ink::waiting), ThemeName::print);
        bool line = false;
        for (int x = 30; x < 70; ++x)
            line |= waiting.pixelColor(x, 40).lightness() < 200;
        QVERIFY(line);
    }

    void the_font_has_the_vietnamese_letters()
    {
        Shape text;
        for (const bool fixed : {false, true}) {
            text.fixed_pitch = fixed;
            const QFontMetricsF metrics(Theme::of(ThemeName::light).font(text));
            for (const QChar letter : QStringLiteral("ĂÂĐÊÔƠƯăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"))
                QVERIFY2(metrics.inFont(letter), qPrintable(QString(letter)));
        }
    }

    void a_text_never_leaves_its_rect()
    {
        Sheet sheet({300, 60});
        const QString words = QStringLiteral("a text much wider than the place there is for it");
        sheet.text({20, 20, 90, 20}, words);
        const Drawing drawing = sheet.take();
        QVERIFY(!fits(drawing.shapes[0], Theme::of(ThemeName::light)));
        const QRect ink = inked(painted(drawing, ThemeName::light));
        QVERIFY(!ink.isEmpty());
        QVERIFY2(QRect(19, 18, 92, 24).contains(ink),
                 qPrintable(QStringLiteral("%1 to %2").arg(ink.left()).arg(ink.right())));
    }

    void a_text_fits_its_own_width_at_every_scale()
    {
        Sheet sheet({400, 40});
        const QString words = QStringLiteral("Vùng đệm ứng dụng 4.096 byte");
        sheet.text({10, 10, width_of(words), 20}, words);
        const Drawing drawing = sheet.take();
        for (const qreal factor : {0.5, 0.77, 1.0, 1.3, 2.0, 4.0}) {
            const Drawing other = scaled(drawing, factor);
            QVERIFY(fits(other.shapes[0], Theme::of(ThemeName::light)));
            const QRect ink = inked(painted(other, ThemeName::light));
            QVERIFY(ink.left() >= 9 * factor && ink.right() <= (11 + width_of(words)) * factor);
            QCOMPARE(other.size, drawing.size * factor);
        }
    }

    void motion_begins_and_ends_at_the_drawings()
    {
        const Drawing from = one_box({0, 0, 10, 10}, Ink::waiting), to = one_box({100, 50, 30, 10}, Ink::waiting);
        QVERIFY(between(from, to, 0) == from);
        QVERIFY(between(from, to, 1) == to);
        const Drawing half = between(from, to, 0.5);
        QCOMPARE(half.shapes.size(), size_t(1));
        QCOMPARE(half.shapes[0].rect, QRectF(50, 25, 20, 10));
        QCOMPARE(half.shapes[0].opacity, 1.0);
    }

    void what_comes_fades_in_and_what_goes_fades_out()
    {
        const Drawing none = Sheet({200, 100}).take(), box = one_box({0, 0, 10, 10}, Ink::waiting);
        QCOMPARE(between(none, box, 0.25).shapes.at(0).opacity, 0.25);
        QCOMPARE(between(box, none, 0.25).shapes.at(0).opacity, 0.75);
        QVERIFY(between(box, none, 1).shapes.empty());
    }

    void what_has_an_origin_comes_from_there_and_goes_back()
    {
        const Drawing none = Sheet({200, 100}).take();
        Drawing box = one_box({100, 40, 10, 10}, Ink::copying);
        box.shapes[0].origin = QRectF(0, 0, 10, 10);
        for (const Drawing &half : {between(none, box, 0.5), between(box, none, 0.5)}) {
            QCOMPARE(half.shapes.at(0).rect, QRectF(50, 20, 10, 10));
            QCOMPARE(half.shapes.at(0).opacity, 1.0);
        }
    }

    void a_new_colour_covers_the_old_one()
    {
        const Drawing from = one_box({0, 0, 50, 50}, Ink::waiting), to = one_box({0, 0, 50, 50}, Ink::copying);
        const QColor a = Theme::of(ThemeName::light).colour(Ink::waiting),
                     b = Theme::of(ThemeName::light).colour(Ink::copying);
        const QColor half = painted(between(from, to, 0.5), ThemeName::light).pixelColor(25, 25);
        QVERIFY(qAbs(half.red() - (a.red() + b.red()) / 2) <= 2);
        QVERIFY(qAbs(half.blue() - (a.blue() + b.blue()) / 2) <= 2);
    }

    void lines_are_broken_at_spaces_and_fit()
    {
        const QString words = QStringLiteral("Server đang ngủ trong select() cho đến khi một descriptor sẵn sàng");
        const QStringList lines = wrapped(words, 150);
        QVERIFY(lines.size() > 2);
        QCOMPARE(lines.join(u' '), words);
        for (const QString &line : lines)
            QVERIFY(width_of(line) <= 150);
    }
};

ROOM_TEST(DrawingTest)
#include "drawing.moc"
