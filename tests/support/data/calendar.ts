import path from 'node:path';
import { isFault } from '../../../electron/contract/fault.ts';
import { readCatalogue } from '../../../electron/desk/catalogue/files.ts';
import { makeCalendar } from '../../../electron/domain/deadline/work-calendar.ts';

const catalogue = readCatalogue(path.resolve(import.meta.dirname, '../../../resources/data'));
if (isFault(catalogue)) throw new Error(`the shipped lists are broken: ${JSON.stringify(catalogue.data)}`);

/** The calendar that ships, with the usual hours 07:30–11:30 and 13:00–17:00. */
export const calendar = makeCalendar(catalogue.days);
