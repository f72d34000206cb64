// SPDX-License-Identifier: MIT
// Pictures from the window: by what is in them.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/figure/export_dialog.h"
#include "ui/figure/view.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QImageReader>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QXmlStreamReader>

using shown::comes_true;

class PicturesTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void a_figure_in_the_other_language();
    void the_whole_window_has_text_as_text();
    void the_clipboard_gets_image_and_vectors();
    void a_place_that_cannot_be_written_is_said();
    void an_animation_is_written_meanwhile();

private:
    QTemporaryDir m_folder;
};

namespace {

bool well_formed(const QString &svg)
{
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    return !xml.hasError();
}

QString content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void PicturesTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void PicturesTest::a_figure_in_the_other_language()
{
    shown::Window shown;
    QVERIFY(comes_true([&] { return shown.contains("sets", "allset"); }));
    ui::ExportDialog dialog(*shown.window, shown.window->panels().views(), shown.view("sets"), shown.preferences);
    dialog.language_choice()->setCurrentIndex(dialog.language_choice()->findData("vi"));
    const QString path = m_folder.filePath("sets.svg");
    QCOMPARE(dialog.write(path), QString());
    const QString svg = content(path);
    QVERIFY(svg.contains("allset"));
    const QString vietnamese = shown.view("sets").figure().title(words::Language("vi"));
    QVERIFY(shown.view("sets").title() != vietnamese);
    QVERIFY(svg.contains(vietnamese));
}

void PicturesTest::the_whole_window_has_text_as_text()
{
    shown::Window shown;
    QVERIFY(comes_true([&] { return shown.contains("stage", "fd 3"); }));
    ui::ExportDialog dialog(*shown.window, shown.window->panels().views(), shown.view("stage"), shown.preferences);
    dialog.figure_choice()->setCurrentIndex(dialog.figure_choice()->count() - 1);
    QVERIFY(!dialog.figure());
    const QString svg_path = m_folder.filePath("window.svg"), pdf_path = m_folder.filePath("window.pdf"),
                  png_path = m_folder.filePath("window.png");
    QCOMPARE(dialog.write(svg_path), QString());
    const QString svg = content(svg_path);
    QVERIFY(well_formed(svg));
    for (const char *text : {"fd 3", "allset", "nc 127.0.0.1", "Recorded events", ">Connect a client<", ">File<"})
        QVERIFY2(svg.contains(text), text);
    QCOMPARE(dialog.write(pdf_path), QString());
    QVERIFY(content(pdf_path).startsWith("%PDF"));
    QCOMPARE(dialog.write(png_path), QString());
    QCOMPARE(QImage(png_path).size(), shown.window->size() * 2);
}

void PicturesTest::the_clipboard_gets_image_and_vectors()
{
    shown::Window shown;
    QVERIFY(comes_true([&] { return shown.contains("client_FD", "[0]"); }));
    shown.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(shown.window.get()));
    shown.view("client_FD").setFocus();
    shown.window->actions().copy_picture->trigger();
    const QMimeData *content = QApplication::clipboard()->mimeData();
    QVERIFY(content->hasImage());
    QVERIFY(!content->imageData().value<QImage>().isNull());
    const QString svg = QString::fromUtf8(content->data("image/svg+xml"));
    QVERIFY(well_formed(svg) && svg.contains("[0]"));
}

void PicturesTest::a_place_that_cannot_be_written_is_said()
{
    shown::Window shown;
    ui::ExportDialog dialog(*shown.window, shown.window->panels().views(), shown.view("sets"), shown.preferences);
    QVERIFY(dialog.write("/nowhere/a.png").contains("/nowhere/a.png"));
    QVERIFY(dialog.write(m_folder.filePath("a.bmp")).contains(".svg"));
    dialog.figure_choice()->setCurrentIndex(dialog.figure_choice()->count() - 1);
    QVERIFY(dialog.write("/nowhere/a.svg").contains("/nowhere/a.svg"));
}

// The window stays itself; the file is whole, or not there.
void PicturesTest::an_animation_is_written_meanwhile()
{
    shown::Window shown;
    shown.connect_client(1);
    shown.session().stop();
    QVERIFY(comes_true([&] { return shown.session().activity() == ui::Session::Activity::none; }));
    ui::ExportDialog dialog(*shown.window, shown.window->panels().views(), shown.view("stage"), shown.preferences);
    QVERIFY(!dialog.frames_choice()->isEnabled()); // a picture has none
    dialog.format_choice()->setCurrentIndex(dialog.format_choice()->findData("gif"));
    QVERIFY(dialog.frames_choice()->isEnabled());
    QSignalSpy saved(&shown.window->files(), &ui::Files::saved), failed(&shown.window->files(), &ui::Files::failed);
    const auto by = [&](const QString &path, const ui::AnimationWriter &writer) { QVERIFY(shown.window->files().export_by(path, writer)); };
    connect(&dialog, &ui::ExportDialog::animation_wanted, this, by);
    const QString path = m_folder.filePath("whole.gif"), other = m_folder.filePath("cancelled.gif");
    QCOMPARE(dialog.write(path), QString());
    QVERIFY(shown.window->files().busy());
    QVERIFY(comes_true([&] { return saved.count() == 1; }));
    QImageReader reader(path);
    QVERIFY(reader.imageCount() > 10);
    QVERIFY(reader.size().height() > shown.view("stage").figure().preferred(shown.view("stage").scene()).height()); // words below
    QCOMPARE(dialog.write(other), QString());
    shown.window->files().cancel();
    QVERIFY(comes_true([&] { return failed.count() == 1; }));
    QVERIFY(!QFile::exists(other));
    dialog.frames_choice()->setCurrentIndex(1);
    QVERIFY(dialog.write(other).contains("no chapters"));
}

ROOM_TEST(PicturesTest)

#include "pictures_test.moc"
