import { z } from 'zod';
import { CivilTime } from '../contract/values.ts';
import { Text } from './on-paper.ts';

/** What a printer's test page can print. */
export const TestPageData = z.strictObject({ printer: Text, printedAt: CivilTime });
