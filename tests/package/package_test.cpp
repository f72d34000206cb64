// SPDX-License-Identifier: MIT
// The packages, made of the built program: what is in them, and that what is in them works in a root of its own.
#include "room.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

constexpr int longest = 300'000; // ms

struct Answer {
    int code = -1; // -1: it crashed, did not start or did not end
    QByteArray out, err;
};

// Runs sh(1) with `command`, whose $1, $2 … are `arguments`; in English, without a display.
Answer shell(const QString &command, const QStringList &arguments = {})
{
    QProcess sh;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_MESSAGES", "LD_LIBRARY_PATH", "SOURCE_DATE_EPOCH"})
        environment.remove(QLatin1String(name));
    environment.insert("LC_ALL", "C.UTF-8");
    sh.setProcessEnvironment(environment);
    sh.start("sh", QStringList{"-euc", command, "sh"} + arguments);
    sh.closeWriteChannel();
    if (!sh.waitForFinished(longest))
        return {};
    return {sh.exitStatus() == QProcess::NormalExit ? sh.exitCode() : -1, sh.readAllStandardOutput(), sh.readAllStandardError()};
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString only(const QString &folder, const QString &pattern)
{
    const QStringList found = QDir(folder).entryList({pattern}, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    return found.size() == 1 ? folder + '/' + found.front() : QString();
}

QStringList commands()
{
    const QString help = QString::fromUtf8(shell("\"$1\" --help --lang en", {IOMODELS_PROGRAM}).out);
    QStringList names;
    static const QRegularExpression row("^  ([a-z]+) ", QRegularExpression::MultilineOption);
    for (auto match = row.globalMatch(help.section("Commands", 1).section("\n\n", 0, 0)); match.hasNext();)
        names += match.next().captured(1);
    return names;
}

// Those of `iomodels list KIND` that begin as the last word of `typed`; there are always some.
QStringList names(const char *kind, const QString &typed)
{
    const QString all = QString::fromUtf8(shell("\"$1\" list \"$2\"", {IOMODELS_PROGRAM, kind}).out);
    const QStringList begun = all.split('\n').filter(QRegularExpression('^' + typed.section(' ', -1)));
    return begun.isEmpty() ? QStringList{"no such name"} : begun;
}

} // namespace

class PackageTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void the_debian_package_says_what_it_is_and_needs();
    void the_debian_package_has_its_files();
    void a_lesson_is_played_in_a_fresh_root();
    void the_desktop_is_content();
    void files_are_known_by_their_kind();
    void the_manual_names_every_command_and_option();
    void the_completion_completes_data();
    void the_completion_completes();
    void the_archive_brings_what_a_bare_desktop_lacks();
    void nothing_tells_where_it_was_built();
    void packed_again_it_is_the_same();

private:
    QTemporaryDir m_folder;
    QString m_deb, m_archive; // the packages
    QString m_root, m_portable; // what is in them
};

void PackageTest::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(".*"));
    for (const char *tool : {"dpkg-deb", "dpkg-shlibdeps", "patchelf", "xz", "desktop-file-validate", "appstreamcli", "update-mime-database", "man", "col"})
        if (QStandardPaths::findExecutable(tool).isEmpty())
            QSKIP(qPrintable(QStringLiteral("%1 is missing").arg(tool)));
    const Answer packed = shell("sh '" IOMODELS_BINARY_DIR "/resources/package/package.sh' \"$1\" 0", {m_folder.filePath("packages")});
    QVERIFY2(packed.code == 0, packed.err);
    m_deb = only(m_folder.filePath("packages"), "iomodels_" IOMODELS_VERSION "_*.deb");
    m_archive = only(m_folder.filePath("packages"), "iomodels-" IOMODELS_VERSION "-linux-*.tar.xz");
    QVERIFY(!m_deb.isEmpty() && !m_archive.isEmpty());
    m_root = m_folder.filePath("root");
    const QString unpacked = m_folder.filePath("a folder");
    const Answer installed = shell("dpkg -x \"$1\" \"$2\"; mkdir \"$4\"; tar -C \"$4\" -xf \"$3\"", {m_deb, m_root, m_archive, unpacked});
    QVERIFY2(installed.code == 0, installed.err);
    m_portable = only(unpacked, "*");
    QVERIFY(!m_portable.isEmpty());
}

