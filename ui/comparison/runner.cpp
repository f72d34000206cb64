// SPDX-License-Identifier: MIT
#include "ui/comparison/runner.h"

#include "cli/compared.h"

#include <cstring>
#include <system_error>

namespace ui {

Comparison::Comparison(std::shared_ptr<const comparison::Result> measured, const words::Language &spoken)
    : result(std::move(measured)), language(spoken), scene(cli::comparison_scene(language, *result))
{
}

ComparisonRunner::ComparisonRunner(QObject *parent) : QObject(parent) {}

ComparisonRunner::~ComparisonRunner()
{
    cancel();
}

void ComparisonRunner::start(const comparison::Plan &plan, const words::Language &language)
{
    m_cancel = std::make_shared<std::atomic<bool>>(false);
    m_background.run([this, plan, language, cancel = m_cancel]() -> Background::After {
        const auto result = std::make_shared<comparison::Result>(comparison::Result{plan, {}});
        QString problem;
        try {
            const int all = int(plan.entries.size()) * plan.workload.repeats;
            comparison::compare(plan, [&] { return cancel->load(); }, [&](comparison::Run &&run, size_t to_come) {
                result->add(std::move(run));
                m_background.in_window([this, done = all - int(to_come), all] { emit progressed(done, all); });
            });
        } catch (const std::bad_alloc &) {
            problem = tr("There is not enough memory for this comparison.");
        } catch (const std::system_error &error) {
            problem = tr("The system does not allow another thread: %1.").arg(QString::fromLocal8Bit(std::strerror(error.code().value())));
        }
        const auto made = std::make_shared<const Comparison>(result, language);
        return [this, made, problem] {
            m_cancel.reset();
            if (!problem.isEmpty())
                emit failed(problem);
            emit compared();
            take(made);
        };
    });
}

void ComparisonRunner::cancel()
{
    if (m_cancel)
        *m_cancel = true;
}

void ComparisonRunner::translate(const words::Language &language)
{
    if (m_latest && !busy())
        show(m_latest->result, language);
}

void ComparisonRunner::show(std::shared_ptr<const comparison::Result> result, const words::Language &language)
{
    m_background.run([this, result = std::move(result), language]() -> Background::After {
        const auto made = std::make_shared<const Comparison>(result, language);
        return [this, made] { take(made); };
    });
}

void ComparisonRunner::take(std::shared_ptr<const Comparison> comparison)
{
    if (!comparison->result->runs.empty()) // a comparison broken off at once leaves the one before
        m_latest = std::move(comparison);
    emit over();
}

} // namespace ui
