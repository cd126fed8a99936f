import { describe, expect, test } from 'vitest';
import { PrintState } from '../../../../electron/contract/common/printing/paper.ts';
import {
  type PrintWitness,
  afterReading,
  mayMovePrint,
  needsAttention,
} from '../../../../electron/domain/common/printing/print-job.ts';

const states = PrintState.options;

describe('the moves of a print job', () => {
  test.each<[PrintWitness, string[]]>([
    [
      'spooler',
      [
        'queued→spooled',
        'queued→failed',
        'queued→unknown',
        'spooled→printed',
        'spooled→failed',
        'spooled→unknown',
        'unknown→printed',
        'unknown→failed',
      ],
    ],
    [
      'person',
      [
        'queued→void',
        'spooled→printed',
        'spooled→void',
        'printed→handed-over',
        'printed→void',
        'failed→printed',
        'failed→void',
        'unknown→printed',
        'unknown→void',
      ],
    ],
  ])('on the word of a %s: these and no others', (witness, allowed) => {
    const found = states.flatMap((from) =>
      states.filter((to) => mayMovePrint(from, to, witness)).map((to) => `${from}→${to}`),
    );
    expect(found.sort()).toEqual([...allowed].sort());
  });

  test('what is failed or unknown stays in sight, and nothing else does', () => {
    expect(states.filter(needsAttention)).toEqual(['failed', 'unknown']);
  });
});

describe('after the spooler was asked', () => {
  test.each([
    ['spooled', 'queued', 'spooled'],
    ['spooled', 'printing', 'spooled'],
    ['spooled', 'printed', 'printed'],
    ['spooled', 'failed', 'failed'],
    ['spooled', 'unknown', 'unknown'],
    ['unknown', 'printed', 'printed'],
    ['failed', 'printed', 'failed'],
    ['handed-over', 'unknown', 'handed-over'],
    ['void', 'printed', 'void'],
    ['printed', 'failed', 'printed'],
  ] as const)('a job %s of which it says %s is %s', (state, outcome, next) => {
    expect(afterReading(state, outcome)).toBe(next);
  });
});
