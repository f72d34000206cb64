// SPDX-License-Identifier: MIT
// Pictures by their content: the words and cells are in the files.
#include "figures/export.h"
#include "lesson7.h"
#include "looks.h"
#include "room.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace figures;
using recording::Lesson7;
using trace::Call;

namespace {

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// As far as this test knows the format: one of pixels is read as an image, one of vectors is XML to its end, or a PDF with its end.
bool well_formed(const QByteArray &bytes, const Format &format)
{
    if (format.pixels)
        return !QImage::fromData(bytes, format.name).isNull();
    if (bytes.startsWith("%PDF-"))
        return bytes.trimmed().endsWith("%%EOF") && bytes.contains("startxref");
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT

    const Lesson7 m_lesson;
    const replay::Instant m_instant = m_lesson.after(Lesson7::server, Call::select, 2);
    const replay::World m_world = m_lesson.replay->at(m_instant);
    QTemporaryDir m_folder;

    PictureResult save(const char *figure, const QString &file, const char *code = "en",
                       ThemeName theme = ThemeName::light, QSizeF size = {}, qreal scale = 1)
    {
        const words::Language language(QString::fromLatin1(code));
        const Scene scene{*m_lesson.replay, m_world, m_instant, language, {}, {}, false, 0, false};
        return export_figure(*named(QString::fromLatin1(figure)), scene, Theme::of(theme), size,
                             m_folder.filePath(file), scale);
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void every_figure_has_a_name_and_a_title_of_its_own()
    {
        QSet<QString> names, titles;
        for (const Figure &figure : all()) {
            QCOMPARE(named(QString::fromLatin1(figure.name)), &figure);
            names.insert(QString::fromLatin1(figure.name));
            titles.insert(figure.title(words::Language(QStringLiteral("vi"))));
        }
        QCOMPARE(names,
                 QSet<QString>({"stage", "sets", "client_FD", "tables", "crossing", "phases", "timeline", "listing", "words", "terminal", "totals", "overview"}));
        QCOMPARE(titles.size(), names.size());
        QVERIFY(!named(u"nothing of that name"));
    }

    void svg_has_the_words_and_the_cells_as_text_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("English") << "en";
        QTest::newRow("Vietnamese") << "vi";
    }
    void svg_has_the_words_and_the_cells_as_text()
    {
        QFETCH(QString, code);
        QVERIFY(save("sets", "sets.svg", code.toLatin1().constData()));
        const words::Language language(code);
        QXmlStreamReader xml(content(m_folder.filePath("sets.svg")));
        QStringList texts;
        QString title, view;
        bool image = false;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            image |= xml.name() == u"image" || xml.name() == u"linearGradient";
            if (xml.name() == u"svg")
                view = xml.attributes().value("viewBox").toString();
            else if (xml.name() == u"title")
                title = xml.readElementText();
            else if (xml.name() == u"text")
                texts += xml.readElementText().trimmed();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(!image);
        QCOMPARE(title, named(u"sets")->title(language));
        QCOMPARE(view, "0 0 880 278"); // with its title above
        QVERIFY(texts.contains("allset"));
        QVERIFY(texts.contains("maxfd + 1 = 6"));
        QVERIFY(texts.contains(language.say("Figures", "asked of the kernel", "a row of bits")));
        QVERIFY(texts.contains(language.say("Figures", "the kernel’s answer", "a row of bits")));
        // allset 3, readfds 1, asked 3, answered 1; and the index 1
        QCOMPARE(texts.count("1"), 3 + 1 + 3 + 1 + 1);
    }

    void pdf_has_the_words_as_text()
    {
        const QString pdftotext = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        for (const char *code : {"en", "vi"}) {
            QVERIFY(save("stage", "stage.pdf", code));
            const QByteArray pdf = content(m_folder.filePath("stage.pdf"));
            QVERIFY(pdf.startsWith("%PDF-"));
            QVERIFY(pdf.contains("/MediaBox [0 0 675")); // 900 px at 96 a inch, in points
            QVERIFY(pdf.contains("/ToUnicode"));         // what makes letters out of glyphs
            QVERIFY(!pdf.contains("/Subtype /Image"));
            if (pdftotext.isEmpty())
                continue;
            QProcess process;
            process.start(pdftotext, {"-layout", m_folder.filePath("stage.pdf"), "-"});
            QVERIFY(process.waitForFinished());
            const QString text =
                QString::fromUtf8(process.readAllStandardOutput()).normalized(QString::NormalizationForm_C);
            const words::Language language(QString::fromLatin1(code));
            QVERIFY2(text.contains("fd 4"), qPrintable(text));
            QVERIFY2(text.contains(language.say("Figures", "Application buffer")), qPrintable(text));
            QVERIFY2(text.contains(language.say("Figures", "KERNEL")), qPrintable(text));
        }
    }

    void png_has_the_size_asked_for_and_is_not_blank()
    {
        for (const Figure &figure : all()) {
            for (const ThemeName theme : {ThemeName::light, ThemeName::print}) {
                QVERIFY2(save(figure.name, "figure.png", "en", theme, {640, 400}, 1.5), figure.name);
                const QImage image(m_folder.filePath("figure.png"));
                QCOMPARE(image.size(), QSize(960, 600));
                QSet<QRgb> colours;
                for (int y = 0; y < image.height(); y += 2)
                    for (int x = 0; x < image.width(); x += 2)
                        colours.insert(image.pixel(x, y));
                QVERIFY2(colours.size() > 8, figure.name);
            }
        }
    }

    void every_figure_can_be_had_in_every_format()
    {
        QVERIFY(formats().size() >= 3);
        for (const Figure &figure : all())
            for (const Format &format : formats()) {
                const QString name = QStringLiteral("any.") + QString::fromLatin1(format.suffix).toUpper(); // in any case
                QCOMPARE(format_of(name), &format);
                QVERIFY2(save(figure.name, name, "vi", ThemeName::print), format.name);
                const QByteArray bytes = content(m_folder.filePath(name));
                QVERIFY2(bytes.size() > 400, format.name);
                QVERIFY2(well_formed(bytes, format), qPrintable(QString::fromLatin1(figure.name) + u' ' + format.name));
            }
        QCOMPARE(suffixes("*.").size(), qsizetype(formats().size()));
        QVERIFY(!format_of("sets") && !format_of("png") && !format_of("a.txt"));
    }

    void printing_uses_no_colour()
    {
        QVERIFY(save("overview", "print.png", "vi", ThemeName::print));
        const QImage image(m_folder.filePath("print.png"));
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QRgb pixel = image.pixel(x, y);
                QVERIFY(qRed(pixel) == qGreen(pixel) && qGreen(pixel) == qBlue(pixel));
            }
    }

