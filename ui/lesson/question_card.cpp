// SPDX-License-Identifier: MIT
#include "ui/lesson/question_card.h"

#include "ui/common/plain_label.h"
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

// What a choice says, in as many lines as it takes; pressed, it is chosen.
class Choice : public QLabel {
public:
    Choice(const QString &text, QAbstractButton &button) : QLabel(text), m_button(button)
    {
        setWordWrap(true);
        setTextFormat(Qt::PlainText);
    }

protected:
    void mousePressEvent(QMouseEvent *) override
    {
        if (m_button.isEnabled())
            m_button.click();
    }

private:
    QAbstractButton &m_button;
};

} // namespace

QuestionCard::QuestionCard(Lecture &lecture, QWidget *parent)
    : QFrame(parent), m_lecture(lecture), m_heading(plain_label()), m_text(plain_label()), m_verdict(plain_label()), m_reason(plain_label()),
      m_column(new QVBoxLayout(this)), m_buttons(new QBoxLayout(QBoxLayout::LeftToRight)), m_answer(new QPushButton(this)), m_skip(new QPushButton(this))
{
    setObjectName("question");
    setFrameShape(QFrame::StyledPanel);
    setStyleSheet(QStringLiteral("QFrame#question { border: 2px solid palette(highlight); border-radius: 6px; background: palette(base); }"
                                 "QToolButton#bit { border: 2px dashed palette(mid); border-radius: 4px; padding: 3px; }"
                                 "QToolButton#bit:checked { border-color: palette(highlight); font-weight: bold; }"
                                 "QToolButton#bit:focus { border: 2px solid palette(highlight); }"
                                 "QToolButton#bit[differs=\"true\"] { border: 3px solid #d55e00; }"));
    m_heading->setObjectName("question_heading");
    m_text->setObjectName("question_text");
    m_verdict->setObjectName("question_verdict");
    m_reason->setObjectName("question_reason");
    m_answer->setObjectName("answer");
    m_skip->setObjectName("skip");
    m_column->addWidget(m_heading);
    m_column->addWidget(m_text);
    m_buttons->addWidget(m_answer, 1);
    m_buttons->addWidget(m_skip);
    m_column->addLayout(m_buttons);
    m_column->addWidget(m_verdict);
    m_column->addWidget(m_reason);
    connect(m_answer, &QPushButton::clicked, this, [this] {
        if (const QJsonValue value = m_value ? m_value() : QJsonValue(QJsonValue::Undefined); !value.isUndefined())
            m_lecture.answer(value);
    });
    connect(m_skip, &QPushButton::clicked, &m_lecture, &Lecture::skip);
    retranslate();
}

void QuestionCard::retranslate()
{
    m_answer->setText(tr("Answer"));
    m_skip->setText(tr("Let the kernel answer"));
    m_asked.clear();
    show_question();
}

void QuestionCard::show_question()
{
    const lessons::Item *item = m_lecture.item();
    setVisible(item && item->question);
    if (!item || !item->question)
        return;
    const bool open = m_lecture.waits_for_answer();
    m_text->setText(item->text);
    m_heading->setText(tr("Predict"));
    if (std::exchange(m_asked, item->moment + item->text) != item->moment + item->text)
        ask();
    m_answers->setEnabled(open);
    m_answer->setVisible(open);
    m_skip->setVisible(open);
    m_verdict->setVisible(!open);
    m_reason->setVisible(!open && !item->wrong.isEmpty() && m_lecture.given().how != Lecture::Given::right);
    if (!open)
        show_verdict();
}

void QuestionCard::take(const QString &part)
{
    const lessons::Item *item = m_lecture.item();
    if (!item || !m_answers || !m_lecture.waits_for_answer())
        return;
    const QStringList words = part.split(u' ');
    const auto number = [&](const QString &value) {
        if (auto *line = m_answers->findChild<QLineEdit *>())
            line->setText(value);
    };
    switch (item->question->about) {
    case lessons::About::bits: // "bit readfds 4"
        if (words.size() > 2 && words.front() == u"bit")
            for (QToolButton *cell : m_answers->findChildren<QToolButton *>())
                if (cell->property("bit") == words.back() && (cell->property("set").toString().isEmpty() || cell->property("set") == words[1]))
                    cell->toggle();
        break;
    case lessons::About::slot: // "slot client_FD 0"
    case lessons::About::descriptor: // "socket 0 4"
        if (words.size() == 3 && words.front() == (item->question->about == lessons::About::slot ? u"slot" : u"socket"))
            number(words.back());
        break;
    case lessons::About::who: { // "thread 2"
        const size_t thread = words.size() == 2 && words.front() == u"thread" ? words.back().toULongLong() : SIZE_MAX;
        const auto offers = m_lecture.offers();
        const auto buttons = m_answers->findChildren<QRadioButton *>();
        for (size_t i = 0; i < offers.size() && i < size_t(buttons.size()); ++i)
            if (offers[i].value == m_lecture.thread_name(thread))
                buttons[qsizetype(i)]->setChecked(true);
        break;
    }
    default: break;
    }
}

