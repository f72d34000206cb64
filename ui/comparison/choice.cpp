// SPDX-License-Identifier: MIT
#include "ui/comparison/choice.h"

#include "lessons/comparison.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>
#include <iterator>

namespace ui {
namespace {

using comparison::Workload;

// Steps from 1 to 10, 100, 1,000: a number chosen for its size.
class Magnitude : public QSpinBox {
public:
    Magnitude(int times, int least, int most) : m_times(times) { setRange(least, most); }

private:
    void stepBy(int steps) override
    {
        int value = this->value();
        for (; steps > 0; --steps)
            value = int(std::min<qint64>(qint64(value) * m_times, maximum()));
        for (; steps < 0; ++steps)
            value = std::max(value / m_times, minimum());
        setValue(value);
    }
    const int m_times;
};

// Also those that do another work, and are compared with each other only.
std::vector<comparison::Entry> all_entries()
{
    std::vector<comparison::Entry> all = comparison::every();
    std::ranges::copy(comparison::two_inputs(), std::back_inserter(all));
    return all;
}

} // namespace

ComparisonChoice::ComparisonChoice(Preferences &preferences, QWidget *parent)
    : QWidget(parent), m_preferences(preferences), m_entries(all_entries()), m_models_label(new QLabel),
      m_models(new QListWidget), m_tcp(new QPushButton), m_udp(new QPushButton), m_inputs(new QPushButton), m_clients(new Magnitude(10, 1, comparison::most_clients)),
      m_bytes(new Magnitude(4, 1, int(comparison::most_bytes))), m_messages(new Magnitude(10, 1, comparison::most_messages)),
      m_repeats(new QSpinBox), m_arrivals(new QComboBox), m_pace(new QDoubleSpinBox)
{
    m_models->setObjectName("models");
    for (size_t i = 0; i < m_entries.size(); ++i) {
        auto *item = new QListWidgetItem(m_models);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    choose(comparison::usual());
    m_tcp->setObjectName("usual_tcp");
    m_udp->setObjectName("usual_udp");
    m_inputs->setObjectName("two_inputs");
    m_models->setWordWrap(true);
    m_models_label->setBuddy(m_models);
    m_repeats->setRange(1, comparison::most_repeats);
    m_arrivals->addItems({{}, {}});
    const auto ms = [](std::chrono::microseconds time) { return double(time.count()) / 1000; };
    m_pace->setRange(ms(comparison::shortest_pace), ms(comparison::longest_pace));
    m_pace->setDecimals(1);
    const std::pair<const char *, QWidget *> fields[] = {{"clients", m_clients},   {"bytes", m_bytes}, {"messages", m_messages},
                                                         {"arrivals", m_arrivals}, {"pace", m_pace},   {"repeats", m_repeats}};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_models_label, 0, 0, 1, 2);
    grid->addWidget(m_models, 1, 0, 1, 2);
    grid->setRowStretch(1, 1);
    auto *usual = new QHBoxLayout;
    usual->addWidget(m_tcp);
    usual->addWidget(m_udp);
    grid->addLayout(usual, 2, 0, 1, 2);
    grid->addWidget(m_inputs, 3, 0, 1, 2);
    for (int i = 0; i < 6; ++i) {
        m_labels[i] = new QLabel;
        m_labels[i]->setBuddy(fields[i].second);
        fields[i].second->setObjectName(fields[i].first);
        grid->addWidget(m_labels[i], i + 4, 0);
        grid->addWidget(fields[i].second, i + 4, 1);
    }
    recall();
    retranslate();
    connect(m_models, &QListWidget::itemChanged, this, &ComparisonChoice::changed);
    connect(m_tcp, &QPushButton::clicked, this, [this] { choose(comparison::usual()); });
    connect(m_udp, &QPushButton::clicked, this, [this] { choose(comparison::usual_udp()); });
    connect(m_inputs, &QPushButton::clicked, this, [this] {
        choose(comparison::two_inputs());
        m_clients->setValue(1); // they have one
        m_bytes->setValue(std::min(m_bytes->value(), int(comparison::longest_line)));
    });
    for (QSpinBox *number : {m_clients, m_bytes, m_messages, m_repeats})
        connect(number, &QSpinBox::valueChanged, this, &ComparisonChoice::changed);
    connect(m_pace, &QDoubleSpinBox::valueChanged, this, &ComparisonChoice::changed);
    connect(m_arrivals, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_pace->setEnabled(index == Workload::paced);
        emit changed();
    });
    m_pace->setEnabled(m_arrivals->currentIndex() == Workload::paced);
}

