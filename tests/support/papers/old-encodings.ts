/** windows-1258: a vowel with its hat in one byte, then the tone in another. */
export function windows1258(text: string): Uint8Array {
  const tones = new Map([
    ['\u0300', 0xcc],
    ['\u0309', 0xd2],
    ['\u0303', 0xde],
    ['\u0301', 0xec],
    ['\u0323', 0xf2],
  ]);
  const own = new Map([
    ['ă', 0xe3],
    ['Ă', 0xc3],
    ['đ', 0xf0],
    ['Đ', 0xd0],
    ['ơ', 0xf5],
    ['Ơ', 0xd5],
    ['ư', 0xfd],
    ['Ư', 0xdd],
  ]);
  const bytes = [...text.normalize('NFD').replace(/(\u0323)([\u0302\u0306\u031b])/g, '$2$1')].reduce<string[]>(
    (out, sign) => {
      if (['\u0306', '\u0302', '\u031b'].includes(sign))
        return [...out.slice(0, -1), ((out.at(-1) ?? '') + sign).normalize('NFC')];
      return [...out, sign];
    },
    [],
  );
  return Uint8Array.from(bytes.map((sign) => tones.get(sign) ?? own.get(sign) ?? sign.charCodeAt(0) & 0xff));
}
