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
constexpr int largest_side = 8192;      // px; times the scale it stays below what a picture may be

} // namespace

ExportDialog::ExportDialog(QWidget &window, const std::vector<FigureView *> &views, const FigureView &chosen,
                           const Preferences &preferences)
    : QDialog(&window), m_window(window), m_views(views), m_chosen(chosen), m_preferences(preferences), m_form(new QFormLayout),
      m_figure(new QComboBox), m_format(new QComboBox), m_language(new QComboBox), m_theme(new QComboBox), m_width(new QSpinBox),
      m_height(new QSpinBox), m_scale(new QDoubleSpinBox), m_preview(new QLabel), m_buttons(new QDialogButtonBox)
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

    for (QComboBox *choice : {m_format, m_language, m_theme})
        connect(choice, &QComboBox::currentIndexChanged, this, &ExportDialog::show_preview);
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
            .selected = {}, .live = scene.live, .first_line = scene.first_line, .compact = scene.compact, .front = scene.front};
}

drawing::Drawing ExportDialog::drawing(const words::Language &language) const
{
    return figures::headed(*figure(), scene(language), QSizeF(m_width->value(), m_height->value()));
}

void ExportDialog::figure_changed()
{
    const bool whole = !figure();
    const QSize size = whole ? m_window.size() : figures::headed_size(*figure(), scene(m_preferences.language())).toSize();
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
    m_scale->setEnabled(drawing::formats()[size_t(m_format->currentIndex())].pixels);
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
    if (!figure())
        return sentence(save_window(m_window, path, m_scale->value()), path);
    const words::Language language(m_language->currentData().toString());
    return sentence(figures::export_figure(*figure(), scene(language), theme(), QSizeF(m_width->value(), m_height->value()), path,
                                           m_scale->value()),
                    path);
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
