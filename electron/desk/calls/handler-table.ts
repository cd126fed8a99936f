import { backupHandlers, journalHandlers, recoveryHandlers } from '../backup/handlers.ts';
import { caseHandlers } from '../case/handlers.ts';
import { certificationHandlers } from '../certification/handlers.ts';
import {
  catalogueHandlers,
  deadlineHandlers,
  procedureHandlers,
  processHandlers,
  textHandlers,
} from '../catalogue/handlers.ts';
import type { Handlers } from '../core/handler.ts';
import { cityHandlers } from '../city/handlers.ts';
import { hubHandlers } from '../hub/handlers.ts';
import { intakeHandlers } from '../intake/handlers.ts';
import { kitHandlers } from '../kit/handlers.ts';
import { moneyHandlers, tillHandlers } from '../money/handlers.ts';
import { accountHandlers } from '../office/accounts.ts';
import { keysHandlers } from '../office/keys.ts';
import { draftHandlers, officeHandlers, systemHandlers } from '../office/handlers.ts';
import { petitionHandlers } from '../petition/handlers.ts';
import { citizenCardHandlers, personHandlers } from '../person/handlers.ts';
import { paperHandlers, printHandlers } from '../printing/handlers.ts';
import { privacyHandlers } from '../privacy/handlers.ts';
import { receiptHandlers } from '../proof/handlers.ts';
import { registerHandlers } from '../register/handlers.ts';
import { reportHandlers } from '../report/handlers.ts';
import { bundleHandlers, handOverHandlers } from '../routing/handlers.ts';
import { apologyHandlers, conflictHandlers, workHandlers } from '../work/handlers.ts';

export const handlers: Handlers = {
  account: accountHandlers,
  backup: backupHandlers,
  bundle: bundleHandlers,
  case: caseHandlers,
  certification: certificationHandlers,
  catalogue: catalogueHandlers,
  citizenCard: citizenCardHandlers,
  city: cityHandlers,
  conflict: conflictHandlers,
  deadline: deadlineHandlers,
  draft: draftHandlers,
  handOver: handOverHandlers,
  hub: hubHandlers,
  intake: intakeHandlers,
  journal: journalHandlers,
  keys: keysHandlers,
  kit: kitHandlers,
  money: moneyHandlers,
  office: officeHandlers,
  paper: paperHandlers,
  person: personHandlers,
  petition: petitionHandlers,
  print: printHandlers,
  privacy: privacyHandlers,
  procedure: { ...procedureHandlers, ...processHandlers },
  receipt: receiptHandlers,
  recovery: recoveryHandlers,
  register: registerHandlers,
  report: reportHandlers,
  system: systemHandlers,
  text: textHandlers,
  till: tillHandlers,
  work: { ...workHandlers, ...apologyHandlers },
};
