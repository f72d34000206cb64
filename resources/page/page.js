// SPDX-License-Identifier: MIT
// The replay page: a recording's steps, forwards and back, with what a lesson says and asks.
const signs = {first: 'M3 3v18M19 3l-9 9l9 9', sentenceBack: 'M12 3l-9 9l9 9M21 3l-9 9l9 9', stepBack: 'M5 3v18M20 3v18L8 12z', play: 'M5 3v18L20 12z', pause: 'M6 3h4v18h-4zM14 3h4v18h-4z',
    stepOn: 'M19 3v18M4 3v18L16 12z', sentenceOn: 'M3 3l9 9l-9 9M12 3l9 9l-9 9', last: 'M21 3v18M5 3l9 9l-9 9'};
const sign = name => drawn('svg', {viewBox: '0 0 24 24', width: 20, height: 20, 'aria-hidden': 'true', class: 'sign' + (/play|pause|step/.test(name) ? ' full' : '')}, drawn('path', {d: signs[name]}));
const states = ['not begun', 'running', 'idle', 'asleep', 'copying', 'held', 'ended'];

class Page {
    constructor(data) {
        this.data = data;
        this.words = new Words(data.languages, data.words);
        this.steps = data.steps.map(([complete, since, sequence, begins, thread, say, time, place, people, source]) =>
            ({complete, since, sequence, begins, thread, say, time, place, people, source: source < 0 ? '' : data.texts[source]}));
        this.questions = data.story.filter(item => item.kind === 'ask');
        const before = kept.get('lesson ' + data.name);
        this.answers = before?.answers ?? {};
        this.finished = before?.finished ?? false;
        this.step = 0;
        this.item = 0;
        this.figure = 0;
        this.phone = matchMedia('(max-width: 760px)');
        this.phone.addEventListener('change', () => this.build());
        addEventListener('resize', () => this.timeline?.draw());
        addEventListener('keydown', event => this.key(event));
        addEventListener('beforeprint', () => this.transcribe());
        this.build();
    }
    get narrow() {
        return this.phone.matches;
    }

    // Everything, in the language and the layout that are chosen.
    build() {
        const {data, words} = this;
        document.title = words.in(data.title);
        this.figures = data.figures.filter(figure => figure.name !== 'stage' && figure.narrow === this.narrow).map(of => new Figure(data, of));
        this.stage = this.narrow ? null : new Figure(data, data.figures[0]);
        this.timeline = new Timeline(this);
        this.told = element('p', {class: 'unseen', role: 'status'});
        this.score = element('span', {class: 'score'});
        const header = element('header', {},
            data.back ? element('a', {href: data.back, class: 'back'}, '‹ ' + words.say('back')) : null,
            element('div', {class: 'title'}, element('h1', {}, prose(words.in(data.title))), this.where = element('p', {class: 'where'})),
            element('p', {class: 'muted ran', title: words.say('offline')}, words.in(data.ran)),
            this.score, data.recording ? element('a', {href: data.recording, download: true, class: 'recording-file'}, words.say('recording')) : null,
            words.buttons(() => this.build()));
        const tabs = this.tabs(), pictures = element('section', {class: 'pictures', 'aria-label': words.say('picture')},
            ...(this.narrow ? [this.people = element('div', {class: 'people'})] : [element('div', {class: 'card stage'}, this.stage.svg), this.stage.said, tabs]));
        this.explained = element('section', {class: 'card explained', 'aria-labelledby': 'step'});
        this.lesson = element('section', {class: 'card lesson', 'aria-labelledby': 'lesson'});
        this.source = element('section', {class: 'card source', 'aria-labelledby': 'source'});
        const side = element('div', {class: 'side'}, ...(this.narrow ? [this.lesson, this.explained, tabs] : [this.explained, this.lesson]), this.source);
        const controls = element('div', {class: 'controls'}, element('div', {class: 'keys', role: 'group', 'aria-label': words.say('timeline')},
            this.button('first', () => this.go(0)), this.button('sentenceBack', () => this.sentence(-1)), this.button('stepBack', () => this.go(this.step - 1)),
            this.run = this.button('play', () => this.play(!this.running)), this.button('stepOn', () => this.go(this.step + 1)),
            this.button('sentenceOn', () => this.sentence(1)), this.button('last', () => this.go(this.steps.length - 1))),
            element('span', {class: 'muted hint'}, words.say('keys')), this.legend());
        const main = element('main', {}, pictures, side);
        const foot = element('footer', {}, this.timeline.whole, controls);
        this.transcript = element('section', {class: 'transcript'});
        const defs = drawn('svg', {width: 0, height: 0, 'aria-hidden': 'true', class: 'defs'}, patterns());
        document.getElementById('page').replaceChildren(defs, header, main, foot, this.told, this.transcript);
        this.timeline.draw();
        this.show(false);
    }
    button(name, act) {
        const label = this.words.say(name);
        return element('button', {type: 'button', 'aria-label': label, title: label, onclick: act, class: name}, sign(name));
    }
    tabs() {
        const bar = element('div', {class: 'tabs', role: 'group', 'aria-label': this.words.say('figures')});
        this.figures.forEach((figure, i) => bar.append(element('button', {type: 'button', 'aria-pressed': String(i === this.figure), onclick: () => this.look(i)}, this.words.in(figure.of.title))));
        this.bar = bar;
        this.below = element('div', {class: 'below'});
        return element('div', {class: 'card figures'}, bar, this.below);
    }
    look(index) {
        this.figure = index;
        [...this.bar.children].forEach((tab, i) => set(tab, {'aria-pressed': String(i === index)}));
        this.draw_figure();
    }
    draw_figure() {
        const figure = this.figures[this.figure];
        if (!figure)
            return;
        if (this.below.firstChild !== figure.svg)
            this.below.replaceChildren(figure.svg, figure.of.narrow ? '' : figure.said);
        figure.show(this.step, this.words);
    }
    legend() {
        const shown = new Set(this.data.events.kind.map(kind => kind === 4 ? 2 : kind)), list = element('ul', {class: 'legend', 'aria-label': this.words.say('legend')});
        for (const kind of [2, 1, 3, 0, 5, 6, 7])
            if (shown.has(kind))
                list.append(element('li', {}, element('i', {class: kinds[kind]}), this.words.say('kind' + kind)));
        return list;
    }

