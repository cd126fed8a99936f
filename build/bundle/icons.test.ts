import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../check/source-files.ts';
import { icoOf, icoSizes, iconSizes, readPng } from './icons.ts';

const folder = path.join(root, 'resources/icons');
const pngOf = (size: number) => readFileSync(path.join(folder, `${size}x${size}.png`));
const ico = readFileSync(path.join(folder, 'icon.ico'));

/** The entries of a Windows icon, read by its own form: six bytes, then sixteen for each picture. */
function entriesOf(bytes: Buffer) {
  expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: bytes.readUInt16LE(4) }, (_one, index) => {
    const at = 6 + 16 * index;
    const [width = 0, height = 0] = bytes.subarray(at, at + 2);
    const [length, offset] = [bytes.readUInt32LE(at + 8), bytes.readUInt32LE(at + 12)];
    return { width, height, bits: bytes.readUInt16LE(at + 6), length, offset };
  });
}

test.each(iconSizes)('%i dots: a picture of that size, in more than one colour, open at its corners', (size) => {
  const { width, height, dots } = readPng(pngOf(size));
  expect([width, height]).toEqual([size, size]);
  expect(dots[3]).toBe(0);
  const colours = new Set(Array.from({ length: size * size }, (_one, at) => dots.readUInt32BE(at * 4)));
  expect(colours.size).toBeGreaterThan(3);
});

test('the Windows icon holds each size once, one behind the other, to its last byte', () => {
  const entries = entriesOf(ico);
  expect(entries.map(({ width }) => width || 256)).toEqual([...icoSizes]);
  expect(entries.every(({ width, height, bits }) => width === height && bits === 32)).toBe(true);
  let end = 6 + 16 * entries.length;
  for (const { offset, length } of entries) {
    expect(offset).toBe(end);
    end += length;
  }
  expect(end).toBe(ico.length);
});

test('each small picture in it is a bitmap of twice its height, and shows what the PNG shows', () => {
  for (const { width, offset } of entriesOf(ico).filter((entry) => entry.width !== 0)) {
    expect([0, 4, 8].map((at) => ico.readInt32LE(offset + at))).toEqual([40, width, width * 2]);
    const { dots } = readPng(pngOf(width));
    // The dot in the middle: blue first, and rows from below.
    const middle = width >> 1;
    const at = offset + 40 + ((width - 1 - middle) * width + middle) * 4;
    const from = (middle * width + middle) * 4;
    expect([...ico.subarray(at, at + 4)]).toEqual([dots[from + 2], dots[from + 1], dots[from], dots[from + 3]]);
  }
});

test('the one of 256 is the PNG itself, and the file is what these pictures make', () => {
  const last = entriesOf(ico).at(-1);
  expect(ico.subarray(last?.offset).equals(pngOf(256))).toBe(true);
  expect(icoOf(icoSizes.map((size) => ({ size, png: pngOf(size) }))).equals(ico)).toBe(true);
});

test('a picture of another kind is refused', () => {
  const grey = Buffer.from(pngOf(16));
  grey[25] = 0;
  expect(() => readPng(grey)).toThrow('eight bits');
});
