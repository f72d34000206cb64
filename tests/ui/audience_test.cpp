// SPDX-License-Identifier: MIT
// Run > Let the audience in: off unless asked for, one key to send all out, shown to the audience, and names only if wished.
#include "shown.h"

#include "drawing/qr.h"
#include "room.h"
#include "ui/audience/usher.h"
#include "ui/audience/window.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/hall/audience_view.h"
#include "ui/hall/hall.h"
#include "ui/lesson/lecture.h"
#include "ui/window/status_line.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSettings>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using shown::comes_true;

namespace {

constexpr const char *here = "127.0.0.2";

struct Audience : shown::Window {
    explicit Audience(const QString &language = QStringLiteral("en"), const char *server = "select") : Window(language, {1280, 720}, beginning(server))
    {
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not become active");
    }
    static ui::MainWindow::Beginning beginning(const char *server)
    {
        ui::MainWindow::Beginning beginning;
        beginning.server = QString::fromLatin1(server);
        return beginning;
    }
    ui::Usher &usher() { return window->usher(); }
    QAction &action() { return *window->actions().let_audience_in; }
    // The machine of the test may be in no network: it is let in where only itself is.
    ui::AudienceWindow &let_in()
    {
        action().trigger();
        auto *dialog = window->findChild<ui::AudienceWindow *>();
        if (usher().is_open())
            usher().close();
        dialog->findChild<QComboBox *>("audience_address")->setEditText(here);
        dialog->findChild<QAbstractButton *>("let_in")->click();
        return *dialog;
    }
    QString status() { return window->status().findChild<QLabel *>("audience_status")->text(); }
};

struct Visitor {
    explicit Visitor(int port) : fd(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in there{};
        there.sin_family = AF_INET;
        there.sin_port = htons(uint16_t(port));
        ::inet_pton(AF_INET, here, &there.sin_addr);
        if (::connect(fd, reinterpret_cast<sockaddr *>(&there), sizeof there) == -1)
            qFatal("nobody listens");
    }
    ~Visitor() { ::close(fd); }
    bool gone() const
    {
        char byte;
        return comes_true([&] { return ::recv(fd, &byte, 1, MSG_DONTWAIT) == 0 || errno != EAGAIN; });
    }
    int fd;
};

} // namespace

class AudienceTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        shown::fail_on_warning();
        QSettings().clear();
    }

    void nobody_is_let_in_unasked()
    {
        Audience shown;
        QVERIFY(!shown.usher().is_open() && !shown.action().isChecked());
        QVERIFY(shown.status().isEmpty());
    }

    void those_who_come_are_counted_and_not_named()
    {
        Audience shown;
        ui::AudienceWindow &dialog = shown.let_in();
        QVERIFY2(shown.usher().is_open(), qPrintable(shown.usher().problem()));
        QVERIFY(shown.action().isChecked());
        QCOMPARE(shown.status(), QString("Audience: Nobody is in yet"));
        const Visitor visitor(shown.usher().invitation().port);
        QVERIFY(comes_true([&] { return shown.status() == "Audience: 1 is in, from 1 machine"; }));
        QVERIFY(comes_true([&] { return shown.session().run()->accepted() == 1; }));
        QVERIFY(shown.usher().invitation().names.isEmpty());
        dialog.findChild<QCheckBox *>("names")->click();
        QCOMPARE(shown.usher().invitation().names, QStringList{"127.0.0.1"});
    }

    void one_key_sends_all_out()
    {
        Audience shown;
        shown.let_in();
        const Visitor visitor(shown.usher().invitation().port);
        QVERIFY(comes_true([&] { return shown.session().run()->accepted() == 1; }));
        auto *dialog = shown.window->findChild<ui::AudienceWindow *>();
        QVERIFY(QTest::qWaitForWindowActive(dialog)); // it is where the eyes are
        QTest::keyClick(dialog, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!shown.usher().is_open() && !shown.action().isChecked());
        QVERIFY(visitor.gone());
        QVERIFY(shown.status().isEmpty());
    }

    // They stay where they were told to come, whichever server is there.
    void a_new_run_keeps_the_address()
    {
        Audience shown;
        shown.let_in();
        const ui::Invitation before = shown.usher().invitation();
        const auto run = shown.session().run();
        shown.session().stop();
        QVERIFY(comes_true([&] { return !shown.session().run(); }));
        QCOMPARE(shown.usher().invitation().hindrance, QString("No server is running now."));
        shown.window->actions().new_run->trigger();
        QVERIFY(comes_true([&] { return shown.session().run() && shown.session().run() != run; }));
        QCOMPARE(shown.usher().invitation().port, before.port);
        QVERIFY(shown.usher().invitation().hindrance.isEmpty());
        const Visitor visitor(before.port);
        QVERIFY(comes_true([&] { return shown.session().run()->accepted() == 1; }));
    }

    void a_server_of_datagrams_is_said_to_meet_nobody()
    {
        Audience shown("en", "select-udp");
        shown.let_in();
        QVERIFY(shown.usher().is_open());
        QCOMPARE(shown.usher().invitation().hindrance, QString("The server \"select-udp\" talks UDP: an audience can come in over TCP only."));
    }

    void what_is_no_address_is_said()
    {
        Audience shown;
        ui::AudienceWindow &dialog = shown.let_in();
        shown.usher().close();
        dialog.findChild<QComboBox *>("audience_address")->setEditText("192.0.2.1");
        dialog.findChild<QAbstractButton *>("let_in")->click();
        QVERIFY(!shown.usher().is_open());
        QVERIFY(dialog.findChild<QLabel *>("audience_problem")->text().startsWith("192.0.2.1 is no address of this machine."));
        QVERIFY(dialog.findChild<QLabel *>("audience_problem")->isVisible());
    }

    // Whoever is in two networks says which, before anybody can come from the other.
    void where_is_chosen_first_when_there_is_a_choice()
    {
        QVERIFY(ui::is_settled({}, {}) && ui::is_settled({"10.0.0.1"}, {}));
        QVERIFY(!ui::is_settled({"10.0.0.1", "192.0.2.1"}, {}) && !ui::is_settled({"10.0.0.1", "192.0.2.1"}, "10.0.0.2"));
        QVERIFY(ui::is_settled({"10.0.0.1", "192.0.2.1"}, "192.0.2.1"));
        Audience shown;
        ui::AudienceWindow &dialog = shown.let_in();
        shown.usher().close();
        dialog.ask();
        const auto *problem = dialog.findChild<QLabel *>("audience_problem");
        QVERIFY(problem->isVisible() && problem->text().startsWith("This machine has several addresses"));
        QVERIFY(!shown.usher().is_open() && dialog.focusWidget() == dialog.findChild<QComboBox *>("audience_address"));
        dialog.findChild<QAbstractButton *>("let_in")->click();
        QVERIFY(shown.usher().is_open() && !problem->isVisible());
    }

    void no_code_leads_where_nothing_is()
    {
        ui::Invitation told{.address = "192.0.2.7", .port = 4001, .web_port = 8080};
        QRectF code;
        ui::invitation(words::Language("en"), told, {900, 440}, code);
        QVERIFY(!code.isNull());
        told.gone = true;
        ui::invitation(words::Language("en"), told, {900, 440}, code);
        QVERIFY(code.isNull());
    }

    void the_invitation_is_seen_in_the_hall()
    {
        Audience shown;
        shown.let_in();
        shown.window->actions().present->trigger();
        ui::AudienceView &view = *shown.window->hall().audience();
        QTest::keyClick(&view, Qt::Key_Q);
        QVERIFY(view.page().invitation);
        QStringList words;
        for (const drawing::Shape &shape : view.drawing().drawing.shapes)
            words += shape.words;
        QVERIFY2(words.contains(shown.usher().invitation().url()) && words.contains(shown.usher().invitation().command()), qPrintable(words.join('\n')));
        QVERIFY(!view.drawing().code.isNull());
        QVERIFY(ui::smallest_letters(view.drawing().drawing) >= ui::least_letters * ui::AudienceView::height_in_units);
        QVERIFY(view.accessibleDescription().contains(shown.usher().invitation().url()));
        QTest::keyClick(&view, Qt::Key_PageDown); // first what was there comes back
        QVERIFY(!view.page().invitation);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!shown.usher().is_open());
        QTest::keyClick(&view, Qt::Key_Q); // there is nothing to show
        QVERIFY(!view.page().invitation);
    }

    void every_control_has_a_name_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"vi", "en"})
            QTest::newRow(language) << QString(language);
    }
    void every_control_has_a_name()
    {
        QFETCH(QString, language);
        Audience shown(language);
        ui::AudienceWindow &dialog = shown.let_in();
        QStringList letters;
        for (QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->parentWidget()->inherits("QAbstractSpinBox"))
                continue;
            QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName() + widget->metaObject()->className()));
        }
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            const QString text = qobject_cast<const QAbstractButton *>(widget) ? static_cast<const QAbstractButton *>(widget)->text()
                                 : qobject_cast<const QLabel *>(widget)        ? static_cast<const QLabel *>(widget)->text()
                                                                               : QString();
            if (const auto at = text.indexOf(u'&'); at >= 0)
                letters += text.mid(at + 1, 1).toLower();
        }
        QCOMPARE(letters.removeDuplicates(), 0);
        QVERIFY(dialog.findChild<QWidget *>("invitation")->accessibleName().contains("http://127.0.0.2:"));
    }

    void the_code_is_one()
    {
        const drawing::Qr qr = drawing::qr_of("http://192.168.100.200:65535/");
        QVERIFY(qr.size >= 25 && qr.dark.size() == size_t(qr.size * qr.size));
        QImage image(200, 300, QImage::Format_RGB32);
        image.fill(Qt::red);
        QPainter painter(&image);
        drawing::paint(qr, image.rect(), painter);
        painter.end();
        const int module = 200 / (qr.size + 8), left = (200 - module * (qr.size + 8)) / 2, top = (300 - module * (qr.size + 8)) / 2;
        QCOMPARE(image.pixelColor(left + 1, top + 1), QColor(Qt::white));                            // the rim
        QCOMPARE(image.pixelColor(left + 4 * module + 1, top + 4 * module + 1), QColor(Qt::black)); // the finder's corner
        QVERIFY(drawing::qr_of(QString(5000, u'x')).size == 0);
    }
};

ROOM_TEST(AudienceTest)
#include "audience_test.moc"
