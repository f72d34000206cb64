#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Drives a real Chromium over its remote debugging protocol; nothing but Python's standard library."""
import base64
import json
import os
import secrets
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request


class Socket:
    """A WebSocket client (RFC 6455) as far as the protocol needs it."""

    def __init__(self, url):
        host, path = url.removeprefix('ws://').split('/', 1)
        name, port = host.split(':')
        self.socket = socket.create_connection((name, int(port)), timeout=60)
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self.socket.sendall((f'GET /{path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
                             f'Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n').encode())
        self.file = self.socket.makefile('rb')
        while self.file.readline() != b'\r\n':
            pass

    def send(self, text):
        data, mask = text.encode(), secrets.token_bytes(4)
        size = len(data)
        head = bytes([0x81]) + (bytes([0x80 | size]) if size < 126 else struct.pack('>BH', 0xfe, size) if size < 65536 else struct.pack('>BQ', 0xff, size))
        self.socket.sendall(head + mask + bytes(byte ^ mask[i & 3] for i, byte in enumerate(data)))

    def receive(self):
        whole = b''
        while True:
            first, size = self.file.read(2)
            size &= 0x7f
            if size == 126:
                size, = struct.unpack('>H', self.file.read(2))
            elif size == 127:
                size, = struct.unpack('>Q', self.file.read(8))
            data = self.file.read(size)
            if first & 0x0f <= 2:
                whole += data
            if first & 0x80 and first & 0x0f <= 2:
                return whole.decode()


class Browser:
    def __init__(self, program):
        self.folder = tempfile.mkdtemp()
        self.process = subprocess.Popen([program, '--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--hide-scrollbars', '--remote-debugging-port=0',
                                         f'--user-data-dir={self.folder}', 'about:blank'], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if line.startswith('DevTools listening on '):
                port = line.split(':')[2].split('/')[0]
                break
        else:
            raise RuntimeError('the browser did not start')
        pages = json.load(urllib.request.urlopen(f'http://127.0.0.1:{port}/json'))
        self.socket = Socket(next(page for page in pages if page['type'] == 'page')['webSocketDebuggerUrl'])
        self.number = 0
        self.complaints, self.asked = [], []
        for domain in ('Page', 'Runtime', 'Log', 'Network'):
            self.call(domain + '.enable')

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def take(self, message):
        method, told = message.get('method'), message.get('params')
        if method == 'Runtime.exceptionThrown':
            self.complaints.append(told['exceptionDetails'].get('exception', {}).get('description', told['exceptionDetails']['text']))
        elif method == 'Log.entryAdded':
            self.complaints.append(told['entry']['text'])
        elif method == 'Runtime.consoleAPICalled' and told['type'] in ('error', 'warning', 'assert'):
            self.complaints.append(str(told['args']))
        elif method == 'Network.requestWillBeSent':
            self.asked.append(told['request']['url'])

    def call(self, method, **told):
        self.number += 1
        self.socket.send(json.dumps({'id': self.number, 'method': method, 'params': told}))
        while True:
            message = json.loads(self.socket.receive())
            if message.get('id') == self.number:
                if 'error' in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message['result']
            self.take(message)

    def value(self, expression):
        result = self.call('Runtime.evaluate', expression=expression, awaitPromise=True, returnByValue=True)
        if 'exceptionDetails' in result:
            raise RuntimeError(result['exceptionDetails'].get('exception', {}).get('description', str(result)))
        return result['result'].get('value')

    def size(self, width, height, phone=False, scheme='light'):
        self.call('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.call('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme}])

    def open(self, path, ready='!!globalThis.page'):
        """Returns how long it took until the page could be used, in seconds."""
        began = time.monotonic()
        self.call('Page.navigate', url=path if path.startswith('http:') else 'file://' + os.path.abspath(path))
        while not self.value(f"document.readyState === 'complete' && {ready}"):
            if time.monotonic() - began > 60:
                raise RuntimeError(f'{path} does not open')
            time.sleep(0.01)
        return time.monotonic() - began

    def key(self, key, code=None, shift=False, control=False):
        codes = {'ArrowRight': 39, 'ArrowLeft': 37, 'PageDown': 34, 'PageUp': 33, 'Home': 36, 'End': 35, ' ': 32, 'Enter': 13, 'Tab': 9}
        told = {'key': key, 'code': code or key, 'windowsVirtualKeyCode': codes.get(key, 0), 'modifiers': (8 if shift else 0) | (2 if control else 0)}
        if key == 'Enter':
            told['text'] = '\r'
        self.call('Input.dispatchKeyEvent', type='keyDown', **told)
        self.call('Input.dispatchKeyEvent', type='keyUp', **told)

    def picture(self, path):
        with open(path, 'wb') as file:
            file.write(base64.b64decode(self.call('Page.captureScreenshot')['data']))


def found():
    return next((path for path in map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome')) if path), None)


if __name__ == '__main__':
    print(found() or '', file=sys.stdout)
