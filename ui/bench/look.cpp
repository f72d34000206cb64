// SPDX-License-Identifier: MIT
#include "ui/bench/look.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>

namespace ui {

QFont code_font(const QFont &beside)
{
    static const QString family = [] {
        const QString wanted = QStringLiteral("Noto Sans Mono"); // DejaVu's lacks ả and ở
        return QFontDatabase::families().contains(wanted) ? wanted : QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    }();
    QFont font(beside);
    font.setFamily(family);
    font.setStyleHint(QFont::Monospace);
    return font;
}

QColor washed(const QColor &colour, qreal part, const QColor &ground)
{
    const auto mix = [part](int over, int under) { return qRound(over * part + under * (1 - part)); };
    return {mix(colour.red(), ground.red()), mix(colour.green(), ground.green()), mix(colour.blue(), ground.blue())};
}

QLabel *text_label(bool muted)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *heading()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QPushButton *push_button()
{
    auto *button = new QPushButton;
    button->setAutoDefault(false);
    return button;
}

} // namespace ui
