// SPDX-License-Identifier: MIT
// Reading CBOR from a file that may be anything: every claim is checked against what the file has, every fault thrown.
#pragma once

#include "archive/columns.h"
#include "archive/format.h"

#include <QCborStreamReader>

#include <string>

class QFileDevice;

namespace archive {

// All functions throw Broken: truncated at the end of the file, cannot_read when the system fails, else damaged.
class Input {
public:
    // Reads on from where the file is.
    explicit Input(QFileDevice &file);

    QCborStreamReader::Type type() const { return m_reader.type(); }
    // A tag's number, 0 when the next item has none. Steps past it.
    quint64 tag();

    // `what` is for the fault's detail: what was expected here.
    void enter_map(const char *what) { enter(QCborStreamReader::Map, what); }
    void enter_array(const char *what) { enter(QCborStreamReader::Array, what); }
    // True while the container entered last has another item; else it is left.
    bool more();

    // Text of at most `most` bytes, in one piece, valid UTF-8.
    std::string text(const char *what, size_t most = format::most_text);
    int64_t integer(const char *what);
    // An integer from `least` to `most`.
    int64_t integer(const char *what, int64_t least, int64_t most);
    // 0 or more; what is beyond counts as INT64_MAX.
    int64_t counter(const char *what);
    bool boolean(const char *what);
    // A typed array of the kinds used here, or one integer.
    Column column(const char *what);
    // Whatever comes next.
    void skip(int deepest = format::deepest);

    // Counted from the beginning of the file.
    qint64 offset() const { return m_reader.currentOffset(); }
    qint64 size() const { return m_size; }
    // Throws if the reader has met a fault.
    void check();

private:
    void enter(QCborStreamReader::Type type, const char *what);
    void expect(bool holds, const char *what);
    QByteArray string(qint64 most, const char *what);

    QFileDevice &m_file;
    QCborStreamReader m_reader;
    const qint64 m_size;
};

} // namespace archive
