import { describe, expect, test } from 'vitest';
import { type Look, tokenVariables, tokens } from '../../../renderer/look/tokens.ts';

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

const looks: Look[] = ['light', 'dark', 'contrast'];

/** What is written on what, with the ratio it needs: WCAG 2.2, 1.4.3 for text, 1.4.11 for outlines and focus. */
const pairs = [
  ['ink', 'ground', 4.5],
  ['ink', 'panel', 4.5],
  ['ink', 'brandSoft', 4.5],
  ['ink', 'lateSoft', 4.5],
  ['secondary', 'ground', 4.5],
  ['secondary', 'panel', 4.5],
  ['secondary', 'brandSoft', 4.5],
  ['brand', 'panel', 4.5],
  ['brand', 'brandSoft', 4.5],
  ['onBrand', 'brand', 4.5],
  ['good', 'panel', 4.5],
  ['good', 'brandSoft', 4.5],
  ['soon', 'panel', 4.5],
  ['soon', 'soonSoft', 4.5],
  ['soon', 'brandSoft', 4.5],
  ['soon', 'ground', 4.5],
  ['late', 'panel', 4.5],
  ['late', 'brandSoft', 4.5],
  ['late', 'lateSoft', 4.5],
  ['control', 'panel', 3],
  ['focus', 'panel', 3],
  ['focus', 'ground', 3],
] as const;

describe.each(looks)('the %s look', (look) => {
  test.each(pairs)('%s on %s is legible', (front, back, least) => {
    expect(contrast(tokens[look][front], tokens[look][back])).toBeGreaterThanOrEqual(least);
  });

  test('every token reaches CSS', () => {
    expect(Object.values(tokenVariables(look))).toEqual(Object.values(tokens[look]));
  });
});
