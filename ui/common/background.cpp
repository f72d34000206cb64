// SPDX-License-Identifier: MIT
#include "ui/common/background.h"

namespace ui {

Background::Background(int threads, QObject *parent) : QObject(parent)
{
    m_threads.setMaxThreadCount(threads);
}

Background::~Background()
{
    finish();
}

void Background::finish()
{
    m_threads.waitForDone();
}

void Background::run(std::function<After()> work)
{
    m_threads.start([this, work = std::move(work)] {
        if (After after = work())
            in_window(std::move(after));
    });
}

void Background::in_window(std::function<void()> what)
{
    QMetaObject::invokeMethod(this, std::move(what), Qt::QueuedConnection);
}

} // namespace ui