    // The first question without an answer, and the step that it lets nobody past.
    open() {
        return this.questions.find(question => !this.answers[question.id]);
    }
    limit() {
        return this.open()?.step ?? this.steps.length - 1;
    }
    go(step) {
        const limit = this.limit(), wanted = Math.max(0, Math.min(step, this.steps.length - 1));
        this.step = Math.min(wanted, limit);
        const open = this.open();
        const past = this.data.story.findLastIndex(item => item.step <= this.step);
        this.item = open && wanted > limit ? this.data.story.indexOf(open) : open ? Math.min(past, this.data.story.indexOf(open)) : past;
        if (wanted > limit) {
            this.play(false);
            this.show(false);
            this.tell(this.words.say('answerFirst'));
        } else {
            this.show(true);
        }
    }
    sentence(by) {
        const {story} = this.data, at = this.item + by, open = this.open();
        if (story.length === 0)
            return this.go(this.step + by);
        if (at < 0 || at >= story.length)
            return;
        if (open && at > story.indexOf(open))
            return this.go(this.steps.length - 1);
        this.item = at;
        this.step = story[at].step;
        this.show(true);
    }
    chapter_at(step) {
        return this.data.chapters.findLastIndex(chapter => chapter.step <= step);
    }
    chapter(index) {
        if (index >= 0 && index < this.data.chapters.length)
            this.go(this.data.chapters[index].step);
    }
    play(on) {
        clearInterval(this.running);
        this.running = on ? setInterval(() => this.step < this.limit() ? this.go(this.step + 1) : this.play(false), 500) : null;
        const label = this.words.say(on ? 'pause' : 'play');
        set(this.run, {'aria-label': label, title: label});
        this.run.replaceChildren(sign(on ? 'pause' : 'play'));
    }
    answer(item, answer) {
        this.answers[item.id] = answer;
        this.keep();
        this.item = this.data.story.indexOf(item);
        this.step = Math.min(Math.max(item.step, item.after), this.limit());
        this.timeline.draw();
        this.show(false);
        this.tell(`${this.lesson.querySelector('h2').textContent}. ${this.words.say('theirs', this.words.in(item.told))}`);
        this.lesson.querySelector('h2').focus();
    }
    keep() {
        kept.set('lesson ' + this.data.name, {answers: this.answers, finished: this.finished, ...this.graded()});
    }
    graded() {
        const graded = Object.values(this.answers).filter(answer => !answer.skipped);
        return {answered: graded.length, right: graded.filter(answer => answer.right).length};
    }

