// SPDX-License-Identifier: MIT
#include "ui/find/window.h"

#include "ui/common/actions.h"
#include "ui/common/preferences.h"
#include "ui/common/rows.h"

#include "words/phrases.h"
#include "words/sentences.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

namespace ui {
namespace {

constexpr int any_error = -1; // of the choice of results; above 0: an errno

// Chooses what was chosen before, if it is still there.
void choose(QComboBox &box, const QVariant &data)
{
    box.setCurrentIndex(qMax(0, box.findData(data)));
}

} // namespace

FindWindow::FindWindow(Session &session, Preferences &preferences, Marks &marks, const Actions &actions, QWidget *parent)
    : QDialog(parent), m_session(session), m_preferences(preferences), m_marks(marks), m_search(session), m_model(new FoundModel(m_search, session, preferences, this)),
      m_thread(new QComboBox), m_call(new QComboBox), m_descriptor(new QComboBox), m_result(new QComboBox), m_data(new QLineEdit), m_between(new QCheckBox),
      m_table(new QTableView), m_count(new QLabel), m_progress(new QProgressBar), m_cancel(new QPushButton), m_previous(new QPushButton), m_next(new QPushButton),
      m_close(new QPushButton)
{
    setObjectName("find_window");
    build();
    // The keys of the recording hold here, too.
    for (QAction *action : {actions.find_next, actions.find_previous, actions.mark_a, actions.mark_b, actions.zoom_marks, actions.bookmark, actions.next_bookmark,
                            actions.previous_bookmark})
        addAction(action);

    for (QComboBox *choice : {m_thread, m_call, m_descriptor, m_result})
        connect(choice, &QComboBox::activated, this, &FindWindow::look_for);
    connect(m_data, &QLineEdit::textChanged, this, &FindWindow::look_for);
    connect(m_between, &QCheckBox::toggled, this, &FindWindow::look_for);
    connect(m_cancel, &QPushButton::clicked, &m_search, &Search::cancel);
    connect(m_next, &QPushButton::clicked, actions.find_next, &QAction::trigger);
    connect(m_previous, &QPushButton::clicked, actions.find_previous, &QAction::trigger);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { go(m_search.found()[size_t(index.row())]); });
    connect(&m_search, &Search::restarted, this, &FindWindow::show_state);
    connect(&m_search, &Search::advanced, this, [this] {
        show_seen();
        show_state();
    });
    connect(&m_marks, &Marks::changed, this, [this] {
        m_between->setEnabled(m_marks.span().has_value());
        if (m_between->isChecked())
            look_for();
    });
    connect(&session, &Session::recording_changed, this, [this] {
        m_begun = false; // it may be quite another one
        if (isVisible())
            begin();
    });
    connect(&session, &Session::instant_changed, this, &FindWindow::select_current);
    m_between->setEnabled(marks.span().has_value());
    retranslate();
}

void FindWindow::build()
{
    auto *grid = new QGridLayout;
    QWidget *const fields[] = {m_thread, m_call, m_descriptor, m_result, m_data};
    for (int i = 0; i < 5; ++i) {
        m_labels[i] = new QLabel;
        m_labels[i]->setBuddy(fields[i]);
        grid->addWidget(m_labels[i], 0, i);
        grid->addWidget(fields[i], 1, i);
        grid->setColumnStretch(i, 1);
    }
    for (QComboBox *choice : {m_thread, m_call, m_descriptor, m_result}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(12);
    }
    m_data->setClearButtonEnabled(true);
    m_table->setObjectName("found");
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    show_as_rows(*m_table);
    m_table->horizontalHeader()->setSectionResizeMode(FoundModel::call, QHeaderView::Stretch);
    const int letter = fontMetrics().averageCharWidth();
    for (const auto &[column, letters] : {std::pair(FoundModel::step, 11), {FoundModel::time, 11}, {FoundModel::thread, 16}, {FoundModel::took, 11}})
        m_table->setColumnWidth(column, letters * letter);
    m_count->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setMaximum(1'000);
    for (QPushButton *button : {m_previous, m_next, m_close, m_cancel})
        button->setAutoDefault(false);
    auto *state = new QHBoxLayout;
    state->addWidget(m_count, 1);
    state->addWidget(m_progress);
    state->addWidget(m_cancel);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_between);
    buttons->addStretch(1);
    for (QPushButton *button : {m_previous, m_next, m_close})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->addLayout(grid);
    column->addLayout(state);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    resize((QSizeF(760, 420) * m_preferences.scale()).toSize().boundedTo(screen()->availableSize() * 0.95));
}

void FindWindow::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    begin();
}

void FindWindow::begin()
{
    if (std::exchange(m_begun, true))
        return;
    m_seen_descriptors = m_seen_errors = m_seen_threads = 0;
    m_seen_calls = {};
    fill_choices();
    for (QComboBox *choice : {m_thread, m_call, m_descriptor, m_result})
        choice->setCurrentIndex(0);
    look_for();
}

replay::Wanted FindWindow::wanted() const
{
    replay::Wanted wanted;
    if (m_thread->currentIndex() > 0)
        wanted.thread = uint16_t(m_thread->currentData().toUInt());
    if (m_call->currentIndex() > 0)
        wanted.call = trace::Call(m_call->currentData().toUInt());
    if (m_descriptor->currentIndex() > 0)
        wanted.fd = m_descriptor->currentData().toInt();
    if (const int error = m_result->currentData().toInt(); error != 0) {
        wanted.outcome = error == any_error ? replay::Wanted::failed : replay::Wanted::with_error;
        wanted.error = error;
    }
    wanted.data = m_data->text().toStdString();
    return wanted;
}

