// SPDX-License-Identifier: MIT
// What the user has chosen once for all figures and panels, remembered from one start to the next: language, scale, motion, theme.
#pragma once

#include "drawing/drawing.h"
#include "words/language.h"

#include <QObject>

namespace ui {

class Preferences : public QObject {
    Q_OBJECT
public:
    // Whether drawings move from one instant to the next.
    enum class Motion : uint8_t { as_desktop, on, off };

    static constexpr int smallest_scale = 50, largest_scale = 400; // per cent

    // Reads what QSettings remembers; `language`, a code, and `theme`, a name, override it for this session when they are not empty.
    explicit Preferences(const QString &language = {}, const QString &theme = {}, QObject *parent = nullptr);

    const words::Language &language() const { return m_language; }
    // Installs the language's translator, makes its numbers the default and remembers it.
    void set_language(const QString &code);

    // How large everything is drawn: what was chosen, times what the desktop's letters are beside the usual ones. 1.0: as usual.
    qreal scale() const { return m_scale / 100. * m_letters; }
    // The desktop's letters beside the usual ones; not below 1.
    qreal letters() const { return m_letters; }
    int scale_percent() const { return m_scale; }
    void set_scale_percent(int percent); // kept within the bounds
    // The next larger or smaller of the usual steps.
    void scale_up();
    void scale_down();

    Motion motion() const { return m_motion; }
    void set_motion(Motion motion);
    // What the choice means on this desktop now.
    bool moves() const;

    const drawing::Theme &theme() const { return m_theme; }
    // Nothing: light or dark, as the desktop is.
    std::optional<drawing::ThemeName> chosen_theme() const { return m_chosen_theme; }
    void choose_theme(std::optional<drawing::ThemeName> theme);

signals:
    void language_changed();
    void scale_changed();
    void motion_changed();
    void theme_changed();

private:
    void install();
    void follow_theme();

    words::Language m_language;
    std::optional<drawing::ThemeName> m_chosen_theme;
    drawing::Theme m_theme;
    int m_scale = 100;
    const qreal m_letters;
    Motion m_motion = Motion::as_desktop;
};

// False if the desktop asks for little motion (the portal's GTK setting, or the style's own hint); asked once.
bool desktop_animates();

} // namespace ui
