import { type CDPSession, type Page, expect } from '@playwright/test';

/** What a screen reader is told of one thing on the page: Chromium's own tree, and no guess by its markup. */
export type Heard = {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly states: Readonly<Record<string, unknown>>;
};

type Valued = { readonly value?: unknown };
type AxNode = {
  readonly ignored: boolean;
  readonly role?: Valued;
  readonly name?: Valued;
  readonly description?: Valued;
  readonly value?: Valued;
  readonly properties?: readonly { readonly name: string; readonly value: Valued }[];
};

function heardOf({ role, name, description, value, properties = [] }: AxNode): Heard {
  const text = (said: Valued | undefined) => (typeof said?.value === 'string' ? said.value : '').trim();
  return {
    role: text(role),
    name: text(name),
    description: text(description),
    states: Object.fromEntries([
      ...properties.map((one) => [one.name, one.value.value] as const),
      ['value', value?.value],
    ]),
  };
}

/** A screen reader that is switched on at this page. */
export class Reader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<Reader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    return new Reader(page, session);
  }

  /** What has the focus; the page's body is nothing to be told. */
  async inHand(): Promise<Heard> {
    await expect.poll(() => this.#page.evaluate('document.activeElement.tagName')).not.toBe('BODY');
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const [node] = nodes as unknown as readonly AxNode[];
    if (node === undefined || node.ignored) throw new Error('What has the focus is hidden from a screen reader');
    return heardOf(node);
  }

  /** The whole page, as it would be read from its beginning to its end. */
  async all(): Promise<readonly Heard[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return (nodes as unknown as readonly AxNode[]).filter(({ ignored }) => !ignored).map(heardOf);
  }

  /** By Tab from the first control of the page to the last; what stands behind it is the browser's own bar. */
  async walk(): Promise<readonly Heard[]> {
    const seen: Heard[] = [];
    await this.#page.evaluate(() => {
      for (const one of document.querySelectorAll('[data-walked]')) one.removeAttribute('data-walked');
      document.querySelector<HTMLElement>('nav button')?.focus();
    });
    for (let step = 0; step < 120; step += 1) {
      seen.push(await this.inHand());
      const before = await this.#page.evaluateHandle(() => document.activeElement);
      await before.evaluate((one) => one?.setAttribute('data-walked', ''));
      // At a hand's pace: keys that come as fast as a scanner's are taken for one (renderer/scanner/burst.ts).
      await this.#page.keyboard.press('Tab', { delay: 60 });
      // On a busy machine the key arrives before the focus has moved.
      const moved = await this.#page
        .waitForFunction((one) => one !== document.activeElement, before, { timeout: 2000 })
        .catch(() => undefined);
      if (moved === undefined) return seen;
      const isOut = await this.#page.evaluate(() => {
        const one = document.activeElement;
        return one === null || one === document.body || one.hasAttribute('data-walked');
      });
      if (isOut) return seen;
    }
    throw new Error('Tab never comes round');
  }
}
