import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createPaper } from '../../../electron/paper/paper.ts';
import { folders } from '../../support/papers/mau-01-sample.ts';

// Opening fonts and starting programs takes seconds on a machine that builds at the same time.
vi.setConfig({ testTimeout: 120_000 });

type Kept = {
  /** The texts of the forms as they were, by their hash. */
  readonly texts: Readonly<Record<string, string>>;
  readonly papers: readonly {
    readonly form: string;
    readonly data: object;
    readonly size: 'A5' | 'A4';
    readonly reprint?: number;
    readonly sha256: string;
    readonly formSha256: string;
  }[];
};

/** Papers of a practice office of 22/11/2026, of every form that was handed out, with the data they were made from and what they came to. */
const kept = JSON.parse(
  brotliDecompressSync(readFileSync(path.join(import.meta.dirname, 'kept', 'papers-2026-11-22.json.br'))).toString(),
) as Kept;
const paper = createPaper(folders);

describe('a paper that was handed out is made again to the byte, whatever its form is today', () => {
  test('the forms of then are kept whole', () => {
    expect(kept.papers.length).toBeGreaterThan(60);
    for (const [sha256, text] of Object.entries(kept.texts))
      expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
  });

  test.each(kept.papers.map((one, index) => [`${index + 1} ${one.form} ${one.size}`, one] as const))(
    '%s',
    async (_name, { form, data, size, reprint, sha256, formSha256 }) => {
      const again = await paper.render(form, data, { size, reprint, formText: kept.texts[formSha256] });
      expect(again).toMatchObject({ sha256, formSha256 });
    },
  );
});
