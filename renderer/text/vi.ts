import { apology } from './vi/apology.ts';
import { bundles } from './vi/bundles.ts';
import { caseFile } from './vi/case.ts';
import { cash } from './vi/cash.ts';
import { common } from './vi/common.ts';
import { correction } from './vi/correction.ts';
import { find } from './vi/find.ts';
import { firstRun } from './vi/first-run.ts';
import { frame } from './vi/frame.ts';
import { handOver } from './vi/hand-over.ts';
import { holding } from './vi/holding.ts';
import { kit } from './vi/kit.ts';
import { office } from './vi/office.ts';
import { intake } from './vi/intake.ts';
import { myWork } from './vi/my-work.ts';
import { printTray } from './vi/print-tray.ts';
import { printers } from './vi/printers.ts';
import { reception } from './vi/reception.ts';
import { recovery } from './vi/recovery.ts';
import { register } from './vi/register.ts';
import { returnResults } from './vi/return-results.ts';
import { signIn } from './vi/sign-in.ts';

export const vi = {
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
