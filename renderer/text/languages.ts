import { apology } from './apology.ts';
import { bundles } from './bundles.ts';
import { caseFile } from './case.ts';
import { cash } from './cash.ts';
import { common } from './common.ts';
import { correction } from './correction.ts';
import { find } from './find.ts';
import { firstRun } from './first-run.ts';
import { frame } from './frame.ts';
import { handOver } from './hand-over.ts';
import { holding } from './holding.ts';
import { intake } from './intake.ts';
import { kit } from './kit.ts';
import { myWork } from './my-work.ts';
import { office } from './office.ts';
import { printTray } from './print-tray.ts';
import { printers } from './printers.ts';
import { reception } from './reception.ts';
import { recovery } from './recovery.ts';
import { register } from './register.ts';
import { returnResults } from './return-results.ts';
import { signIn } from './sign-in.ts';

/** Every visible word, a file a screen, both languages side by side. Vietnamese is the measure: English must have the same shape. */
export const vi = {
  apology: apology.vi,
  bundles: bundles.vi,
  caseFile: caseFile.vi,
  cash: cash.vi,
  common: common.vi,
  correction: correction.vi,
  find: find.vi,
  firstRun: firstRun.vi,
  frame: frame.vi,
  handOver: handOver.vi,
  holding: holding.vi,
  intake: intake.vi,
  kit: kit.vi,
  myWork: myWork.vi,
  office: office.vi,
  printTray: printTray.vi,
  printers: printers.vi,
  reception: reception.vi,
  recovery: recovery.vi,
  register: register.vi,
  returnResults: returnResults.vi,
  signIn: signIn.vi,
};

export type Texts = typeof vi;

export const en: Texts = {
  apology: apology.en,
  bundles: bundles.en,
  caseFile: caseFile.en,
  cash: cash.en,
  common: common.en,
  correction: correction.en,
  find: find.en,
  firstRun: firstRun.en,
  frame: frame.en,
  handOver: handOver.en,
  holding: holding.en,
  intake: intake.en,
  kit: kit.en,
  myWork: myWork.en,
  office: office.en,
  printTray: printTray.en,
  printers: printers.en,
  reception: reception.en,
  recovery: recovery.en,
  register: register.en,
  returnResults: returnResults.en,
  signIn: signIn.en,
};

export const texts: Record<'vi' | 'en', Texts> = { vi, en };
