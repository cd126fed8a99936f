/** An element: its name, its attributes, and either text or elements inside. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly inside: string | readonly XmlElement[];
};

export function element(
  name: string,
  inside: XmlElement['inside'],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, inside, attributes };
}

/** A whole XML 1.0 document in UTF-8, one element a line: the same elements give the same bytes. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(root, '')}`;
}

function write({ name, attributes = {}, inside }: XmlElement, indent: string): string {
  const head = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}`;
  if (inside.length === 0) return `${indent}<${head}/>\n`;
  if (typeof inside === 'string') return `${indent}<${head}>${escapeXml(inside)}</${name}>\n`;
  return `${indent}<${head}>\n${inside.map((child) => write(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 cannot hold in any spelling (its production 2), half a surrogate pair among them. */
// oxlint-disable-next-line no-control-regex
const unwritable = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escapeXml(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
