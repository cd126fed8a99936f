import { z } from 'zod';
import { issueSentences } from './issue-sentences.ts';

export type InputIssue = { readonly path: string; readonly message: string; readonly vi: string; readonly en: string };

const locales = { vi: z.locales.vi().localeError, en: z.locales.en().localeError } as const;

/** What a shape said of an input or a file: where, its own word for it or the shape's, and a sentence in each language. */
export function inputIssues(schema: z.ZodType, input: unknown, found: z.ZodError): InputIssue[] {
  // A sentence is written in the language it was asked in, so the shape is asked once more for each.
  const [vi, en] = [locales.vi, locales.en].map((error) => schema.safeParse(input, { error }).error?.issues ?? []);
  return found.issues.slice(0, 50).map(({ path, message }, at) => {
    const own = issueSentences[message] ?? (isOwnWord(message) ? issueSentences['invalid'] : undefined);
    return {
      path: path.join('.'),
      message,
      vi: own?.vi ?? vi?.[at]?.message ?? message,
      en: own?.en ?? en?.[at]?.message ?? message,
    };
  });
}

/** The first thing wrong with a file, as the end of a sentence that names the file. */
export function firstIssue(
  schema: z.ZodType,
  input: unknown,
  found: z.ZodError,
): { readonly reason: string; readonly reasonEn: string } {
  const [{ path, vi, en } = { path: '', ...issueSentences['invalid'] }] = inputIssues(schema, input, found);
  return { reason: `${path || 'tệp'}: ${vi}`, reasonEn: `${path || 'the file'}: ${en}` };
}

function isOwnWord(message: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(message);
}
