// SPDX-License-Identifier: MIT
#include "ui/bench/statement_line.h"

#include "ui/bench/look.h"
#include "ui/bench/proposals.h"
#include "ui/common/preferences.h"

#include "bench/known_calls.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSyntaxHighlighter>
#include <QVBoxLayout>

#include <utility>

namespace ui {

class StatementEdit::Colours : public QSyntaxHighlighter {
public:
    Colours(QTextDocument *document, const StatementEdit &edit) : QSyntaxHighlighter(document), m_edit(edit) {}

protected:
    void highlightBlock(const QString &text) override
    {
        static const QRegularExpression names(QStringLiteral("[A-Za-z_][A-Za-z_0-9]*"));
        const QColor blue = m_edit.m_preferences.theme().text_colour(drawing::Ink::copying, drawing::Ink::paper);
        for (auto found = names.globalMatch(text); found.hasNext();) {
            const auto name = found.next();
            QTextCharFormat format;
            if (bench::constant(name.captured().toStdString()))
                format.setForeground(blue);
            if (m_edit.m_marked > 0 && name.capturedStart() == m_edit.m_marked - 1) {
                format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
                format.setUnderlineColor(m_edit.m_preferences.theme().colour(drawing::Ink::failed));
            }
            setFormat(int(name.capturedStart()), int(name.capturedLength()), format);
        }
    }

private:
    const StatementEdit &m_edit;
};

StatementEdit::StatementEdit(const Preferences &preferences, QWidget *parent) : QPlainTextEdit(parent), m_preferences(preferences), m_colours(new Colours(document(), *this))
{
    setObjectName(QStringLiteral("statement"));
    setLineWrapMode(NoWrap);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFrameShape(NoFrame);
    setFont(code_font(font()));
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_marked > 0)
            mark(0);
    });
}

QSize StatementEdit::sizeHint() const
{
    const QFontMetrics metrics(code_font(font()));
    return {metrics.averageCharWidth() * 40, metrics.height() + 14};
}

QSize StatementEdit::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

void StatementEdit::set_text(const QString &text, int cursor)
{
    setPlainText(text);
    QTextCursor place = textCursor();
    place.setPosition(cursor < 0 ? int(text.size()) : qMin(cursor, int(text.size())));
    setTextCursor(place);
}

void StatementEdit::mark(int column)
{
    if (std::exchange(m_marked, column) == column)
        return;
    const QSignalBlocker quiet(this);
    m_colours->rehighlight();
    if (parentWidget())
        parentWidget()->update();
}

// Ctrl+Space, Alt+arrows and Tab are this line's while it has the focus.
bool StatementEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool own = (key->key() == Qt::Key_Space && key->modifiers() & Qt::ControlModifier)
            || ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) && !(key->modifiers() & ~(Qt::AltModifier | Qt::KeypadModifier)))
            || (key->key() == Qt::Key_Escape) || key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        if (own && !(key->modifiers() & Qt::ControlModifier && key->key() != Qt::Key_Space)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void StatementEdit::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers() & Qt::AltModifier, control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return emit entered(control);
    case Qt::Key_Up: return alt ? emit choose_wanted(-1) : emit recalled(-1);
    case Qt::Key_Down: return alt ? emit choose_wanted(1) : emit recalled(1);
    case Qt::Key_Escape: return emit hide_wanted();
    case Qt::Key_Space:
        if (control)
            return emit proposals_wanted();
        break;
    case Qt::Key_Tab:
        if (m_offers)
            return emit take_wanted();
        focusNextPrevChild(true);
        return;
    case Qt::Key_Backtab: focusNextPrevChild(false); return;
    default: break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

// One line: what is pasted with several has them one behind the other.
void StatementEdit::insertFromMimeData(const QMimeData *source)
{
    insertPlainText(source->text().simplified());
}

void StatementEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::StyleChange)
        setFont(code_font(parentWidget() ? parentWidget()->font() : font()));
}

void StatementEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    const int spare = height() - QFontMetrics(font()).height() - 2 * int(document()->documentMargin());
    setViewportMargins(4, qMax(0, spare / 2), 4, 0);
}

void StatementEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    parentWidget()->update();
}

void StatementEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    parentWidget()->update();
}

StatementLine::StatementLine(Desk &desk, Session &session, Preferences &preferences, Proposals &proposals, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_session(session), m_preferences(preferences), m_proposals(proposals), m_title(heading()), m_hint(text_label(true)), m_key(text_label(true)),
      m_edit(new StatementEdit(preferences)), m_run(push_button())
{
    auto *column = new QVBoxLayout(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addWidget(m_hint, 1);
    top->addWidget(m_key);
    auto *row = new QHBoxLayout;
    row->addWidget(m_edit, 1);
    row->addWidget(m_run);
    column->addLayout(top);
    column->addLayout(row);
    column->setContentsMargins(8, 4, 8, 6);
    m_hint->setWordWrap(false);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_key->setWordWrap(false);
    m_title->setBuddy(m_edit);
    m_run->setObjectName(QStringLiteral("bench_run"));
    m_run->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(m_edit, &StatementEdit::entered, this, &StatementLine::run);
    connect(m_edit, &StatementEdit::recalled, this, &StatementLine::recall);
    connect(m_edit, &StatementEdit::choose_wanted, &m_proposals, &Proposals::choose);
    connect(m_edit, &StatementEdit::proposals_wanted, this, [this] { m_proposals.offers() ? m_proposals.choose(1) : propose(); });
    connect(m_edit, &StatementEdit::hide_wanted, this, [this] {
        m_proposals.hide_list();
        m_edit->set_offers(false);
    });
    const auto take = [this] {
        QString text = m_edit->text();
        int cursor = m_edit->cursor();
        if (m_proposals.take(text, cursor))
            m_edit->set_text(text, cursor);
        m_edit->setFocus();
    };
    connect(m_edit, &StatementEdit::take_wanted, this, take);
    connect(&m_proposals, &Proposals::taken, this, take);
    connect(&m_proposals, &Proposals::mend_wanted, this, [this] {
        m_edit->set_text(m_proposals.mended());
        m_edit->setFocus();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_writing) {
            m_written = false;
            m_why.clear();
            m_before.clear();
            m_at = -1;
            show_state();
        }
    });
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &StatementLine::propose);
    connect(m_run, &QPushButton::clicked, this, [this] { m_desk.busy() ? m_desk.interrupt() : run(false); });
    connect(&m_desk, &Desk::changed, this, &StatementLine::show_state);
    connect(&m_desk, &Desk::refused, this, [this](const QString &statement, const bench::Wrong &wrong) { refuse(wrong, statement + u';'); });
    retranslate();
}

