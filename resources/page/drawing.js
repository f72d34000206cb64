// SPDX-License-Identifier: MIT
// A figure: the shapes of a step, of which most stay when the next one comes.
const anchors = ['start', 'middle', 'end'];
const colour = name => name ? `var(--${name})` : 'none';

const pen = document.createElement('canvas').getContext('2d');
const family = name => getComputedStyle(document.documentElement).getPropertyValue(name);
const families = {plain: family('--sans'), fixed: family('--mono')};

function patterns() {
    const way = {1: 'M-1 7L7 -1', 2: 'M-1 -1L7 7', 3: 'M-1 7L7 -1M-1 -1L7 7', 4: 'M3 0V6', 5: 'M0 3H6'};
    return drawn('defs', {}, ...Object.entries(way).map(([number, d]) => drawn('pattern', {id: 'pattern' + number, width: 6, height: 6, patternUnits: 'userSpaceOnUse'},
        drawn('path', {d, class: 'pattern'}))));
}

function shape(of) {
    if (of[0] === 1) {
        const [, x, y, anchor, size, flags, fill, words, width, plate, opacity] = of;
        const text = drawn('text', {x, y, 'font-size': size, 'text-anchor': anchors[anchor], fill: colour(fill),
            class: (flags & 1 ? 'bold ' : '') + (flags & 2 ? 'fixed' : ''), opacity: opacity < 1 ? opacity : null});
        text.textContent = words;
        text.room = width;
        if (!plate)
            return text;
        const rect = drawn('rect', {x: x - width * anchor / 2 - 3, y: y - size * 0.95, width: width + 6, height: size * 1.25, rx: 3, fill: colour(plate)});
        const group = drawn('g', {}, rect, text);
        group.room = width;
        return group;
    }
    if (of[0] === 2) {
        const [, d, fill, stroke, width, flags, opacity] = of;
        return drawn('path', {d, fill: colour(fill), stroke: colour(stroke), 'stroke-width': width, 'stroke-dasharray': flags & 1 ? `${5 * width} ${4 * width}` : null,
            'stroke-linejoin': 'round', opacity: opacity < 1 ? opacity : null});
    }
    const [, x, y, width, height, rx, fill, stroke, line, flags, opacity, pattern] = of;
    const place = {x, y, width, height, rx};
    const box = drawn('rect', {...place, fill: colour(fill), stroke: colour(stroke), 'stroke-width': line, 'stroke-dasharray': flags & 1 ? `${5 * line} ${4 * line}` : null,
        opacity: opacity < 1 ? opacity : null});
    const number = pattern || (flags & 2 ? 1 : 0);
    return number ? drawn('g', {}, box, drawn('rect', {...place, class: flags & 2 ? '' : 'on-paper', fill: `url(#pattern${number})`, stroke: colour(stroke), 'stroke-width': line})) : box;
}

class Figure {
    constructor(data, of) {
        this.data = data;
        this.of = of;
        this.layer = drawn('g');
        this.nodes = new Map();
        const [width, height] = of.size;
        this.svg = drawn('svg', {viewBox: `0 0 ${width} ${height}`, role: 'img', class: 'figure'}, this.layer);
        this.said = element('ul', {class: 'unseen'});
    }
    show(step, words) {
        const {texts, shapes} = this.data;
        const numbers = texts[texts[this.of.steps[step]][words.which]];
        const taken = new Map(), wanted = [], fresh = [];
        for (const number of numbers) {
            const copies = this.nodes.get(number) ?? [], copy = taken.get(number) ?? 0;
            if (!copies[copy]) {
                copies[copy] = shape(shapes[number]);
                fresh.push(copies[copy]);
            }
            this.nodes.set(number, copies);
            taken.set(number, copy + 1);
            wanted.push(copies[copy]);
        }
        const stay = new Set(wanted);
        for (const node of [...this.layer.childNodes])
            if (!stay.has(node))
                node.remove();
        let next = this.layer.firstChild;
        for (const node of wanted)
            if (node === next)
                next = next.nextSibling;
            else
                this.layer.insertBefore(node, next);
        this.fit(fresh);
        this.svg.setAttribute('aria-label', words.in(this.of.title));
        if (!this.of.narrow)
            this.said.replaceChildren(...texts[texts[this.of.said[step]][words.which]].map(number => element('li', {}, texts[number])));
        if (this.nodes.size > 4000)
            this.nodes.clear();
    }
    // Another reader's letters may be wider than those that the figure was laid out with. Measured on a canvas: that lays nothing out.
    fit(fresh) {
        const texts = fresh.map(node => node.querySelector?.('text') ?? node).filter(node => node.room ?? node.parentNode?.room);
        for (const text of texts) {
            const room = text.room ?? text.parentNode.room, kind = text.getAttribute('class');
            pen.font = `${kind.includes('bold') ? 'bold ' : ''}${text.getAttribute('font-size')}px ${kind.includes('fixed') ? families.fixed : families.plain}`;
            if (pen.measureText(text.textContent).width > room * 1.02 + 1)
                set(text, {textLength: room, lengthAdjust: 'spacingAndGlyphs'});
        }
    }
}
