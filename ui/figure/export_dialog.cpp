// SPDX-License-Identifier: MIT
#include "ui/figure/export_dialog.h"

#include "ui/common/preferences.h"
#include "ui/figure/pictures.h"
#include "ui/figure/view.h"

#include "lessons/problems.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace ui {
namespace {

constexpr QSize preview_size(460, 320); // px, at the usual scale
constexpr int most_seconds = 600;
constexpr int largest_side = 8192;      // px; times the scale it stays below what a picture may be

} // namespace

ExportDialog::ExportDialog(QWidget &window, const std::vector<FigureView *> &views, const FigureView &chosen,
                           const Preferences &preferences)
    : QDialog(&window), m_window(window), m_views(views), m_chosen(chosen), m_preferences(preferences), m_form(new QFormLayout),
      m_figure(new QComboBox), m_format(new QComboBox), m_language(new QComboBox), m_theme(new QComboBox), m_frames(new QComboBox),
      m_width(new QSpinBox), m_height(new QSpinBox), m_from(new QSpinBox), m_to(new QSpinBox), m_seconds(new QSpinBox), m_scale(new QDoubleSpinBox), m_preview(new QLabel), m_buttons(new QDialogButtonBox)
{
    setWindowTitle(tr("Export a picture"));
    build_form();
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setFrameShape(QFrame::StyledPanel);
    m_preview->setAccessibleName(tr("Preview"));
    m_preview->setMinimumSize((QSizeF(preview_size) * qMin(1.5, preferences.scale())).toSize());
    m_preview->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);

    auto *save = m_buttons->addButton(tr("&Save…"), QDialogButtonBox::AcceptRole);
    auto *copy = m_buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    auto *close = m_buttons->addButton(tr("C&lose"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    connect(save, &QPushButton::clicked, this, &ExportDialog::choose_file);
    connect(copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *row = new QHBoxLayout;
    row->addLayout(m_form);
    row->addWidget(m_preview, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_buttons);

    for (QComboBox *choice : {m_language, m_theme})
        connect(choice, &QComboBox::currentIndexChanged, this, &ExportDialog::show_preview);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this, moved = false]() mutable {
        if (std::exchange(moved, moving() != nullptr) == moved)
            return show_preview();
        m_scale->setValue(moved ? 1 : 2); // what moves is looked at on a screen, and is large as it is
        figure_changed();
    });
    for (QSpinBox *side : {m_width, m_height})
        connect(side, &QSpinBox::valueChanged, this, &ExportDialog::show_preview);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &ExportDialog::figure_changed);
    m_window_image = window_image(m_window, 1);
    m_figure->setCurrentIndex(qMax(0, m_figure->findData(QString::fromLatin1(chosen.figure().name))));
    figure_changed();
}

void ExportDialog::build_form()
{
    for (const figures::Figure &figure : figures::all())
        m_figure->addItem(figure.title(m_preferences.language()), QString::fromLatin1(figure.name));
    m_figure->addItem(tr("The whole window"), QString());
    for (const drawing::Format &format : drawing::formats())
        m_format->addItem((format.pixels ? tr("%1 (pixels)", "a picture's format") : tr("%1 (vectors)", "a picture's format"))
                              .arg(QLatin1String(format.name)),
                          QString::fromLatin1(format.suffix));
    for (const drawing::AnimationFormat &format : drawing::animation_formats())
        m_format->addItem(tr("%1 (moving)", "a picture's format").arg(QLatin1String(format.name)), QString::fromLatin1(format.suffix));
    for (const words::Language::Known &known : words::Language::known())
        m_language->addItem(QString::fromUtf8(known.own_name), QLatin1String(known.code));
    m_language->setCurrentIndex(m_language->findData(m_preferences.language().code()));
    m_theme->addItem(tr("Light, for screens"), int(drawing::ThemeName::light));
    m_theme->addItem(tr("Dark, for screens"), int(drawing::ThemeName::dark));
    m_theme->addItem(tr("Projector, for the tenth row"), int(drawing::ThemeName::projector));
    m_theme->addItem(tr("Print, black on white"), int(drawing::ThemeName::print));
    for (QSpinBox *side : {m_width, m_height}) {
        side->setRange(100, largest_side);
        side->setSuffix(tr(" px"));
    }
    m_scale->setRange(1, 4);
    m_scale->setSingleStep(0.5);
    m_scale->setDecimals(1);
    m_scale->setValue(2);
    m_scale->setSuffix(QStringLiteral(" ×"));
    m_form->addRow(tr("&Figure"), m_figure);
    m_form->addRow(tr("F&ormat"), m_format);
    m_form->addRow(tr("&Width"), m_width);
    m_form->addRow(tr("&Height"), m_height);
    m_form->addRow(tr("Sc&ale"), m_scale);
    m_form->addRow(tr("La&nguage"), m_language);
    m_form->addRow(tr("&Theme"), m_theme);
    build_pace();
}

