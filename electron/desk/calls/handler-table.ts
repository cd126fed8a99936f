import { backupHandlers, journalHandlers, recoveryHandlers } from '../safety/backup/handlers.ts';
import { caseHandlers } from '../counter/case/handlers.ts';
import { certificationHandlers } from '../counter/certification/handlers.ts';
import {
  catalogueHandlers,
  deadlineHandlers,
  procedureHandlers,
  processHandlers,
  textHandlers,
} from '../catalogue/handlers.ts';
import { packHandlers } from '../catalogue/packs/handlers.ts';
import type { Handlers } from '../core/handler.ts';
import { cityHandlers } from '../centre/city/handlers.ts';
import { hubHandlers } from '../centre/hub/handlers.ts';
import { intakeHandlers } from '../counter/intake/handlers.ts';
import { kitHandlers } from '../counter/kit/handlers.ts';
import { moneyHandlers, tillHandlers } from '../counter/money/handlers.ts';
import { accountHandlers } from '../common/office/people/accounts.ts';
import { keysHandlers } from '../common/office/keys.ts';
import { draftHandlers, officeHandlers, systemHandlers } from '../common/office/handlers.ts';
import { preferenceHandlers } from '../common/office/preferences.ts';
import { petitionHandlers } from '../counter/petition/handlers.ts';
import { citizenCardHandlers, personHandlers } from '../common/person/handlers.ts';
import { paperHandlers, printHandlers } from '../common/printing/handlers.ts';
import { privacyHandlers } from '../safety/privacy/handlers.ts';
import { receiptHandlers } from '../safety/proof/handlers.ts';
import { registerHandlers } from '../books/register/handlers.ts';
import { reportHandlers } from '../books/report/handlers.ts';
import { bundleHandlers, handOverHandlers } from '../routing/handlers.ts';
import { apologyHandlers, conflictHandlers, workHandlers } from '../counter/work/handlers.ts';

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
  pack: packHandlers,
  paper: paperHandlers,
  person: personHandlers,
  petition: petitionHandlers,
  preference: preferenceHandlers,
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
