import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from '../support/desk/folder.ts';

/** A built screen as small as it can be, in a folder of its own, with a secret just outside of it. */
export function makeScreenFolder(): string {
  const root = newFolder();
  const folder = path.join(root, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  mkdirSync(path.join(root, 'renderer-secret'));
  writeFileSync(path.join(root, 'secret.json'), '{"secret":true}');
  writeFileSync(path.join(root, 'renderer-secret/secret.json'), '{"secret":true}');
  symlinkSync(path.join(root, 'secret.json'), path.join(folder, 'linked.json'));
  writeFileSync(path.join(folder, '.hidden.json'), '{}');
  writeFileSync(path.join(folder, 'assets/main-1a2b.js'), 'export {};\n');
  writeFileSync(path.join(folder, 'assets/notes.txt'), 'not a file of the screen');
  writeFileSync(
    path.join(folder, 'index.html'),
    '<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__"></head><body></body></html>',
  );
  return folder;
}
