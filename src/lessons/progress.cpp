// SPDX-License-Identifier: MIT
#include "lessons/progress.h"

#include "archive/new_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace lessons {
namespace {

constexpr int version = 1;
constexpr qint64 longest = 1 << 20; // bytes
const QString format = QStringLiteral("iomodels progress");

} // namespace

Progress::Progress(const QString &path) : m_path(path)
{
    QFile file(path);
    if (!file.exists())
        return;
    const bool good = file.open(QIODevice::ReadOnly) && file.size() <= longest && read(file.readAll());
    file.close();
    if (good)
        return;
    m_lessons.clear();
    const QFileInfo there(path);
    for (int i = 1; m_kept_aside.isEmpty() && i < 1000; ++i) {
        const QString aside = there.dir().filePath(QStringLiteral("%1.kept-%2.%3").arg(there.completeBaseName()).arg(i).arg(there.suffix()));
        if (!QFile::exists(aside) && QFile::rename(path, aside))
            m_kept_aside = aside;
    }
}

bool Progress::read(const QByteArray &json)
{
    const QJsonObject top = QJsonDocument::fromJson(json).object();
    if (top[QStringLiteral("format")].toString() != format || top[QStringLiteral("version")].toInt() != version || !top[QStringLiteral("lessons")].isObject())
        return false;
    const QJsonObject lessons = top[QStringLiteral("lessons")].toObject();
    for (auto each = lessons.begin(); each != lessons.end(); ++each) {
        Lesson &lesson = m_lessons[each.key()];
        lesson.finished = each.value()[QStringLiteral("finished")].toBool();
        const QJsonObject answers = each.value()[QStringLiteral("answers")].toObject();
        for (auto answer = answers.begin(); answer != answers.end(); ++answer)
            lesson.answers[answer.key()] = answer.value().toBool();
    }
    return true;
}

void Progress::answered(const QString &lesson, const QString &question, bool right)
{
    m_changed |= m_lessons[lesson].answers.try_emplace(question, right).second;
}

void Progress::finish(const QString &lesson)
{
    m_changed |= !std::exchange(m_lessons[lesson].finished, true);
}

void Progress::forget()
{
    m_lessons.clear();
    m_changed = true;
}

bool Progress::finished(const QString &lesson) const
{
    const auto found = m_lessons.find(lesson);
    return found != m_lessons.end() && found->second.finished;
}

bool Progress::begun(const QString &lesson) const
{
    return m_lessons.contains(lesson);
}

Progress::Score Progress::score(const QString &lesson) const
{
    Score score;
    if (const auto found = m_lessons.find(lesson); found != m_lessons.end())
        for (const auto &[question, right] : found->second.answers) {
            ++score.answered;
            score.right += right;
        }
    return score;
}

Progress::Score Progress::score() const
{
    Score all;
    for (const auto &[name, lesson] : m_lessons) {
        const Score one = score(name);
        all.right += one.right;
        all.answered += one.answered;
    }
    return all;
}

QByteArray Progress::csv() const
{
    QByteArray text = "lesson,question,right\n";
    for (const auto &[name, lesson] : m_lessons)
        for (const auto &[question, right] : lesson.answers)
            text += name.toUtf8() + ",\"" + question.toUtf8().replace("\"", "\"\"") + "\"," + (right ? "1" : "0") + '\n';
    return text;
}

archive::Result Progress::save()
{
    if (!m_changed || m_path.isEmpty())
        return {};
    QJsonObject lessons;
    for (const auto &[name, lesson] : m_lessons) {
        QJsonObject answers;
        for (const auto &[question, right] : lesson.answers)
            answers[question] = right;
        lessons[name] = QJsonObject{{QStringLiteral("finished"), lesson.finished}, {QStringLiteral("answers"), answers}};
    }
    const QJsonObject top{{QStringLiteral("format"), format}, {QStringLiteral("version"), version}, {QStringLiteral("lessons"), lessons}};
    QDir().mkpath(QFileInfo(m_path).path());
    const archive::Result result =
        archive::new_file(m_path, [&](QIODevice &file, const archive::StillGood &) { file.write(QJsonDocument(top).toJson()); });
    m_changed = !result;
    return result;
}

} // namespace lessons
