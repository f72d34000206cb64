// SPDX-License-Identifier: MIT
#include "ui/lesson/panel.h"

#include "ui/common/plain_label.h"
#include "figures/figure.h"
#include "lessons/glossary.h"
#include "ui/common/shortcuts.h"
#include "ui/lesson/question_card.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

// What the words of the lecture in it mean.
QString tip_of_terms(const QString &text, const words::Language &language)
{
    constexpr size_t most = 5;
    QString rows;
    for (const lessons::Term *term : lessons::terms_in(text, language, most))
        rows += QStringLiteral("<p><b>%1</b>: %2</p>").arg(term->word.in(language).toHtmlEscaped(), term->means.in(language).toHtmlEscaped());
    return rows.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(rows);
}

constexpr int name_role = Qt::UserRole;

// A branch of the catalogue: a row of the lecture.
struct Row {
    const char *row, *title; // English source text
};
constexpr Row rows[] = {
    {"L1", QT_TRANSLATE_NOOP("ui::LessonPanel", "Several inputs at once")},
    {"L2", QT_TRANSLATE_NOOP("ui::LessonPanel", "The two phases")},
    {"L3", QT_TRANSLATE_NOOP("ui::LessonPanel", "Blocking I/O")},
    {"L4", QT_TRANSLATE_NOOP("ui::LessonPanel", "Non-blocking I/O and fcntl()")},
    {"L5", QT_TRANSLATE_NOOP("ui::LessonPanel", "I/O multiplexing: select() and poll()")},
    {"L6", QT_TRANSLATE_NOOP("ui::LessonPanel", "fd_set and its four macros")},
    {"L7", QT_TRANSLATE_NOOP("ui::LessonPanel", "TCP server with select()")},
    {"L8", QT_TRANSLATE_NOOP("ui::LessonPanel", "Keyboard and socket in one select()")},
    {"L9", QT_TRANSLATE_NOOP("ui::LessonPanel", "Comparison of the models")},
    {"L10", QT_TRANSLATE_NOOP("ui::LessonPanel", "Signal-driven I/O")},
    {"L11", QT_TRANSLATE_NOOP("ui::LessonPanel", "Asynchronous I/O")},
    {"L12", QT_TRANSLATE_NOOP("ui::LessonPanel", "Socket options")},
    {"L13", QT_TRANSLATE_NOOP("ui::LessonPanel", "Exercise: asynchronous chat")},
    {"L14", QT_TRANSLATE_NOOP("ui::LessonPanel", "Exercise: a relay")},
    {"mistakes", QT_TRANSLATE_NOOP("ui::LessonPanel", "Mistakes worth seeing")},
    {"beyond", QT_TRANSLATE_NOOP("ui::LessonPanel", "Beyond the lecture")},
};

} // namespace

LessonPanel::LessonPanel(Lecture &lecture, Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_lecture(lecture), m_preferences(preferences), m_pages(new QStackedWidget), m_tree(new QTreeWidget), m_place(plain_label("place")),
      m_title(plain_label("title")), m_goal(plain_label("goal")), m_heading(plain_label("heading")), m_sentence(plain_label("sentence")), m_look(plain_label("look")), m_score(plain_label("score")),
      m_scroll(new QScrollArea), m_card(new QuestionCard(lecture)), m_open_catalogue(new QToolButton), m_begin(new QPushButton), m_back(new QPushButton),
      m_next(new QPushButton)
{
    setObjectName("lesson");
    m_tree->setObjectName("catalogue");
    m_tree->setHeaderHidden(true);
    m_tree->setWordWrap(true);
    m_tree->setRootIsDecorated(true);
    m_begin->setObjectName("begin_lesson");
    m_back->setObjectName("back");
    m_next->setObjectName("next");

    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    for (QWidget *each : std::initializer_list<QWidget *>{m_title, m_goal, m_begin, m_heading, m_sentence, m_look, m_card})
        column->addWidget(each);
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_tree);

    auto *top = new QHBoxLayout;
    top->addWidget(m_place, 1);
    top->addWidget(m_open_catalogue);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_back);
    bottom->addWidget(m_score, 1);
    bottom->addWidget(m_next);
    m_score->setAlignment(Qt::AlignCenter);
    auto *all = new QVBoxLayout(this);
    all->addLayout(top);
    all->addWidget(m_pages, 1);
    all->addLayout(bottom);

    m_open_catalogue->setCheckable(true);
    connect(m_open_catalogue, &QToolButton::toggled, this, [this](bool open) {
        if (open)
            fill_catalogue();
        m_pages->setCurrentIndex(open ? 1 : 0);
        if (open) {
            m_tree->setFocus();
            m_tree->scrollToItem(m_tree->currentItem(), QAbstractItemView::PositionAtCenter);
        } else {
            place_focus();
        }
    });
    const auto chosen = [this](QTreeWidgetItem *item) {
        if (const QString name = item->data(0, name_role).toString(); !name.isEmpty()) {
            m_open_catalogue->setChecked(false);
            emit lesson_wanted(name);
        }
    };
    connect(m_tree, &QTreeWidget::itemActivated, this, chosen);
    connect(m_tree, &QTreeWidget::itemClicked, this, chosen);
    connect(m_begin, &QPushButton::clicked, this, &LessonPanel::begin_wanted);
    connect(m_back, &QPushButton::clicked, &m_lecture, &Lecture::previous);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (const QString name = next_lesson(); !name.isEmpty())
            emit lesson_wanted(name);
        else
            m_lecture.next();
    });
    connect(&m_lecture, &Lecture::changed, this, [this] {
        show_item();
        place_focus();
    });
    connect(&m_preferences, &Preferences::scale_changed, this, &LessonPanel::apply_sizes);
    apply_sizes();
    retranslate();
}