// Of what moves.
void ExportDialog::build_pace()
{
    m_frames->addItem(tr("Every moment", "an animation's frames"), int(figures::Frames::moments));
    m_frames->addItem(tr("Every chapter, at its end", "an animation's frames"), int(figures::Frames::chapters));
    const int last = int(qMin<size_t>(m_chosen.scene().replay.trace().events().size(), size_t(INT_MAX) / 2)) - 1;
    for (QSpinBox *step : {m_from, m_to})
        step->setRange(0, qMax(0, last));
    m_to->setValue(last);
    connect(m_to, &QSpinBox::valueChanged, m_from, &QSpinBox::setMaximum);
    connect(m_from, &QSpinBox::valueChanged, m_to, &QSpinBox::setMinimum);
    m_seconds->setRange(1, most_seconds);
    m_seconds->setValue(20);
    m_seconds->setSuffix(tr(" s"));
    m_form->addRow(tr("Fra&mes"), m_frames);
    m_form->addRow(tr("F&rom step"), m_from);
    m_form->addRow(tr("To st&ep"), m_to);
    m_form->addRow(tr("&Duration"), m_seconds);
    m_seconds->setToolTip(tr("Frames stand in proportion to the time that really went by, from 0.1 s to 3 s each"));
    connect(m_frames, &QComboBox::currentIndexChanged, this, &ExportDialog::show_preview);
}

const drawing::AnimationFormat *ExportDialog::moving() const
{
    return figure() ? drawing::animation_format_of(QStringLiteral("a.") + m_format->currentData().toString()) : nullptr;
}

const figures::Figure *ExportDialog::figure() const
{
    return figures::named(m_figure->currentData().toString());
}

drawing::Theme ExportDialog::theme() const
{
    return drawing::Theme::of(drawing::ThemeName(m_theme->currentData().toInt()));
}

figures::Scene ExportDialog::scene(const words::Language &language) const
{
    const auto shown = std::find_if(m_views.begin(), m_views.end(), [this](FigureView *view) { return &view->figure() == figure(); });
    const figures::Scene scene = (shown == m_views.end() ? &m_chosen : *shown)->scene();
    return {.replay = scene.replay, .world = scene.world, .instant = scene.instant, .language = language, .range = scene.range,
            .selected = {}, .live = scene.live, .first_line = scene.first_line, .compact = scene.compact, .front = scene.front,
            .bound_asked = scene.bound_asked};
}

drawing::Drawing ExportDialog::drawing(const words::Language &language) const
{
    const QSizeF size(m_width->value(), m_height->value());
    const figures::Scene now = scene(language);
    if (!moving())
        return figures::headed(*figure(), now, size);
    const figures::Film film{.replay = now.replay, .figure = *figure(), .language = language, .theme = theme(), .front = now.front, .range = now.range, .size = size};
    return figures::drawn(film, {{now.instant, 0}}, 0);
}

void ExportDialog::figure_changed()
{
    const bool whole = !figure();
    const auto liked = moving() ? figures::animated_size : figures::headed_size;
    const QSize size = whole ? m_window.size() : liked(*figure(), scene(m_preferences.language())).toSize();
    const QSignalBlocker width(m_width), height(m_height);
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_width, m_height, m_language, m_theme})
        widget->setEnabled(!whole); // the window is pictured as it stands
    show_preview();
}

void ExportDialog::show_preview()
{
    if (m_window_image.isNull())
        return; // the window is just being pictured
    const drawing::Format *still = drawing::format_of(QStringLiteral("a.") + m_format->currentData().toString());
    m_scale->setEnabled(!still || still->pixels);
    const bool moments = moving() && m_frames->currentData().toInt() == int(figures::Frames::moments);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_frames, m_seconds})
        widget->setEnabled(moving());
    for (QWidget *widget : {m_from, m_to})
        widget->setEnabled(moments);
    const QSize room = m_preview->contentsRect().size();
    QImage image;
    if (figure()) {
        const words::Language language(m_language->currentData().toString());
        const drawing::Drawing picture = drawing(language);
        const qreal scale = qMin(room.width() / picture.size.width(), room.height() / picture.size.height());
        image = figures::rendered(picture, theme(), qBound(0.05, scale, 4.));
    } else {
        image = m_window_image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    m_preview->setPixmap(QPixmap::fromImage(image));
}

