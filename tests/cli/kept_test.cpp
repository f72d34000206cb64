// SPDX-License-Identifier: MIT
// A run that is to be saved is not lost, whatever ends it and whatever becomes of the place for its file; and what can be known before
// the run is said before it.
#include "cli/program.h"
#include "room.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <csignal>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <memory>
#include <vector>

using program::Answer;
using program::run;
using program::shell;

namespace {

constexpr qint64 longest = 60'000; // ms

template <typename Condition>
bool comes_true(Condition &&condition)
{
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > longest)
            return false;
        QTest::qSleep(20);
    }
    return true;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A client of another program.
struct Connection {
    int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    explicit Connection(int port)
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(uint16_t(port));
        if (::connect(fd, reinterpret_cast<sockaddr *>(&address), sizeof address) == -1)
            qFatal("cannot connect");
    }
    ~Connection() { ::close(fd); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    bool says(const char *text) const { return ::send(fd, text, strlen(text), MSG_NOSIGNAL) > 0; }
    // One byte is answered.
    bool is_answered() const
    {
        char byte = 0;
        return says("x") && ::recv(fd, &byte, 1, 0) == 1;
    }
};

} // namespace

class KeptTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QStringList files(const QString &pattern) const { return QDir(m_folder.path()).entryList({pattern}, QDir::Files | QDir::System); }
    // The events of a recording in the folder; none: it cannot be opened.
    QByteArray events(const QString &name) const { return run({"show", file(name)}).out; }
    // A run that saves there, in the folder `home` as the user's own.
    int begin(QProcess &process, const QString &path, const QStringList &server = {"select"})
    {
        program::prepare(process, QStringList{"run"} + server + QStringList{"--save", path});
        QProcessEnvironment environment = process.processEnvironment();
        environment.insert("HOME", file("home"));
        process.setProcessEnvironment(environment);
        process.start(QIODevice::ReadOnly);
        return program::listening_port(process);
    }
    Answer end(QProcess &process, int signal)
    {
        ::kill(pid_t(process.processId()), signal);
        if (!process.waitForFinished(longest))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, {}, process.readAllStandardError()};
    }

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(".*"));
        for (const QString &name : files("*"))
            QFile::remove(file(name));
        QDir(m_folder.path()).mkdir("home");
    }

    void what_is_no_place_for_a_file_is_said_before_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("a pipe") << file("pipe");
        QTest::newRow("a full device") << QString("/dev/full");
        QTest::newRow("nothing's device") << QString("/dev/null");
        QTest::newRow("a folder") << m_folder.path();
        QTest::newRow("in no folder") << file("nowhere/a.iotrace");
        QTest::newRow("below a file") << QString("/etc/passwd/a.iotrace");
    }
    void what_is_no_place_for_a_file_is_said_before()
    {
        QFETCH(QString, path);
        QCOMPARE(mkfifo(qPrintable(file("pipe")), 0600), 0);
        const Answer answer = run({"run", "select", "--script", "select", "--save", path});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains(path.toUtf8()) && !answer.err.contains("listening"), answer.err);
        QCOMPARE(files("*.iotrace"), QStringList());
        const Answer compared = run({"compare", "--models", "select", "--csv", path}); // minutes, of which nothing would be left
        QCOMPARE(compared.code, 1);
        QVERIFY2(compared.err.contains(path.toUtf8()) && compared.out.isEmpty(), compared.err);
    }

    void a_full_disk_is_said_before()
    {
        const Answer answer = shell(QStringLiteral("unshare -rm sh -c 'mount -t tmpfs -o size=16k none %1 || exit 77; cat /dev/zero > %1/zeros; "
                                                   "\"$iomodels\" run select --script select --save %1/a.iotrace' 2>&1").arg(file("home")));
        if (answer.code == 77 || answer.out.contains("unshare"))
            QSKIP("This system does not let a test have a small disk.");
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.out.contains("a.iotrace cannot be written: No space left on device") && !answer.out.contains("listening"), answer.out);
    }

    void the_script_is_not_replaced_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the same name") << file("script");
        QTest::newRow("another way") << file("home/../script");
        QTest::newRow("another link") << file("linked");
        QTest::newRow("a symbolic one") << file("pointing");
    }
    void the_script_is_not_replaced()
    {
        QFETCH(QString, name);
        QFile written(file("script"));
        QVERIFY(written.open(QIODevice::WriteOnly) && written.write("client 1 connect\n") > 0);
        written.close();
        QCOMPARE(::link(qPrintable(file("script")), qPrintable(file("linked"))), 0);
        QCOMPARE(::symlink(qPrintable(file("script")), qPrintable(file("pointing"))), 0);
        const QByteArray before = content(file("script"));
        const Answer answer = run({"run", "select", "--script", file("script"), "--save", name});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains("would replace the script"), answer.err);
        QCOMPARE(content(file("script")), before);
    }

    void a_run_that_did_not_begin_replaces_nothing()
    {
        const QString path = file("good.iotrace");
        QCOMPARE(run({"run", "select", "--script", "select", "--save", path}).code, 0);
        const QByteArray good = content(path);
        QProcess other;
        const int port = begin(other, file("other.iotrace"));
        QVERIFY(port > 0);
        for (const QString &name : {path, file("new.iotrace")}) {
            const Answer answer = run({"run", "select", "--port", QString::number(port), "--save", name});
            QCOMPARE(answer.code, 1);
            QVERIFY2(answer.err.contains("in use already"), answer.err);
        }
        QCOMPARE(content(path), good);
        QVERIFY(events("new.iotrace").contains("EADDRINUSE")); // where nothing was, its failure is what there is
        QCOMPARE(end(other, SIGINT).code, 0);
        QCOMPARE(files("*.iotrace"), QStringList({"good.iotrace", "new.iotrace", "other.iotrace"}));
    }

    // What was done is in the file while the run goes on, and stays when it is killed.
    void a_killed_run_is_kept()
    {
        QProcess process;
        const int port = begin(process, file("a.iotrace"));
        QVERIFY(port > 0);
        const Connection client(port);
        const auto told = [&](int bytes) {
            const QStringList kept = files("a.unfinished-*.iotrace");
            return kept.size() == 1 && events(kept[0]).count("recv(4, buffer, 4096, 0) = 1") >= bytes;
        };
        for (int bytes = 1; bytes <= 3; ++bytes) {
            QVERIFY(client.is_answered());
            QVERIFY(comes_true([&] { return told(bytes); }));
        }
        end(process, SIGKILL);
        QVERIFY(told(3));
        const Answer shown = run({"show", file(files("a.unfinished-*.iotrace")[0])});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.err.contains("did not end in order"), shown.err);
        QVERIFY(!QFile::exists(file("a.iotrace")));
    }

    // The C library's threads for SIGEV_THREAD block no signal.
    void a_signal_given_to_any_thread_ends_it_in_order()
    {
        QProcess process;
        const int port = begin(process, file("a.iotrace"), {"aio", "--notify", "thread"});
        QVERIFY(port > 0);
        const pid_t pid = pid_t(process.processId());
        std::vector<std::unique_ptr<Connection>> clients;
        for (int i = 0; i < 8; ++i)
            clients.push_back(std::make_unique<Connection>(port));
        QVERIFY(comes_true([&] {
            for (const auto &client : clients)
                client->says("x");
            for (const QString &thread : QDir(QStringLiteral("/proc/%1/task").arg(pid)).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
                const QByteArray status = content(QStringLiteral("/proc/%1/task/%2/status").arg(pid).arg(thread));
                if (status.contains("SigBlk:\t0000000000000000") && ::syscall(SYS_tgkill, pid, thread.toInt(), SIGTERM) == 0)
                    return true;
            }
            return false;
        }));
        QVERIFY(process.waitForFinished(longest));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, said);
        QVERIFY(events("a.iotrace").contains("aio_read("));
    }

    // Else the next descriptor that is made is number 1, and is written to.
    void output_that_is_closed_is_said()
    {
        const Answer answer = shell(QStringLiteral("\"$iomodels\" run select --script select --json 1>&-"));
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("The output cannot be written: Bad file descriptor"), answer.err);
    }

    void an_error_of_the_system_is_said_in_the_users_language()
    {
        const Answer answer = run({"show", file("gone.iotrace"), "--lang", "vi"});
        QCOMPARE(answer.code, 1);
        QVERIFY2(!answer.err.contains("No such file"), answer.err);
    }

    void a_file_is_not_written_twice()
    {
        for (const QStringList &files : {QStringList{"--csv", file("a.svg"), "-o", m_folder.path() + "/./a.svg"},
                                         QStringList{"--csv", file("select-1.iotrace"), "--save-traces", m_folder.path()}}) {
            const Answer answer = run(QStringList{"compare", "--models", "select", "--repeat", "1"} + files);
            QCOMPARE(answer.code, 2);
            QVERIFY2(answer.err.contains("would be written twice"), answer.err);
        }
        const Answer answer = run({"bench", "fcntl", "--save", file("b.iotrace"), "--export-c", file("b.iotrace")});
        QCOMPARE(answer.code, 2);
        QVERIFY2(answer.err.contains("would be written twice"), answer.err);
    }

    void a_folder_that_is_gone_is_said_and_replaced()
    {
        QDir(m_folder.path()).mkdir("folder");
        QProcess process;
        const int port = begin(process, file("folder/a.iotrace"));
        QVERIFY(port > 0);
        QVERIFY(Connection(port).is_answered());
        QVERIFY(QDir(file("folder")).removeRecursively());
        const Answer answer = end(process, SIGINT);
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("folder/a.iotrace cannot be written"), answer.err);
        const QStringList kept = QDir(file("home")).entryList({"a.kept-*.iotrace"});
        QCOMPARE(kept.size(), 1);
        QVERIFY2(answer.err.contains("What was recorded is in " + file("home/" + kept[0]).toUtf8()), answer.err);
        QVERIFY(events("home/" + kept[0]).contains("recv(4, buffer, 4096, 0) = 1"));
        QVERIFY(QFile::remove(file("home/" + kept[0])));
    }

    void a_limit_of_files_is_said_before_and_after()
    {
        const Answer answer = shell(QStringLiteral("ulimit -f 2; HOME=%1 \"$iomodels\" run select --script select --save %1/a.iotrace").arg(file("home")));
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("(ulimit -f): a longer recording cannot be saved"), answer.err);
        QVERIFY2(answer.err.contains("a.iotrace cannot be written: File too large"), answer.err);
        QVERIFY2(answer.err.contains("could not be kept anywhere else"), answer.err);
        QCOMPARE(QDir(file("home")).entryList({"*.iotrace"}), QStringList());
    }

    // Each file that is written is whole or is told of, and what was there before stays.
    void a_limit_of_files_spoils_no_picture()
    {
        const QString recording = file("whole.iotrace");
        QCOMPARE(run({"run", "select", "--script", "select", "--save", recording}).code, 0);
        for (const char *kind : {"png", "svg", "pdf", "json", "csv", "c"}) {
            const QString path = file(QStringLiteral("cut.%1").arg(kind));
            QFile old(path);
            QVERIFY(old.open(QIODevice::WriteOnly) && old.write("before") == 6);
            old.close();
            const QString does = kind == std::string("csv") ? QStringLiteral("compare --models select --csv %1 --repeat 60").arg(path)
                : kind == std::string("c")                  ? QStringLiteral("bench overwritten --export-c %1").arg(path)
                                          : QStringLiteral("export %1 %2-o %3").arg(recording, kind == std::string("json") ? "" : "--figure stage ", path);
            const Answer answer = shell(QStringLiteral("ulimit -f 1; \"$iomodels\" ") + does);
            QVERIFY2(answer.code == 1, does.toUtf8());
            QVERIFY2(answer.err.contains("cannot be written: File too large"), answer.err);
            QVERIFY(old.open(QIODevice::ReadOnly));
            QCOMPARE(old.readAll(), QByteArray("before"));
        }
    }

    void a_disk_that_does_not_keep_it_counts()
    {
        if (QStandardPaths::findExecutable("strace").isEmpty())
            QSKIP("strace is not here.");
        const Answer answer = shell(QStringLiteral("strace -f -o %1/log -e trace=fdatasync -e inject=fdatasync:error=EIO:when=1 \"$iomodels\" run select "
                                                   "--script select --save %2").arg(file("home"), file("a.iotrace")));
        if (answer.err.contains("ptrace"))
            QSKIP("This system does not let a program be traced.");
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.err.contains("a.iotrace cannot be written: Input/output error"), answer.err);
        const QStringList kept = files("a.unfinished-*.iotrace");
        QCOMPARE(kept.size(), 1);
        QVERIFY2(answer.err.contains("What was recorded is in " + file(kept[0]).toUtf8()), answer.err);
        QVERIFY(events(kept[0]).contains("thread ends"));
        QVERIFY(!QFile::exists(file("a.iotrace")));
    }

    // The client sends until the server is gone, which may have little more memory than it has now.
    void without_memory_the_run_ends_and_is_saved()
    {
        QProcess process;
        const int port = begin(process, file("a.iotrace"));
        QVERIFY(port > 0);
        const Connection client(port);
        QVERIFY(client.is_answered()); // so that all of its threads are there, and have what they need
        const QByteArray status = content(QStringLiteral("/proc/%1/statm").arg(process.processId()));
        const rlim_t has = rlim_t(status.split(' ')[0].toLongLong()) * rlim_t(sysconf(_SC_PAGESIZE)), more = has + (48 << 20);
        const rlimit limit{more, more};
        QCOMPARE(prlimit(pid_t(process.processId()), RLIMIT_AS, &limit, nullptr), 0);
        const timeval never{60, 0};
        setsockopt(client.fd, SOL_SOCKET, SO_RCVTIMEO, &never, sizeof never);
        while (client.is_answered()) {
        }
        QVERIFY(process.waitForFinished(longest));
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 1, said);
        QVERIFY2(said.contains("There is no memory left"), said);
        QVERIFY(events("a.iotrace").count("recv(4, buffer, 4096, 0) = 1") > 1'000);
        QCOMPARE(files("*.iotrace"), QStringList{"a.iotrace"});
    }
};

ROOM_TEST(KeptTest)
#include "kept_test.moc"
