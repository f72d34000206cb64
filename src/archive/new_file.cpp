// SPDX-License-Identifier: MIT
// QSaveFile: a new file beside the old one, put in its place at the very end.
#include "archive/new_file.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <filesystem>
#include <new>
#include <unistd.h>

namespace archive {
namespace {

// QSaveFile asks for the whole name of a file, and the folder we are in may have one that is no text.
QString found_by_qt(const QString &path)
{
    std::error_code gone;
    const QByteArray here = QByteArray::fromStdString(std::filesystem::current_path(gone).native());
    const bool is_text = QFile::encodeName(QFile::decodeName(here)) == here;
    return is_text || QFileInfo(path).isAbsolute() ? path : QStringLiteral("/proc/self/cwd/") + path;
}

// A write that the disk takes in part only is an error; QFile gives back how much it was, and who writes may not look.
class WholeFile : public QSaveFile {
public:
    using QSaveFile::QSaveFile;
    bool good() { return flush() && !m_cut && error() == NoError; }

protected:
    qint64 writeData(const char *data, qint64 length) override
    {
        const qint64 taken = QSaveFile::writeData(data, length);
        m_cut = m_cut || taken != length;
        return taken;
    }

private:
    bool m_cut = false;
};

} // namespace

Result new_file(const QString &path, const Content &content)
{
    const QFileInfo there(path);
    if (there.isDir())
        return {Fault::cannot_write, qt_error_string(EISDIR)};
    if (there.exists() && !there.isFile())
        return {Fault::not_a_file, {}};
    WholeFile file(found_by_qt(path));
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly))
        return {Fault::cannot_write, file.errorString()};
    // commit() does not notice that the last of what is buffered could not be written.
    const auto still_good = [&file] {
        if (!file.good())
            throw Broken{Fault::cannot_write, errno ? qt_error_string(errno) : file.errorString()};
    };
    try {
        errno = 0;
        content(file, still_good);
        still_good();
    } catch (const Broken &broken) {
        file.cancelWriting();
        return {broken.fault, broken.detail};
    } catch (const std::bad_alloc &) {
        file.cancelWriting();
        return {Fault::no_memory, {}};
    }
    // QSaveFile does not tell when the disk could not keep what it had taken.
    if (fdatasync(file.handle()) == -1) {
        const QString why = qt_error_string(errno);
        file.cancelWriting();
        file.commit();
        return {Fault::cannot_write, why};
    }
    if (!file.commit())
        return {Fault::cannot_write, file.errorString()};
    return {};
}

} // namespace archive
