// SPDX-License-Identifier: MIT
// Pages in a real browser, where there is one: check.py says what is looked at.
#include "page/pages.h"
#include "room.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pages;

class BrowserTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        if (python.isEmpty() || (QStandardPaths::findExecutable("chromium").isEmpty() && QStandardPaths::findExecutable("google-chrome").isEmpty()))
            QSKIP("There is no Chromium here: apt install chromium");
    }

    void a_browser_shows_them()
    {
        QTemporaryDir folder;
        const Answer made = program({"export", "select-server", "-o", folder.filePath("course")});
        QVERIFY2(made.code == 0, made.err);
        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(python, {QStringLiteral(IOMODELS_PAGE_CHECK), folder.filePath("course/select-server.html"), folder.filePath("course/index.html")});
        QVERIFY(check.waitForFinished(300'000));
        const QByteArray said = check.readAll();
        QVERIFY2(check.exitCode() == 0, said);
        qInfo().noquote() << QString::fromUtf8(said);
    }

    // The page that the program serves itself: what is typed in it comes back from the real server.
    void a_browser_is_a_client()
    {
        QProcess server, check;
        prepare(server, {"run", "select", "--listen", "127.0.0.2"});
        server.setReadChannel(QProcess::StandardError);
        server.start();
        static const QRegularExpression told("http://127\\.0\\.0\\.2:[0-9]+/");
        QString all;
        do
            all += QString::fromUtf8(server.readAllStandardError());
        while (!told.match(all).hasMatch() && server.waitForReadyRead(60'000));
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(python, {QStringLiteral(IOMODELS_TYPING_CHECK), told.match(all).captured()});
        QVERIFY(check.waitForFinished(300'000));
        const QByteArray said = check.readAll();
        QVERIFY2(check.exitCode() == 0, said);
        server.terminate();
        QVERIFY(server.waitForFinished());
    }

private:
    const QString python = QStandardPaths::findExecutable("python3");
};

ROOM_TEST(BrowserTest)
#include "browser_test.moc"