void FindWindow::look_for()
{
    const auto span = m_marks.span();
    if (m_between->isChecked() && span && span->from.complete < span->to.complete)
        m_search.look_for(wanted(), span->from.complete, span->to.complete);
    else
        m_search.look_for(wanted());
}

// What there is to choose grows while it is looked through.
void FindWindow::show_seen()
{
    const replay::Seen &seen = m_search.seen();
    const bool calls = !std::ranges::equal(seen.calls, m_seen_calls, [](bool now, bool before) { return before || !now; });
    if (seen.descriptors.size() > m_seen_descriptors || seen.errors.size() > m_seen_errors || calls || m_session.trace().threads.size() > m_seen_threads)
        fill_choices();
}

void FindWindow::fill_choices()
{
    const replay::Seen &seen = m_search.seen();
    const words::Language &language = m_preferences.language();
    const trace::Trace &trace = m_session.trace();
    const auto fill = [](QComboBox &box, const QString &any, auto add) {
        const QVariant chosen = box.currentData();
        box.clear();
        box.addItem(any);
        add();
        choose(box, chosen);
    };
    fill(*m_thread, tr("Any", "threads to choose from"), [&] {
        for (size_t thread = 0; thread < trace.threads.size(); ++thread)
            m_thread->addItem(words::thread_name(language, trace, thread), uint(thread));
    });
    fill(*m_call, tr("Any", "calls to choose from"), [&] {
        for (size_t call = 0; call < seen.calls.size(); ++call)
            if ((m_seen_calls[call] = m_seen_calls[call] || seen.calls[call]))
                m_call->addItem(QString::fromUtf8(calls::name(trace::Call(call)).data(), qsizetype(calls::name(trace::Call(call)).size())), uint(call));
    });
    fill(*m_descriptor, tr("Any", "descriptors to choose from"), [&] {
        for (const int fd : seen.descriptors)
            m_descriptor->addItem(QString::number(fd), fd);
    });
    fill(*m_result, tr("Any", "results to choose from"), [&] {
        m_result->addItem(tr("Every error"), any_error);
        for (const int error : seen.errors)
            m_result->addItem(words::error_name(error), error);
    });
    m_seen_descriptors = seen.descriptors.size();
    m_seen_errors = seen.errors.size();
    m_seen_threads = trace.threads.size();
}

QString FindWindow::count() const
{
    return m_count->text();
}

void FindWindow::show_state()
{
    const words::Language &language = m_preferences.language();
    const auto number = [&language](size_t count) { return language.number(qlonglong(count)); };
    QString said = tr("Steps found: %1, calls among them: %2").arg(number(m_search.found().size()), number(m_search.found_calls()));
    if (const auto span = m_marks.span(); span && m_between->isChecked())
        said = tr("From A to B: %1. %2", "a duration; how much was found").arg(language.duration(words::span(span->from.time, span->to.time)), said);
    if (m_search.found().size() > size_t(FoundModel::most_rows))
        said = tr("%1. The first %2 are listed.", "what was found; a number").arg(said, number(FoundModel::most_rows));
    m_count->setText(said);
    const bool over = m_search.over();
    m_progress->setVisible(!over);
    m_cancel->setVisible(!over);
    m_progress->setValue(int(m_search.share() * m_progress->maximum()));
    for (QPushButton *button : {m_previous, m_next})
        button->setEnabled(!m_search.found().empty());
    select_current();
}

// The line of the step shown, if it is listed.
void FindWindow::select_current()
{
    const size_t complete = m_session.instant().complete;
    const int row = complete > 0 ? m_model->row_of(complete - 1) : -1;
    if (row < 0 || m_table->currentIndex().row() == row)
        return;
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

bool FindWindow::go(std::optional<size_t> sequence)
{
    if (sequence)
        emit step_wanted(*sequence);
    else
        emit nothing_there();
    return sequence.has_value();
}

bool FindWindow::go_next()
{
    begin();
    return go(m_search.next());
}

bool FindWindow::go_previous()
{
    begin();
    return go(m_search.previous());
}

void FindWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void FindWindow::retranslate()
{
    setWindowTitle(tr("Find"));
    const QString labels[] = {tr("&Thread"), tr("&Call"), tr("&Descriptor"), tr("&Result"), tr("Te&xt of the data")};
    for (int i = 0; i < 5; ++i) {
        m_labels[i]->setText(labels[i]);
        m_labels[i]->buddy()->setAccessibleName(QString(labels[i]).remove(u'&'));
    }
    m_data->setToolTip(tr("Among the first 16 bytes that a call moved"));
    m_between->setText(tr("Only &from A to B"));
    m_table->setAccessibleName(tr("What was found"));
    m_progress->setAccessibleName(tr("How much was looked through"));
    m_cancel->setText(tr("&Search no further"));
    m_previous->setText(tr("&Previous"));
    m_next->setText(tr("&Next"));
    m_close->setText(tr("C&lose"));
    m_model->retranslate();
    fill_choices();
    show_state();
}

} // namespace ui
