import { actCalls } from './counter/case/act.ts';
import { backupCalls, journalCalls, recoveryCalls } from './safety/backup/backup.ts';
import { caseCalls } from './counter/case/case.ts';
import { certificationCalls } from './counter/certification/certification.ts';
import { foreignCalls } from './counter/case/foreign.ts';
import { correctionCalls } from './counter/case/correction.ts';
import { catalogueCalls } from './catalogue/office-catalogue.ts';
import { packCalls } from './catalogue/data-pack.ts';
import { cityCalls } from './centre/city/city.ts';
import { deadlineCalls, procedureCalls, textCalls } from './catalogue/procedure.ts';
import { hubCalls } from './centre/hub/hub.ts';
import { intakeCalls } from './counter/intake/intake.ts';
import { kitCalls } from './counter/kit/kit.ts';
import { moneyCalls } from './counter/money/money.ts';
import { settlementCalls } from './counter/money/settlement.ts';
import { tillCalls } from './counter/money/till.ts';
import { keysCalls } from './common/office/keys.ts';
import { draftCalls, officeCalls, systemCalls } from './common/office/office.ts';
import { preferenceCalls } from './common/office/preference.ts';
import { accountCalls } from './common/office/people.ts';
import { petitionCalls } from './counter/petition/petition.ts';
import { citizenCardCalls, personCalls } from './common/person/person.ts';
import { paperCalls, printCalls } from './common/printing/paper.ts';
import { privacyCalls } from './safety/privacy/privacy.ts';
import { receiptCalls } from './safety/proof/receipt.ts';
import { registerCalls } from './books/register/register.ts';
import { reportCalls } from './books/report/report.ts';
import { bundleCalls } from './routing/bundle.ts';
import { handOverCalls } from './routing/hand-over.ts';
import { processCalls } from './routing/process.ts';
import { apologyCalls } from './counter/work/apology.ts';
import { conflictCalls } from './counter/work/conflict.ts';
import { workCalls } from './counter/work/work.ts';

/** Everything the desk can be asked. A call's name is its path here: `case.receive`. */
export const contract = {
  account: accountCalls,
  backup: backupCalls,
  bundle: bundleCalls,
  case: { ...caseCalls, ...foreignCalls, ...actCalls, ...correctionCalls },
  certification: certificationCalls,
  catalogue: catalogueCalls,
  citizenCard: citizenCardCalls,
  city: cityCalls,
  conflict: conflictCalls,
  deadline: deadlineCalls,
  draft: draftCalls,
  handOver: handOverCalls,
  hub: hubCalls,
  intake: intakeCalls,
  journal: journalCalls,
  keys: keysCalls,
  kit: kitCalls,
  money: { ...moneyCalls, ...settlementCalls },
  office: officeCalls,
  pack: packCalls,
  paper: paperCalls,
  person: personCalls,
  petition: petitionCalls,
  preference: preferenceCalls,
  print: printCalls,
  privacy: privacyCalls,
  procedure: { ...procedureCalls, ...processCalls },
  receipt: receiptCalls,
  recovery: recoveryCalls,
  register: registerCalls,
  report: reportCalls,
  system: systemCalls,
  text: textCalls,
  till: tillCalls,
  work: { ...workCalls, ...apologyCalls },
};
export type Contract = typeof contract;
