/**
 * What citizens and clerks call a thing, and the words the official name uses for it; both folded. Habit of speech, no
 * source: it only widens a search, and nothing printed comes from here.
 */
const spokenNames: readonly (readonly [string, string])[] = [
  ['sao y ban chinh', 'chung thuc ban sao tu ban chinh'],
  ['sao y', 'chung thuc ban sao tu ban chinh'],
  ['cong chung', 'chung thuc'],
  ['giay doc than', 'xac nhan tinh trang hon nhan'],
  ['doc than', 'tinh trang hon nhan'],
  ['nhap ho khau', 'dang ky thuong tru'],
  ['ho khau', 'thuong tru'],
  ['giay khai sinh', 'khai sinh'],
  ['lam khai sinh', 'dang ky khai sinh'],
  ['so do', 'giay chung nhan quyen su dung dat'],
  ['so hong', 'giay chung nhan quyen su dung dat'],
  ['giay bao tu', 'khai tu'],
];

/** The folded query in official words, or undefined when nothing in it is a spoken name. The longest name wins. */
export function officialWords(query: string): string | undefined {
  for (const [spoken, official] of spokenNames) {
    const padded = ` ${query} `;
    if (padded.includes(` ${spoken} `)) return padded.replace(` ${spoken} `, ` ${official} `).trim();
  }
  return undefined;
}
