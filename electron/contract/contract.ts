import { actCalls } from './case/act.ts';
import { backupCalls, journalCalls, recoveryCalls } from './backup/backup.ts';
import { caseCalls } from './case/case.ts';
import { certificationCalls } from './certification/certification.ts';
import { foreignCalls } from './case/foreign.ts';
import { correctionCalls } from './case/correction.ts';
import { catalogueCalls } from './catalogue/office-catalogue.ts';
import { cityCalls } from './city/city.ts';
import { deadlineCalls, procedureCalls, textCalls } from './catalogue/procedure.ts';
import { hubCalls } from './hub/hub.ts';
import { intakeCalls } from './intake/intake.ts';
import { kitCalls } from './kit/kit.ts';
import { moneyCalls } from './money/money.ts';
import { settlementCalls } from './money/settlement.ts';
import { tillCalls } from './money/till.ts';
import { keysCalls } from './office/keys.ts';
import { draftCalls, officeCalls, systemCalls } from './office/office.ts';
import { accountCalls } from './office/people.ts';
import { petitionCalls } from './petition/petition.ts';
import { citizenCardCalls, personCalls } from './person/person.ts';
import { paperCalls, printCalls } from './printing/paper.ts';
import { privacyCalls } from './privacy/privacy.ts';
import { receiptCalls } from './proof/receipt.ts';
import { registerCalls } from './register/register.ts';
import { reportCalls } from './report/report.ts';
import { bundleCalls } from './routing/bundle.ts';
import { handOverCalls } from './routing/hand-over.ts';
import { processCalls } from './routing/process.ts';
import { apologyCalls } from './work/apology.ts';
import { conflictCalls } from './work/conflict.ts';
import { workCalls } from './work/work.ts';

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
  paper: paperCalls,
  person: personCalls,
  petition: petitionCalls,
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
