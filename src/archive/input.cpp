// SPDX-License-Identifier: MIT
// QCborStreamReader, with a check after every step.
#include "archive/input.h"

#include <QFileDevice>
#include <QUtf8StringView>

namespace archive {

Input::Input(QFileDevice &file) : m_file(file), m_reader(&file), m_size(file.size()) {}

void Input::check()
{
    const QCborError error = m_reader.lastError();
    switch (error.c) {
    case QCborError::NoError: return;
    case QCborError::EndOfFile:
        if (m_file.error() != QFileDevice::NoError)
            throw Broken{Fault::cannot_read, m_file.errorString()};
        throw Broken{Fault::truncated, {}};
    case QCborError::InputOutputError: throw Broken{Fault::cannot_read, m_file.errorString()};
    default: throw Broken{Fault::damaged, error.toString()};
    }
}

void Input::expect(bool holds, const char *what)
{
    check();
    if (!holds)
        throw Broken{Fault::damaged, QLatin1String(what)};
}

quint64 Input::tag()
{
    if (!m_reader.isTag())
        return 0;
    const quint64 tag = quint64(m_reader.toTag());
    m_reader.next();
    check();
    return tag;
}

void Input::enter(QCborStreamReader::Type type, const char *what)
{
    expect(m_reader.type() == type, what);
    m_reader.enterContainer();
    check();
}

bool Input::more()
{
    const bool has_next = m_reader.hasNext();
    check();
    if (!has_next) {
        m_reader.leaveContainer();
        check();
    }
    return has_next;
}

// The next item, a text or byte string, in one piece. Nothing is allocated for bytes that the file does not have.
QByteArray Input::string(qint64 most, const char *what)
{
    expect(m_reader.isLengthKnown(), what);
    const qint64 claimed = m_reader.currentStringChunkSize();
    expect(claimed >= 0, what);
    if (claimed > m_size - offset())
        throw Broken{Fault::truncated, {}};
    expect(claimed <= most, what);
    QByteArray bytes(claimed, Qt::Uninitialized);
    const auto chunk = m_reader.readStringChunk(bytes.data(), claimed);
    expect(chunk.status == QCborStreamReader::Ok && chunk.data == claimed, what);
    char none;
    expect(m_reader.readStringChunk(&none, 0).status == QCborStreamReader::EndOfString, what);
    return bytes;
}

std::string Input::text(const char *what, size_t most)
{
    expect(m_reader.isString(), what);
    const QByteArray utf8 = string(qint64(most), what);
    expect(QUtf8StringView(utf8).isValidUtf8(), what);
    return utf8.toStdString();
}

int64_t Input::integer(const char *what)
{
    return integer(what, INT64_MIN, INT64_MAX);
}

int64_t Input::integer(const char *what, int64_t least, int64_t most)
{
    expect(m_reader.isInteger(), what);
    const Column one = column(what);
    expect(!one.beyond && one.value >= least && one.value <= most, what);
    return one.value;
}

int64_t Input::counter(const char *what)
{
    expect(m_reader.isUnsignedInteger(), what);
    const Column one = column(what);
    return one.beyond ? INT64_MAX : one.value;
}

bool Input::boolean(const char *what)
{
    expect(m_reader.isBool(), what);
    const bool value = m_reader.toBool();
    m_reader.next();
    check();
    return value;
}

Column Input::column(const char *what)
{
    Column column;
    if (m_reader.isUnsignedInteger()) {
        const quint64 value = m_reader.toUnsignedInteger();
        column.value = int64_t(value);
        column.beyond = value > quint64(INT64_MAX);
        m_reader.next();
    } else if (m_reader.isNegativeInteger()) {
        const quint64 size = quint64(m_reader.toNegativeInteger()); // 1 for -1; 0 stands for 2^64
        expect(size != 0 && size <= quint64(1) << 63, what);
        column.value = int64_t(-size);
        m_reader.next();
    } else {
        expect(m_reader.isTag(), what);
        column.tag = tag();
        expect(element_size(column.tag) > 0 && m_reader.isByteArray(), what);
        column.bytes = string(m_size, what);
        expect(column.bytes.isEmpty() || size_of(column) > 0, what);
    }
    check();
    return column;
}

void Input::skip(int deepest)
{
    expect(deepest > 0, "too deep");
    switch (type()) {
    case QCborStreamReader::Array:
    case QCborStreamReader::Map:
        m_reader.enterContainer();
        check();
        while (more())
            skip(deepest - 1);
        break;
    case QCborStreamReader::Tag:
        tag();
        skip(deepest - 1);
        break;
    case QCborStreamReader::String:
    case QCborStreamReader::ByteArray:
        string(m_size, "text in pieces");
        break;
    default:
        m_reader.next();
        check();
    }
}

} // namespace archive