    label(step) {
        const {words, steps} = this, at = steps[step];
        return at.complete === 0 ? words.say('beginning') : `${words.say('step', words.number(at.complete - 1))} · ${words.in(this.data.texts[at.time])}`;
    }
    tell(text) {
        this.told.textContent = text;
    }

    // The step where one is. `aloud`: a screen reader says it.
    show(aloud) {
        const {data, words} = this, at = this.steps[this.step], said = words.in(data.texts[at.say]);
        this.stage?.show(this.step, words);
        if (this.narrow)
            this.show_people(data.texts[at.people]);
        const look = this.figures.findIndex(figure => figure.of.name === data.story[this.item]?.look);
        if (look >= 0 && this.looked !== this.item)
            this.look(look);
        else
            this.draw_figure();
        this.looked = this.item;
        this.timeline.move();
        this.explain(at, said);
        this.show_item();
        this.show_source(data.texts[at.place]);
        const chapter = this.chapter_at(this.step);
        this.where.textContent = chapter < 0 ? '' : `${words.say('chapter', chapter + 1, data.chapters.length)} · ${words.in(data.chapters[chapter].title)}`;
        const {answered, right} = this.graded();
        this.score.textContent = answered ? words.say('score', right, answered) : '';
        if (!this.finished && !this.open() && (data.story[this.item]?.kind === 'end' || this.step === this.steps.length - 1)) {
            this.finished = true;
            this.keep();
        }
        if (aloud && !this.running)
            this.tell(`${this.label(this.step)}. ${said}`);
    }
    explain(at, said) {
        const {words, data} = this, name = data.threads[at.thread]?.name;
        const heading = [this.label(this.step), name ? words.in(name) : '', at.source].filter(part => part).join(' · ');
        const next = this.steps[this.step + 1], gap = next ? next.complete - at.complete : 0;
        this.explained.replaceChildren(element('h2', {id: 'step'}, heading), element('p', {class: 'sentence'}, prose(said)),
            gap > 40 ? element('p', {class: 'muted'}, words.say('leftOut', words.number(gap - 1))) : '');
    }
    show_item() {
        const {words, data} = this, item = data.story[this.item];
        this.lesson.hidden = !item;
        if (!item || (this.shown === item && this.shown_as === words.which && !this.answers[item.id] && this.lesson.firstChild))
            return;
        this.shown = item;
        this.shown_as = words.which;
        this.lesson.className = 'card lesson ' + (item.kind === 'ask' ? 'ask' : item.careful ? 'careful' : '');
        const heading = text => element('h2', {id: 'lesson', tabindex: -1}, text);
        if (item.kind === 'ask') {
            const question = new Question(this, item), answer = this.answers[item.id];
            this.lesson.classList.add(answer ? answer.skipped ? 'skipped' : answer.right ? 'right' : 'wrong' : 'open');
            return this.lesson.replaceChildren(heading(question.heading), answer ? question.verdict() : question.form());
        }
        const title = item.careful ? words.say('careful') : item.kind === 'goal' ? words.say('goal') : item.kind === 'end' ? words.say('end')
            : item.chapter ? words.say('chapter', item.chapter, data.chapters.length) : words.say('lesson');
        const open = this.open();
        this.lesson.replaceChildren(heading(title), element('p', {class: 'sentence'}, prose(words.in(item.text))),
            open && this.step >= open.step ? element('button', {type: 'button', onclick: () => this.go(this.steps.length - 1)}, words.say('go')) : '');
    }
    show_people([threads, sockets]) {
        const {words} = this, {texts} = this.data, of = number => words.in(texts[number]);
        const thread = number => {
            const [name, call, state, word] = texts[number], kind = state < 0 ? 'polling' : states[state];
            return element('li', {class: 'thread ' + kind.replace(' ', '-')}, element('b', {}, of(name)), element('span', {class: 'state'}, of(word)), element('code', {}, call));
        };
        const socket = number => {
            const [fd, who, share, content] = texts[number];
            return element('li', {class: 'socket'}, element('code', {}, `fd ${fd}`), element('span', {}, of(who)),
                element('span', {class: 'bar' + (share === null ? ' unknown' : ''), 'aria-hidden': 'true'}, element('i', {style: `width:${(share ?? 0) * 100}%`})), element('span', {class: 'content'}, of(content)));
        };
        this.people.replaceChildren(element('h2', {}, words.say('process')), element('ul', {class: 'threads'}, ...threads.map(thread)),
            element('div', {class: 'kernel'}, element('h2', {}, words.say('kernel')), element('ul', {}, ...sockets.map(socket))));
    }
    show_source([file, first, last, asleep]) {
        const {words} = this, listing = this.data.listings[file];
        this.source.hidden = !listing || words.in(listing.text).length === 0;
        if (this.source.hidden)
            return;
        if (this.file !== file || this.code?.parentNode?.closest('.source') !== this.source) {
            this.file = file;
            this.code = element('ol', {class: 'code', tabindex: 0, 'aria-label': `${words.say('listing')} ${file}`});
            words.in(listing.text).forEach((line, i) => {
                const comment = line.match(/^(.*?)(\/\/.*)$/);
                const text = comment ? [comment[1], element('em', {}, comment[2])] : [line];
                const difference = listing.differs.find(([from, to]) => i + 1 === from || (i + 1 > from && i + 1 <= to));
                this.code.append(element('li', {class: difference ? 'differs' : '', title: difference ? words.say('differs', listing.beside, words.in(difference[2]).map(each => each.trim()).join(' ')) : null}, ...text));
            });
            const body = this.narrow ? element('details', {}, element('summary', {}, element('h2', {id: 'source'}, `${words.say('listing')} · ${file}`)), this.code)
                : [element('h2', {id: 'source'}, element('code', {}, file), element('span', {class: 'muted'}, words.say('compiled'))), this.code];
            this.source.replaceChildren(...[body].flat());
        }
        for (const line of this.lit ?? [])
            set(line, {'aria-current': false, 'data-asleep': false}).classList.remove('lit', 'asleep');
        this.lit = [...this.code.children].slice(Math.max(0, first - 1), last);
        this.lit.forEach(line => set(line, {'aria-current': 'true'}).classList.add('lit'));
        if (asleep && this.lit.length)
            set(this.lit[0], {'data-asleep': words.say('asleep')}).classList.add('asleep');
        requestAnimationFrame(() => this.reveal(this.lit[0]));
    }
    reveal(lit) {
        const {code} = this, high = lit?.offsetHeight;
        if (high && (lit.offsetTop < code.scrollTop + high || lit.offsetTop + 2 * high > code.scrollTop + code.clientHeight))
            code.scrollTop = lit.offsetTop - code.clientHeight * 0.4;
    }

