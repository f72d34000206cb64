#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py PAGE INDEX: a lesson's page and a course's index in a real Chromium. With AXE=axe.min.js in the environment axe-core looks at
them, too. Prints what it has measured; exit code 1: something is wrong, and it says what."""
import os
import sys

from browser import Browser, found

wrong = []


def expect(good, what):
    if not good:
        wrong.append(what)


def axe(browser, where):
    if 'AXE' not in os.environ:
        return
    with open(os.environ['AXE'], encoding='utf-8') as file:
        browser.value(file.read() + '; 0')
    found_by_axe = browser.value('axe.run(document).then(all => all.violations.map(each => `${each.id}: ${each.nodes[0].html}`))')
    print(f'axe, {where}: {len(found_by_axe)} violations')
    expect(not found_by_axe, f'{where}: {found_by_axe}')


def keys(browser):
    step = lambda: browser.value('page.step')
    limit = browser.value('page.limit()')
    expect(limit < browser.value('page.steps.length') - 1, 'a question hides nothing')
    browser.key('ArrowRight')
    expect(step() == 1, 'Right is no step')
    browser.key('ArrowLeft')
    expect(step() == 0, 'Left is no step back')
    browser.key('PageDown')
    expect(browser.value('page.item') == 1, 'Page Down is no sentence')
    browser.key('End')
    expect(step() == limit, 'End goes past an open question')
    expect(browser.value("document.querySelector('.lesson form') !== null"), 'the question is not asked')
    expect(browser.value("document.querySelector('[role=status]').textContent") != '', 'nothing is said of the question')
    browser.key(' ')
    expect(step() == limit, 'Space runs past an open question')


def answers(browser):
    """Each question wrong, right or skipped by hand, through its form."""
    count = browser.value('page.questions.length')
    for i in range(count):
        browser.key('End')
        browser.value("""(() => {
            const item = page.open(), form = document.querySelector('.lesson form'), press = text => [...form.querySelectorAll('button')].find(text).click();
            if (page.questions.indexOf(item) % 3 === 2)
                return press(each => each.type === 'button' && each.closest('.buttons'));
            const input = form.querySelector('input');
            if (input) {
                input.value = item.answer;
                input.dispatchEvent(new Event('input'));
            } else if (item.choices.length)
                form.querySelectorAll('.choices button')[item.choices.findIndex(each => same(each.value, item.answer))].click();
            else
                for (const [row, group] of [...form.querySelectorAll('.bits')].entries())
                    item.rows[row].names.forEach((name, at) => {
                        const on = Array.isArray(item.answer) ? item.answer : item.answer[item.rows[row].set];
                        if (on.includes(value_of(name)))
                            group.querySelectorAll('.bit')[at].click();
                    });
            press(each => each.type === 'submit');
        })()""")
        expect(browser.value("document.querySelector('.lesson .verdict') !== null"), f'question {i + 1} has no verdict')
        expect(browser.value("document.activeElement === document.querySelector('#lesson')"), f'question {i + 1}: the verdict has not the focus')
    expect(browser.value("Object.values(page.answers).every(each => each.right || each.skipped)"), 'a right answer is not taken for one')
    browser.key('End')
    expect(browser.value('page.step === page.steps.length - 1 && page.finished'), 'the end is not reached')
    browser.key('Home')
    expect(browser.value('page.step') == 0, 'Home is not the beginning')
    browser.key('PageDown', control=True)
    expect(browser.value('page.chapter_at(page.step)') >= 0, 'Ctrl+Page Down is no chapter')


def questions_fit(browser, page):
    """On a small laptop, what a question is answered with is seen without scrolling."""
    browser.size(1366, 768)
    browser.open(page)
    browser.value('localStorage.clear()')
    browser.open(page)
    for i in range(browser.value('page.questions.length')):
        browser.key('End')
        hidden = browser.value("""(() => { const card = document.querySelector('.lesson.ask').getBoundingClientRect();
            return [...document.querySelectorAll('.lesson.ask :is(button, input)')].filter(each => each.getBoundingClientRect().bottom > card.bottom).length })()""")
        expect(hidden == 0, f'question {i + 1}: {hidden} answers are below the edge of its card')
        browser.value("document.querySelector('.lesson.ask .buttons button:last-child').click()")


def fits(browser, where):
    expect(browser.value('document.documentElement.scrollWidth <= innerWidth'), f'{where}: wider than the screen')


def main(page, index):
    program = found()
    browser = Browser(program)
    try:
        questions_fit(browser, page)
        for width, height, phone, scheme in ((1440, 900, False, 'light'), (1440, 900, False, 'dark'), (390, 844, True, 'light'), (390, 844, True, 'dark')):
            where = f'{width}x{height} {scheme}'
            browser.size(width, height, phone, scheme)
            browser.open(page)
            browser.value('localStorage.clear()')
            seconds = browser.open(page)
            fits(browser, where)
            axe(browser, where)
            keys(browser)
            axe(browser, where + ', a question')
            answers(browser)
            axe(browser, where + ', answered')
            expect(browser.value("(document.querySelector('.people') !== null) === " + str(phone).lower()), f'{where}: the other layout')
            if phone:
                expect(browser.value("[...document.querySelectorAll('button, summary')].filter(each => each.offsetParent && each.getBoundingClientRect().height < 24).length") == 0, 'a target is too small')
            for code in ('en', 'vi'):
                browser.value(f"document.querySelector('.languages [lang={code}]').click()")
                expect(browser.value('document.documentElement.lang') == code, f'{where}: no {code}')
            times = browser.value("""(() => { const times = [];
                for (let i = 0; i < page.steps.length; ++i) { const begin = performance.now(); page.go(i); document.body.offsetHeight; times.push(performance.now() - begin); }
                return times.sort((a, b) => a - b); })()""")
            print(f'{where}: opened in {seconds * 1000:.0f} ms; a step takes {times[len(times) // 2]:.1f} ms, 95 % at most {times[len(times) * 95 // 100]:.1f} ms, '
                  f'{len(times)} steps, {os.path.getsize(page)} bytes')
        browser.call('Emulation.setEmulatedMedia', media='print')
        browser.value("dispatchEvent(new Event('beforeprint'))")
        expect(browser.value("getComputedStyle(document.querySelector('.controls')).display") == 'none', 'buttons are printed')
        expect(browser.value("document.querySelector('.transcript').innerText.length") > 200, 'the sentences are not printed')
        browser.call('Emulation.setEmulatedMedia', media='')
        for width, phone in ((1440, False), (390, True)):
            browser.size(width, 900, phone)
            browser.open(index, "document.querySelector('main li') !== null")
            fits(browser, f'index {width}')
            axe(browser, f'index {width}')
            expect(browser.value("document.querySelector('svg.finished') !== null"), 'the index does not know that the lesson is done')
        expect(not browser.complaints, f'the console: {browser.complaints}')
        expect(all(url.startswith('file:') for url in browser.asked), f'asked for: {set(browser.asked)}')
    finally:
        browser.close()
    for each in wrong:
        print(each)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
