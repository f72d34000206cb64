// SPDX-License-Identifier: MIT
// Events by column, and columns as typed arrays (RFC 8746).
#pragma once

#include "trace/event.h"

#include <QByteArray>
#include <QLatin1String>

#include <cstdint>
#include <span>
#include <vector>

namespace archive {

// What a column's 64-bit values are.
enum class Kind : uint8_t {
    number, // signed
    bits,   // unsigned, all 64 bits
};

// A column: what stands in the file as a typed array, or as one integer for all.
struct Column {
    quint64 tag = 0;   // of the array; 0: one integer
    QByteArray bytes;  // the array
    int64_t value = 0; // the integer; of Kind::bits the same bits
    bool beyond = false; // the integer is above INT64_MAX, which only bits may be
};

// A field of Event as a column of values.
struct Field {
    QLatin1String name;
    Kind kind;
    void (*gather)(std::span<const trace::Event> events, int64_t *values);
    bool (*scatter)(const int64_t *values, std::span<trace::Event> events); // false: a value does not fit the field
};

// All but the times.
std::span<const Field> fields();
// begin and end as they are.
std::span<const Field> plain_times();

// The narrowest typed array, or one integer if they are all the same and `may_be_one`; at least `least` bytes an
// element.
Column pack(std::span<const int64_t> values, Kind kind, bool may_be_one, size_t least = 1);

// Bytes of an element of the typed array `tag`; 0: not one of those used here.
size_t element_size(quint64 tag);
// How many elements a typed array has; 0 when its bytes are no whole number of them.
size_t size_of(const Column &column);
// Fills `values` from a column of exactly as many elements, or of one integer. False if it is not one of them.
bool unpack(const Column &column, Kind kind, std::span<int64_t> values);

} // namespace archive
