import { type ReceptionForm, isUntouched } from '../../case-fields/reception-form.ts';

/** A change waits this long at most before it is kept, however fast the typing goes on: less than 1 s is ever lost. */
export const keepWithinMs = 700;
const tryAgainMs = 1000;

type Ports = {
  readonly save: (form: ReceptionForm) => Promise<void>;
  readonly discard: (draftId: string) => Promise<void>;
  /** Runs `act` after so many milliseconds; returns how to call it off. */
  readonly after: (delay: number, act: () => void) => () => void;
  readonly onKept: () => void;
  readonly onFailed: () => void;
};

/** Writes forms away as drafts, one after the other, and holds what could not be written until it can. */
export class DraftKeeper {
  readonly #ports: Ports;
  readonly #unkept = new Map<string, ReceptionForm>();
  readonly #stored = new Set<string>();
  /** Each draft as this window last had it: the list of kept ones may be a moment older. */
  readonly #newest = new Map<string, ReceptionForm>();
  readonly #forgotten = new Set<string>();
  #last: ReceptionForm | undefined;
  #callOff: (() => void) | undefined;
  #writing: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(ports: Ports) {
    this.#ports = ports;
  }

  /** The form is now this. A form just begun has nothing to keep. */
  changed(form: ReceptionForm): void {
    const before = this.#last;
    this.#last = form;
    if (before === form) return;
    this.#newest.set(form.draftId, form);
    if (before !== undefined && before.draftId !== form.draftId) this.#layAside(before);
    if (before?.draftId !== form.draftId && isUntouched(form)) return;
    if (before === undefined) return;
    this.#unkept.set(form.draftId, form);
    this.#callOff ??= this.#ports.after(keepWithinMs, () => void this.flush());
  }

  /** Another citizen stands there now: after a restart this one waits in the list and does not take their place. */
  #layAside(form: ReceptionForm): void {
    if (isUntouched(form) || this.#forgotten.has(form.draftId)) return;
    this.#unkept.set(form.draftId, { ...form, parked: true });
    this.#callOff ??= this.#ports.after(keepWithinMs, () => void this.flush());
  }

  /** What is taken up again, as it was last typed in this window, or as it was kept by another. */
  newestOf(kept: ReceptionForm): ReceptionForm {
    return this.#newest.get(kept.draftId) ?? kept;
  }

  /** The case is received and its draft gone with it: nothing of it may be written any more. */
  forget(draftId: string): void {
    this.#forgotten.add(draftId);
    this.#newest.delete(draftId);
    this.#unkept.delete(draftId);
    this.#stored.delete(draftId);
  }

  /** The screen stands again, after `end` or for the first time. */
  begin(): void {
    this.#ended = false;
    if (this.#unkept.size > 0) this.#callOff ??= this.#ports.after(keepWithinMs, () => void this.flush());
  }

  /** The screen goes: what is not kept is written once more. It is not tried for ever, or it would be kept under the name of whoever signs in next. */
  end(): void {
    this.#ended = true;
    void this.flush();
  }

  /** Writes what is not kept yet, now. Never fails: what fails is tried again. */
  flush(): Promise<void> {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  async #write(): Promise<void> {
    for (const [draftId, form] of this.#unkept) {
      try {
        await this.#keep(form);
        // Typed on while this was written: that is a later change and waits its turn.
        if (this.#unkept.get(draftId) === form) this.#unkept.delete(draftId);
        this.#ports.onKept();
      } catch {
        this.#ports.onFailed();
        if (this.#ended) return;
        this.#callOff ??= this.#ports.after(tryAgainMs, () => void this.flush());
      }
    }
  }

  async #keep(form: ReceptionForm): Promise<void> {
    if (!isUntouched(form)) {
      await this.#ports.save(form);
      this.#stored.add(form.draftId);
      return;
    }
    // Everything was deleted again: an empty draft would only be in the way.
    if (this.#stored.delete(form.draftId)) await this.#ports.discard(form.draftId);
  }
}
