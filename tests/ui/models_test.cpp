// SPDX-License-Identifier: MIT
// The table of clients.
#include "shown.h"

#include "room.h"
#include "ui/live/clients_model.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include <cerrno>

using shown::comes_true;

class ModelsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void clients_are_rows();
    void a_state_says_what_is_known();
    void buttons_do_what_makes_sense();
};

void ModelsTest::init()
{
    shown::fail_on_warning();
    QSettings().clear();
}

void ModelsTest::clients_are_rows()
{
    using Model = ui::ClientsModel;
    shown::Window shown;
    Model model(shown.session(), shown.preferences);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
    shown.connect_client(1);
    shown.connect_client(2);
    model.refresh();
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    QCOMPARE(text(1, Model::number), QString("2"));
    QCOMPARE(text(1, Model::state), QString("connected"));
    shown.session().run()->tell(1, {.kind = clients::Command::send, .text = "abc"});
    shown.session().run()->tell(1, {.kind = clients::Command::receive, .bytes = 3});
    QVERIFY(comes_true([&] {
        model.refresh();
        return text(0, Model::received) == "3";
    }));
    QCOMPARE(text(0, Model::sent), QString("3"));
    shown.session().run()->tell(1, {.kind = clients::Command::close});
    QVERIFY(comes_true([&] {
        model.refresh();
        return text(0, Model::state) == "closed";
    }));
    shown.session().stop();
    QVERIFY(comes_true([&] { return !shown.session().run(); }));
    model.refresh();
    QCOMPARE(model.rowCount(), 0);
}

void ModelsTest::a_state_says_what_is_known()
{
    shown::Window shown;
    ui::ClientsModel model(shown.session(), shown.preferences);
    const auto becomes = [&](const char *state) {
        return comes_true([&] {
            model.refresh();
            return model.index(0, ui::ClientsModel::state).data().toString() == QLatin1String(state);
        });
    };
    const auto tell = [&](clients::Command command) { shown.session().run()->tell(1, std::move(command)); };
    shown.connect_client(1);
    tell({.kind = clients::Command::shutdown});
    QVERIFY(becomes("half-closed"));
    tell({.kind = clients::Command::receive}); // the server has read the end of file and closed
    QVERIFY(becomes("closed by server"));
    tell({.kind = clients::Command::send, .text = "a"}); // answered by a reset
    tell({.kind = clients::Command::close});
    QVERIFY(becomes("closed"));
    tell({.kind = clients::Command::send, .text = "a"}); // no call is made
    QVERIFY(comes_true([&] { return shown.session().run()->progress(1)->error == ENOTCONN; }));
    QVERIFY(becomes("closed"));
    tell({.kind = clients::Command::connect});
    QVERIFY(becomes("connected"));
}

void ModelsTest::buttons_do_what_makes_sense()
{
    shown::Window shown("en", {1280, 720}, {.server = "select-all"}); // that sends urgent data, too
    const QStringList all = {"send_text", "send_bytes", "receive", "send_urgent_text", "receive_urgent_byte", "half_close", "close", "reset"};
    const auto enabled = [&] {
        QStringList names;
        for (const QString &name : all)
            if (shown.window->findChild<QPushButton *>(name)->isEnabled())
                names << name;
        return names;
    };
    const auto press = [&](const char *name) { QTest::mouseClick(shown.window->findChild<QPushButton *>(name), Qt::LeftButton); };
    QCOMPARE(enabled(), QStringList());
    shown.connect_client(1);
    QCOMPARE(enabled(), all);
    press("half_close");
    QCOMPARE(enabled(), QStringList({"receive", "receive_urgent_byte", "close", "reset"}));
    press("receive");
    QVERIFY(comes_true([&] { return enabled() == QStringList({"close", "reset"}); }));
    press("reset");
    QCOMPARE(enabled(), QStringList());
    QTest::keyClick(shown.window->findChild<QLineEdit *>("text"), Qt::Key_Return);
    QVERIFY(comes_true([&] { return shown.session().run()->progress(1)->waiting == 0; }));
    QCOMPARE(shown.session().run()->progress(1)->error, 0);
    QCOMPARE(enabled(), QStringList());
    shown.session().pause();
    press("connect"); // waits at the gate: what it is told then waits its turn
    QCOMPARE(enabled(), all);
    press("close");
    QCOMPARE(enabled(), QStringList());
    shown.session().resume();
}

ROOM_TEST(ModelsTest)

#include "models_test.moc"
