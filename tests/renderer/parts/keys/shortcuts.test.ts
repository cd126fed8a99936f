import { describe, expect, test } from 'vitest';
import { isComposing, matches } from '../../../../renderer/parts/keys/shortcuts.ts';

const quiet = {
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isComposing: false,
  keyCode: 0,
};

function press(change: Partial<typeof quiet>): KeyboardEvent {
  return { ...quiet, ...change } as unknown as KeyboardEvent;
}

describe('keys', () => {
  test.each([
    ['F2', press({ key: 'F2', code: 'F2' }), true],
    ['F2', press({ key: 'F2', code: 'F2', ctrlKey: true }), false],
    ['Ctrl+K', press({ key: 'k', code: 'KeyK', ctrlKey: true }), true],
    ['Ctrl+K', press({ key: 'k', code: 'KeyK' }), false],
    ['Ctrl+K', press({ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Enter', press({ key: 'Enter', code: 'Enter', ctrlKey: true }), true],
    ['Ctrl+Enter', press({ key: 'Enter', code: 'Enter' }), false],
    ['Escape', press({ key: 'Escape', code: 'Escape' }), true],
  ])('%s against a press', (keys, event, fits) => {
    expect(matches(keys, event)).toBe(fits);
  });

  test('a letter goes by its place, so Telex and the letters Alt makes on other systems do not move it', () => {
    expect(matches('Alt+D', press({ key: '∂', code: 'KeyD', altKey: true }))).toBe(true);
    expect(matches('Alt+1', press({ key: '¡', code: 'Digit1', altKey: true }))).toBe(true);
    expect(matches('Alt+1', press({ key: '1', code: 'Numpad1', altKey: true }))).toBe(true);
  });

  test('the command key of a Mac stands for Ctrl', () => {
    expect(matches('Ctrl+K', press({ key: 'k', code: 'KeyK', metaKey: true }))).toBe(true);
  });

  test('while a letter is being composed, keys belong to the input method', () => {
    expect(isComposing(press({ isComposing: true }))).toBe(true);
    expect(isComposing(press({ keyCode: 229 }))).toBe(true);
    expect(isComposing(press({ key: 'Enter' }))).toBe(false);
  });
});
