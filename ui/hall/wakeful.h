// SPDX-License-Identifier: MIT
// As long as it lives, the desktop is asked not to darken its screens: by org.freedesktop.ScreenSaver, or else by the portal. Nothing
// happens where there is no bus, or nobody who answers.
#pragma once

#include <QString>

#include <memory>

namespace ui {

class Wakeful {
public:
    explicit Wakeful(const QString &why);
    ~Wakeful();
    Wakeful(const Wakeful &) = delete;
    Wakeful &operator=(const Wakeful &) = delete;

private:
    struct Held;
    std::shared_ptr<Held> m_held;
};

} // namespace ui
