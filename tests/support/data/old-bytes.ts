/** What each old encoding writes, by its own table: the tone behind the vowel, one sign a letter, or a second letter. */
export function windows1258(text: string): Buffer {
  const tones: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0309': 0xd2,
    '\u0303': 0xde,
    '\u0301': 0xec,
    '\u0323': 0xf2,
  };
  const letters: Record<string, number> = {
    ă: 0xe3,
    Ă: 0xc3,
    â: 0xe2,
    Â: 0xc2,
    ê: 0xea,
    Ê: 0xca,
    ô: 0xf4,
    Ô: 0xd4,
    ơ: 0xf5,
    Ơ: 0xd5,
    ư: 0xfd,
    Ư: 0xdd,
    đ: 0xf0,
    Đ: 0xd0,
  };
  return Buffer.from(
    [...text].flatMap((letter) => {
      const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(letter.normalize('NFD'))?.[0];
      const base = letter
        .normalize('NFD')
        .replace(/[\u0300\u0301\u0303\u0309\u0323]/, '')
        .normalize('NFC');
      return [letters[base] ?? base.charCodeAt(0), ...(tone === undefined ? [] : [tones[tone] ?? 0])];
    }),
  );
}

export function tcvn3(text: string): Buffer {
  const table = [
    'µà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ ®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị',
    'ßò áỏ âõ ãó äọ «ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ \u00adư õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ §Đ',
  ];
  const bytes = new Map(
    table
      .join(' ')
      .split(' ')
      .map(([byte = '', letter = '']) => [letter, byte.charCodeAt(0)]),
  );
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? letter.charCodeAt(0)));
}

export function vni(text: string): Buffer {
  const marks: Record<string, string> = { '\u0301': 'ù', '\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0323': 'ï' };
  const hat: Record<string, string> = {
    '': 'â',
    '\u0301': 'á',
    '\u0300': 'à',
    '\u0309': 'å',
    '\u0303': 'ã',
    '\u0323': 'ä',
  };
  const breve: Record<string, string> = {
    '': 'ê',
    '\u0301': 'é',
    '\u0300': 'è',
    '\u0309': 'ú',
    '\u0303': 'ü',
    '\u0323': 'ë',
  };
  const plain: Record<string, string> = { ị: 'ò', ỉ: 'æ', ĩ: 'ó', ỵ: 'î', í: 'í', ì: 'ì' };
  const signs = [...text].map((letter) => {
    if (plain[letter] !== undefined) return plain[letter];
    if (letter === 'đ') return 'ñ';
    const parts = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
    const [base = ''] = parts;
    if (parts.includes('\u0302')) return base + (hat[tone] ?? '');
    if (parts.includes('\u0306')) return base + (breve[tone] ?? '');
    const horned = parts.includes('\u031b') ? (base === 'u' ? 'ö' : 'ô') : base;
    return tone === '' ? horned : horned + (marks[tone] ?? '');
  });
  return Buffer.from(signs.join(''), 'latin1');
}
