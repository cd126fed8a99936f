import { expect, test } from 'vitest';
import { type FaultCode, faultSentence, faultTable } from '../../../electron/contract/base/fault.ts';

const languages = ['vi', 'en'] as const;

test('no sentence of any fault tells a time as machines write it', () => {
  const told = (Object.keys(faultTable) as FaultCode[]).flatMap((code) => {
    const names = [...`${faultTable[code].vi}${faultTable[code].en}`.matchAll(/\{(\w+)\}/g)].map(
      ([, name = '']) => name,
    );
    return ['2026-11-30T10:00:00+07:00', '2026-11-30'].flatMap((moment) => {
      const data = Object.fromEntries(names.map((name) => [name, moment]));
      return languages.map((language) => faultSentence(code, data, language));
    });
  });
  expect(told.filter((sentence) => sentence.includes('2026-11'))).toEqual([]);
  expect(told.some((sentence) => sentence.includes('10:00 30/11/2026'))).toBe(true);
});

test('no sentence of any fault tells money without its dots', () => {
  const told = (Object.keys(faultTable) as FaultCode[]).flatMap((code) =>
    languages.flatMap((language) => {
      const names = [...faultTable[code][language].matchAll(/\{(\w+)\} đồng/g)].map(([, name = '']) => name);
      const data = Object.fromEntries(names.map((name) => [name, -1_414_000]));
      return names.length === 0 ? [] : [faultSentence(code, data, language)];
    }),
  );
  expect(told.length).toBeGreaterThan(8);
  for (const sentence of told) expect(sentence).toContain('-1.414.000 đồng');
  expect(told.filter((sentence) => /\d{4}/.test(sentence))).toEqual([]);
});
