// SPDX-License-Identifier: MIT
// The window's texts: switched at run time, none left in the other language, none clipped.
#include "shown.h"

#include "room.h"
#include "ui/common/actions.h"
#include "ui/common/shortcuts.h"
#include "ui/figure/export_dialog.h"
#include "ui/figure/view.h"
#include "ui/window/panels.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QSpinBox>
#include <QToolButton>

using shown::comes_true;

class TextsTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void switching_leaves_nothing_behind();
    void numbers_follow_the_language();
    void no_two_buttons_are_called_the_same_data();
    void no_two_buttons_are_called_the_same();
    void every_mnemonic_is_used_once_data();
    void every_mnemonic_is_used_once();
    void nothing_is_clipped_data();
    void nothing_is_clipped();
    void every_shortcut_stands_in_one_table();
    void help_and_the_readme_tell_the_shortcuts();
    void the_languages_stand_in_one_table();
    void the_export_dialog_is_whole_data();
    void the_export_dialog_is_whole();
};

namespace {

bool has_words(const QString &text)
{
    static const QRegularExpression word("[a-zA-Z]{3,}");
    return text.contains(word);
}

// Every text a person can meet: of widgets, actions, tool tips, what screen readers are told.
QStringList texts_of(QWidget &window)
{
    QStringList texts;
    for (const QAction *action : window.findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    for (const QMenu *menu : window.findChildren<QMenu *>())
        texts << menu->title();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->objectName().startsWith("qt_dockwidget_")) // behind our own title bars, never shown
            continue;
        texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
        else if (const auto *choice = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < choice->count(); ++i)
                texts << choice->itemText(i);
    }
    texts.removeIf([](const QString &text) { return !has_words(text) || text.endsWith(".iotrace"); }); // names of files
    texts.removeDuplicates();
    return texts;
}

// The room its text needs, and has.
QString clipped(const QWidget *widget)
{
    if (!widget->isVisible())
        return {};
    QSize needed;
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty())
            return {};
        needed = label->wordWrap() ? QSize(0, label->heightForWidth(label->width())) : label->sizeHint();
    } else if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)) {
        needed = widget->minimumSizeHint();
    } else {
        return {};
    }
    if (needed.width() <= widget->width() && needed.height() <= widget->height())
        return {};
    return QString("%1 \"%2\" needs %3x%4, has %5x%6")
        .arg(widget->metaObject()->className(), widget->property("text").toString())
        .arg(needed.width()).arg(needed.height()).arg(widget->width()).arg(widget->height());
}

// In a panel that another one covers: Qt keeps those to the left of the window.
bool behind_a_tab(const QWidget &widget)
{
    for (const QWidget *at = &widget; at; at = at->parentWidget())
        if (qobject_cast<const QDockWidget *>(at))
            return at->geometry().right() < 0;
    return false;
}

QStringList all_clipped(QWidget &window)
{
    QStringList wrong;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const QString text = clipped(widget);
        const bool inside = QRect({}, widget->window()->size()).contains(QRect(widget->mapTo(widget->window(), QPoint()), widget->size()));
        if (!text.isEmpty())
            wrong << text;
        else if (widget->isVisible() && qobject_cast<const QLabel *>(widget) && !inside && !behind_a_tab(*widget))
            wrong << "outside the window: " + widget->property("text").toString();
    }
    return wrong;
}

} // namespace

void TextsTest::init()
{
    QSettings().clear();
    shown::fail_on_warning();
}