void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    show_preview();
}

QString ExportDialog::sentence(const drawing::PictureResult &result, const QString &path) const
{
    switch (result.fault) {
    case drawing::PictureFault::none: return {};
    case drawing::PictureFault::unknown_format:
        return tr("%1 names no picture format: it must end in %2.", "a file, suffixes")
            .arg(path, m_preferences.language().either(drawing::suffixes(QStringLiteral("."))));
    case drawing::PictureFault::bad_size: return tr("The picture would be too large: choose a smaller size or scale.");
    case drawing::PictureFault::no_memory: return tr("There is no memory for a picture of this size: choose a smaller one.");
    case drawing::PictureFault::not_a_file: return lessons::fault(m_preferences.language(), {archive::Fault::not_a_file}, path);
    case drawing::PictureFault::cannot_write: return tr("%1 cannot be written: %2").arg(path, result.detail);
    }
    return {};
}

QString ExportDialog::write(const QString &path)
{
    if (figure() && drawing::animation_format_of(path))
        return ask_for_animation(path);
    if (!figure())
        return sentence(save_window(m_window, path, m_scale->value()), path);
    const words::Language language(m_language->currentData().toString());
    return sentence(figures::export_figure(*figure(), scene(language), theme(), QSizeF(m_width->value(), m_height->value()), path,
                                           m_scale->value()),
                    path);
}

QString ExportDialog::ask_for_animation(const QString &path)
{
    struct Wish {
        words::Language language;
        const figures::Figure *figure;
        drawing::Theme theme;
        uint16_t front;
        figures::Range range;
        figures::Frames each;
        int whole;
        QSizeF size;
        qreal scale;
        figures::Film film(const replay::Replay &replay) const
        {
            return {.replay = replay, .figure = *figure, .language = language, .theme = theme, .front = front, .range = range, .each = each, .whole = whole,
                    .size = size, .scale = scale};
        }
    };
    const figures::Scene now = scene(m_preferences.language());
    const auto each = figures::Frames(m_frames->currentData().toInt());
    const Wish wish{words::Language(m_language->currentData().toString()), figure(), theme(), now.front,
                    {figures::Axis::events, double(m_from->value()), double(m_to->value()) + 1}, each, m_seconds->value() * 1'000,
                    QSizeF(m_width->value(), m_height->value()), m_scale->value()};
    const size_t frames = figures::frames_of(wish.film(now.replay)).size();
    if (frames == 0)
        return tr("The recording has no chapters: choose every moment.");
    if (frames > drawing::most_frames)
        return tr("An animation has at most %1 frames: choose fewer steps.").arg(m_preferences.language().number(qlonglong(drawing::most_frames)));
    if (!drawing::has_area(wish.size * wish.scale, drawing::animation_format_of(path)->largest_side))
        return sentence({drawing::PictureFault::bad_size, {}}, path);
    emit animation_wanted(path, [wish](const trace::Trace &trace, const QString &to, const archive::Progress &progress) {
        const replay::Replay replay(trace);
        const figures::Film film = wish.film(replay);
        return drawing::save(figures::animation_of(film, figures::frames_of(film)), to, progress);
    });
    return {};
}

void ExportDialog::choose_file()
{
    const QString suffix = m_format->currentData().toString();
    const QString name = (figure() ? QString::fromLatin1(figure()->name) : QStringLiteral("window")) + QLatin1Char('.') + suffix;
    auto *dialog = new QFileDialog(this, tr("Save the picture"), name, QStringLiteral("*.%1").arg(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString problem = write(path); !problem.isEmpty())
            emit failed(problem);
        accept();
    });
    dialog->open();
}

void ExportDialog::copy()
{
    if (figure()) {
        const words::Language language(m_language->currentData().toString());
        QApplication::clipboard()->setMimeData(clipboard_content(drawing(language), theme(), m_scale->value()));
    } else {
        QApplication::clipboard()->setImage(window_image(m_window, m_scale->value()));
    }
}

} // namespace ui
