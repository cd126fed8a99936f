import { rem } from '../../../look/theme.ts';

/** The least height of a table of figures: in large letters the sheet scrolls before its lines have no room. */
export const leastOfTable = rem(200);
