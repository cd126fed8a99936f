import { z } from 'zod';

/** What a shape says is wrong, by language; a sentence is written in the language its shape was asked in (`safeParse`’s `error`). */
export const issueLocale = { vi: z.locales.vi().localeError, en: z.locales.en().localeError } as const;
