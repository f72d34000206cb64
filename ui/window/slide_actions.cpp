// SPDX-License-Identifier: MIT
#include "ui/window/slide_actions.h"

#include "figures/slide.h"
#include "ui/common/actions.h"
#include "ui/common/announcer.h"
#include "ui/common/message_bar.h"
#include "ui/common/preferences.h"
#include "ui/window/status_line.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

#include <cstring>
#include <new>
#include <system_error>
#include <thread>

namespace ui {
namespace {

constexpr auto look_every = std::chrono::milliseconds(5);

struct Aspect {
    const char *name;
    QSizeF page;
};
constexpr Aspect aspects[] = {{"16:9", figures::wide_slide}, {"4:3", figures::narrow_slide}};

QString filter_of(const drawing::Format &format, const Aspect &aspect)
{
    return QStringLiteral("%1, %2 (*)").arg(QLatin1String(format.name), QLatin1String(aspect.name));
}

} // namespace

SlideActions::SlideActions(const Around &around) : QObject(&around.window), m(around)
{
    connect(m.actions.export_slides, &QAction::triggered, this, &SlideActions::choose);
    connect(&m.status, &StatusLine::cancelled, this, &SlideActions::cancel);
    connect(this, &SlideActions::progressed, this, [this](int done, int all) {
        if (busy())
            m.status.show_work(tr("Exporting slides"), all > 0 ? done * 100 / all : -1);
    });
}

SlideActions::~SlideActions()
{
    cancel();
}

// Format and shape are the kind of file; the name is that of a new folder.
void SlideActions::choose()
{
    if (busy())
        return m.messages.say(MessageBar::Tone::notice, [] { return tr("The slides are being exported: wait until they are, or cancel it."); });
    QStringList filters;
    for (const drawing::Format &format : drawing::formats())
        for (const Aspect &aspect : aspects)
            filters += filter_of(format, aspect);
    auto *dialog = new QFileDialog(&m.window, tr("Export the slides into a new folder"), QSettings().value("folder").toString());
    dialog->setObjectName("slides_dialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    dialog->selectFile(QStringLiteral("slides"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &path) {
        QSettings().setValue("folder", QFileInfo(path).absolutePath());
        cli::SlidesWish wish{.language = m.preferences.language(), .page = figures::wide_slide, .suffix = {}, .folder = path, .rows = {}};
        for (const drawing::Format &format : drawing::formats())
            for (const Aspect &aspect : aspects)
                if (dialog->selectedNameFilter() == filter_of(format, aspect) || wish.suffix.isEmpty()) {
                    wish.suffix = QLatin1String(format.suffix);
                    wish.page = aspect.page;
                }
        start(wish);
    });
    dialog->open();
}

void SlideActions::start(const cli::SlidesWish &wish)
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    emit progressed(0, 0);
    m_background.run([this, wish, cancel = m_cancel]() -> Background::After {
        cli::SlidesDone outcome;
        try {
            outcome = cli::export_slides(wish, {.progressed = [this](int done, int all) { m_background.in_window([this, done, all] { emit progressed(done, all); }); },
                                                .breaks_off = [cancel] {
                                                    std::this_thread::sleep_for(look_every);
                                                    return cancel->load();
                                                }});
        } catch (const std::bad_alloc &) {
            outcome.fault = tr("There is not enough memory for the slides.");
        } catch (const std::system_error &error) {
            outcome.fault = tr("The system does not allow another thread: %1.").arg(QString::fromLocal8Bit(std::strerror(error.code().value())));
        }
        return [this, wish, outcome] {
            m_cancel.reset();
            m.status.hide_work();
            say(wish, outcome);
            emit over(outcome);
        };
    });
}

void SlideActions::cancel()
{
    if (m_cancel)
        *m_cancel = true;
}

void SlideActions::say(const cli::SlidesWish &wish, const cli::SlidesDone &outcome)
{
    if (!outcome.fault.isEmpty())
        return m.messages.say(MessageBar::Tone::problem, [fault = outcome.fault] { return fault; });
    for (const QString &lacking : outcome.left_out)
        m.messages.say(MessageBar::Tone::notice, [lacking] { return lacking; });
    const QString said = outcome.cancelled ? tr("Nothing was exported") : tr("%n pictures are in %1", "a folder", outcome.pictures).arg(QFileInfo(wish.folder).fileName());
    m.status.showMessage(said, 5000);
    m.announcer.say(said);
}

} // namespace ui
