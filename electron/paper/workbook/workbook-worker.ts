import { parentPort, workerData } from 'node:worker_threads';
import { type PlainBook, writePlainBook } from './workbook-file.ts';

/** The thread that writes one workbook and ends (docs/adr/0008-register.md). */
const written = await writePlainBook(workerData as PlainBook);
parentPort?.postMessage(written);
