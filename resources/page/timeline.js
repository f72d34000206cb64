// SPDX-License-Identifier: MIT
// The recording from end to end, which is the slider; chapters are its upper edge, questions sit on it.
class Timeline {
    constructor(page) {
        this.page = page;
        this.box = element('div', {class: 'timeline', role: 'slider', tabindex: 0, onpointerdown: event => this.drag(event), onpointermove: event => this.drag(event)});
        this.chapters = element('div', {class: 'chapters'});
        this.whole = element('div', {class: 'recording'}, this.chapters, this.box);
    }
    get last() {
        return Math.max(1, this.page.steps.length - 1);
    }
    x(step) {
        return this.left + (this.width - this.left - 12) * step / this.last;
    }
    drag(event) {
        if (event.type === 'pointermove' && !(event.buttons & 1))
            return;
        const at = event.clientX - this.box.getBoundingClientRect().left;
        this.page.go(Math.round((at - this.left) / (this.width - this.left - 12) * this.last));
        if (event.type === 'pointerdown')
            this.box.setPointerCapture?.(event.pointerId);
    }
    // Everything but where one is.
    draw() {
        const {page} = this, {words, data, narrow} = page;
        this.width = Math.max(280, this.box.clientWidth);
        this.left = narrow ? 12 : 110;
        const events = data.events, lanes = [...new Set(events.thread)].sort((a, b) => a - b).filter(lane => !data.threads[lane].aside);
        const high = narrow ? 0 : Math.max(5, Math.min(20, 84 / lanes.length)), top = narrow ? 14 : 30, bottom = top + high * lanes.length;
        const height = narrow ? 40 : bottom + 34;
        const svg = drawn('svg', {viewBox: `0 0 ${this.width} ${height}`, width: this.width, height, 'aria-hidden': 'true'});
        const ends = new Map(page.steps.map((step, i) => [step.sequence + (step.begins ? 'b' : ''), i]));
        if (!narrow)
            lanes.forEach((lane, row) => this.lane(svg, lane, top + row * high, high, ends));
        const axis = narrow ? 20 : bottom + 4;
        svg.append(narrow ? drawn('path', {d: `M${this.left} ${axis}H${this.x(this.last)}`, class: 'rail'}) : drawn('path', {d: `M${this.left} ${axis}H${this.x(this.last)}`, class: 'axis'}));
        if (!narrow)
            this.numbers(svg, axis);
        for (const chapter of narrow ? data.chapters : [])
            svg.append(drawn('path', {d: `M${this.x(chapter.step)} ${axis - 9}V${axis + 9}`, class: 'tick'}));
        const limit = page.limit();
        if (limit < this.last) {
            const x = this.x(limit), y = narrow ? axis - 8 : top - 4;
            svg.append(drawn('rect', {x, y, width: this.x(this.last) - x, height: narrow ? 16 : bottom - y, class: 'closed'}),
                drawn('rect', {x, y, width: this.x(this.last) - x, height: narrow ? 16 : bottom - y, class: 'hatch', fill: 'url(#pattern1)'}));
            if (!narrow && this.x(this.last) - x > 170) {
                const text = words.say('opens', page.questions.indexOf(page.open()) + 1), middle = (x + this.x(this.last)) / 2, wide = text.length * 7.4 + 20;
                svg.append(drawn('rect', {x: middle - wide / 2, y: (y + bottom) / 2 - 13, width: wide, height: 26, rx: 4, class: 'note'}),
                    drawn('text', {x: middle, y: (y + bottom) / 2 + 5, 'text-anchor': 'middle', class: 'muted'}, text));
            }
        }
        page.steps.forEach((step, i) => {
            if (i > 0 && step.complete - page.steps[i - 1].complete > 40)
                svg.append(drawn('path', {d: `M${this.x(i - 0.5)} ${top - 4}V${axis}`, class: 'gap'}));
        });
        page.questions.forEach((question, i) => svg.append(this.mark(question, i, axis)));
        this.head = drawn('g');
        svg.append(this.head);
        this.top = top;
        this.axis = axis;
        this.box.replaceChildren(svg);
        this.draw_chapters();
        this.move();
    }
    lane(svg, lane, y, high, ends) {
        const {words, data, steps} = this.page, events = data.events;
        if (high >= 12)
            svg.append(drawn('text', {x: 0, y: y + high / 2 + 5, class: 'bold'}, words.in(data.threads[lane].name)));
        svg.append(drawn('path', {d: `M${this.left} ${y + high - 2.5}H${this.x(this.last)}`, class: 'base'}));
        events.thread.forEach((thread, i) => {
            if (thread !== lane || events.kind[i] > 7)
                return;
            const end = ends.get(events.seq[i] + '') ?? this.last;
            let begin = ends.get(events.seq[i] + 'b');
            begin = begin === undefined || begin >= end ? end - 1 : begin - 0.5;
            begin = Math.max(begin, steps.findLastIndex((step, at) => at < end && step.since < events.begin[i] && step.thread === lane), 0);
            const x = this.x(begin) + 0.5, width = Math.max(1, this.x(end) - x - 0.5), kind = kinds[events.kind[i]];
            const low = kind === 'running' ? high * 0.55 : high * 0.8, place = {y: y + high - 3 - low, height: low};
            if (kind === 'both')
                svg.append(drawn('rect', {x, width: width * 0.75, ...place, class: 'waiting'}), drawn('rect', {x: x + width * 0.75, width: width * 0.25, ...place, class: 'copying'}));
            else
                svg.append(drawn('rect', {x, width, ...place, class: kind}));
        });
    }
    numbers(svg, axis) {
        const {steps, words} = this.page, count = Math.max(2, Math.floor((this.width - this.left) / 90)), span = steps.at(-1).complete - steps[0].complete;
        let every = 1;
        for (let i = 0; span / every > count; ++i)
            every *= [2, 2.5, 2][i % 3];
        steps.forEach((step, i) => {
            const number = step.complete - 1, before = i ? steps[i - 1].complete - 1 : number - 1;
            if (number >= 0 && Math.floor(number / every) !== Math.floor(before / every) && number % every === 0)
                svg.append(drawn('path', {d: `M${this.x(i)} ${axis}v5`, class: 'axis'}),
                    drawn('text', {x: this.x(i), y: axis + 20, 'text-anchor': 'middle', class: 'muted'}, words.number(number)));
        });
    }
    mark(question, i, axis) {
        const answer = this.page.answers[question.id], x = this.x(question.step), mark = drawn('g', {class: 'question ' + (answer ? answer.right ? 'right' : answer.skipped ? 'skipped' : 'other' : 'open')});
        mark.append(drawn('circle', {cx: x, cy: axis, r: 8}));
        mark.append(answer?.right ? drawn('path', {d: `M${x - 4} ${axis}l3 3l5 -6`}) : drawn('text', {x, y: axis + 4.5, 'text-anchor': 'middle'}, answer ? answer.skipped ? '–' : '×' : '?'));
        return mark;
    }
    draw_chapters() {
        const {data, words} = this.page;
        this.chapters.replaceChildren(...data.chapters.map((chapter, i) => {
            const next = data.chapters[i + 1]?.step ?? this.last;
            return element('button', {type: 'button', style: `flex-grow:${Math.max(1, next - chapter.step)}`, title: words.in(chapter.title), onclick: () => this.page.chapter(i)},
                `${i + 1}. ${words.in(chapter.title)}`);
        }));
        set(this.chapters, {role: 'group', 'aria-label': words.say('chapters'), hidden: data.chapters.length === 0, style: `margin-left:${this.left}px`});
    }
    // Where one is.
    move() {
        const {page} = this, {words, step} = page, x = this.x(step), label = page.label(step);
        set(this.box, {'aria-label': words.say('timeline'), 'aria-valuemin': 0, 'aria-valuemax': page.steps.length - 1, 'aria-valuenow': step, 'aria-valuetext': label});
        if (page.narrow) {
            this.head.replaceChildren(drawn('path', {d: `M${this.left} ${this.axis}H${x}`, class: 'gone'}), drawn('circle', {cx: x, cy: this.axis, r: 10, class: 'thumb'}));
        } else {
            const wide = label.length * 7.6 + 18, at = Math.max(this.left + wide / 2 - 10, Math.min(x, this.width - wide / 2));
            this.head.replaceChildren(drawn('path', {d: `M${x} ${this.top - 6}V${this.axis}`, class: 'now'}),
                drawn('rect', {x: at - wide / 2, y: 1, width: wide, height: 22, rx: 3, class: 'flag'}), drawn('text', {x: at, y: 17, 'text-anchor': 'middle', class: 'on-flag'}, label));
        }
        const here = page.chapter_at(step);
        [...this.chapters.children].forEach((button, i) => set(button, {'aria-current': i === here ? 'step' : false}));
    }
}
