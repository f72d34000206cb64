#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check_typing.py URL [PICTURE]: the page on which an audience types, in a real Chromium, against the server that serves it."""
import sys
import time

from browser import Browser, found
from check import axe, expect, wrong


def comes(browser, expression, what):
    for _ in range(1000):
        if browser.value(expression):
            return
        time.sleep(0.01)
    expect(False, f'{what}: {browser.value("document.body.innerText")}')


def main(url, picture=None):
    browser = Browser(found())
    try:
        for width, height, phone, scheme in ((390, 844, True, 'light'), (1280, 720, False, 'dark')):
            where = f'{width} px, {scheme}'
            browser.size(width, height, phone, scheme)
            browser.open(url, "typeof state !== 'undefined'")
            comes(browser, "state === 'open'", f'{where}: no connection')
            expect(browser.value("document.activeElement.id") == 'text', f'{where}: the focus is not where one types')
            browser.call('Input.insertText', text='xin chào')
            browser.key('Enter')
            comes(browser, "document.getElementById('said').textContent === 'xin chào\\nxin chào\\n'", f'{where}: no echo')
            expect(browser.value("document.getElementById('text').value") == '', f'{where}: the line stays')
            expect(browser.value("document.documentElement.scrollWidth <= innerWidth"), f'{where}: wider than the screen')
            expect(browser.value("[...document.querySelectorAll('button, input')].every(each => each.getBoundingClientRect().height >= 44)"), f'{where}: a target is too small')
            axe(browser, where)
            if picture and phone:
                browser.picture(picture)
            before = browser.value('document.documentElement.lang')
            browser.value("document.getElementById('language').click()")
            expect(browser.value('document.documentElement.lang') != before, f'{where}: one language')
            browser.value("document.getElementById('connection').click()")
            comes(browser, "state === 'gone' && document.getElementById('text').disabled", f'{where}: it does not close')
            axe(browser, where + ', closed')
            browser.value("document.getElementById('connection').click()")
            comes(browser, "state === 'open'", f'{where}: no second connection')
            browser.value("document.getElementById('connection').click()")
        expect(not browser.complaints, f'the console: {browser.complaints}')
        expect(all(asked.startswith((url, 'data:')) for asked in browser.asked), f'asked for: {set(browser.asked)}')
    finally:
        browser.close()
    for each in wrong:
        print(each)
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
