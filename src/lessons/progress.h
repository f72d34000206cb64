// SPDX-License-Identifier: MIT
// What a student has answered and finished, kept from one start to the next in a file of its own.
#pragma once

#include "archive/iotrace.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace lessons {

class Progress {
public:
    // Reads the file at `path`; one that is not there is empty. One that is damaged or of a later version is put aside, whole, beside
    // it: kept_aside() is then its new name, and a new one is begun.
    explicit Progress(const QString &path);

    QString kept_aside() const { return m_kept_aside; }
    // The question of a lesson, by its moment and kind: the first answer counts.
    void answered(const QString &lesson, const QString &question, bool right);
    void finish(const QString &lesson);
    void forget(); // all
    bool finished(const QString &lesson) const;
    bool begun(const QString &lesson) const;
    struct Score {
        int right = 0, answered = 0;
    };
    Score score(const QString &lesson) const;
    Score score() const;
    // A line a question: lesson, question, right.
    QByteArray csv() const;

    // Writes it if it has changed.
    archive::Result save();

private:
    struct Lesson {
        bool finished = false;
        std::map<QString, bool> answers;
    };
    bool read(const QByteArray &json);

    const QString m_path;
    QString m_kept_aside;
    std::map<QString, Lesson> m_lessons;
    bool m_changed = false;
};

} // namespace lessons