void PackageTest::the_debian_package_says_what_it_is_and_needs()
{
    const QByteArray said = shell("dpkg-deb -f \"$1\"", {m_deb}).out;
    for (const char *line : {"Package: iomodels", "Version: " IOMODELS_VERSION, "Section: education"})
        QVERIFY2(('\n' + said).contains('\n' + QByteArray(line) + '\n'), said);
    for (const char *library : {"libc6 (>=", "libqt6widgets6", "libqt6svg6", "libqt6dbus6", "liburing2", "libtomlplusplus3", "libqrencode4", "libwebsockets1", "libgif7"})
        QVERIFY2(said.contains(library), said);
    QVERIFY2(!said.contains("Homepage"), said);
    QVERIFY(content(m_root + "/usr/share/doc/iomodels/copyright") == content(IOMODELS_SOURCE_DIR "/LICENSE"));
}

void PackageTest::the_debian_package_has_its_files()
{
    const Answer listed = shell("dpkg-deb -c \"$1\"", {m_deb});
    for (const char *file : {"bin/iomodels", "share/applications/iomodels.desktop", "share/metainfo/org.iomodels.iomodels.metainfo.xml",
                             "share/mime/packages/iomodels.xml", "share/icons/hicolor/scalable/apps/iomodels.svg",
                             "share/icons/hicolor/scalable/mimetypes/application-x-iotrace.svg", "share/bash-completion/completions/iomodels",
                             "share/man/man1/iomodels.1.gz", "share/doc/iomodels/copyright"}) {
        QVERIFY2(listed.out.contains(" ./usr/" + QByteArray(file) + '\n'), file);
        QVERIFY2(QFileInfo(m_portable + '/' + file).size() > 0, file);
    }
    for (const QByteArray &line : listed.out.trimmed().split('\n'))
        QVERIFY2(line.startsWith("drwxr-xr-x root/root") || line.startsWith(line.endsWith("bin/iomodels") ? "-rwxr-xr-x root/root" : "-rw-r--r-- root/root"), line);
}

void PackageTest::a_lesson_is_played_in_a_fresh_root()
{
    for (const QString &program : {m_root + "/usr/bin/iomodels", m_portable + "/bin/iomodels"}) {
        const Answer played = shell("cd /; \"$1\" play two-phases --json", {program});
        QVERIFY2(played.code == 0, played.err);
        QVERIFY2(played.out.trimmed().split('\n').last().contains("\"kind\":\"end\""), played.out);
        QCOMPARE(shell("\"$1\" --version", {program}).out, "iomodels " IOMODELS_VERSION "\n");
    }
}

void PackageTest::the_desktop_is_content()
{
    const Answer entry = shell("desktop-file-validate \"$1\"", {m_root + "/usr/share/applications/iomodels.desktop"});
    QVERIFY2(entry.code == 0 && entry.out.isEmpty(), entry.out + entry.err);
    QVERIFY(content(m_root + "/usr/share/metainfo/org.iomodels.iomodels.metainfo.xml").contains("<release version=\"" IOMODELS_VERSION "\""));
    const Answer about = shell("appstreamcli validate-tree --no-net \"$1\"", {m_root});
    QVERIFY2(about.code == 0, about.out + about.err);
}

void PackageTest::files_are_known_by_their_kind()
{
    const QString mime = m_root + "/usr/share/mime";
    const Answer known = shell("XDG_DATA_DIRS=\"${1%/mime}\" update-mime-database \"$1\"", {mime});
    QVERIFY2(known.code == 0 && known.err.isEmpty(), known.err);
    const QByteArray names = content(mime + "/globs2"), entry = content(m_root + "/usr/share/applications/iomodels.desktop");
    QVERIFY2(names.contains(":application/x-iotrace:*.iotrace\n") && names.contains(":application/x-iomodels-lesson:*.lesson\n"), names);
    QVERIFY2(entry.contains("MimeType=application/x-iotrace;application/x-iomodels-lesson;\n") && entry.contains("Exec=iomodels %f\n"), entry);
    // Whatever it is called: the marks of recordings, old and new, are these.
    for (const QString &recording : QDir(IOMODELS_SOURCE_DIR "/tests/archive/stored").entryList({"*.iotrace"})) {
        const QByteArray begins = content(IOMODELS_SOURCE_DIR "/tests/archive/stored/" + recording).left(19);
        QVERIFY2(begins.startsWith("\xd9\xd9\xf7") && begins.mid(4) == "fformatgiotrace", qPrintable(recording));
    }
}

