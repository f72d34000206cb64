// SPDX-License-Identifier: MIT
#include "cli/program.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace program {
namespace {

constexpr int longest = 60'000; // ms

const QString path = QStringLiteral(IOMODELS_PROGRAM);

QProcessEnvironment bare_environment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_MESSAGES"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("iomodels"), path);
    return environment;
}

Answer ended(QProcess &process)
{
    if (!process.waitForStarted(longest) || !process.waitForFinished(longest)) {
        process.kill();
        process.waitForFinished();
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    const bool exited = process.exitStatus() == QProcess::NormalExit;
    return {exited ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace

void prepare(QProcess &process, const QStringList &arguments)
{
    process.setProcessEnvironment(bare_environment());
    process.setProgram(path);
    process.setArguments(arguments);
}

Answer run(const QStringList &arguments)
{
    QProcess process;
    prepare(process, arguments);
    process.start(QIODevice::ReadOnly);
    return ended(process);
}

Answer shell(const QString &command)
{
    QProcess process;
    prepare(process, {QStringLiteral("-c"), command});
    process.setProgram(QStringLiteral("sh"));
    process.start(QIODevice::ReadOnly);
    return ended(process);
}

int listening_port(QProcess &process)
{
    static const QRegularExpression told(QStringLiteral("127\\.0\\.0\\.1:([0-9]+) is listening"));
    process.setReadChannel(QProcess::StandardError);
    QByteArray text;
    do {
        text += process.readAllStandardError();
        const auto match = told.match(QString::fromUtf8(text));
        if (match.hasMatch())
            return match.captured(1).toInt();
    } while (process.waitForReadyRead(longest));
    return 0;
}

QList<QJsonObject> objects(const QByteArray &out)
{
    QList<QJsonObject> list;
    for (const QByteArray &line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return {};
        list += document.object();
    }
    return list;
}

} // namespace program