void TextsTest::switching_leaves_nothing_behind()
{
    shown::Window shown("en");
    const QStringList english = texts_of(*shown.window);
    QVERIFY(english.size() > 60);
    shown.window->actions().language("vi")->trigger();
    QTest::qWait(0);
    QStringList left;
    // What is the same in both: names, calls, keys.
    static const QStringList shared = {"English", "&English", "I/O Models", "select", "abc", "Socket", "Blocking I/O", "Non-blocking I/O", "I/O multiplexing: poll()", "client_FD[]",
                                       "fd_set", "Tiếng &Việt", "Tiếng Việt", "Server", "&Server:", "Reset", "Terminal", "Enter", "Ctrl-C", "Ctrl-D", "UDP 1", "UDP 2", "sendto(v, …)", "send(w, …)", "server · select", "Server · select", "Chat, blocking", "Chat, blocking, UDP", "Chat, non-blocking",
                                       "Chat, non-blocking, UDP", "Chat, signal-driven", "Chat, signal-driven, UDP",
                                       "I/O multiplexing: select()", "Signal-driven I/O", "Signal-driven I/O, UDP", "Blocking I/O, UDP", "Non-blocking I/O, UDP",
                                       "I/O multiplexing: poll(), UDP", "I/O multiplexing: select(), UDP", "Asynchronous I/O: POSIX aio",
                                       "Asynchronous I/O: POSIX aio, UDP",
                                       "tcp", "tcp-connected", "udp", "raw", "tcp6", "udp6", "raw6", "SOL_SOCKET", "IPPROTO_IP", "IPPROTO_ICMPV6", "IPPROTO_IPV6",
                                       "IPPROTO_IP or IPPROTO_IPV6", "IPPROTO_TCP", "IPPROTO_SCTP", "aio_read", "aio_write", "aio_error", "aio_return", "F_SETSIG", "si_code",
                                       "si_band", "client 4: SHUT_WR", "client 5: Reset", "Descriptor", "O_NONBLOCK", "O_ASYNC", "O_APPEND", "O_DIRECT", "O_NOATIME",
                                       "select()", "poll()",
                                       "Scroll Left", "Scroll Right"}; // Qt's own, in a tab bar, not shown
    for (const QString &text : texts_of(*shown.window))
        if (english.contains(text) && !shared.contains(text))
            left << text;
    QVERIFY2(left.isEmpty(), qPrintable(left.join('\n')));

    const QStringList vietnamese = texts_of(*shown.window);
    shown.window->actions().language("en")->trigger();
    QTest::qWait(0);
    const QStringList again = texts_of(*shown.window);
    for (const QString &text : vietnamese)
        if (!shared.contains(text) && again.contains(text))
            left << text;
    QVERIFY2(left.isEmpty(), qPrintable(left.join('\n')));
}

void TextsTest::numbers_follow_the_language()
{
    shown::Window shown("vi");
    QCOMPARE(QLocale().language(), QLocale::Vietnamese);
    const auto *bytes = shown.window->findChild<QSpinBox *>("bytes");
    QCOMPARE(bytes->text(), QString("4.096"));
    shown.window->actions().language("en")->trigger();
    QCOMPARE(QLocale().language(), QLocale::English);
    QVERIFY(comes_true([&] { return bytes->text() == "4,096"; }));
}

void TextsTest::no_two_buttons_are_called_the_same_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << "vi";
    QTest::newRow("en") << "en";
}

void TextsTest::no_two_buttons_are_called_the_same()
{
    QFETCH(QString, language);
    shown::Window shown(language);
    QSet<QString> names;
    for (const QPushButton *button : shown.window->findChildren<QPushButton *>()) {
        const QString name = button->text().remove(u'&');
        QVERIFY2(name.isEmpty() || !names.contains(name), qPrintable(name));
        names << name;
    }
}

void TextsTest::every_mnemonic_is_used_once_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << "vi";
    QTest::newRow("en") << "en";
}

// Alt and a letter does one thing: in the window, and within each menu.
void TextsTest::every_mnemonic_is_used_once()
{
    QFETCH(QString, language);
    shown::Window shown(language);
    shown.session().previous(); // the way back to now is there
    QList<QStringList> places = {{}};
    for (const QWidget *widget : shown.window->findChildren<QWidget *>())
        if (const QVariant text = widget->property("text"); widget->isVisible() && !qobject_cast<const QToolButton *>(widget))
            places[0] << text.toString();
    for (const QAction *action : shown.window->menuBar()->actions())
        places[0] << action->text();
    for (const QMenu *menu : shown.window->findChildren<QMenu *>()) {
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        places << texts;
    }
    for (const QStringList &texts : places) {
        QHash<QString, QString> taken;
        for (const QString &text : texts) {
            static const QRegularExpression mnemonic("&([^&\\s])");
            const QString key = mnemonic.match(text).captured(1).toUpper();
            if (key.isEmpty())
                continue;
            QVERIFY2(!taken.contains(key), qPrintable(text + " and " + taken.value(key)));
            taken.insert(key, text);
        }
    }
}

void TextsTest::nothing_is_clipped_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"vi", "en"})
        for (const QSize size : {QSize(1280, 720), QSize(1920, 1080)})
            QTest::addRow("%s %d", language, size.width()) << QString(language) << size;
}

