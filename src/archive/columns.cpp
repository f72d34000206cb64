// SPDX-License-Identifier: MIT
// The one place that knows how a typed array is laid out, and the list of the fields.
#include "archive/columns.h"

#include <QtEndian>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace archive {
namespace {

using trace::Event;

// Typed arrays, little endian: RFC 8746, table 1.
enum Tag : quint64 {
    uint8 = 64, uint16 = 69, uint32 = 70, uint64 = 71, sint8 = 72, sint16 = 77, sint32 = 78, sint64 = 79,
};

template <typename Value>
using Stored =
    typename std::conditional_t<std::is_enum_v<Value>, std::underlying_type<Value>, std::type_identity<Value>>::type;

// `access` gives the field of an event.
template <auto access>
void gather(std::span<const Event> events, int64_t *values)
{
    for (const Event &event : events)
        *values++ = int64_t(access(event));
}

template <auto access>
bool scatter(const int64_t *values, std::span<Event> events)
{
    using Value = std::remove_reference_t<decltype(access(events.front()))>;
    constexpr bool is_64_bits = sizeof(Value) == 8;
    for (Event &event : events) {
        if constexpr (!is_64_bits)
            if (!std::in_range<Stored<Value>>(*values))
                return false;
        access(event) = Value(*values++);
    }
    return true;
}

template <auto access>
constexpr Field field(const char *name, Kind kind = Kind::number)
{
    return {QLatin1String(name), kind, gather<access>, scatter<access>};
}

constexpr Field all_fields[] = {
    field<[](auto &event) -> auto & { return event.length; }>("length"),
    field<[](auto &event) -> auto & { return event.words[0]; }>("word_0", Kind::bits),
    field<[](auto &event) -> auto & { return event.words[1]; }>("word_1", Kind::bits),
    field<[](auto &event) -> auto & { return event.result; }>("result"),
    field<[](auto &event) -> auto & { return event.fd; }>("fd"),
    field<[](auto &event) -> auto & { return event.count; }>("count"),
    field<[](auto &event) -> auto & { return event.file; }>("file"),
    field<[](auto &event) -> auto & { return event.line; }>("line"),
    field<[](auto &event) -> auto & { return event.flags; }>("flags"),
    field<[](auto &event) -> auto & { return event.thread; }>("thread"),
    field<[](auto &event) -> auto & { return event.call; }>("call"),
    field<[](auto &event) -> auto & { return event.error; }>("error"),
};

constexpr Field times[] = {
    field<[](auto &event) -> auto & { return event.begin; }>("begin"),
    field<[](auto &event) -> auto & { return event.end; }>("end"),
};

template <typename Element>
QByteArray narrow(std::span<const int64_t> values)
{
    QByteArray bytes(qsizetype(values.size() * sizeof(Element)), Qt::Uninitialized);
    auto *to = bytes.data();
    for (int64_t value : values) {
        qToLittleEndian(Element(value), to);
        to += sizeof(Element);
    }
    return bytes;
}

template <typename Element>
void widen(const QByteArray &bytes, std::span<int64_t> values)
{
    const char *from = bytes.constData();
    for (int64_t &value : values) {
        value = int64_t(qFromLittleEndian<Element>(from));
        from += sizeof(Element);
    }
}

Column array(Tag tag, std::span<const int64_t> values)
{
    switch (tag) {
    case uint8: return {tag, narrow<uint8_t>(values)};
    case uint16: return {tag, narrow<uint16_t>(values)};
    case uint32: return {tag, narrow<uint32_t>(values)};
    case uint64: return {tag, narrow<uint64_t>(values)};
    case sint8: return {tag, narrow<int8_t>(values)};
    case sint16: return {tag, narrow<int16_t>(values)};
    case sint32: return {tag, narrow<int32_t>(values)};
    case sint64: return {tag, narrow<int64_t>(values)};
    }
    return {};
}

Tag unsigned_tag(uint64_t largest, size_t least, Tag widest)
{
    if (largest <= UINT8_MAX && least <= 1)
        return uint8;
    if (largest <= UINT16_MAX && least <= 2)
        return uint16;
    return largest <= UINT32_MAX && least <= 4 ? uint32 : widest;
}

Tag signed_tag(int64_t smallest, int64_t largest)
{
    const auto fits = [&](auto zero) {
        using Element = decltype(zero);
        return std::in_range<Element>(smallest) && std::in_range<Element>(largest);
    };
    return fits(int8_t(0)) ? sint8 : fits(int16_t(0)) ? sint16 : fits(int32_t(0)) ? sint32 : sint64;
}

} // namespace

std::span<const Field> fields()
{
    return all_fields;
}

std::span<const Field> plain_times()
{
    return times;
}

Column pack(std::span<const int64_t> values, Kind kind, bool may_be_one, size_t least)
{
    if (values.empty())
        return array(kind == Kind::bits ? uint64 : sint64, values);
    if (may_be_one && std::ranges::all_of(values, [&](int64_t value) { return value == values.front(); }))
        return {0, {}, values.front(), kind == Kind::bits && values.front() < 0};
    if (kind == Kind::bits) {
        uint64_t largest = 0;
        for (int64_t value : values)
            largest = std::max(largest, uint64_t(value));
        return array(unsigned_tag(largest, least, uint64), values);
    }
    const auto [smallest, largest] = std::ranges::minmax(values);
    if (smallest >= 0)
        return array(unsigned_tag(uint64_t(largest), least, sint64), values);
    return array(signed_tag(smallest, largest), values);
}

size_t element_size(quint64 tag)
{
    switch (tag) {
    case uint8:
    case sint8: return 1;
    case uint16:
    case sint16: return 2;
    case uint32:
    case sint32: return 4;
    case uint64:
    case sint64: return 8;
    default: return 0;
    }
}

size_t size_of(const Column &column)
{
    const size_t size = element_size(column.tag);
    return size && size_t(column.bytes.size()) % size == 0 ? size_t(column.bytes.size()) / size : 0;
}

bool unpack(const Column &column, Kind kind, std::span<int64_t> values)
{
    if (column.tag == 0) {
        if (kind == Kind::bits ? column.value < 0 && !column.beyond : column.beyond)
            return false;
        std::ranges::fill(values, column.value);
        return true;
    }
    if (size_of(column) != values.size())
        return false;
    const bool number = kind == Kind::number;
    switch (column.tag) {
    case uint8: widen<uint8_t>(column.bytes, values); return true;
    case uint16: widen<uint16_t>(column.bytes, values); return true;
    case uint32: widen<uint32_t>(column.bytes, values); return true;
    case uint64: widen<uint64_t>(column.bytes, values); return !number;
    case sint8: widen<int8_t>(column.bytes, values); return number;
    case sint16: widen<int16_t>(column.bytes, values); return number;
    case sint32: widen<int32_t>(column.bytes, values); return number;
    case sint64: widen<int64_t>(column.bytes, values); return number;
    default: return false;
    }
}

} // namespace archive