void PackageTest::the_manual_names_every_command_and_option()
{
    const Answer page = shell("man --warnings -l \"$1\" | col -b", {m_root + "/usr/share/man/man1/iomodels.1.gz"});
    QVERIFY2(page.code == 0 && page.err.isEmpty(), page.err);
    const QString text = QString::fromUtf8(page.out);
    const QStringList all = commands();
    QVERIFY(all.size() > 5);
    static const QRegularExpression option("--[a-z][a-z-]+");
    for (const QString &command : all) {
        const qsizetype from = text.indexOf("\n   " + command + '\n');
        QVERIFY2(from >= 0, qPrintable(command));
        const QString part = text.mid(from + 1).section(QRegularExpression("\n(   )?[a-zA-Z]"), 0, 1);
        const QString help = QString::fromUtf8(shell("\"$1\" \"$2\" --help --lang en", {IOMODELS_PROGRAM, command}).out);
        for (auto match = option.globalMatch(help); match.hasNext();)
            if (const QString name = match.next().captured(); !part.contains(name))
                QFAIL(qPrintable(command + ' ' + name));
    }
}

void PackageTest::the_completion_completes_data()
{
    QTest::addColumn<QString>("typed"); // the last word is completed
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("a command") << "ru" << QStringList{"run"};
    QTest::newRow("a server") << "run io_" << names("servers", "run io_");
    QTest::newRow("an option") << "run select --jso" << QStringList{"--json"};
    QTest::newRow("an option of the window") << "--serv" << QStringList{"--server"};
    QTest::newRow("a script") << "run select --script slow" << names("scripts", "run select --script slow");
    QTest::newRow("a lesson") << "play two" << names("lessons", "play two");
    QTest::newRow("a bench") << "bench deck" << names("benches", "bench deck");
    QTest::newRow("a figure") << "export a.iotrace --figure cros" << names("figures", "export a.iotrace --figure cros");
    QTest::newRow("a language") << "list --lang v" << QStringList{"vi"};
    QTest::newRow("a list") << "list sc" << QStringList{"scripts"};
    QTest::newRow("a file after -o") << "export a.iotrace -o LICEN" << QStringList{"LICENSE"};
    QTest::newRow("a file after --output") << "export a.iotrace --output LICEN" << QStringList{"LICENSE"};
    QTest::newRow("a number") << "run select --port " << QStringList{};
}

void PackageTest::the_completion_completes()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, offered);
    const QString file = m_root + "/usr/share/bash-completion/completions/iomodels";
    const Answer valid = shell("bash -n \"$1\"", {file});
    QVERIFY2(valid.code == 0 && valid.err.isEmpty(), valid.err);
    const QString asked = "cd '" IOMODELS_SOURCE_DIR "'; . \"$1\"; shift; complete -p iomodels > /dev/null; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); "
                          "_iomodels; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const Answer answer = shell("bash -c '" + QString(asked).replace("'", "'\\''") + "' bash \"$@\"",
                                QStringList{file, m_root + "/usr/bin/iomodels"} + typed.split(' '));
    QVERIFY2(answer.code == 0 && answer.err.isEmpty(), answer.err);
    QCOMPARE(QString::fromUtf8(answer.out).split('\n', Qt::SkipEmptyParts), offered);
}

