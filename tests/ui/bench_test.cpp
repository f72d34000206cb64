// SPDX-License-Identifier: MIT
// The window's three modes over one run; and the bench: statements are executed, answered, refused, interrupted, proposed, exported.
#include "shown.h"

#include "bench/prototypes.h"
#include "bench/known_calls.h"
#include "room.h"
#include "ui/bench/flags_panel.h"
#include "ui/bench/hands.h"
#include "ui/bench/history.h"
#include "ui/bench/panel.h"
#include "ui/bench/proposals.h"
#include "ui/bench/select_panel.h"
#include "ui/bench/signals_panel.h"
#include "ui/bench/statement_line.h"
#include "ui/common/actions.h"
#include "ui/figure/view.h"
#include "ui/window/panels.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTableWidget>

#include <algorithm>
#include <fcntl.h>

using shown::comes_true;

namespace {

struct Bench : shown::Window {
    explicit Bench(const QString &language = QStringLiteral("en"), QSize size = {1366, 768}) : shown::Window(language, size, {.mode = "bench"}, false)
    {
        if (!comes_true([this] { return desk().sits(); }))
            qFatal("the bench does not begin");
    }
    ui::BenchPanel &panel() { return window->panels().bench(); }
    ui::Desk &desk() { return panel().desk(); }
    ui::StatementEdit &line() { return panel().statement().edit(); }
    QString hint() { return panel().findChild<QLabel *>("refusal")->text(); }

    // Types it and presses Enter; waits until it has been executed, or sleeps.
    bool type(const QString &statement)
    {
        line().set_text({});
        QTest::keyClicks(&line(), statement);
        QTest::keyClick(&line(), Qt::Key_Return);
        return comes_true([this] { return !desk().busy() || asleep(); });
    }
    bool asleep()
    {
        return std::ranges::any_of(desk().entries(), &ui::Desk::Entry::asleep);
    }
    const ui::Desk::Entry &last() { return desk().entries().back(); }
    std::string value(const std::string &name)
    {
        for (const bench::Shown &one : desk().variables())
            if (one.name == name)
                return one.value;
        return {};
    }
};

} // namespace

