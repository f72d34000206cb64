// SPDX-License-Identifier: MIT
// The index of a course: its lessons by rows, and how far the reader is, as far as the browser keeps it for files.
class Course {
    constructor(data) {
        this.data = data;
        this.words = new Words(data.languages, data.words);
        addEventListener('pageshow', () => this.build());
        this.build();
    }
    build() {
        const {words, data} = this, states = data.lessons.map(lesson => kept.get('lesson ' + lesson.name));
        const with_page = data.lessons.filter(lesson => lesson.file), done = states.filter(state => state?.finished).length;
        const answered = states.reduce((sum, state) => sum + (state?.answered ?? 0), 0), right = states.reduce((sum, state) => sum + (state?.right ?? 0), 0);
        document.title = words.say('course');
        const header = element('header', {}, element('div', {}, element('p', {class: 'muted'}, words.say('subject')), element('h1', {}, words.say('course')), element('p', {}, words.say('about'))),
            element('div', {class: 'progress'}, element('b', {}, words.say('done', done, with_page.length)), answered ? element('span', {class: 'muted'}, words.say('score', right, answered)) : null),
            words.buttons(() => this.build()));
        const main = element('main', {}), next = data.lessons.findIndex((lesson, i) => lesson.file && !states[i]?.finished);
        const of_row = lesson => ['beyond', 'mistakes'].includes(lesson.row) ? lesson.row : lesson.row ? 'lessons' : 'own';
        for (const part of ['lessons', 'mistakes', 'beyond', 'own']) {
            const rows = data.lessons.map((lesson, i) => [lesson, i]).filter(([lesson]) => of_row(lesson) === part);
            if (rows.length)
                main.append(element('section', {'aria-labelledby': part}, element('div', {class: 'head', }, element('h2', {id: part}, words.say(part)), element('span', {}, words.say('strip')),
                    element('span', {}, words.say('chapters')), element('span', {}, words.say('predictions')), element('span', {})),
                    element('ol', {}, ...rows.map(([lesson, i], at) => this.row(lesson, states[i], i === next, rows[at - 1]?.[0].row === lesson.row)))));
        }
        const legend = element('ul', {class: 'legend'}, ...[2, 1, 3, 0, 5, 6, 7].map(kind => element('li', {}, element('i', {class: kinds[kind]}), words.say('kind' + kind))));
        document.getElementById('page').replaceChildren(header, main, element('footer', {}, legend, element('p', {class: 'muted'}, words.say('selfContained'))));
    }
    row(lesson, state, next, same) {
        const {words} = this, how = state?.finished ? 'finished' : state ? 'begun' : 'fresh';
        const action = !lesson.file ? element('span', {class: 'muted none'}, words.say('noPage'))
            : element('a', {href: lesson.file, class: 'open', 'aria-label': `${words.say(state?.finished ? 'again' : state ? 'goOn' : 'open')}: ${words.in(lesson.title)}`},
                words.say(state?.finished ? 'again' : state ? 'goOn' : 'open'));
        return element('li', {class: next ? 'next' : ''}, this.mark(how), element('span', {class: 'number' + (same ? ' same' : '')}, /^L\d/.test(lesson.row) ? lesson.row.slice(1) + '.' : ''),
            element('div', {class: 'what'}, element('h3', {}, prose(words.in(lesson.title))), element('p', {class: 'muted'}, prose(words.in(lesson.goal)))), this.strip(lesson.strip),
            element('span', {class: 'count'}, element('small', {class: 'muted'}, words.say('chapters') + ' '), String(lesson.chapters)),
            element('span', {class: 'count'}, element('small', {class: 'muted'}, words.say('predictions') + ' '), state?.answered ? `${state.right}/${lesson.questions}` : String(lesson.questions)), action);
    }
    // Told by their shapes: a check, half a disc, a ring.
    mark(how) {
        const mark = drawn('svg', {viewBox: '0 0 24 24', width: 24, height: 24, role: 'img', 'aria-label': this.words.say(how), class: how}, drawn('circle', {cx: 12, cy: 12, r: 10}));
        if (how === 'finished')
            mark.append(drawn('path', {d: 'M7 12l4 4l6-8'}));
        if (how === 'begun')
            mark.append(drawn('path', {d: 'M12 2a10 10 0 0 1 0 20z'}));
        return mark;
    }
    strip(parts) {
        const svg = drawn('svg', {viewBox: '0 0 100 10', preserveAspectRatio: 'none', class: 'strip', 'aria-hidden': 'true'});
        let x = 0;
        for (const [kind, share] of parts) {
            const name = kinds[kind], width = share * 100;
            if (name === 'both')
                svg.append(drawn('rect', {x, width: width * 0.75, height: 10, class: 'waiting'}), drawn('rect', {x: x + width * 0.75, width: width * 0.25, height: 10, class: 'copying'}));
            else
                svg.append(drawn('rect', {x, y: name === 'running' ? 3 : 0, width: width + 0.05, height: name === 'running' ? 7 : 10, class: name}));
            x += width;
        }
        return svg;
    }
}

new Course(JSON.parse(document.getElementById('data').textContent));
