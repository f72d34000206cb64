// SPDX-License-Identifier: MIT
#include "ui/lesson/question_card.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

QLabel *plain_words(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace

QuestionCard::QuestionCard(Lecture &lecture, QWidget *parent)
    : QFrame(parent), m_lecture(lecture), m_heading(plain_words(this)), m_text(plain_words(this)), m_verdict(plain_words(this)), m_reason(plain_words(this)),
      m_column(new QVBoxLayout(this)), m_answer(new QPushButton(this)), m_skip(new QPushButton(this))
{
    setObjectName("question");
    setFrameShape(QFrame::StyledPanel);
    setStyleSheet(QStringLiteral("QFrame#question { border: 2px solid palette(highlight); border-radius: 6px; background: palette(base); }"
                                 "QToolButton#bit { border: 2px dashed palette(mid); border-radius: 4px; padding: 3px; }"
                                 "QToolButton#bit:checked { border-color: palette(highlight); font-weight: bold; }"
                                 "QToolButton#bit:focus { border: 2px solid palette(highlight); }"));
    m_heading->setObjectName("question_heading");
    m_text->setObjectName("question_text");
    m_verdict->setObjectName("question_verdict");
    m_reason->setObjectName("question_reason");
    m_answer->setObjectName("answer");
    m_skip->setObjectName("skip");
    m_column->addWidget(m_heading);
    m_column->addWidget(m_text);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_answer, 1);
    buttons->addWidget(m_skip);
    m_column->addLayout(buttons);
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

void QuestionCard::focus_answers()
{
    for (QWidget *widget : m_answers ? m_answers->findChildren<QWidget *>() : QWidgetList())
        if (widget->focusPolicy() & Qt::TabFocus)
            return widget->setFocus();
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
        auto *button = new QRadioButton((*offers)[i].text, m_answers);
        group->addButton(button, int(i));
        column.addWidget(button);
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

void QuestionCard::show_verdict()
{
    const Lecture::Given given = m_lecture.given();
    const QString answer = m_lecture.item()->answer->text;
    m_verdict->setText(given.how == Lecture::Given::right   ? tr("✓ Right: %1").arg(answer)
                       : given.how == Lecture::Given::wrong ? tr("The kernel's answer: %1\nYours: %2").arg(answer, in_words(given.value))
                                                            : tr("The kernel's answer: %1").arg(answer));
    m_reason->setText(m_lecture.item()->wrong);
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