    // What paper has beneath the picture: all that has been said, and what was answered.
    transcribe() {
        const {words, data} = this, open = this.open(), until = open ? data.story.indexOf(open) : data.story.length;
        this.transcript.replaceChildren(...data.story.slice(0, until).map(item => item.kind === 'chapter' ? element('h2', {}, words.in(item.text))
            : element('p', {}, prose(words.in(item.text)), item.kind === 'ask' ? ' ' + words.say('theirs', words.in(item.told)) : '')));
    }

    key(event) {
        const typing = event.target.closest?.('input'), pressed = event.target.closest?.('button, a, summary');
        const chapter = this.chapter_at(this.step), far = event.ctrlKey || event.shiftKey;
        const act = {
            ArrowRight: () => typing || this.go(this.step + (event.shiftKey ? 10 : 1)),
            ArrowLeft: () => typing || this.go(this.step - (event.shiftKey ? 10 : 1)),
            PageDown: () => far ? this.chapter(chapter + 1) : this.sentence(1),
            PageUp: () => far ? this.chapter(this.data.chapters[chapter]?.step < this.step ? chapter : chapter - 1) : this.sentence(-1),
            Home: () => typing || this.go(0),
            End: () => typing || this.go(this.steps.length - 1),
            ' ': () => typing || pressed || this.play(!this.running),
        }[event.key];
        if (!act || event.altKey || event.metaKey || (event.ctrlKey && !event.key.startsWith('Page')))
            return;
        if (act() !== true && !typing && !(pressed && event.key === ' '))
            event.preventDefault();
    }
}

// The recording stands in the page packed (RFC 1950).
async function recorded() {
    const packed = Uint8Array.from(atob(document.getElementById('data').textContent), letter => letter.charCodeAt(0));
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).json();
}

if (typeof DecompressionStream === 'undefined')
    document.getElementById('page').textContent = 'Trình duyệt này quá cũ. This browser is too old: any of 2023 or later shows the page.';
else
    recorded().then(data => globalThis.page = new Page(data));
