// SPDX-License-Identifier: MIT
// What ui/run and tests/run do before they build, with an apt-get that is none: they wait for locks, and stop where nothing helps.
#include "room.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

struct Answer {
    int code = -1;
    QByteArray said;
    QStringList asked; // of apt-get, a call a line
};

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// install_missing of a package that is not there. `apt`: the body of apt-get, in sh; $log has the calls so far.
Answer installed(const QByteArray &apt)
{
    QTemporaryDir tools;
    const QString log = tools.filePath("log");
    const auto tool = [&](const char *name, const QByteArray &body) {
        QFile file(tools.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + body + '\n') < 0)
            qFatal("cannot write a tool");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    };
    tool("apt-get", "log=" + log.toUtf8() + "\necho \"$*\" >> $log\n" + apt);
    tool("dpkg-query", "exit 1");
    tool("sleep", "exit 0");
    tool("id", "echo 0");
    QProcess sh;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PATH", tools.path() + ':' + environment.value("PATH"));
    sh.setProcessEnvironment(environment);
    sh.start("sh", {"-eu", "-c", ". '" IOMODELS_SOURCE_DIR "/ui/packages.sh'; install_missing a-package; echo installed"});
    if (!sh.waitForFinished(60'000))
        return {};
    return {sh.exitCode(), sh.readAllStandardOutput() + sh.readAllStandardError(), QString::fromUtf8(content(log)).split('\n', Qt::SkipEmptyParts)};
}

} // namespace

class BuildTest : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void what_is_missing_is_installed()
    {
        const Answer answer = installed("exit 0");
        QVERIFY2(answer.code == 0 && answer.said.contains("installed"), answer.said);
        QCOMPARE(answer.asked.size(), 2);
        QVERIFY(answer.asked[0] == "update" && answer.asked[1].contains("DPkg::Lock::Timeout=") && answer.asked[1].endsWith("a-package"));
    }

    void a_lock_is_waited_for_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("of the lists") << QByteArray("E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)");
        QTest::newRow("of dpkg") << QByteArray("E: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?");
    }
    void a_lock_is_waited_for()
    {
        QFETCH(QByteArray, said);
        const Answer answer = installed("[ $(wc -l < $log) -gt 4 ] || { echo '" + said + "' >&2; exit 100; }");
        QVERIFY2(answer.code == 0 && answer.said.contains("installed"), answer.said);
        QVERIFY2(answer.said.contains("waiting for it") && answer.said.contains(said), answer.said);
        QCOMPARE(answer.asked.size(), 6); // four in vain
    }

    void a_lock_that_stays_ends_the_waiting()
    {
        const Answer answer = installed("echo 'E: Could not get lock /var/lib/dpkg/lock-frontend' >&2; exit 100");
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.said.contains("could not install"), answer.said);
    }

    void what_is_no_lock_is_said_at_once()
    {
        const Answer answer = installed("echo 'E: Unable to locate package a-package' >&2; exit 100");
        QCOMPARE(answer.code, 1);
        QCOMPARE(answer.asked.size(), 2);
        QVERIFY2(answer.said.contains("Unable to locate") && answer.said.contains("could not install"), answer.said);
    }

    void lists_that_cannot_be_renewed_may_do()
    {
        const Answer answer = installed("case $* in update) echo 'E: a source of somebody else' >&2; exit 100 ;; esac");
        QVERIFY2(answer.code == 0 && answer.said.contains("installed"), answer.said);
    }

    // A newer compiler warns of more: that is for those who run the tests.
    void only_the_tests_let_a_warning_stop_them()
    {
        const QString top = QStringLiteral(IOMODELS_SOURCE_DIR "/");
        QVERIFY(!content(top + "CMakePresets.json").contains("WERROR"));
        QVERIFY(!content(top + "ui/run").contains("WERROR=ON") && !content(top + "ui/packages.sh").contains("WERROR"));
        QVERIFY(content(top + "tests/run").contains("-DIOMODELS_WERROR=ON"));
    }
};

ROOM_TEST(BuildTest)
#include "build_test.moc"
