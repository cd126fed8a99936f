import { createCupsSpooler } from './cups-spooler.ts';
import { createFolderSpooler } from './folder-spooler.ts';
import type { Spooler } from './spooler.ts';
import { createWindowsSpooler } from './windows-spooler.ts';

export type SpoolerOptions = {
  readonly platform: NodeJS.Platform;
  readonly pdfFolder?: string | undefined;
  readonly cupsServer?: string | undefined;
};

/** The spooler of this computer; a folder for PDF files, where the office set one, takes its place. */
export function chooseSpooler({ platform, pdfFolder, cupsServer }: SpoolerOptions): Spooler {
  if (pdfFolder !== undefined) return createFolderSpooler(pdfFolder);
  return platform === 'win32' ? createWindowsSpooler() : createCupsSpooler({ server: cupsServer });
}
