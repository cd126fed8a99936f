import type { OfficeSettings, Role } from '../../contract/office/office.ts';
import type { PrintState } from '../../contract/printing/paper.ts';
import type { RegisterFilter, RegisterFormat } from '../../contract/register/register.ts';
import type { ProcessStep } from '../../contract/routing/process.ts';
import type { Term } from '../../contract/values.ts';
import type { CaseAction, LegDefinition } from './case.ts';
import type { HandOverEvent } from './hand-over.ts';
import type { IntakeEvent } from './intake.ts';
import type { KitEvent } from './kit.ts';
import type { ReceiptEvent, TillEvent } from './money.ts';

/** What an entry is about. */
export type Subject =
  | { readonly kind: 'office' }
  | { readonly kind: 'account'; readonly username: string }
  | { readonly kind: 'case'; readonly caseId: string }
  | { readonly kind: 'print'; readonly jobId: string }
  | { readonly kind: 'till'; readonly till: string }
  | { readonly kind: 'receipt'; readonly receiptId: string }
  | { readonly kind: 'hand-over'; readonly handOverId: string }
  | { readonly kind: 'intake'; readonly intakeId: string }
  | { readonly kind: 'kit'; readonly kitId: string };

export type OfficeEvent =
  | { readonly type: 'office-set-up'; readonly settings: OfficeSettings; readonly practice: boolean }
  | { readonly type: 'settings-changed'; readonly settings: OfficeSettings; readonly reason: string }
  /** From here on the clock is judged by this entry, not by what a wrong clock left behind. */
  | { readonly type: 'clock-confirmed'; readonly at: string; readonly reason: string }
  | { readonly type: 'catalogue-adopted'; readonly version: string; readonly sha256: string }
  /** From here on promises are counted by these days; the printed ones stay, and `changed` of the `looked` would be dated otherwise. */
  | {
      readonly type: 'calendar-adopted';
      readonly version: string;
      readonly source: readonly string[];
      readonly sha256: string;
      readonly looked: number;
      readonly changed: number;
    }
  | {
      readonly type: 'term-set';
      readonly code: string;
      readonly term: Term;
      readonly rule: 'after-15h' | null;
      readonly reason: string;
    }
  | {
      readonly type: 'legs-set';
      readonly code: string;
      readonly legs: readonly LegDefinition[];
      readonly reason: string;
    }
  | {
      readonly type: 'process-set';
      readonly code: string;
      readonly steps: readonly ProcessStep[];
      readonly reason: string;
    }
  | {
      /** Names and addresses left the desk in a file that nothing here guards any more: who took which lines is kept. */
      readonly type: 'register-exported';
      readonly format: RegisterFormat;
      readonly filter: RegisterFilter;
      readonly lines: number;
    };

export type AccountEvent =
  | { readonly type: 'account-added'; readonly fullName: string; readonly role: Role }
  | { readonly type: 'account-disabled'; readonly reason: string }
  | { readonly type: 'account-enabled'; readonly reason: string }
  | { readonly type: 'password-set' }
  | { readonly type: 'signed-in' }
  | { readonly type: 'signed-out' };

export type PrintEvent =
  | {
      readonly type: 'print-queued';
      readonly caseId: string;
      readonly documentId: string;
      readonly form: string;
      readonly number: string;
      readonly printer: string;
      /** 0 for the first print, then 1, 2 … for each reprint. */
      readonly copyOf: number;
      readonly reason?: string;
      /** Of a kit printed again: the sheets that came out. */
      readonly serials?: readonly number[];
    }
  | {
      readonly type: 'print-moved';
      readonly to: PrintState;
      readonly spoolId?: string;
      readonly reason?: string;
    };

export type EntryBody =
  | CaseAction
  | OfficeEvent
  | AccountEvent
  | PrintEvent
  | TillEvent
  | ReceiptEvent
  | HandOverEvent
  | IntakeEvent
  | KitEvent;
