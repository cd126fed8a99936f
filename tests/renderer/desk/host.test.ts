import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** Who answers at the address of the page: the desk that gave it out, or whoever took its port. Each keeps what it heard. */
class Answering {
  readonly heard: string[] = [];
  readonly #key: Buffer;
  constructor(key: Buffer) {
    this.#key = key;
  }

  answer(asked: URL): Response {
    this.heard.push(asked.pathname);
    if (asked.pathname !== '/proof') return new Response('{}');
    const proof = createHmac('sha256', this.#key).update(`here ${asked.searchParams.get('nonce')}`);
    return new Response(`here ${proof.digest('base64url')}`);
  }
}

const secret = randomBytes(32);
let desk: Answering;
let stranger: Answering;
let atTheAddress: Answering;

beforeEach(() => {
  vi.resetModules();
  desk = new Answering(secret);
  stranger = new Answering(randomBytes(32));
  atTheAddress = desk;
  const content = `page.${secret.toString('base64url')}`;
  vi.stubGlobal('document', { querySelector: () => ({ content, remove: () => undefined }) });
  vi.stubGlobal('fetch', async (asked: string | Request) => {
    const text = typeof asked === 'string' ? asked : asked.url;
    return atTheAddress.answer(new URL(text, 'http://127.0.0.1'));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const host = () => import('../../../renderer/desk/host.ts');
const call = () => new Request('http://127.0.0.1/call/account/signIn', { method: 'POST', body: 'password' });

describe('the program behind a page that stands in a browser', () => {
  test('a stranger who takes the port right after a proof hears no call', async () => {
    const { fetchProven, hostLoss } = await host();
    await fetchProven(call(), {});
    expect(desk.heard).toEqual(['/proof', '/call/account/signIn']);
    atTheAddress = stranger;
    await expect(fetchProven(call(), {})).rejects.toThrow('did not prove itself');
    expect(stranger.heard).toEqual(['/proof']);
    expect(hostLoss()).toBe('foreign');
  });

  test('nor is a screen fetched from one, and nothing is asked of anybody afterwards', async () => {
    const { proveHost } = await host();
    await proveHost();
    atTheAddress = stranger;
    await expect(proveHost()).rejects.toThrow('did not prove itself');
    atTheAddress = desk;
    await expect(proveHost()).rejects.toThrow('foreign');
    expect(desk.heard).toEqual(['/proof']);
  });

  test('calls that begin together share one proof', async () => {
    const { fetchProven } = await host();
    await Promise.all([fetchProven(call(), {}), fetchProven(call(), {}), fetchProven(call(), {})]);
    expect(desk.heard.filter((path) => path === '/proof')).toHaveLength(1);
    expect(desk.heard).toHaveLength(4);
  });
});