void QuestionCard::focus_answers()
{
    for (QWidget *widget : m_answers ? m_answers->findChildren<QWidget *>() : QWidgetList())
        if (widget->focusPolicy() & Qt::TabFocus)
            return widget->setFocus();
}

bool QuestionCard::answers_with(const QAbstractButton &button)
{
    return button.parentWidget() && button.parentWidget()->objectName() == u"answers";
}

void QuestionCard::ask()
{
    delete std::exchange(m_answers, nullptr);
    m_answers = new QWidget(this);
    m_answers->setObjectName("answers");
    auto *column = new QVBoxLayout(m_answers);
    column->setContentsMargins(0, 0, 0, 0);
    m_value = nullptr;
    if (!m_lecture.switches().empty())
        add_switches(*column);
    else if (!m_lecture.offers().empty())
        add_choices(*column);
    else
        add_number(*column);
    m_column->insertWidget(2, m_answers);
}

void QuestionCard::add_choices(QVBoxLayout &column)
{
    const auto offers = std::make_shared<std::vector<lessons::Offer>>(m_lecture.offers());
    auto *group = new QButtonGroup(m_answers);
    for (size_t i = 0; i < offers->size(); ++i) {
        auto *button = new QRadioButton(m_answers);
        button->setAccessibleName((*offers)[i].text);
        group->addButton(button, int(i));
        auto *text = new Choice((*offers)[i].text, *button); // a button's own text is in one line
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addWidget(text, 1);
        column.addLayout(row);
    }
    m_value = [group, offers] {
        const int chosen = group->checkedId();
        return chosen < 0 ? QJsonValue(QJsonValue::Undefined) : (*offers)[size_t(chosen)].value;
    };
}

// Hollow is predicted: dashed cells, 0 at first, which suggests nothing.
void QuestionCard::add_switches(QVBoxLayout &column)
{
    struct Row {
        QString set;
        std::vector<QToolButton *> cells;
    };
    const auto rows = std::make_shared<std::vector<Row>>();
    for (const lessons::Switches &switches : m_lecture.switches()) {
        if (!switches.set.isEmpty())
            column.addWidget(new QLabel(switches.set, m_answers));
        auto *grid = new QGridLayout;
        grid->setSpacing(2);
        Row row{switches.set, {}};
        constexpr int a_line = 8;
        const bool numbers = switches.names.value(0) == u"0";
        for (int i = 0; i < int(switches.names.size()); ++i) {
            auto *cell = new QToolButton(m_answers);
            cell->setObjectName("bit");
            cell->setCheckable(true);
            cell->setProperty("bit", switches.names[i]);
            cell->setProperty("set", switches.set);
            cell->setText(numbers ? switches.names[i] + QStringLiteral("\n0") : switches.names[i]);
            cell->setAccessibleName(tr("bit %1").arg(switches.names[i]));
            cell->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            if (numbers)
                connect(cell, &QToolButton::toggled, cell, [cell, name = switches.names[i]](bool on) { cell->setText(name + (on ? "\n1" : "\n0")); });
            grid->addWidget(cell, i / (numbers ? a_line : 2), i % (numbers ? a_line : 2));
            row.cells.push_back(cell);
        }
        column.addLayout(grid);
        rows->push_back(std::move(row));
    }
    m_value = [rows]() -> QJsonValue {
        const auto chosen = [](const Row &row) {
            QJsonArray on;
            for (const QToolButton *cell : row.cells) {
                if (!cell->isChecked())
                    continue;
                const QString name = cell->property("bit").toString();
                bool number = false;
                const int bit = name.toInt(&number);
                on += number ? QJsonValue(bit) : QJsonValue(name);
            }
            return on;
        };
        if (rows->size() == 1 && rows->front().set.isEmpty())
            return chosen(rows->front());
        QJsonObject sets;
        for (const Row &row : *rows)
            sets[row.set] = chosen(row);
        return sets;
    };
}

