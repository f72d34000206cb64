// SPDX-License-Identifier: MIT
// What every test has that lets strace watch the program: it is skipped where strace may not, and has a folder.
#pragma once

#include <QTemporaryDir>
#include <QTest>

class WatchedTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }
    void initTestCase();

protected:
    QTemporaryDir m_folder;
};
