// SPDX-License-Identifier: MIT
'use strict';
// What the replay page and the course's index share: elements, words, what the browser keeps.

function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    set(made, attributes);
    made.append(...children.filter(child => child !== null));
    return made;
}

function set(on, attributes) {
    for (const [name, value] of Object.entries(attributes))
        if (name.startsWith('on'))
            on.addEventListener(name.slice(2), value);
        else if (value === false || value === null)
            on.removeAttribute(name);
        else
            on.setAttribute(name, value === true ? '' : value);
    return on;
}

function drawn(tag, attributes = {}, ...children) {
    const made = set(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes);
    made.append(...children);
    return made;
}

// A browser may refuse to keep anything, of a file for one.
const kept = {
    get(name) {
        try {
            return JSON.parse(localStorage.getItem('iomodels ' + name));
        } catch {
            return null;
        }
    },
    set(name, value) {
        try {
            localStorage.setItem('iomodels ' + name, JSON.stringify(value));
        } catch { /* it is forgotten when the page is left */ }
    },
};

// The texts in the language that is chosen; `all`: by name, each in every language.
class Words {
    constructor(codes, all) {
        this.codes = codes;
        this.all = all;
        this.choose(kept.get('language') ?? document.documentElement.lang);
    }
    choose(code) {
        this.which = Math.max(0, this.codes.indexOf(code));
        document.documentElement.lang = this.codes[this.which];
    }
    in(texts) {
        return texts[this.which];
    }
    say(name, ...values) {
        return values.reduce((text, value, i) => text.replace('%' + (i + 1), () => value), this.in(this.all[name]));
    }
    number(value) {
        return value.toLocaleString(this.codes[this.which]);
    }
    // A button for each language.
    buttons(chosen) {
        const group = element('div', {class: 'languages', role: 'group', 'aria-label': this.say('language')});
        for (const code of this.codes)
            group.append(element('button', {type: 'button', 'aria-pressed': String(code === this.codes[this.which]), lang: code, onclick: () => {
                kept.set('language', code);
                this.choose(code);
                chosen();
                document.querySelector(`.languages [lang="${code}"]`).focus();
            }}, code.toUpperCase()));
        return group;
    }
}

// Text with its code as code: `so`, and names of functions().
function prose(text) {
    const parts = document.createDocumentFragment();
    for (const [part] of text.matchAll(/`[^`]+`|[A-Za-z_][A-Za-z_0-9]*\(\)|[^`A-Za-z_]+|[A-Za-z_][A-Za-z_0-9]*|./gsu))
        parts.append(/^`.+`$/s.test(part) ? element('code', {}, part.slice(1, -1)) : /^\w+\(\)$/.test(part) ? element('code', {}, part) : part);
    return parts;
}

const kinds = ['call', 'running', 'waiting', 'copying', 'both', 'failed', 'held', 'signal'];