class BenchTest : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        shown::fail_on_warning();
        QSettings().clear();
    }

    void a_mode_changes_neither_run_nor_instant()
    {
        shown::Window shown("en", {1366, 768}, {.server = "select"});
        shown.connect_client(1);
        shown.session().go(shown.session().replay().step(5));
        const auto instant = shown.session().instant();
        const auto run = shown.session().run();
        const ui::Actions &actions = shown.window->actions();
        const std::pair<QAction *, ui::Panels::Mode> modes[] = {{actions.mode_bench, ui::Panels::Mode::bench}, {actions.mode_lesson, ui::Panels::Mode::lesson},
                                                                {actions.mode_watch, ui::Panels::Mode::watch}, {actions.mode_bench, ui::Panels::Mode::bench}};
        for (const auto &[action, mode] : modes) {
            action->trigger();
            QCOMPARE(shown.window->panels().mode(), mode);
            QVERIFY(action->isChecked());
            QCOMPARE(shown.session().run(), run);
            QCOMPARE(shown.session().instant(), instant);
            QCOMPARE(shown.window->findChild<QDockWidget *>("panel_bench")->isVisible(), mode == ui::Panels::Mode::bench);
            QVERIFY(shown.view("stage").isVisible() && shown.view("timeline").isVisible());
        }
        QCOMPARE(QSettings().value("mode").toString(), QString("bench"));
    }

    void a_statement_is_executed_answered_and_drawn()
    {
        Bench bench;
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_STREAM, 0);"));
        QCOMPARE(bench.last().text, QString("s = socket(AF_INET, SOCK_STREAM, 0);"));
        QVERIFY(comes_true([&] { return bench.last().event.has_value(); }));
        QCOMPARE(bench.last().call->call, trace::Call::socket);
        QCOMPARE(bench.last().call->result, 3);
        QCOMPARE(bench.value("s"), std::string("3"));
        QVERIFY(bench.contains("stage", "fd 3"));
        QVERIFY(bench.desk().explanation(bench.last()).contains("3"));
        QVERIFY(bench.line().text().isEmpty());
        QTest::keyClick(&bench.line(), Qt::Key_Up);
        QCOMPARE(bench.line().text(), QString("s = socket(AF_INET, SOCK_STREAM, 0);"));
        QTest::keyClick(&bench.line(), Qt::Key_Down);
        QVERIFY(bench.line().text().isEmpty());
    }

    void several_statements_stand_in_one_line()
    {
        QCOMPARE(ui::statements_in("a = 1; send(4, \"x;y\", 3, 0); b = ';';"), (QStringList{"a = 1", "send(4, \"x;y\", 3, 0)", "b = ';'"}));
        Bench bench;
        QVERIFY(bench.type("a = 1; b = a + 1;"));
        QVERIFY(comes_true([&] { return bench.value("b") == "2"; }));
        QCOMPARE(bench.desk().entries().size(), 2);
    }

    void what_is_not_understood_is_refused_with_its_column_and_not_recorded()
    {
        Bench bench;
        const auto stated = [&] { return std::ranges::count_if(bench.session().trace().events(), [](const trace::Event &event) { return event.line != 0; }); };
        const auto before = stated();
        QVERIFY(bench.type("s = sockt(AF_INET, SOCK_STREAM, 0);"));
        QVERIFY(comes_true([&] { return bench.line().marked() > 0; }));
        QCOMPARE(bench.line().marked(), 5);
        QVERIFY2(bench.hint().startsWith("Column 5:") && bench.hint().contains("sockt"), qPrintable(bench.hint()));
        QVERIFY(bench.desk().entries().empty());
        QCOMPARE(stated(), before);
        bench.panel().findChild<QPushButton *>("mend")->click();
        QCOMPARE(bench.line().text(), QString("s = socket(AF_INET, SOCK_STREAM, 0);"));
        QTest::keyClick(&bench.line(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return bench.value("s") == "3"; }));
        QVERIFY(bench.type("FD_SET(2000, &readfds);"));
        QVERIFY(comes_true([&] { return bench.hint().contains("1023"); }));
        QVERIFY(bench.type("a = (;"));
        QVERIFY(bench.line().marked() > 0);
    }

    void what_sleeps_can_be_interrupted_and_one_more_can_wait()
    {
        Bench bench;
        QVERIFY(bench.type("n = read(0, buffer, sizeof buffer);"));
        QVERIFY(comes_true([&] { return bench.asleep(); }));
        auto *run = bench.panel().findChild<QPushButton *>("bench_run");
        QCOMPARE(run->text(), QString("Interrupt"));
        QTest::keyClicks(&bench.line(), "m = 7;");
        QTest::keyClick(&bench.line(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return bench.desk().entries().size() == 2; }));
        QVERIFY(bench.last().waits);
        bench.desk().type("abc\n");
        QVERIFY(comes_true([&] { return bench.value("m") == "7"; }));
        QCOMPARE(bench.value("n"), std::string("4"));
        QVERIFY(bench.type("n = read(0, buffer, sizeof buffer);"));
        QVERIFY(comes_true([&] { return bench.asleep(); }));
        run->click();
        QVERIFY(comes_true([&] { return !bench.desk().busy() && bench.value("n") == "-1"; }));
        QVERIFY(comes_true([&] { return bench.last().call->result == -1; }));
        QCOMPARE(run->text(), QString("Run"));
    }

    void a_call_that_did_not_block_is_not_asleep()
    {
        Bench bench;
        const auto answered = [&](const QString &result) {
            const auto *history = bench.panel().findChild<QListView *>("bench_history");
            const QModelIndex row = history->model()->index(history->model()->rowCount() - 1, 0);
            return !bench.asleep() && bench.last().enters && row.data(ui::HistoryModel::result).toString().startsWith(result);
        };
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_DGRAM, 0);"));
        QVERIFY(bench.type("recv(s, buf, 10, MSG_DONTWAIT);"));
        QVERIFY(comes_true([&] { return bench.desk().entries().size() == 2 && answered("= -1 EAGAIN"); }));
        QVERIFY(bench.type("tv = {0, 0};"));
        QVERIFY(bench.type("FD_SET(s, &r);"));
        QVERIFY(bench.type("select(s + 1, &r, NULL, NULL, &tv);"));
        QVERIFY(comes_true([&] { return bench.desk().entries().size() == 5 && answered("= 0"); }));
    }

    void a_line_of_the_keyboard_and_a_value_are_shown()
    {
        Bench bench;
        const auto answered = [&](const QString &result) {
            const auto *history = bench.panel().findChild<QListView *>("bench_history");
            const QModelIndex row = history->model()->index(history->model()->rowCount() - 1, 0);
            return !bench.desk().busy() && row.data(ui::HistoryModel::result).toString() == result;
        };
        bench.desk().type("abc\n");
        QVERIFY(bench.type("fgets(line, 10, stdin);"));
        QVERIFY(comes_true([&] { return answered("= \"abc\\n\""); }));
        QVERIFY(bench.type("line;"));
        QVERIFY(comes_true([&] { return answered("= \"abc\\n\""); }));
        QVERIFY(bench.type("n = 3 + 4;"));
        QVERIFY(bench.type("n;"));
        QVERIFY(comes_true([&] { return answered("= 7"); }));
    }

    void a_keyboard_that_is_closed_is_not_offered()
    {
        Bench bench;
        const auto keyboards = [&] {
            const auto all = ui::descriptors(bench.desk(), bench.session(), words::Language());
            return std::ranges::count_if(all, [](const ui::Descriptor &one) { return one.what == ui::Descriptor::What::terminal && one.fd == 0; });
        };
        QCOMPARE(keyboards(), 1);
        QVERIFY(bench.type("close(0);"));
        QVERIFY(comes_true([&] { return keyboards() == 0; }));
    }

    void a_client_of_the_run_comes_to_what_listens()
    {
        Bench bench;
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_STREAM, 0); addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}; bind(s, &addr, sizeof addr); listen(s, 5)"));
        QVERIFY(comes_true([&] { return bench.session().run()->port() != 0; }));
        QVERIFY(bench.type("t = accept(s, NULL, NULL)"));
        QCOMPARE(bench.desk().connect_client(), 1);
        QVERIFY(comes_true([&] { return bench.value("t") == "4"; }));
        const auto linked = [&] {
            const auto &sockets = bench.session().world().sockets;
            return std::ranges::any_of(sockets, [](const replay::Socket &socket) { return socket.fd == 4 && socket.peer_thread >= 0; });
        };
        QVERIFY(comes_true(linked));
    }

    void a_run_that_has_ended_is_only_read()
    {
        Bench bench;
        QVERIFY(bench.type("a = 1;"));
        bench.session().stop();
        QVERIFY(comes_true([&] { return !bench.session().run(); }));
        QVERIFY(bench.line().isReadOnly());
        QVERIFY(!bench.panel().findChild<QPushButton *>("bench_run")->isEnabled());
        QCOMPARE(bench.desk().entries().size(), 1);
        bench.session().set_saved();
        bench.desk().again();
        QVERIFY(comes_true([&] { return bench.desk().sits() && bench.value("a") == "1"; }));
        QVERIFY(!bench.line().isReadOnly());
        QVERIFY(bench.desk().in_c().contains("a = 1;"));
    }

    void each_call_has_a_prototype_of_its_arity()
    {
        for (const bench::KnownCall &call : bench::known_calls()) {
            const bench::Prototype prototype = bench::prototype(call.name);
            QCOMPARE(prototype.name, call.name);
            QCOMPARE(prototype.parameters.size(), call.arity());
        }
    }

    void where_the_cursor_stands()
    {
        const auto at = [](std::string_view text) { return bench::place_in(text, text.size()); };
        QCOMPARE(at("n = recv(t, buffer, sizeof buffer, MSG_").call, std::string("recv"));
        QCOMPARE(at("n = recv(t, buffer, sizeof buffer, MSG_").parameter, 3);
        QCOMPARE(at("n = recv(t, buffer, sizeof buffer, MSG_").word, std::string("MSG_"));
        QCOMPARE(at("bind(s, f(a, b), ").parameter, 2);
        QCOMPARE(at("send(4, \"a, (b\", ").parameter, 2);
        QCOMPARE(at("a = {1, 2}; clo").word, std::string("clo"));
        QVERIFY(at("a = {1, 2}; clo").call.empty());
    }

    void tab_takes_what_is_proposed()
    {
        Bench bench;
        bench.line().setFocus();
        QTest::keyClicks(&bench.line(), "n = recv(0, buffer, 10, MSG_DO");
        auto *list = bench.panel().findChild<QListWidget *>("proposals");
        QVERIFY(comes_true([&] { return list->isVisible() && list->count() > 0; }));
        QVERIFY(list->item(0)->text().contains("MSG_DONTWAIT"));
        QTest::keyClick(&bench.line(), Qt::Key_Tab);
        QCOMPARE(bench.line().text(), QString("n = recv(0, buffer, 10, MSG_DONTWAIT"));
    }

    void the_lectures_case_is_one_click_and_what_was_asked_is_set_again()
    {
        Bench bench;
        bench.panel().set_tab(1);
        bench.panel().findChild<QPushButton *>("deck_case")->click();
        QVERIFY(comes_true([&] { return bench.value("tv") == "{10, 200000}" && !bench.desk().plays(); }));
        QCOMPARE(bench.value("readfds"), std::string("{0, 4, 5}"));
        QCOMPARE(bench.value("writefds"), std::string("{2, 7}"));
        QCOMPARE(bench.value("exceptfds"), std::string("{1, 4}"));
        QVERIFY(comes_true([&] { return bench.line().text() == "n = select(8, &readfds, &writefds, &exceptfds, &tv);"; }));
        bench.line().setFocus();
        QTest::keyClick(&bench.line(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return bench.asleep(); })); // it has been made to
        ui::do_act(bench.desk(), ui::Act::urgent, 1);
        QVERIFY(comes_true([&] { return bench.value("n") == "1"; }));
        QVERIFY(comes_true([&] { return ui::asked_sets(bench.desk(), bench.session()).overwritten; }));
        const ui::Asked asked = ui::asked_sets(bench.desk(), bench.session());
        QCOMPARE(asked.asked[0], (std::set<int>{0, 4, 5}));
        QCOMPARE(asked.asked[2], (std::set<int>{1, 4}));
        QCOMPARE(*asked.answered[2], std::set<int>{4});
        QVERIFY(asked.answered[0]->empty() && asked.answered[1]->empty());
        QVERIFY(asked.left && *asked.left < 10'200'000'000);
        QCOMPARE(bench.value("exceptfds"), std::string("{4}"));
        const QStringList again = ui::set_again(bench.desk(), bench.session(), asked.asked);
        QVERIFY(again.contains("FD_SET(0, &readfds)") && again.contains("FD_SET(7, &writefds)") && again.contains("FD_SET(1, &exceptfds)"));
        QVERIFY(!again.contains("FD_SET(4, &exceptfds)")); // it is there still
        QVERIFY(comes_true([&] { return bench.panel().findChild<QPushButton *>("bench_run")->text() == "Set again, call"; }));
    }

    void flags_that_are_set_outright_wipe_the_others()
    {
        Bench bench;
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_STREAM, 0); flags = fcntl(s, F_GETFL); fcntl(s, F_SETFL, flags | O_NONBLOCK)"));
        bench.panel().set_tab(2);
        QVERIFY(!bench.panel().findChild<QLabel *>("deck")->isVisible());
        const auto words = [&] { return ui::flag_words(bench.desk(), bench.session(), 3); };
        QVERIFY(comes_true([&] { return words().after.has_value(); }));
        QCOMPARE(*words().before, O_RDWR);
        QCOMPARE(*words().after, O_RDWR | O_NONBLOCK);
        QCOMPARE(words().wiped(), 0);
        QTest::mouseClick(bench.panel().findChild<QPushButton *>("run_trap"), Qt::LeftButton);
        QVERIFY(comes_true([&] { return words().wiped() == O_NONBLOCK; }));
        QCOMPARE(*words().after, O_RDWR | O_ASYNC);
        bench.panel().findChild<QPushButton *>("give_back")->click();
        QVERIFY(bench.line().text().contains("O_NONBLOCK"));
    }

    void a_cause_of_sigio_is_provoked_and_its_signals_are_counted()
    {
        Bench bench;
        bench.panel().set_tab(3);
        bench.panel().findChild<QCheckBox *>("signals_queued")->setChecked(true);
        bench.panel().findChild<QPushButton *>("signals_set_up")->click();
        QVERIFY(comes_true([&] { return !bench.desk().plays() && !bench.value("e").empty() && !bench.desk().busy(); }));
        const size_t before = bench.session().trace().events().size();
        const auto signals_after = [&] { return ui::arrived(bench.desk(), bench.session(), before, bench.session().trace().events().size()); };
        bench.panel().findChild<QPushButton *>("cause_5")->click();
        QVERIFY2(comes_true([&] { return signals_after().count == 10; }), qPrintable(QString::number(signals_after().count))); // queued
        QCOMPARE(signals_after().codes, QStringList{"POLL_IN"});
        QVERIFY(signals_after().bands.front().contains("POLLIN"));
        bench.panel().findChild<QPushButton *>("cause_8")->click(); // over UDP
        QVERIFY(comes_true([&] { return signals_after().count == 11; }));
        QVERIFY(!signals_after().codes.contains("POLL_ERR"));
        bench.panel().findChild<QPushButton *>("cause_9")->click();
        QVERIFY(comes_true([&] { return signals_after().codes.contains("POLL_ERR"); }));
    }

    void an_option_is_set_on_the_benchs_socket_and_read_back()
    {
        Bench bench;
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_STREAM, 0)"));
        bench.panel().set_tab(5);
        auto *table = bench.panel().findChild<QTableView *>("options");
        auto *model = static_cast<QSortFilterProxyModel *>(table->model());
        QVERIFY(comes_true([&] { return !model->index(0, 6).data().toString().isEmpty(); }));
        int row = 0;
        while (row < model->rowCount() && model->index(row, 1).data() != "SO_RCVBUF")
            ++row;
        QCOMPARE(model->index(row, 9).data().toString(), QString("doubled"));
        table->setCurrentIndex(model->index(row, 1));
        emit table->activated(model->index(row, 1));
        QVERIFY(bench.line().text().contains("SO_RCVBUF"));
        QTest::keyClick(&bench.line(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return bench.value("val") == "100000"; }));
        QVERIFY(comes_true([&] { return model->index(row, 10).data().toString() == "100000"; }));
        model->sort(1);
        QVERIFY(model->index(0, 1).data().toString() < model->index(5, 1).data().toString());
    }

    void requests_are_asked_for_and_called_off()
    {
        Bench bench;
        QVERIFY(bench.type("s = socket(AF_INET, SOCK_DGRAM, 0); addr = {AF_INET, htons(0), htonl(INADDR_LOOPBACK)}; bind(s, &addr, sizeof addr)"));
        bench.panel().set_tab(4);
        QVERIFY(comes_true([&] { return bench.panel().findChild<QPushButton *>("request_read")->isEnabled(); }));
        for (int i = 0; i < 2; ++i) {
            bench.panel().findChild<QPushButton *>("request_read")->click();
            QTest::keyClick(&bench.line(), Qt::Key_Return);
            QVERIFY(comes_true([&] { return !bench.desk().busy(); }));
        }
        auto *table = bench.panel().findChild<QTableWidget *>("requests");
        QVERIFY(comes_true([&] { return table->rowCount() == 2 && table->item(1, 4)->text().startsWith("EINPROGRESS"); }));
        table->selectRow(1);
        bench.panel().findChild<QPushButton *>("request_cancel")->click();
        QCOMPARE(bench.line().text(), QString("n = aio_cancel(3, &r2);"));
        QTest::keyClick(&bench.line(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return bench.value("n") == "0"; })); // AIO_CANCELED: it was queued behind the first
        QVERIFY(bench.type("shutdown(s, SHUT_RDWR); n = sendto(s, \"x\", 1, 0, &addr, sizeof addr)")); // the first returns, and its thread ends
    }

    void it_sits_in_the_table_of_a_running_server()
    {
        shown::Window shown("en", {1366, 768}, {.server = "select"});
        shown.connect_client(1);
        shown.window->actions().mode_bench->trigger();
        ui::BenchPanel &panel = shown.window->panels().bench();
        const auto run = shown.session().run();
        panel.findChild<QPushButton *>("attach")->click();
        QVERIFY(comes_true([&] { return panel.desk().sits() && panel.desk().attached() == 1; }));
        QCOMPARE(shown.session().run(), run);
        panel.statement().edit().set_text("flags = fcntl(4, F_GETFL);");
        QTest::keyClick(&panel.statement().edit(), Qt::Key_Return);
        QVERIFY(comes_true([&] { return !panel.desk().busy() && panel.desk().entries().size() == 1 && panel.desk().entries()[0].event; }));
        QCOMPARE(panel.desk().entries()[0].call->result, O_RDWR);
    }
};

ROOM_TEST(BenchTest)
#include "bench_test.moc"
