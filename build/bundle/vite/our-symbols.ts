import type { Plugin } from 'vite';

/** The symbologies that stand on a paper (electron/paper/layout/code-block.ts). */
const ours = ['code128', 'qrcode'] as const;

/**
 * The library of bar codes knows a hundred symbologies and finds one by its name, so that none can be left out of a bundle: a megabyte of 1.1. Here it finds
 * ours alone, and what nobody can reach falls away by itself.
 */
export function ourSymbols(): Plugin {
  return {
    name: 'our-symbols',
    apply: 'build',
    transform(code, id) {
      if (/bwip-js[\\/]dist[\\/]bwipp\.mjs$/.test(id)) return onlyOurs(code);
      return /bwip-js[\\/]dist[\\/]bwip-js-node\.mjs$/.test(id) ? onlyRaw(code) : null;
    },
  };
}

/** Throws where the library is written otherwise than it was: then its package would be the larger one, and nobody would know. */
export function onlyOurs(code: string): string {
  const begin = code.indexOf('function bwipp_lookup(');
  const end = code.indexOf('\n}\n', begin);
  if (begin < 0 || end < 0 || ours.some((one) => !code.includes(`function bwipp_${one}(`)))
    throw new Error('bwip-js is written otherwise: build/bundle/vite/our-symbols.ts has to be looked at');
  const cases = ours.map((one) => `if (symbol === '${one}') return bwipp_${one};`).join('\n  ');
  const lookup = `function bwipp_lookup(symbol) {\n  ${cases}\n  throw new Error('bwipp.unknownEncoder: ' + symbol);`;
  return `${code.slice(0, begin)}${lookup}${code.slice(end)}`;
}

/** The one function that is asked, of all that it gives. */
export function onlyRaw(code: string): string {
  const begin = code.indexOf('export default {');
  const end = code.indexOf('};', begin);
  if (begin < 0 || end < 0 || !code.includes('function ToRaw('))
    throw new Error('bwip-js is written otherwise: build/bundle/vite/our-symbols.ts has to be looked at');
  return `${code.slice(0, begin)}export default { raw: ToRaw };${code.slice(end + 2)}`;
}