    void a_large_size_magnifies()
    {
        const words::Language language;
        const Scene scene{*m_lesson.replay, m_world, m_instant, language, {}, {}, false, 0, false};
        const Drawing drawing = laid_out(*named(u"sets"), scene, sets_size(scene) * 3);
        QCOMPARE(drawing.size, sets_size(scene) * 3);
        QCOMPARE(recording::shape_of(drawing, "bit allset 4 value")->scale, 3.0);
    }

    void faults_are_told()
    {
        QCOMPARE(save("sets", "sets.gif").fault, PictureFault::unknown_format);
        QCOMPARE(save("sets", "sets.png", "en", ThemeName::light, {40000, 100}).fault, PictureFault::bad_size);
        QCOMPARE(save("sets", "sets.png", "en", ThemeName::light, {400, 100}, 1000).fault, PictureFault::bad_size);
        const PictureResult result = save("sets", "no such folder/sets.png");
        QCOMPARE(result.fault, PictureFault::cannot_write);
        QVERIFY(!result.detail.isEmpty());
    }

    void a_file_that_was_there_stays_when_saving_fails()
    {
        QVERIFY(save("sets", "kept.svg"));
        const QByteArray before = content(m_folder.filePath("kept.svg"));
        QVERIFY(!save("sets", "kept.svg", "en", ThemeName::light, {-5, 100}) ||
                content(m_folder.filePath("kept.svg")) == before);
        QVERIFY(!save("sets", "kept.svg", "en", ThemeName::light, {50000, 100}));
        QCOMPARE(content(m_folder.filePath("kept.svg")), before);
    }
};

ROOM_TEST(PicturesTest)
#include "pictures.moc"
