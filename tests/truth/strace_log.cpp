// SPDX-License-Identifier: MIT
#include "truth/strace_log.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>

namespace strace {
namespace {

QStringList split(const QString &text)
{
    QStringList parts;
    QString part;
    int depth = 0;
    bool quoted = false;
    for (int i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && (i == 0 || text[i - 1] != u'\\'))
            quoted = !quoted;
        if (!quoted && QStringLiteral("[{(").contains(c))
            ++depth;
        if (!quoted && QStringLiteral("]})").contains(c))
            --depth;
        if (!quoted && depth == 0 && c == u',') {
            parts << part.trimmed();
            part.clear();
        } else {
            part += c;
        }
    }
    return parts << part.trimmed();
}

Call parse(const QString &text)
{
    // name(arguments) = result ERROR (words), where "= ? ERESTARTSYS" is what the program sees as EINTR.
    static const QRegularExpression form(
        QStringLiteral("^(\\w+)\\((.*)\\)\\s+= (0x[0-9a-f]+|-?\\d+|\\?)(?: (E[A-Z0-9]+))?(?: \\((.*)\\))?.*$"));
    Call call;
    call.line = text;
    const auto match = form.match(text);
    if (!match.hasMatch())
        return call;
    call.name = match.captured(1);
    call.args = split(match.captured(2));
    call.error = match.captured(4);
    call.result = match.captured(3) == QStringLiteral("?") ? -1 : match.captured(3).toInt(nullptr, 0);
    if (call.error.startsWith(QStringLiteral("ERESTART")))
        call.error = QStringLiteral("EINTR");
    static const QRegularExpression answers[] = {
        QRegularExpression(QStringLiteral("\\bin (\\[[^]]*\\])")), QRegularExpression(QStringLiteral("\\bout (\\[[^]]*\\])")),
        QRegularExpression(QStringLiteral("\\bexcept (\\[[^]]*\\])"))};
    for (int which = 0; which < 3; ++which)
        call.ready[which] = set(answers[which].match(match.captured(5)).captured(1));
    static const QRegularExpression left(QStringLiteral("\\bleft \\{tv_sec=(\\d+), tv_nsec=(\\d+)\\}"));
    if (const auto told = left.match(match.captured(5)); told.hasMatch())
        call.left_us = told.captured(1).toLongLong() * 1'000'000 + told.captured(2).toLongLong() / 1'000;
    return call;
}

} // namespace

bool is_installed()
{
    QProcess version;
    version.start("strace", {"-V"});
    return version.waitForStarted() && version.waitForFinished();
}

bool may_trace()
{
    return QProcess::execute("strace", {"-o", "/dev/null", "true"}) == 0;
}

QList<int> set(const QString &text)
{
    QList<int> members;
    static const QRegularExpression number(QStringLiteral("\\d+"));
    for (auto it = number.globalMatch(text); it.hasNext();)
        members << it.next().captured().toInt();
    return members;
}

namespace {

// The calls of one thread, as the program made them: one that a signal has interrupted and the kernel has begun anew is one.
class Thread {
public:
    void add(const Call &call)
    {
        if (call.name == QStringLiteral("rt_sigreturn")) {
            if (m_interrupted.isEmpty())
                return;
            m_restarted = m_interrupted.takeLast();
            if (call.error == QStringLiteral("EINTR")) // for good
                m_restarted = -1;
            return;
        }
        const bool again = m_restarted >= 0 && calls[m_restarted].name == call.name;
        const int index = again ? m_restarted : int(calls.size());
        if (again)
            calls[index] = call;
        else
            calls << call;
        m_restarted = -1;
        if (call.line.contains(QStringLiteral("= ? ERESTART")))
            m_interrupted << index;
    }
    QList<Call> calls;

private:
    QList<int> m_interrupted; // by handlers that have not returned, as far as their rt_sigreturn() is in the log
    int m_restarted = -1;
};

} // namespace

QMap<int, QList<Call>> read(const QString &path)
{
    QMap<int, Thread> threads;
    QMap<int, QList<Call>> calls;
    QMap<int, QString> unfinished;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return calls;
    static const QRegularExpression line_form(QStringLiteral("^(\\d+)\\s+(.*)$"));
    static const QRegularExpression resumed(QStringLiteral("^<\\.\\.\\. \\w+ resumed>(.*)$"));
    for (const QByteArray &bytes : file.readAll().split('\n')) {
        const auto line = line_form.match(QString::fromUtf8(bytes));
        if (!line.hasMatch())
            continue;
        const int tid = line.captured(1).toInt();
        QString text = line.captured(2);
        if (text.endsWith(QStringLiteral("<unfinished ...>"))) {
            unfinished[tid] = text.chopped(int(sizeof "<unfinished ...>") - 1);
            continue;
        }
        if (const auto rest = resumed.match(text); rest.hasMatch())
            text = unfinished.take(tid) + rest.captured(1);
        const Call call = parse(text);
        if (!call.name.isEmpty())
            threads[tid].add(call);
    }
    for (auto thread = threads.begin(); thread != threads.end(); ++thread)
        calls[thread.key()] = thread->calls;
    return calls;
}

} // namespace strace
