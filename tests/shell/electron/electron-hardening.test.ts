import type { App, Session } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hardenApplication, hardenSession } from '../../../electron/shell/electron/hardening.ts';
import { isOwnUrl } from '../../../electron/shell/electron/origin.ts';
import * as fake from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

describe('the application, before it is ready', () => {
  beforeEach(() => {
    fake.app.removeAllListeners();
    fake.events.length = 0;
  });

  test('4: every page is in the sandbox', () => {
    hardenApplication(fake.app as unknown as App, 'linux');
    expect(fake.events).toContain('enableSandbox');
  });

  test('no menu, hence no hidden keys; macOS needs its own for copy and paste', () => {
    fake.Menu.menu = 'untouched';
    hardenApplication(fake.app as unknown as App, 'darwin');
    expect(fake.Menu.menu).toBe('untouched');
    hardenApplication(fake.app as unknown as App, 'win32');
    expect(fake.Menu.menu).toBeNull();
  });

  const foreign = [
    'https://example.org/',
    'http://127.0.0.1/',
    'file:///etc/passwd',
    'desk://app.evil/',
    'desk://evil/',
    'desk://app@evil/',
    'desk://user@app/',
    'desk://app:80/',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    'not a url',
  ];

  function newContents(): fake.FakeContents {
    hardenApplication(fake.app as unknown as App, 'linux');
    const contents = new fake.FakeContents();
    fake.app.emit('web-contents-created', {}, contents);
    return contents;
  }

  describe.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('13: %s', (name) => {
    test.each(foreign)('to %s is prevented', (url) => {
      const event = { url, preventDefault: vi.fn() };
      newContents().emit(name, event);
      expect(event.preventDefault).toHaveBeenCalledOnce();
    });

    test('to the own page is allowed', () => {
      const event = { url: 'desk://app/index.html', preventDefault: vi.fn() };
      newContents().emit(name, event);
      expect(event.preventDefault).not.toHaveBeenCalled();
    });
  });

  test.each(['desk://app/', 'https://example.org/', 'about:blank'])('14: no new window for %s', (url) => {
    expect(newContents().openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  test('11, 12: no <webview> is ever attached', () => {
    const event = { preventDefault: vi.fn() };
    newContents().emit('will-attach-webview', event, {}, {});
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  test.each(foreign)('%s is not our own', (url) => expect(isOwnUrl(url)).toBe(false));
});

describe('the session', () => {
  const given = new fake.FakeSession();
  hardenSession(given as unknown as Session);

  test.each(['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'hid', 'serial'])(
    '5: the permission %s is denied, asked or checked',
    (permission) => {
      const callback = vi.fn();
      given.set['permissionRequest']!({ getURL: () => 'desk://app/' } as never, permission as never, callback as never);
      expect(callback.mock.calls).toEqual([[false]]);
      expect(given.set['permissionCheck']!(null as never, permission as never, 'desk://app/' as never)).toBe(false);
    },
  );

  test.each([
    ['desk://app/', true],
    ['https://example.org/', false],
    ['desk://app.evil/', false],
    ['', false],
  ])('5: a page of %s may put words on the clipboard: %s', (url, may) => {
    const callback = vi.fn();
    const contents = { getURL: () => url } as never;
    given.set['permissionRequest']!(contents, 'clipboard-sanitized-write' as never, callback as never);
    expect(callback.mock.calls).toEqual([[may]]);
    expect(given.set['permissionCheck']!(null as never, 'clipboard-sanitized-write' as never, url as never)).toBe(may);
  });

  test('5: no device and no screen', () => {
    expect(given.set['devicePermission']!({} as never)).toBe(false);
    const callback = vi.fn();
    given.set['displayMedia']!({} as never, callback as never);
    expect(callback.mock.calls).toEqual([[null]]);
  });

  test('no spell checker, whose dictionaries come from the network', () => {
    expect(given.spellChecker).toBe(false);
  });

  test.each([
    ['https://example.org/a.js', true],
    ['http://127.0.0.1:8000/', true],
    ['wss://example.org/', true],
    ['file:///etc/passwd', true],
    ['desk://evil/', true],
    ['blob:https://example.org/1', true],
    ['desk://app/assets/main.js', false],
    ['blob:desk://app/1', false],
    ['data:image/png;base64,AA', false],
  ])('1: a request to %s is cancelled: %s', (url, cancel) => {
    const callback = vi.fn();
    given.set['beforeRequest']!({ url } as never, callback as never);
    expect(callback.mock.calls).toEqual([[{ cancel }]]);
  });
});