void LessonPanel::take(const QString &part)
{
    m_card->take(part);
}

void LessonPanel::toggle_catalogue()
{
    m_open_catalogue->toggle();
}

void LessonPanel::show_catalogue()
{
    m_open_catalogue->setChecked(true);
}

QString LessonPanel::next_lesson() const
{
    if (!m_lecture.item() || m_lecture.item()->kind != lessons::Item::end)
        return {};
    const auto all = lessons::lecture();
    const auto here = std::ranges::find_if(all, [this](const char *name) { return m_lecture.lesson()->name == QLatin1String(name); });
    return here == all.end() || here + 1 == all.end() ? QString() : QString::fromLatin1(*(here + 1));
}

// With each new sentence the keyboard is where something is to be pressed.
void LessonPanel::place_focus()
{
    if (!isVisible() || m_pages->currentIndex() != 0 || m_offered)
        return;
    const QString here = QString::number(int(m_lecture.state())) + (m_lecture.item() ? m_lecture.item()->text + m_card->verdict() : QString());
    if (std::exchange(m_placed, here) == here) // nothing new: it stays where it was put
        return;
    if (m_lecture.waits_for_answer())
        m_card->focus_answers();
    else if (m_lecture.state() == Lecture::State::ready)
        m_begin->setFocus();
    else
        m_next->setFocus();
}

QSize LessonPanel::sizeHint() const
{
    constexpr int letters = 34; // of a line of the sentence
    return {int(QFontMetricsF(m_sentence->font()).averageCharWidth() * letters), 500};
}

// Sentences and questions are read from further away than the rest of the window.
void LessonPanel::apply_sizes()
{
    const auto larger = [this](QLabel *label, qreal factor, bool bold) {
        QFont font = this->font();
        if (font.pixelSize() > 0)
            font.setPixelSize(qRound(font.pixelSize() * factor));
        else
            font.setPointSizeF(font.pointSizeF() * factor);
        font.setBold(bold);
        label->setFont(font);
    };
    larger(m_title, 1.5, true);
    larger(m_sentence, 1.25, false);
    larger(m_heading, 0.95, true);
    larger(m_goal, 1.05, false);
    if (auto *question = m_card->findChild<QLabel *>("question_text"))
        larger(question, 1.25, false);
    if (auto *verdict = m_card->findChild<QLabel *>("question_verdict"))
        larger(verdict, 1.2, true);
    if (auto *reason = m_card->findChild<QLabel *>("question_reason"))
        larger(reason, 1.1, false);
    if (auto *heading = m_card->findChild<QLabel *>("question_heading"))
        larger(heading, 0.95, true);
}

void LessonPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        apply_sizes();
}

void LessonPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QMetaObject::invokeMethod(this, &LessonPanel::place_focus, Qt::QueuedConnection); // once it has its place
}

void LessonPanel::retranslate()
{
    m_open_catalogue->setText(tr("Lessons"));
    m_open_catalogue->setToolTip(with_shortcut(tr("The lessons of the lecture, in its order"), QStringLiteral("catalogue")));
    m_begin->setText(tr("Begin the lesson"));
    m_back->setText(tr("Back"));
    m_next->setText(tr("Next"));
    m_back->setToolTip(with_shortcut(tr("The sentence before"), QStringLiteral("backward")));
    m_tree->setAccessibleName(tr("Lessons"));
    m_card->retranslate();
    fill_catalogue();
    show_item();
}

// In the lecture's order, a branch a row; what is done has a check, what is begun half a disc, the rest a ring.
void LessonPanel::fill_catalogue()
{
    m_tree->clear();
    QTreeWidgetItem *branch = nullptr;
    QString row;
    for (const char *each : lessons::lecture()) {
        const lessons::LessonFile lesson = lessons::lesson_of_lecture(QLatin1String(each));
        if (!branch || lesson.row != row) {
            row = lesson.row;
            const auto found = std::ranges::find_if(rows, [&](const Row &known) { return row == QLatin1String(known.row); });
            branch = new QTreeWidgetItem(m_tree, {found == std::end(rows) ? row : tr(found->title)});
            branch->setToolTip(0, branch->text(0));
            branch->setFlags(Qt::ItemIsEnabled);
            branch->setExpanded(true);
        }
        const bool done = m_lecture.progress().finished(lesson.name), begun = m_lecture.progress().begun(lesson.name);
        const QString mark = QString::fromUtf8(done ? "✓ " : begun ? "◐ " : "○ ");
        auto *item = new QTreeWidgetItem(branch, {mark + lesson.title.in(m_preferences.language())});
        item->setData(0, name_role, lesson.name);
        item->setToolTip(0, QStringLiteral("<qt><b>%1</b><br>%2</qt>").arg(lesson.title.in(m_preferences.language()).toHtmlEscaped(), lesson.goal.in(m_preferences.language()).toHtmlEscaped()));
        item->setData(0, Qt::AccessibleTextRole, done ? tr("%1, done", "a lesson").arg(lesson.title.in(m_preferences.language())) : lesson.title.in(m_preferences.language()));
        if (m_lecture.lesson() && m_lecture.lesson()->name == lesson.name)
            m_tree->setCurrentItem(item);
    }
    fit_rows();
}

