// SPDX-License-Identifier: MIT
#include "ui/lesson/glossary.h"

#include "ui/common/plain_label.h"
#include "lessons/glossary.h"
#include "ui/common/preferences.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace ui {
namespace {

} // namespace

Glossary::Glossary(const Preferences &preferences, QWidget *parent)
    : QDialog(parent), m_preferences(preferences), m_query_label(new QLabel), m_word(plain_label("word", Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard)), m_means(plain_label("means", Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard)), m_query(new QLineEdit),
      m_terms(new QListWidget), m_lesson(new QPushButton), m_close(new QPushButton)
{
    m_query->setObjectName("query");
    m_query->setClearButtonEnabled(true);
    m_query_label->setBuddy(m_query);
    m_terms->setObjectName("terms");
    m_lesson->setObjectName("show_lesson");
    m_lesson->setAutoDefault(false);
    m_close->setAutoDefault(false);
    QFont bold = m_word->font();
    bold.setBold(true);
    m_word->setFont(bold);
    auto *grid = new QGridLayout(this);
    grid->addWidget(m_query_label, 0, 0);
    grid->addWidget(m_query, 0, 1);
    grid->addWidget(m_terms, 1, 0, 1, 2);
    grid->addWidget(m_word, 2, 0, 1, 2);
    grid->addWidget(m_means, 3, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_lesson, 1);
    buttons->addWidget(m_close);
    grid->addLayout(buttons, 4, 0, 1, 2);
    grid->setRowStretch(1, 1);
    connect(m_query, &QLineEdit::textChanged, this, &Glossary::fill);
    connect(m_terms, &QListWidget::currentItemChanged, this, &Glossary::show_term);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_lesson, &QPushButton::clicked, this, [this] {
        if (const QListWidgetItem *item = m_terms->currentItem()) {
            const QString lesson = lessons::glossary()[size_t(item->data(Qt::UserRole).toInt())].lesson;
            close();
            emit lesson_wanted(lesson);
        }
    });
    connect(&preferences, &Preferences::language_changed, this, &Glossary::retranslate);
    resize(520, 560);
    retranslate();
}

void Glossary::retranslate()
{
    setWindowTitle(tr("Glossary"));
    m_query_label->setText(tr("&Find:"));
    m_terms->setAccessibleName(tr("Words of the lecture"));
    m_close->setText(tr("&Close"));
    fill();
}

// Each word with its other language's behind it.
void Glossary::fill()
{
    const QString here = m_terms->currentItem() ? m_terms->currentItem()->data(Qt::UserRole).toString() : QString();
    m_terms->clear();
    const words::Language &language = m_preferences.language();
    const auto all = lessons::glossary();
    for (size_t i = 0; i < all.size(); ++i) {
        if (!lessons::matches(all[i], language, m_query->text()))
            continue;
        const QString word = all[i].word.in(language);
        QString shown = word;
        for (const auto &[code, other] : all[i].word.by_language)
            if (other != word)
                shown += QStringLiteral(" – ") + other;
        auto *item = new QListWidgetItem(shown, m_terms);
        item->setData(Qt::UserRole, int(i));
        if (QString::number(i) == here)
            m_terms->setCurrentItem(item);
    }
    m_terms->sortItems();
    if (!m_terms->currentItem())
        m_terms->setCurrentRow(0);
    show_term();
}

void Glossary::show_term()
{
    const QListWidgetItem *item = m_terms->currentItem();
    m_lesson->setEnabled(item);
    if (!item) {
        m_word->setText(tr("No word of the lecture has this in it."));
        m_means->clear();
        m_lesson->setText(tr("Show the lesson"));
        return;
    }
    const lessons::Term &term = lessons::glossary()[size_t(item->data(Qt::UserRole).toInt())];
    m_word->setText(item->text());
    m_means->setText(term.means.in(m_preferences.language()));
    QString title = lessons::lesson_of_lecture(term.lesson).title.in(m_preferences.language());
    m_lesson->setText(tr("Show the lesson: %1").arg(title.replace(u'&', QStringLiteral("&&"))));
    m_lesson->setToolTip(title);
}

} // namespace ui
