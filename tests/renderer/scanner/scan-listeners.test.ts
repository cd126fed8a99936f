import { afterEach, expect, test } from 'vitest';
import {
  type ScanListener,
  addScanListener,
  currentScanListener,
  hearLine,
  isBehindDialog,
} from '../../../renderer/scanner/scan-listeners.ts';

const heard: string[] = [];
const away: (() => void)[] = [];

function listener(name: string): ScanListener {
  return {
    onScan: ({ text }) => heard.push(`${name} ${text}`),
    onInputMethod: () => heard.push(`${name} input method`),
  };
}

afterEach(() => {
  for (const stop of away.splice(0)) stop();
  heard.length = 0;
});

test('behind a dialog a screen hears no card, and whoever tells it does', () => {
  let hasDialog = false;
  away.push(addScanListener(() => listener('guard'), 'last'));
  away.push(
    addScanListener(
      () => listener('screen'),
      () => !hasDialog,
    ),
  );
  hearLine('079190001234');
  expect(isBehindDialog()).toBe(false);
  hasDialog = true;
  hearLine('079085000001');
  currentScanListener()?.onInputMethod();
  expect(isBehindDialog()).toBe(true);
  // A dialog that takes scans itself is asked before anybody else.
  away.push(addScanListener(() => listener('dialog')));
  hearLine('079199000007');
  hasDialog = false;
  away.pop()?.();
  hearLine('079190001234');
  expect(heard).toEqual([
    'screen 079190001234',
    'guard 079085000001',
    'guard input method',
    'dialog 079199000007',
    'screen 079190001234',
  ]);
});
