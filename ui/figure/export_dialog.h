// SPDX-License-Identifier: MIT
// Makes a picture for a slide or a page: which figure, which format, how large, which language, for screen or print.
#pragma once

#include "figures/animation.h"
#include "figures/export.h"
#include "words/language.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace ui {

class FigureView;
class Preferences;

using AnimationWriter = std::function<archive::Result(const trace::Trace &trace, const QString &path, const archive::Progress &progress)>;

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    // `views` are the figures on the screen; those not among them are drawn as `chosen`'s instant has them.
    ExportDialog(QWidget &window, const std::vector<FigureView *> &views, const FigureView &chosen, const Preferences &preferences);

    // The file's format is its suffix. Empty when all went well, else a sentence. What moves is only asked for.
    QString write(const QString &path);

    // nullptr: the whole window.
    const figures::Figure *figure() const;
    QComboBox *figure_choice() const { return m_figure; }
    QComboBox *format_choice() const { return m_format; }
    QComboBox *language_choice() const { return m_language; }
    QComboBox *theme_choice() const { return m_theme; }
    QComboBox *frames_choice() const { return m_frames; }

signals:
    void failed(const QString &sentence);
    // A file that takes its time: what writes it, in any thread, looks at nothing but the trace it is given.
    void animation_wanted(const QString &path, const ui::AnimationWriter &writer);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build_form();
    void build_pace();
    const drawing::AnimationFormat *moving() const; // nullptr: a picture is chosen
    QString ask_for_animation(const QString &path);
    void figure_changed();
    void show_preview();
    void choose_file();
    void copy();
    figures::Scene scene(const words::Language &language) const;
    drawing::Drawing drawing(const words::Language &language) const;
    drawing::Theme theme() const;
    QString sentence(const drawing::PictureResult &result, const QString &path) const;

    QWidget &m_window;
    const std::vector<FigureView *> m_views;
    const FigureView &m_chosen;
    const Preferences &m_preferences;
    QFormLayout *m_form;
    QComboBox *m_figure, *m_format, *m_language, *m_theme, *m_frames;
    QSpinBox *m_width, *m_height, *m_from, *m_to, *m_seconds;
    QDoubleSpinBox *m_scale;
    QLabel *m_preview;
    QImage m_window_image; // as it stood when the dialog opened
    QDialogButtonBox *m_buttons;
};

} // namespace ui