// As high as the title is in its lines: tone marks stand above and below the letters, and what is chosen has a ground of its own.
void LessonPanel::fit_rows()
{
    constexpr int beside = 14, above_and_below = 6;
    const QFontMetrics metrics = m_tree->fontMetrics();
    const int width = m_pages->width() - m_tree->verticalScrollBar()->sizeHint().width() - beside;
    for (QTreeWidgetItemIterator at(m_tree); *at; ++at) {
        const int room = std::max(60, width - m_tree->indentation() * ((*at)->parent() ? 2 : 1));
        const QRect needed = metrics.boundingRect(QRect(0, 0, room, 1000), Qt::TextWordWrap, (*at)->text(0));
        (*at)->setSizeHint(0, {0, std::max(needed.height(), metrics.lineSpacing()) + above_and_below});
    }
}

void LessonPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit_rows();
}

void LessonPanel::show_ready()
{
    const lessons::LessonFile *lesson = m_lecture.lesson();
    const bool runs = m_lecture.state() == Lecture::State::running;
    m_place->setText({});
    m_title->setText(lesson ? lesson->title.in(m_preferences.language()) : tr("Choose a lesson"));
    m_goal->setVisible(lesson);
    if (lesson)
        m_goal->setText(tr("Goal: %1").arg(lesson->goal.in(m_preferences.language())));
    m_begin->setVisible(lesson);
    m_begin->setEnabled(!runs);
    m_heading->setVisible(false);
    m_look->setVisible(false);
    m_sentence->setVisible(lesson);
    m_sentence->setText(runs ? tr("Server and clients are running …") : tr("Press the button or Page Down. Then Page Down goes on, Page Up back."));
}

void LessonPanel::show_item()
{
    const lessons::Item *item = m_lecture.item();
    m_next->setEnabled(m_lecture.can_go_on() || !next_lesson().isEmpty());
    m_next->setText(next_lesson().isEmpty() ? tr("Next") : tr("Next lesson"));
    m_next->setToolTip(m_lecture.waits_for_answer() ? tr("First the question: answer it, or let the kernel answer.")
                                                    : with_shortcut(tr("The next sentence"), QStringLiteral("forward")));
    m_back->setEnabled(m_lecture.can_go_back());
    for (QWidget *on : std::initializer_list<QWidget *>{m_back, m_score, m_next})
        on->setVisible(item); // before it is begun their place is the text's
    m_card->show_question();
    if (!item)
        return show_ready();
    const lessons::LessonFile &lesson = *m_lecture.lesson();
    const auto score = m_lecture.progress().score(lesson.name);
    const words::Language &language = m_preferences.language();
    m_begin->setVisible(false);
    m_place->setText(item->in_chapter ? tr("Chapter %1 of %2").arg(item->in_chapter).arg(lesson.chapters.size()) : QString());
    m_title->setText(item->in_chapter && item->kind != lessons::Item::end ? m_lecture.chapter_title() : lesson.title.in(language));
    m_goal->setVisible(item->kind == lessons::Item::goal || item->kind == lessons::Item::chapter);
    m_goal->setText(tr("Goal: %1").arg(lesson.goal.in(language)));
    const bool says = item->kind == lessons::Item::say || item->kind == lessons::Item::end;
    m_heading->setVisible(says);
    m_heading->setText(item->kind == lessons::Item::end ? tr("Conclusion") : item->careful ? tr("Careful") : tr("What happened"));
    m_sentence->setVisible(says);
    m_sentence->setText(item->text);
    m_sentence->setToolTip(tip_of_terms(item->text, language));
    const figures::Figure *figure = figures::named(item->look);
    m_look->setVisible(figure || item->look == u"comparison" || item->look == u"cost");
    if (!figure)
        m_look->setText(with_shortcut(tr("Look at: the comparison of the models"), QStringLiteral("compare")));
    if (figure)
        m_look->setText(tr("① Look at: %1", "a figure").arg(figure->title(language)));
    m_score->setText(score.answered ? tr("%1 of %2 right").arg(score.right).arg(score.answered) : QString());
    const QString told = item->text + m_card->verdict();
    if (std::exchange(m_told, told) != told)
        emit said(m_card->verdict().isEmpty() ? item->text : m_card->verdict());
}

} // namespace ui
