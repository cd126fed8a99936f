import { z } from 'zod';
import { issueLocale } from '../contract/issue-locale.ts';
import { issueSentences } from '../contract/issue-sentences.ts';

export type InputIssue = { readonly path: string; readonly message: string; readonly vi: string; readonly en: string };

/** What a shape said of an input: where, the contract's own word for it or the shape's, and a sentence in each language. */
export function inputIssues(schema: z.ZodType, input: unknown, found: z.ZodError): InputIssue[] {
  // A sentence is written in the language it was asked in, so the shape is asked once more for each.
  const [vi, en] = [issueLocale.vi, issueLocale.en].map(
    (error) => schema.safeParse(input, { error }).error?.issues ?? [],
  );
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

function isOwnWord(message: string): boolean {
  return /^[a-z]+(-[a-z]+)*$/.test(message);
}