void TextsTest::nothing_is_clipped()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    shown::Window shown(language, size);
    QCOMPARE(shown.window->size(), size); // it fits: nothing forces it to be larger
    shown.connect_client(1);
    QTest::qWait(50); // until laid out
    QStringList wrong = all_clipped(*shown.window);
    shown.session().pause();
    QTest::qWait(50);
    wrong += all_clipped(*shown.window);
    shown.session().previous();
    QTest::qWait(50);
    wrong += all_clipped(*shown.window);
    wrong.removeDuplicates();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TextsTest::every_shortcut_stands_in_one_table()
{
    shown::Window shown("en");
    QSet<QAction *> in_menus;
    for (const QMenu *menu : shown.window->findChildren<QMenu *>())
        for (QAction *action : menu->actions())
            in_menus << action;
    QSet<QString> named;
    for (QAction *action : shown.window->actions().all()) {
        QCOMPARE(action->shortcuts(), ui::shortcuts_of(action->objectName()));
        if (action->shortcuts().isEmpty())
            continue;
        named << action->objectName();
        QVERIFY2(in_menus.contains(action), qPrintable(action->objectName()));
        if (action->toolTip() != action->text().remove(u'&')) // it has one of its own
            QVERIFY2(action->toolTip().endsWith(QStringLiteral(" (%1)").arg(action->shortcut().toString())), qPrintable(action->toolTip()));
    }
    QSet<QString> pressed;
    qsizetype count = 0;
    for (const ui::ShortcutLine &line : ui::shortcut_lines())
        for (const ui::Shortcut &shortcut : line.all()) {
            QVERIFY2(named.contains(shortcut.action), shortcut.action);
            for (const QKeySequence &keys : ui::shortcuts_of(shortcut.action)) {
                pressed << keys.toString();
                ++count;
            }
        }
    QCOMPARE(pressed.size(), count); // no key does two things
}

void TextsTest::help_and_the_readme_tell_the_shortcuts()
{
    QFile file(QStringLiteral(SOURCE_ROOT "/README.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    shown::Window shown("en");
    shown.window->actions().keys->trigger();
    const auto *box = shown.window->findChild<QDialog *>("keys");
    QVERIFY(box);
    const auto *table = box->findChild<QScrollArea *>()->findChild<QLabel *>();
    QVERIFY(table && QRect(QPoint(), box->screen()->availableSize()).contains(QRect(QPoint(), box->size()))); // what has no room is scrolled to
    qsizetype rows = 0;
    for (const ui::ShortcutLine &line : ui::shortcut_lines()) {
        if (!line.does)
            continue;
        ++rows;
        const QString in_help = QStringLiteral("<b>%1</b></td><td>%2</td>").arg(line.keys().toHtmlEscaped(), QString(line.does).toHtmlEscaped());
        QVERIFY2(table->text().contains(in_help), line.does);
        QVERIFY2(readme.contains(QStringLiteral("\n| %1 | %2 |\n").arg(line.keys(), line.does)), line.does);
    }
    QCOMPARE(readme.section("## Keys", 1).section("## ", 0, 0).count("\n| "), rows + 1); // and the heading
    const auto keys_of = [](const char *action) {
        for (const ui::ShortcutLine &line : ui::shortcut_lines())
            for (const ui::Shortcut &shortcut : line.all())
                if (QLatin1String(shortcut.action) == QLatin1String(action))
                    return line.keys();
        return QString();
    };
    QCOMPARE(keys_of("smaller"), QString("Ctrl + − 0"));
    QCOMPARE(keys_of("step"), QString("← →"));
    QCOMPARE(keys_of("zoom_in"), QString("Ctrl+Shift+↑ ↓ 0"));
    QCOMPARE(keys_of("save"), QString("Ctrl+O, Ctrl+S"));
}

void TextsTest::the_languages_stand_in_one_table()
{
    const auto known = words::Language::known();
    shown::Window shown(known.front().code);
    const ui::Actions &actions = shown.window->actions();
    QCOMPARE(actions.languages.size(), known.size());
    for (const words::Language::Known &each : known) {
        QAction *action = actions.language(each.code);
        QVERIFY2(action && action->text().remove(u'&') == QString::fromUtf8(each.own_name), each.code);
        action->trigger();
        QCOMPARE(shown.preferences.language().code(), QString(each.code));
        QVERIFY(action->isChecked());
        ui::ExportDialog dialog(*shown.window, {&shown.view("sets")}, shown.view("sets"), shown.preferences);
        QCOMPARE(dialog.language_choice()->count(), int(known.size()));
        QCOMPARE(dialog.language_choice()->currentText(), QString::fromUtf8(each.own_name));
        QCOMPARE(dialog.format_choice()->count(), int(drawing::formats().size() + drawing::animation_formats().size()));
    }
}

void TextsTest::the_export_dialog_is_whole_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("vi") << "vi";
    QTest::newRow("en") << "en";
}

void TextsTest::the_export_dialog_is_whole()
{
    QFETCH(QString, language);
    shown::Window shown(language);
    ui::ExportDialog dialog(*shown.window, shown.window->panels().views(), shown.view("stage"), shown.preferences);
    dialog.show();
    QTest::qWait(0);
    const QStringList wrong = all_clipped(dialog);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

ROOM_TEST(TextsTest)

#include "texts_test.moc"