void StatementLine::propose()
{
    if (m_edit->marked() > 0)
        return;
    m_proposals.look_at(m_edit->text(), m_edit->cursor());
    m_edit->set_offers(m_proposals.offers() && m_edit->hasFocus());
}

void StatementLine::write(const QString &statement, const QString &why, const QStringList &before)
{
    m_writing = true;
    m_edit->set_text(statement);
    m_writing = false;
    m_written = true;
    m_at = -1;
    m_why = why;
    m_before = before;
    m_proposals.hide_list();
    m_edit->set_offers(false);
    show_state();
}

void StatementLine::run(bool at_once)
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || (m_session.recording() && m_desk.has_bench() && !m_desk.sits() && !m_desk.begins()))
        return;
    if (m_desk.waiting() > 1) { // one may wait
        m_hint->setText(tr("one statement waits already"));
        return;
    }
    const QStringList before = at_once ? QStringList() : m_before;
    const QString why = m_why;
    if (const auto wrong = m_desk.run((before + QStringList{text}).join(QStringLiteral("; "))))
        return refuse(*wrong, text);
    if (before.isEmpty() && m_before.isEmpty())
        write({});
    m_edit->setFocus();
}

void StatementLine::refuse(const bench::Wrong &wrong, const QString &statement)
{
    if (m_edit->text().trimmed() != statement)
        write(statement);
    m_edit->mark(wrong.column);
    m_proposals.refuse(wrong, m_edit->text());
    m_edit->set_offers(false);
    show_state();
    update();
}

void StatementLine::recall(int direction)
{
    const auto &entries = m_desk.entries();
    const int count = int(entries.size());
    if (count == 0)
        return;
    if (m_at < 0) {
        if (direction > 0)
            return;
        m_typed = m_edit->text();
        m_at = count;
    }
    const int at = m_at + direction;
    if (at < 0)
        return;
    const QString text = at >= count ? m_typed : entries[size_t(at)].text;
    write(text);
    m_written = false;
    m_at = at >= count ? -1 : at;
}

void StatementLine::show_state()
{
    const bool ended = m_desk.has_bench() && !m_desk.sits() && !m_desk.begins();
    const bool busy = m_desk.busy();
    const bool asleep = std::ranges::any_of(m_desk.entries(), &Desk::Entry::asleep);
    m_run->setText(busy ? tr("Interrupt") : m_before.isEmpty() ? tr("Run") : tr("Set again, call"));
    m_run->setEnabled(!ended);
    m_edit->setReadOnly(ended);
    QString hint = m_why;
    if (ended)
        hint = tr("The run has ended: the bench is read-only.");
    else if (m_edit->marked() > 0)
        hint = tr("not run: something is not understood");
    else if (asleep)
        hint = tr("you can type ahead: it runs when the call returns");
    m_hint->setText(hint);
    m_hint->setToolTip(hint);
    m_key->setText(busy ? QStringLiteral("Ctrl + I") : m_before.isEmpty() ? QStringLiteral("Enter") : tr("Ctrl + Enter: call at once"));
    QPalette colours = palette();
    const drawing::Theme &theme = m_preferences.theme();
    colours.setColor(QPalette::Button, busy ? colours.color(QPalette::Base) : theme.colour(drawing::Ink::copying));
    colours.setColor(QPalette::ButtonText, busy ? theme.text_colour(drawing::Ink::signal, drawing::Ink::paper) : theme.text_colour(drawing::Ink::paper, drawing::Ink::copying));
    m_run->setPalette(ended ? palette() : colours);
    QFont bold = font();
    bold.setBold(true);
    m_run->setFont(bold);
    m_run->setMinimumWidth(QFontMetrics(bold).horizontalAdvance(tr("Set again, call")) + 28);
    update();
}

void StatementLine::retranslate()
{
    m_title->setText(tr("S&tatement"));
    m_title->setTextFormat(Qt::AutoText);
    m_edit->setAccessibleName(tr("Statement"));
    m_edit->setPlaceholderText(QStringLiteral("s = socket(AF_INET, SOCK_STREAM, 0);"));
    show_state();
}

void StatementLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// The line's frame: it is the same whether the line has the focus, and says when something in it is wrong.
void StatementLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Midlight));
    painter.setRenderHint(QPainter::Antialiasing);
    const drawing::Theme &theme = m_preferences.theme();
    const QColor colour = m_edit->marked() > 0 ? theme.colour(drawing::Ink::failed) : m_edit->hasFocus() ? theme.colour(drawing::Ink::copying) : palette().color(QPalette::Mid);
    painter.setPen(QPen(colour, m_edit->hasFocus() || m_edit->marked() > 0 ? 3 : 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(m_edit->geometry()).adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4);
}

} // namespace ui
