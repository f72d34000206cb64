// SPDX-License-Identifier: MIT
#include "ui/comparison/window.h"

#include "ui/common/preferences.h"
#include "ui/comparison/choice.h"
#include "ui/comparison/view.h"

#include "archive/iotrace.h"
#include "archive/new_file.h"
#include "figures/export.h"
#include "figures/figure.h"
#include "lessons/problems.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScreen>

namespace ui {

ComparisonWindow::ComparisonWindow(Session &session, Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_session(session), m_preferences(preferences), m_choice(new ComparisonChoice(preferences)),
      m_view(new ComparisonView(session, preferences)), m_message(new QLabel), m_busy_text(new QLabel), m_busy(new QFrame),
      m_progress(new QProgressBar)
{
    setObjectName("comparison_window");
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    for (QLabel *text : {m_message, m_busy_text}) {
        text->setTextFormat(Qt::PlainText); // with names of files
        text->setWordWrap(true);
    }
    m_message->hide();
    m_progress->hide();
    build_buttons();

    auto *side = new QVBoxLayout;
    side->addWidget(m_choice, 1);
    side->addWidget(m_run);
    auto *upper = new QHBoxLayout;
    upper->addLayout(side);
    upper->addWidget(m_view, 1);
    auto *lower = new QHBoxLayout;
    for (QPushButton *button : {m_picture, m_csv, m_recordings, m_open})
        lower->addWidget(button);
    lower->addWidget(m_progress, 1);
    lower->addStretch();
    lower->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_busy);
    column->addWidget(m_message);
    column->addLayout(upper, 1);
    column->addLayout(lower);
    m_choice->setFixedWidth(qRound(270 * qMin(1.5, preferences.scale())));
    resize(QSize(1500, 900).boundedTo(screen()->availableSize() * 0.95));

    connect(m_choice, &ComparisonChoice::changed, this, &ComparisonWindow::show_state);
    connect(&m_runner, &ComparisonRunner::progressed, this, [this](int done, int all) {
        m_progress->setMaximum(all);
        m_progress->setValue(done);
    });
    connect(&m_runner, &ComparisonRunner::over, this, [this] {
        m_view->show_comparison(m_runner.latest());
        show_state();
    });
    connect(&m_runner, &ComparisonRunner::compared, this, &ComparisonWindow::compared);
    connect(&m_runner, &ComparisonRunner::failed, this, &ComparisonWindow::say);
    connect(&m_session, &Session::stopped, this, [this] {
        if (std::exchange(m_when_stopped, false))
            run_now();
    });
    connect(&m_preferences, &Preferences::language_changed, this, [this] { m_runner.translate(m_preferences.language()); });
    retranslate();
    show_state();
}

ComparisonWindow::~ComparisonWindow()
{
    m_choice->remember();
}

void ComparisonWindow::build_buttons()
{
    const auto make = [this](const char *name, auto act) {
        auto *button = new QPushButton;
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    m_run = make("run", [this] { m_runner.busy() ? m_runner.cancel() : run(); });
    m_run->setDefault(true);
    m_stop_and_run = make("stop_and_run", [this] {
        m_busy->hide();
        m_when_stopped = true;
        m_session.stop();
    });
    m_run_beside = make("run_beside", [this] { run_now(); });
    m_picture = make("picture", [this] {
        choose_file(tr("Save the picture"), QStringLiteral("comparison.") + QLatin1String(drawing::formats().front().suffix),
                    drawing::suffixes(QStringLiteral("*.")).join(u' '),
                    &ComparisonWindow::write_picture);
    });
    m_csv = make("csv", [this] {
        choose_file(tr("Save the figures"), QStringLiteral("comparison.csv"), QStringLiteral("*.csv"), &ComparisonWindow::write_csv);
    });
    m_recordings = make("recordings", [this] { choose_folder(); });
    m_open = make("open_recording", [this] { open_recording(); });
    m_close = make("close", [this] { reject(); });
    m_busy->setFrameShape(QFrame::StyledPanel);
    m_busy->hide();
    auto *row = new QHBoxLayout(m_busy);
    row->addWidget(m_busy_text, 1);
    row->addWidget(m_stop_and_run);
    row->addWidget(m_run_beside);
}

void ComparisonWindow::run()
{
    if (m_runner.busy() || !m_choice->problem().isEmpty())
        return;
    if (!m_session.run())
        return run_now();
    m_busy->show();
    m_stop_and_run->setFocus();
}

void ComparisonWindow::show_result(std::shared_ptr<const comparison::Result> result)
{
    if (!m_runner.busy() && !(m_runner.latest() && m_runner.latest()->result == result))
        m_runner.show(std::move(result), m_preferences.language());
}

void ComparisonWindow::run_now()
{
    if (m_runner.busy())
        return;
    m_busy->hide();
    m_choice->remember();
    say({});
    m_progress->setValue(0);
    m_runner.start({m_choice->entries(), m_choice->workload(), QRandomGenerator::global()->generate64()}, m_preferences.language());
    show_state();
}

void ComparisonWindow::show_state()
{
    const bool busy = m_runner.busy(), there = m_runner.latest() != nullptr;
    const QString problem = m_choice->problem();
    m_run->setText(busy ? tr("&Cancel") : tr("&Compare"));
    m_run->setEnabled(busy || problem.isEmpty());
    m_choice->setEnabled(!busy);
    m_progress->setVisible(busy);
    for (QPushButton *button : {m_picture, m_csv, m_recordings, m_open})
        button->setEnabled(there && !busy);
    say(busy ? QString() : problem);
}

void ComparisonWindow::say(const QString &sentence)
{
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
}

QString ComparisonWindow::write_picture(const QString &path)
{
    constexpr qreal scale = 2; // pixels of a PNG for one of the figure
    const figures::ComparisonScene &scene = m_runner.latest()->scene;
    const drawing::Drawing drawing = figures::comparison(scene, {});
    QStringList sentences;
    for (const drawing::Part &part : drawing.parts)
        sentences += part.sentence;
    const auto result = figures::save_picture(drawing, m_preferences.theme(), figures::comparison_title(m_preferences.language()),
                                              sentences.join(u'\n'), path, scale);
    if (result)
        return {};
    if (result.fault == drawing::PictureFault::unknown_format)
        return tr("%1 names no picture format: it must end in %2.", "a file, suffixes")
            .arg(path, m_preferences.language().either(drawing::suffixes(QStringLiteral("."))));
    return tr("%1 cannot be written: %2").arg(path, result.detail);
}

QString ComparisonWindow::write_csv(const QString &path)
{
    const std::string text = comparison::csv(*m_runner.latest()->result);
    const auto written = archive::new_file(path, [&](QIODevice &file, const archive::StillGood &) {
        file.write(text.data(), qint64(text.size()));
    });
    return lessons::fault(m_preferences.language(), written, path);
}

QString ComparisonWindow::write_recordings(const QString &folder)
{
    const comparison::Result &result = *m_runner.latest()->result;
    for (size_t i = 0; i < result.plan.entries.size(); ++i) {
        const comparison::Run *run = result.latest(i);
        if (!run || !run->trace)
            continue;
        const QString name = QString::fromStdString(result.plan.entries[i].name()).replace(u':', u'-');
        const QString path = QDir(folder).filePath(name + QStringLiteral(".iotrace"));
        if (const auto saved = archive::save(*run->trace, path); !saved)
            return lessons::fault(m_preferences.language(), saved, path);
    }
    return {};
}

void ComparisonWindow::choose_file(const QString &title, const QString &name, const QString &filter,
                                   QString (ComparisonWindow::*write)(const QString &))
{
    auto *dialog = new QFileDialog(this, title, name, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(name.section(u'.', -1));
    connect(dialog, &QFileDialog::fileSelected, this, [this, write](const QString &path) { say((this->*write)(path)); });
    dialog->open();
}

void ComparisonWindow::choose_folder()
{
    auto *dialog = new QFileDialog(this, tr("A folder for the recordings"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &folder) { say(write_recordings(folder)); });
    dialog->open();
}

// Of the model that has the focus in the figure, else of the first.
void ComparisonWindow::open_recording()
{
    const comparison::Result &result = *m_runner.latest()->result;
    const std::string model = m_view->selected_model().toStdString();
    const comparison::Run *chosen = nullptr;
    for (size_t i = 0; i < result.plan.entries.size(); ++i)
        if (const comparison::Run *run = result.latest(i); run && run->trace && (!chosen || result.plan.entries[i].name() == model))
            chosen = run;
    if (!chosen) {
        const QString too_large = tr("The recordings were too large to be kept.");
        return say(too_large);
    }
    emit recording_wanted(std::make_shared<Recording>(std::make_unique<trace::Trace>(*chosen->trace)));
}

void ComparisonWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        show_state();
    }
}

void ComparisonWindow::retranslate()
{
    setWindowTitle(tr("Compare the models"));
    m_busy_text->setText(tr("A run is going on in the main window. Its threads would take processor time from the runs that are "
                            "compared."));
    m_stop_and_run->setText(tr("&Stop it, then compare"));
    m_run_beside->setText(tr("Compare a&ll the same"));
    m_picture->setText(tr("Save &picture…"));
    m_csv->setText(tr("Save &figures (CSV)…"));
    m_recordings->setText(tr("Save recor&dings…"));
    m_open->setText(tr("&Open recording"));
    m_open->setToolTip(tr("Shows the latest run of the model that is selected in the figure, in the main window"));
    m_close->setText(tr("Close"));
    m_progress->setAccessibleName(tr("Runs done"));
}

} // namespace ui
