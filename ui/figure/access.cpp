// SPDX-License-Identifier: MIT
#include "ui/figure/access.h"

#include "ui/figure/view.h"

#include <QAccessibleWidget>
#include <QDockWidget>
#include <QPointer>

#include <algorithm>
#include <vector>

namespace ui {
namespace {

// Also to one that is behind a tab, where Tab does not lead: it comes to the front.
void bring_focus(FigureView &view)
{
    for (QWidget *around = &view; around; around = around->parentWidget())
        if (auto *dock = qobject_cast<QDockWidget *>(around))
            dock->raise();
    view.setFocus(Qt::OtherFocusReason);
}

// One part. It stands for a place in the reading order, so it lives as long as the view.
class PartAccess : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartAccess(FigureView *view, int index) : m_view(view), m_index(index) {}

    bool isValid() const override { return m_view && m_index < int(m_view->drawing().parts.size()); }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? part().sentence : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect place = m_view->to_viewport(part().rect).toAlignedRect();
        return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        state.focusable = state.selectable = true;
        state.readOnly = true;
        if (isValid()) {
            state.selected = m_view->selected_part() == m_index;
            state.focused = state.selected && m_view->hasFocus();
            state.offscreen = !m_view->viewport()->rect().intersects(m_view->to_viewport(part().rect).toAlignedRect());
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name != setFocusAction() || !isValid())
            return;
        bring_focus(*m_view);
        m_view->select_part(m_index);
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const drawing::Part &part() const { return m_view->drawing().parts[size_t(m_index)]; }

    const QPointer<FigureView> m_view;
    const int m_index;
};

class FigureAccess : public QAccessibleWidget {
public:
    explicit FigureAccess(FigureView *view) : QAccessibleWidget(view, QAccessible::List) {}
    ~FigureAccess() override
    {
        for (const QAccessible::Id id : m_parts)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return int(view()->drawing().parts.size()); }
    QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (int(m_parts.size()) <= index)
            m_parts.push_back(QAccessible::registerAccessibleInterface(new PartAccess(view(), int(m_parts.size()))));
        return QAccessible::accessibleInterface(m_parts[size_t(index)]);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (size_t i = 0; i < m_parts.size(); ++i)
            if (QAccessible::accessibleInterface(m_parts[i]) == child)
                return int(i);
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = childCount() - 1; i >= 0; --i)
            if (QAccessibleInterface *part = child(i); part->rect().contains(x, y))
                return part;
        return nullptr;
    }
    QStringList actionNames() const override { return {setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == setFocusAction())
            bring_focus(*view());
    }
    // Nobody has asked for those beyond.
    int asked_for() const { return int(m_parts.size()); }
    QAccessibleInterface *focusChild() const override
    {
        return view()->hasFocus() ? child(view()->selected_part()) : nullptr;
    }

private:
    FigureView *view() const { return static_cast<FigureView *>(widget()); }

    mutable std::vector<QAccessible::Id> m_parts;
};

} // namespace

QAccessibleInterface *figure_accessible(const QString &, QObject *object)
{
    auto *view = qobject_cast<FigureView *>(object);
    return view ? new FigureAccess(view) : nullptr;
}

PartChanges changes(const std::vector<drawing::Part> &before, const std::vector<drawing::Part> &now)
{
    PartChanges changes{{}, before.size() != now.size()};
    for (size_t i = 0; i < std::min(before.size(), now.size()); ++i)
        if (before[i].sentence != now[i].sentence)
            changes.renamed.push_back(int(i));
    return changes;
}

void tell_changes(FigureView &view, const PartChanges &changes)
{
    const auto *access = dynamic_cast<FigureAccess *>(QAccessible::queryAccessibleInterface(&view));
    if (!access)
        return;
    for (const int part : changes.renamed)
        if (part < access->asked_for()) {
            QAccessibleEvent event(access->child(part), QAccessible::NameChanged);
            QAccessible::updateAccessibility(&event);
        }
    if (changes.renumbered) {
        QAccessibleEvent event(&view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

void tell_focus(FigureView &view, int part)
{
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(part);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
