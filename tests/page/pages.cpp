// SPDX-License-Identifier: MIT
#include "page/pages.h"

#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

namespace pages {

Played played(const lessons::Choice &choice)
{
    auto plan = lessons::run_of(choice);
    if (!std::holds_alternative<lessons::PlannedRun>(plan))
        return {};
    Played all{std::get<lessons::PlannedRun>(std::move(plan)), {}};
    all.recorded = lessons::record(all.plan, std::chrono::seconds(60), {});
    return all;
}

QJsonObject data_of(const QByteArray &html)
{
    const QByteArray begin = "<script id=\"data\" type=\"text/plain\">";
    const qsizetype from = html.indexOf(begin) + begin.size();
    const QByteArray packed = QByteArray::fromBase64(html.sliced(from, html.indexOf("</script>", from) - from));
    QByteArray size(4, 0); // qUncompress() takes it for a hint
    qToBigEndian<quint32>(quint32(packed.size()) * 8, size.data());
    return QJsonDocument::fromJson(qUncompress(size + packed)).object();
}

void prepare(QProcess &process, const QStringList &arguments)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProgram(QStringLiteral(IOMODELS_PROGRAM));
    process.setArguments(arguments + QStringList{QStringLiteral("--lang"), QStringLiteral("en")});
}

Answer program(const QStringList &arguments)
{
    QProcess process;
    prepare(process, arguments);
    process.start();
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace pages
