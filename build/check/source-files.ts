import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export type SourceFile = { readonly path: string; readonly text: string };

const notOurs = new Set(['.git', 'node_modules', 'dist', 'test-results', 'playwright-report', '.dev']);

/** Our files whose path (relative, with slashes) matches. The folder itself is walked, so that new work is judged before Git knows it. */
export function listFiles(pattern: RegExp, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : listFiles(pattern, file);
    return entry.isFile() && pattern.test(file) ? [file] : [];
  });
}

export function readFiles(pattern: RegExp): SourceFile[] {
  return listFiles(pattern).map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** When the newest of these files was changed, in milliseconds; 0 where there is none. */
export function newestChange(pattern: RegExp): number {
  return Math.max(0, ...listFiles(pattern).map((file) => statSync(path.join(root, file)).mtimeMs));
}

/** The code without its comments; strings that hold `//` (addresses) keep it, because a colon stands before. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{(,])\/\/[^\n]*/g, '$1');
}

/** What a file imports: static, re-exported, dynamic, and type imports written inline. */
export function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const forms = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\b(?:import|require)\(\s*['"]([^'"]+)['"]\s*[),]/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

/** `@mui/material/Button` -> `@mui/material`; `node:fs` stays. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