void QuestionCard::add_number(QVBoxLayout &column)
{
    auto *line = new QLineEdit(m_answers);
    line->setObjectName("number");
    line->setPlaceholderText(tr("a number"));
    line->setAccessibleName(tr("your answer, a number"));
    column.addWidget(line);
    connect(line, &QLineEdit::returnPressed, m_answer, &QPushButton::click);
    m_value = [line] {
        bool good = false;
        const qint64 number = line->text().trimmed().toLongLong(&good);
        return good ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    };
}

QString QuestionCard::in_words(const QJsonValue &value) const
{
    for (const lessons::Offer &offer : m_lecture.offers())
        if (offer.value == value)
            return offer.text;
    const auto listed = [](const QJsonArray &all) {
        QStringList each;
        for (const QJsonValue &one : all)
            each += one.isString() ? one.toString() : QString::number(one.toInt());
        return u'{' + each.join(QStringLiteral(", ")) + u'}';
    };
    if (value.isArray())
        return listed(value.toArray());
    if (value.isObject()) {
        QStringList sets;
        const QJsonObject object = value.toObject();
        for (auto set = object.begin(); set != object.end(); ++set)
            sets += set.key() + u' ' + listed(set.value().toArray());
        return sets.join(QStringLiteral(", "));
    }
    return QString::number(value.toInteger());
}

QString QuestionCard::verdict() const
{
    return m_verdict->isVisibleTo(this) && isVisibleTo(parentWidget()) ? m_verdict->text() : QString();
}

// Of bits answered: an outline where yours and the kernel's differ.
void QuestionCard::outline_differences()
{
    const auto has = [](const QJsonValue &value, const QString &set, const QString &bit) {
        for (const QJsonValue &one : value.isObject() ? value.toObject()[set].toArray() : value.toArray())
            if ((one.isString() ? one.toString() : QString::number(one.toInteger())) == bit)
                return true;
        return false;
    };
    for (QToolButton *cell : m_answers->findChildren<QToolButton *>()) {
        const QString set = cell->property("set").toString(), bit = cell->property("bit").toString();
        const bool differs = m_lecture.given().how == Lecture::Given::wrong
            && has(m_lecture.item()->answer->value, set, bit) != has(m_lecture.given().value, set, bit);
        if (cell->property("differs").toBool() == differs)
            continue;
        cell->setProperty("differs", differs);
        cell->style()->unpolish(cell); // the style sheet asks for it
        cell->style()->polish(cell);
    }
}

void QuestionCard::show_verdict()
{
    const Lecture::Given given = m_lecture.given();
    if (!m_lecture.item()->answer) {
        m_verdict->setText(m_lecture.asks_more() ? tr("One more question about this moment, then the kernel answers both.")
                                                 : tr("The run goes on: the kernel is answering …"));
        m_reason->hide();
        return;
    }
    const QString answer = m_lecture.item()->answer->text;
    m_verdict->setText(given.how == Lecture::Given::right   ? tr("✓ Right: %1").arg(answer)
                       : given.how == Lecture::Given::wrong ? tr("The kernel's answer: %1\nYours: %2").arg(answer, in_words(given.value))
                                                            : tr("The kernel's answer: %1").arg(answer));
    QStringList reasons;
    for (const lessons::Difference &each : m_lecture.differences())
        reasons += QStringLiteral("%1 %2").arg(QChar(char16_t(u'\u2460' + reasons.size()))).arg(each.sentence);
    reasons += m_lecture.item()->wrong;
    m_reason->setText(reasons.join(u'\n'));
    outline_differences();
}

// With large letters the two buttons stand one above the other.
void QuestionCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int wanted = m_answer->sizeHint().width() + m_skip->sizeHint().width() + m_buttons->spacing();
    m_buttons->setDirection(wanted > m_column->contentsRect().width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void QuestionCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_lecture.waits_for_answer())
        m_lecture.skip();
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_lecture.waits_for_answer())
        m_answer->click();
    else
        QFrame::keyPressEvent(event);
}

} // namespace ui
