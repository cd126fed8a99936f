import { type SignedReceipt, isReceiptText, readReceiptText } from '../../domain/safety/proof/receipt-text.ts';
import { type PublicKey, isSigned, readKey } from './public-keys.ts';

/** What is known of an office outside it: its keys, and which receipts another one took the place of, as of a moment. */
export type KnownOffice = {
  readonly office: string;
  /** Civil time of what is known. */
  readonly asOf: string;
  readonly keys: readonly PublicKey[];
  readonly ended: ReadonlyMap<string, { readonly verdict: 'superseded' | 'void'; readonly at: string }>;
  /** Heads of the entries that are known; null where only the ended ones are. */
  readonly heads: ReadonlySet<string> | null;
};

export type KeyFileVerdict = keyof typeof sentences;

/** Each answer as a person reads it. */
const sentences = {
  genuine: {
    vi: 'Giấy thật: đúng chữ ký của sổ, và tính đến {asOf} chưa có giấy nào thay giấy này.',
    en: 'Genuine: the register signed it, and as of {asOf} no other receipt stands in its place.',
  },
  superseded: {
    vi: 'Đúng chữ ký của sổ, nhưng từ {at} đã có giấy mới thay giấy này. Hỏi lấy giấy mới.',
    en: 'The register signed it, but a newer receipt took its place at {at}. Ask for that one.',
  },
  void: {
    vi: 'Đúng chữ ký của sổ, nhưng giấy này đã bị hủy từ {at}.',
    en: 'The register signed it, but it was made void at {at}.',
  },
  altered: {
    vi: 'Giấy giả, bị sửa hoặc quét thiếu: nội dung không khớp chữ ký.',
    en: 'Forged, altered, or cut by the scan: what it says is not what was signed.',
  },
  'unknown-key': {
    vi: 'Ký bằng khóa không có trong tệp khóa này: giấy của đơn vị khác, hoặc giả.',
    en: 'Signed under a key that is not in this key file: another office’s receipt, or a forged one.',
  },
  'stolen-key': {
    vi: 'Ký bằng khóa đã bị lộ từ {at}: không tin giấy này nếu sổ không biết nó. Hỏi đơn vị.',
    en: 'Signed under a key that got into other hands at {at}: not to be believed unless the register knows it. Ask the office.',
  },
  'not-in-register': {
    vi: 'Đúng chữ ký, nhưng sổ tính đến {asOf} không có giấy này.',
    en: 'The signature is right, but the register as of {asOf} does not know this receipt.',
  },
  unsigned: {
    vi: 'Đây là mã hồ sơ, không phải ô chữ ký: giấy cấp trước khi sổ ký giấy, hoặc quét nhầm ô bên phải.',
    en: 'This is a case code and not the signed square: a receipt from before they were signed, or the wrong square was scanned.',
  },
  unreadable: {
    vi: 'Không đọc được: quét chưa đủ, hoặc không phải ô chữ ký của giấy tiếp nhận.',
    en: 'Not readable: the scan was cut, or this is not the signed square of a receipt.',
  },
} as const;

const nothing = {
  keyId: null,
  desk: null,
  kind: null,
  number: null,
  acceptedAt: null,
  dueAt: null,
  amount: null,
  head: null,
};

/** What a key file, or an export, says of one receipt. */
export function checkReceiptBy(known: KnownOffice, text: string) {
  const scanned = text.trim();
  const receipt = readReceiptText(scanned);
  if (receipt === undefined) {
    // As long as a square is, and it does not come out even: whoever changed a digit changed the whole number.
    if (isReceiptText(scanned)) return answer(known, 'altered', {});
    const isCode = /^[A-Z0-9.]+-\d{6,8}-\d{4,7}$/i.test(scanned);
    return answer(known, isCode ? 'unsigned' : 'unreadable', {});
  }
  const key = known.keys.find(({ keyId }) => keyId === receipt.keyId);
  return answer(known, ...judge(known, receipt, key), receipt, key);
}

function judge(
  known: KnownOffice,
  receipt: SignedReceipt,
  key: PublicKey | undefined,
): [KeyFileVerdict, { at?: string }] {
  if (key === undefined) return ['unknown-key', {}];
  if (!isSigned(key, signedText(receipt), receipt.signature)) return ['altered', {}];
  const isThere = known.heads?.has(receipt.head);
  if (key.stolenSince !== null && isThere !== true) return ['stolen-key', { at: key.stolenSince }];
  if (isThere === false) return ['not-in-register', {}];
  const ended = known.ended.get(receipt.head);
  return ended === undefined ? ['genuine', {}] : [ended.verdict, { at: ended.at }];
}

export function signedText({ signed }: SignedReceipt): Buffer {
  return Buffer.concat([Buffer.from('mot-cua-desk 1 receipt\n'), signed]);
}

function answer(
  { office, asOf }: KnownOffice,
  verdict: KeyFileVerdict,
  said: { readonly at?: string },
  receipt?: SignedReceipt,
  key?: PublicKey,
) {
  const { signed: _signed, signature: _signature, ...facts } = receipt ?? { signed: null, signature: null, ...nothing };
  const fill = (text: string) => text.replace('{asOf}', asOf).replace('{at}', said.at ?? '');
  const { vi, en } = sentences[verdict];
  return {
    verdict,
    ...facts,
    desk: key?.desk ?? null,
    office,
    asOf,
    since: said.at ?? null,
    vi: fill(vi),
    en: fill(en),
  };
}

type Ended = { readonly head: string; readonly verdict: 'superseded' | 'void'; readonly at: string };

function isEnded(one: unknown): one is Ended {
  const { head, verdict, at } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return typeof head === 'string' && typeof at === 'string' && (verdict === 'superseded' || verdict === 'void');
}

/** What a key file says (`receipt.keys`, also as the command line answers it); undefined for what is none. */
export function readKeyFile(text: string): KnownOffice | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof raw !== 'object' || raw === null) return undefined;
  const wrapped = raw as { value?: unknown };
  const file = (wrapped.value ?? raw) as {
    format?: unknown;
    office?: unknown;
    asOf?: unknown;
    keys?: unknown;
    ended?: unknown;
  };
  if (file.format !== 'mot-cua-desk receipt keys 1' || !Array.isArray(file.keys) || !Array.isArray(file.ended))
    return undefined;
  if (!file.ended.every(isEnded)) return undefined;
  const { ended } = file;
  return {
    office: String(file.office),
    asOf: String(file.asOf),
    keys: file.keys.flatMap((key) => readKey(key) ?? []),
    ended: new Map(ended.map(({ head, verdict, at }) => [head, { verdict, at }])),
    heads: null,
  };
}
