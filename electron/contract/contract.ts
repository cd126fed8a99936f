import { actCalls } from './act.ts';
import { apologyCalls } from './apology.ts';
import { caseCalls } from './case.ts';
import { correctionCalls } from './correction.ts';
import { handOverCalls } from './hand-over.ts';
import { intakeCalls } from './intake.ts';
import { kitCalls } from './kit.ts';
import { moneyCalls } from './money.ts';
import { accountCalls, draftCalls, officeCalls, systemCalls } from './office.ts';
import { bundleCalls } from './bundle.ts';
import { paperCalls, printCalls } from './paper.ts';
import { citizenCardCalls, personCalls } from './person.ts';
import { deadlineCalls, procedureCalls, textCalls } from './procedure.ts';
import { processCalls } from './process.ts';
import { registerCalls } from './register.ts';
import { tillCalls } from './till.ts';
import { workCalls } from './work.ts';

/** Everything the desk can be asked. A call's name is its path here: `case.receive`. */
export const contract = {
  account: accountCalls,
  bundle: bundleCalls,
  case: { ...caseCalls, ...actCalls, ...correctionCalls },
  citizenCard: citizenCardCalls,
  deadline: deadlineCalls,
  draft: draftCalls,
  handOver: handOverCalls,
  intake: intakeCalls,
  kit: kitCalls,
  money: moneyCalls,
  office: officeCalls,
  paper: paperCalls,
  person: personCalls,
  print: printCalls,
  procedure: { ...procedureCalls, ...processCalls },
  register: registerCalls,
  system: systemCalls,
  text: textCalls,
  till: tillCalls,
  work: { ...workCalls, ...apologyCalls },
};
export type Contract = typeof contract;
