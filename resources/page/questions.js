// SPDX-License-Identifier: MIT
// A question: hollow is predicted, solid is recorded, and the kernel grades.
const sorted = list => list.map(String).sort().join('\n');

// Of lists the order does not matter.
function same(a, b) {
    if (Array.isArray(a) && Array.isArray(b))
        return sorted(a) === sorted(b);
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
        return a === b;
    return sorted(Object.keys(a)) === sorted(Object.keys(b)) && Object.keys(a).every(key => same(a[key], b[key]));
}

// What is on, as the recording writes it: bits are numbers, flags names.
const value_of = name => /^\d+$/.test(name) ? Number(name) : name;

class Question {
    constructor(page, item) {
        this.page = page;
        this.item = item;
        this.given = item.rows.length ? Object.fromEntries(item.rows.map(row => [row.set, []])) : undefined;
    }
    get heading() {
        const {page, item} = this, answer = page.answers[item.id], {words} = page;
        const title = words.say('question', page.questions.indexOf(item) + 1, page.questions.length);
        return answer ? `${title}: ${words.say(answer.skipped ? 'skipped' : answer.right ? 'right' : 'wrong')}` : title;
    }
    form() {
        const {page, item} = this, {words} = page;
        const form = element('form', {onsubmit: event => {
            event.preventDefault();
            this.answer(false);
        }});
        form.append(element('p', {class: 'asked', id: 'asked'}, prose(words.in(item.text))));
        if (item.choices.length)
            form.append(this.choices());
        else if (item.rows.length)
            for (const row of item.rows)
                form.append(this.switches(row));
        else
            form.append(element('label', {class: 'number'}, words.say('number'), element('input', {type: 'text', inputmode: 'numeric', autocomplete: 'off', size: 8, oninput: event => {
                const typed = event.target.value.trim();
                this.given = /^-?\d+$/.test(typed) ? Number(typed) : undefined;
                this.enable();
            }})));
        this.submit = element('button', {type: 'submit', class: 'main'}, words.say('answer'));
        form.append(element('div', {class: 'buttons'}, this.submit, element('button', {type: 'button', onclick: () => this.answer(true)}, words.say('skip'))));
        this.enable();
        return form;
    }
    enable() {
        set(this.submit, {disabled: this.given === undefined});
    }
    choices() {
        const group = element('div', {class: 'choices', role: 'group', 'aria-labelledby': 'asked'});
        for (const choice of this.item.choices)
            group.append(element('button', {type: 'button', 'aria-pressed': 'false', onclick: event => {
                for (const each of group.children)
                    set(each, {'aria-pressed': String(each === event.currentTarget)});
                this.given = choice.value;
                this.enable();
            }}, prose(this.page.words.in(choice.text))));
        return group;
    }
    switches(row) {
        const group = element('div', {class: 'bits', role: 'group', 'aria-labelledby': 'asked'});
        if (row.set)
            group.append(element('code', {}, row.set));
        for (const name of row.names) {
            const digit = element('span', {}, '0');
            group.append(element('button', {type: 'button', class: 'bit', 'aria-pressed': 'false', 'aria-label': `${row.set} ${name}`.trim(), onclick: event => {
                const on = event.currentTarget.getAttribute('aria-pressed') !== 'true', list = this.given[row.set];
                set(event.currentTarget, {'aria-pressed': String(on)});
                digit.textContent = on ? '1' : '0';
                if (on)
                    list.push(value_of(name));
                else
                    list.splice(list.indexOf(value_of(name)), 1);
            }}, element('small', {}, name), digit));
        }
        return group;
    }
    answer(skipped) {
        const {page, item} = this;
        const given = skipped ? null : item.rows.length && item.rows[0].set === '' ? this.given[''] : this.given;
        page.answer(item, {given, skipped, right: !skipped && same(given, item.answer)});
    }
    verdict() {
        const {page, item} = this, {words} = page, answer = page.answers[item.id], box = element('div', {class: 'verdict'});
        box.append(element('p', {class: 'asked'}, prose(words.in(item.text))));
        if (item.rows.length)
            for (const row of item.rows)
                box.append(this.compared(row, answer));
        else if (!answer.skipped)
            box.append(element('p', {class: 'yours'}, words.say('yours', this.told(answer.given))));
        box.append(element('p', {class: 'theirs'}, words.say('theirs', words.in(item.told))));
        if (!answer.right && words.in(item.wrong))
            box.append(element('p', {}, prose(words.in(item.wrong))));
        return box;
    }
    told(given) {
        const choice = this.item.choices.find(each => same(each.value, given));
        return choice ? this.page.words.in(choice.text) : String(given);
    }
    // The student's row above the kernel's; where they differ is outlined.
    compared(row, answer) {
        const of = value => (row.set && value && !Array.isArray(value) ? value[row.set] : value) ?? [];
        const yours = of(answer.given), theirs = of(this.item.answer), {words} = this.page;
        const list = set => set.length ? set.join(', ') : words.say('none');
        const cells = (set, kind, label) => {
            const cells = element('div', {class: 'bits ' + kind, role: 'img', 'aria-label': label});
            for (const name of row.names) {
                const value = value_of(name), on = set.includes(value);
                cells.append(element('span', {class: 'bit' + (on ? ' on' : '') + (!answer.skipped && on !== (kind === 'recorded' ? yours : theirs).includes(value) ? ' differs' : '')},
                    element('small', {}, name), element('span', {}, on ? '1' : '0')));
            }
            return cells;
        };
        const box = element('div', {});
        if (row.set)
            box.append(element('code', {}, row.set));
        if (!answer.skipped)
            box.append(cells(yours, 'predicted', words.say('yours', list(yours))));
        box.append(cells(theirs, 'recorded', words.say('theirs', list(theirs))));
        return box;
    }
}