void ComparisonChoice::choose(const std::vector<comparison::Entry> &entries)
{
    for (int i = 0; i < m_models->count(); ++i) {
        const bool chosen = std::ranges::find(entries, m_entries[size_t(i)].name(), &comparison::Entry::name) != entries.end();
        m_models->item(i)->setCheckState(chosen ? Qt::Checked : Qt::Unchecked);
    }
}

std::vector<comparison::Entry> ComparisonChoice::entries() const
{
    std::vector<comparison::Entry> chosen;
    for (int i = 0; i < m_models->count(); ++i)
        if (m_models->item(i)->checkState() == Qt::Checked)
            chosen.push_back(m_entries[size_t(i)]);
    return chosen;
}

Workload ComparisonChoice::workload() const
{
    Workload workload;
    workload.clients = m_clients->value();
    workload.bytes = m_bytes->value();
    workload.messages = m_messages->value();
    workload.repeats = m_repeats->value();
    workload.arrivals = Workload::Arrivals(m_arrivals->currentIndex());
    workload.pace = std::chrono::microseconds(qRound64(m_pace->value() * 1000));
    return workload;
}

QString ComparisonChoice::problem() const
{
    if (entries().empty())
        return tr("Choose at least one model.");
    return lessons::misfit(m_preferences.language(), comparison::misfit_of({.entries = entries(), .workload = workload()}));
}

void ComparisonChoice::remember() const
{
    QSettings settings;
    settings.beginGroup("comparison");
    QStringList names;
    for (const comparison::Entry &entry : entries())
        names += QString::fromStdString(entry.name());
    settings.setValue("models", names);
    for (QSpinBox *number : {m_clients, m_bytes, m_messages, m_repeats})
        settings.setValue(number->objectName(), number->value());
    settings.setValue("bursty", m_arrivals->currentIndex() == Workload::bursty);
    settings.setValue("pace", m_pace->value());
}

void ComparisonChoice::recall()
{
    QSettings settings;
    settings.beginGroup("comparison");
    if (const QStringList names = settings.value("models").toStringList(); !names.isEmpty())
        for (int i = 0; i < m_models->count(); ++i)
            m_models->item(i)->setCheckState(
                names.contains(QString::fromStdString(m_entries[size_t(i)].name())) ? Qt::Checked : Qt::Unchecked);
    const Workload usual;
    const std::pair<QSpinBox *, int> numbers[] = {
        {m_clients, usual.clients}, {m_bytes, int(usual.bytes)}, {m_messages, usual.messages}, {m_repeats, usual.repeats}};
    for (const auto &[field, otherwise] : numbers)
        field->setValue(settings.value(field->objectName(), otherwise).toInt());
    m_arrivals->setCurrentIndex(settings.value("bursty").toBool() ? Workload::bursty : Workload::paced);
    m_pace->setValue(settings.value("pace", double(usual.pace.count()) / 1000).toDouble());
}

void ComparisonChoice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ComparisonChoice::retranslate()
{
    m_models_label->setText(tr("&Models"));
    m_models->setAccessibleName(tr("Models to compare"));
    m_tcp->setText(tr("Usual, &TCP"));
    m_tcp->setToolTip(tr("Choose one of each model of the lecture over TCP"));
    m_udp->setText(tr("Usual, &UDP"));
    m_udp->setToolTip(tr("Choose one of each model of the lecture over UDP"));
    m_inputs->setText(tr("&Keyboard and socket"));
    m_inputs->setToolTip(tr("Choose the three ways to wait for a keyboard and a socket, with one client"));
    const QSignalBlocker quiet(m_models);
    for (int i = 0; i < m_models->count(); ++i)
        m_models->item(i)->setText(lessons::entry_title(m_preferences.language(), m_entries[size_t(i)]));
    const QString labels[] = {tr("Cl&ients"),  tr("&Bytes of a message"), tr("Mess&ages of each client"),
                              tr("Arri&vals"), tr("&Every"),              tr("&Runs of each model")};
    for (int i = 0; i < 6; ++i)
        m_labels[i]->setText(labels[i]);
    m_arrivals->setItemText(Workload::paced, tr("paced", "messages: one after the other"));
    m_arrivals->setItemText(Workload::bursty, tr("in a burst", "messages: all at once"));
    m_arrivals->setToolTip(tr("Paced: a client sends a message and waits for the answer. In a burst: all clients send all their "
                              "messages at once."));
    m_pace->setSuffix(tr(" ms", "milliseconds"));
}

} // namespace ui
