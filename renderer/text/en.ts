import { apology } from './en/apology.ts';
import { bundles } from './en/bundles.ts';
import { caseFile } from './en/case.ts';
import { cash } from './en/cash.ts';
import { common } from './en/common.ts';
import { correction } from './en/correction.ts';
import { find } from './en/find.ts';
import { firstRun } from './en/first-run.ts';
import { frame } from './en/frame.ts';
import { handOver } from './en/hand-over.ts';
import { holding } from './en/holding.ts';
import { kit } from './en/kit.ts';
import { office } from './en/office.ts';
import { intake } from './en/intake.ts';
import { myWork } from './en/my-work.ts';
import { printTray } from './en/print-tray.ts';
import { printers } from './en/printers.ts';
import { reception } from './en/reception.ts';
import { recovery } from './en/recovery.ts';
import { register } from './en/register.ts';
import { returnResults } from './en/return-results.ts';
import { signIn } from './en/sign-in.ts';
import type { vi } from './vi.ts';

export const en: typeof vi = {
  apology,
  bundles,
  caseFile,
  cash,
  common,
  correction,
  find,
  firstRun,
  frame,
  handOver,
  holding,
  intake,
  kit,
  office,
  myWork,
  printTray,
  printers,
  reception,
  recovery,
  register,
  returnResults,
  signIn,
};