void PackageTest::the_archive_brings_what_a_bare_desktop_lacks()
{
    // Drawing opens a plug-in, too. The loader itself says what it took from where.
    const Answer drawn = shell("cd \"$2\"; \"$1\" run select --script select --save a.iotrace; "
                               "LD_DEBUG=libs LD_DEBUG_OUTPUT=loaded \"$1\" export a.iotrace --figure stage -o a.svg; cat loaded.*; test -s a.svg",
                               {m_portable + "/bin/iomodels", m_folder.path()});
    QVERIFY2(drawn.code == 0, drawn.err);
    static const QRegularExpression taken("calling init: (.*)");
    QStringList here, elsewhere;
    for (auto match = taken.globalMatch(QString::fromUtf8(drawn.out)); match.hasNext();) {
        const QString library = match.next().captured(1);
        (library.startsWith(m_portable) ? here : elsewhere) += library.section('/', -1);
    }
    for (const char *library : {"libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Svg.so.6", "libqoffscreen.so", "liburing.so.2", "libharfbuzz.so.0", "libqrencode.so.4", "libssl.so.3", "libgif.so.7"})
        QVERIFY2(here.contains(library), qPrintable(elsewhere.join(' ')));
    QVERIFY(here.indexOf(QRegularExpression("libicuuc.*")) >= 0);
    QVERIFY(here.indexOf(QRegularExpression("libwebsockets.*")) >= 0);
    QVERIFY2(elsewhere.contains("libc.so.6") && elsewhere.indexOf(QRegularExpression("lib(Qt|icu|q).*")) < 0, qPrintable(elsewhere.join(' ')));

    for (const char *plugin : {"platforms/libqxcb.so", "iconengines/libqsvgicon.so", "wayland-shell-integration/libxdg-shell.so"})
        QVERIFY2(QFileInfo::exists(m_portable + "/lib/plugins/" + plugin), plugin);
    QVERIFY(!only(m_portable + "/lib/plugins/platforms", "libqwayland*.so").isEmpty());
    QDirIterator libraries(m_portable + "/lib", {"*.so*"}, QDir::Files, QDirIterator::Subdirectories);
    while (libraries.hasNext()) {
        const QString file = libraries.next();
        const Answer needed = shell("LD_LIBRARY_PATH=\"$1/lib\" ldd \"$2\"", {m_portable, file});
        QVERIFY2(needed.code == 0 && !needed.out.contains("not found"), needed.out);
        for (const QByteArray &line : needed.out.split('\n'))
            QVERIFY2(!line.contains("libQt") || line.contains(m_portable.toUtf8()), line);
    }
    for (const char *not_ours : {"libc.so.6", "ld-linux-x86-64.so.2", "libX11.so.6", "libGL.so.1", "libEGL.so.1"})
        QVERIFY2(!QFileInfo::exists(m_portable + "/lib/" + not_ours), not_ours);
}

void PackageTest::nothing_tells_where_it_was_built()
{
    for (const QString &root : {m_root, m_portable}) {
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            const QByteArray bytes = file.endsWith(".gz") ? shell("zcat \"$1\"", {file}).out : content(file);
            QVERIFY2(!bytes.contains(IOMODELS_SOURCE_DIR) && !bytes.contains(IOMODELS_BINARY_DIR), qPrintable(file));
        }
    }
    // Recordings name the files that calls stand in, as seen from the top of the source, wherever that is.
    const QByteArray program = content(m_root + "/usr/bin/iomodels");
    QVERIFY(program.contains(QByteArray("\0src/servers/select.cpp", 23)) && !program.contains("../src/"));
}

// Another day, by somebody else's umask, from another folder.
void PackageTest::packed_again_it_is_the_same()
{
    const QString again = m_folder.filePath("again");
    const Answer packed = shell("umask 077; cd /; sh '" IOMODELS_BINARY_DIR "/resources/package/package.sh' \"$1\" 0", {again});
    QVERIFY2(packed.code == 0, packed.err);
    for (const QString &file : {m_deb, m_archive}) {
        const QByteArray first = content(file);
        QVERIFY2(!first.isEmpty() && first == content(again + '/' + QFileInfo(file).fileName()), qPrintable(file));
    }
}

ROOM_TEST(PackageTest)
#include "package_test.moc"
