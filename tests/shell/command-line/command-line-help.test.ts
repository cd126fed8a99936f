import { describe, expect, test } from 'vitest';
import { contract } from '../../../electron/contract/contract.ts';
import { type CommandName, commands, getCommand, options } from '../../../electron/shell/command-line/commands.ts';
import { readWords } from '../../../electron/shell/command-line/options.ts';
import { runDesk } from './run-desk.ts';

const names = Object.keys(commands) as CommandName[];

describe.each(names)('%s', (name) => {
  const { vi, en, more, needs, takes, example } = getCommand(name);

  test.each([
    [name, '--help'],
    [name, '-h'],
    [name, '--data', 'help', '--help'],
    ['help', name],
    ['--help', name],
  ])('is explained by “%s %s”: on stdout, in both languages, shortly, and that is no mistake', async (...words) => {
    const run = await runDesk(words);
    expect([run.code, run.err]).toEqual([0, '']);
    const lines = run.out.trimEnd().split('\n');
    expect(lines[0]).toMatch(new RegExp(`^${name}( |$)`));
    // Its own eight lines, and one for each option: nothing is told twice.
    expect(lines.length).toBeLessThanOrEqual(Math.max(12, 8 + needs.length + takes.length));
    for (const sentence of [vi, en, more.vi, more.en, example]) {
      expect(sentence.length).toBeGreaterThan(4);
      expect(run.out.toLowerCase()).toContain(sentence.toLowerCase());
    }
    for (const option of [...needs, ...takes]) {
      const line = lines.find((one) => one.startsWith(`  --${option} ${options[option].value} `));
      expect(line?.endsWith(`  ${options[option].vi} | ${options[option].en}`), option).toBe(true);
    }
  });

  test('its example may be typed', () => {
    const [command, ...words] = (example.split(' < ')[0] ?? '').split(' ');
    expect(command).toBe(name);
    const read = readWords(words, name);
    expect(Object.keys(read.options)).toEqual(expect.arrayContaining([...needs]));
  });

  test('stands in the usage, with each of its options', async () => {
    const { out } = await runDesk(['--help']);
    const line = out.split('\n').find((one) => new RegExp(`^  ${name}( |$)`).test(one));
    for (const option of needs) expect(line).toContain(` --${option} ${options[option].value}`);
    for (const option of takes) expect(line).toContain(` [--${option} ${options[option].value}]`);
    expect(out).toContain(`${vi} | ${en}`);
  });
});

test.each(['--help', '-h', 'help'])('“%s” alone prints the usage, on stdout', async (word) => {
  const run = await runDesk([word]);
  expect([run.code, run.err]).toEqual([0, '']);
  expect(run.out).toMatch(/^Một Cửa Desk – dòng lệnh \| command line\n/);
});

test('what the help says of the number of cases is what the contract takes', () => {
  const asked = contract.office.openPractice['~orpc'].inputSchema?.parse({});
  expect(asked?.cases).toBeGreaterThan(0);
  for (const text of [options.cases.vi, options.cases.en]) expect(text).toContain(String(asked?.cases));
});

test.each([
  ['demmo', 'demo'],
  ['Verify', 'verify'],
  ['srve', 'serve'],
  ['clal', 'call'],
  ['paper.chekc', 'paper.check'],
  ['check', 'paper.check'],
  ['hlep', 'help'],
  ['case.search', 'call case.search'],
])('“%s” is no command: 2, and the nearest is named, “%s”', async (word, meant) => {
  for (const words of [[word], [word, '--help'], ['help', word]]) {
    const run = await runDesk(words);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(`Gần nhất là «${meant}».`);
    expect(run.err).toContain(`The nearest is “${meant}”.`);
  }
});
