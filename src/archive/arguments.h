// SPDX-License-Identifier: MIT
// What the calls of each kind were given, as JSON: the parts of arguments().
#pragma once

#include "trace/trace.h"

#include <QJsonObject>

namespace archive {

QJsonObject signal_arguments(const trace::Event &event);
QJsonObject aio_arguments(const trace::Event &event);
QJsonObject epoll_arguments(const trace::Trace &trace, const trace::Event &event);
QJsonObject uring_arguments(const trace::Event &event);

} // namespace archive
