/**
 * What a name is when the keys of Telex or VNI were typed and nothing made letters of them: 'nguyeenx vawn an' is 'nguyen van an', and so is
 * 'nguye6n4 va8n an'. A word that holds no such key is what it was. The text is folded already, so marks and đ are gone.
 */
export function withoutTypingKeys(word: string): string {
  if (/^[a-z]+\d[a-z\d]*$/.test(word)) return word.replace(/\d/g, '');
  if (!/^[a-z]+$/.test(word)) return word;
  let plain = word;
  // A key may stand anywhere behind its vowel, and taking one away may show another.
  for (let round = 0; round < 4; round += 1) {
    const before = plain;
    for (const [keys, letters] of telex) plain = plain.replace(keys, letters);
    if (plain === before) break;
  }
  return plain;
}

/** In this order: tones, doubled letters, the hook of ă, ơ, ư. */
const telex: readonly (readonly [keys: RegExp, letters: string])[] = [
  // The bar of đ, typed last: 'dungd'. No syllable ends in d.
  [/^(d[a-z]*[aeiouy][a-z]*)d$/, '$1'],
  // A tone behind its vowel, or behind the consonants that end the syllable. No Vietnamese syllable ends in one of these letters.
  [/([aeiouy]w?)[sfrxj](?=[aeiouy]|w|[cmnpt]|d?$)/g, '$1'],
  [/([aeiouy](?:ch|ng|nh|[cmnpt]))[sfrxj]$/, '$1'],
  [/dd/g, 'd'],
  [/([aeo])\1/g, '$1'],
  // Doubled behind the end of the syllable: 'nguyene'.
  [/([aeo])(ch|ng|nh|[cmnpt])\1$/, '$1$2'],
  [/([aou])w/g, '$1'],
  [/([aou][a-z]*)w$/, '$1'],
  // By itself it is ư: 'hwng', 'wng'.
  [/w/g, 'u'],
];
