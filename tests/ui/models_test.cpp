// SPDX-License-Identifier: MIT
// The table of clients.
#include "shown.h"

#include "ui/clients_model.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QTest>

using shown::comes_true;

class ModelsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void clients_are_rows();
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

int shown::models(int argc, char **argv)
{
    ModelsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "models_test.moc"
