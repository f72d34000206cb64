// SPDX-License-Identifier: MIT
// Pages in a real browser, where there is one: check.py says what is looked at.
#include "page/pages.h"
#include "room.h"

#include <QStandardPaths>
#include <QTemporaryDir>

using namespace pages;

class BrowserTest : public QObject {
    Q_OBJECT
private slots:
    void a_browser_shows_them()
    {
        const QString python = QStandardPaths::findExecutable("python3");
        if (python.isEmpty() || (QStandardPaths::findExecutable("chromium").isEmpty() && QStandardPaths::findExecutable("google-chrome").isEmpty()))
            QSKIP("There is no Chromium here: apt install chromium");
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
};

ROOM_TEST(BrowserTest)
#include "browser_test.moc"
