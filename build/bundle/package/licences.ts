import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../check/source-files.ts';
import type { Target } from './shipped.ts';

type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
};

const licenceFile = /^(licen[cs]e|copying|notice)/i;
const line = '='.repeat(100);

/** Packages that give a licence by its name and bring no text: theirs is the usual one, over the authors they name. */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function textOf(folder: string, { name, license }: Manifest): string {
  const files = readdirSync(path.join(root, folder)).filter((file) => licenceFile.test(file));
  if (files.length > 0)
    return files.map((file) => readFileSync(path.join(root, folder, file), 'utf8').trim()).join('\n\n');
  if (license === 'MIT') return mit;
  throw new Error(`${name} says ${license ?? 'nothing'} of its licence and brings no text: it cannot be shipped`);
}

function chapter(folder: string): string {
  const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license, author, homepage, repository } = manifest;
  const by = typeof author === 'string' ? author : author?.name;
  const from = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  const head = [`${name} ${version}`, license, by, from].filter((one) => one !== undefined && one !== '').join(' · ');
  return `${line}\n${head}\n${line}\n\n${textOf(folder, manifest)}\n`;
}

const fonts = [
  ['Be Vietnam Pro', 'BeVietnamPro-OFL.txt'],
  ['Noto Sans', 'NotoSans-OFL.txt'],
  ['Tinos', 'Tinos-OFL.txt'],
] as const;

/** GPLv3 §6: whoever gets the program is told that it is under this licence, and where its source is. */
function sumatra(): string {
  const [file = ''] = readdirSync(path.join(root, 'node_modules/pdf-to-printer/dist')).filter((name) =>
    name.endsWith('.exe'),
  );
  const version = /\d+(\.\d+)+/.exec(file)?.[0] ?? '?';
  return `${line}
SumatraPDF ${version} · GPL-3.0 · Copyright 2006-2022 all authors · https://www.sumatrapdfreader.org
${line}

Chương trình riêng (${file}), không sửa đổi, được gọi để in PDF trên Windows. Toàn văn giấy phép ở dưới. Mã nguồn: https://github.com/sumatrapdfreader/sumatrapdf,
nhãn phiên bản ${version}; một số phần theo AGPLv3 hoặc BSD, như tệp AUTHORS ở đó ghi. Đơn vị phát hành gói này phải giao mã nguồn đó cho ai hỏi.

A program of its own (${file}), unchanged, called to print PDFs on Windows. The whole licence stands below. Its source:
https://github.com/sumatrapdfreader/sumatrapdf at the tag of version ${version}; parts of it are under the AGPLv3 or BSD licences, as the file AUTHORS
there says. Whoever gives this package to others has to give that source to those who ask.

${readFileSync(path.join(root, 'resources/licences/GPL-3.txt'), 'utf8').trim()}
`;
}

/** The notice that travels: whose work is in the package, under what. `packages` are folders below the root; a package met twice in one version is told once. */
export function thirdPartyNotice(packages: readonly string[], { platform }: Target): string {
  const chapters = [...new Set(packages)].toSorted().map(chapter);
  const ofFonts = fonts.map(
    ([name, file]) =>
      `${line}\n${name} · OFL-1.1\n${line}\n\n${readFileSync(path.join(root, 'resources/fonts', file), 'utf8').trim()}\n`,
  );
  const head = `Một Cửa Desk: phần mềm của người khác trong gói này | the work of others in this package

Bản thân Một Cửa Desk: EUPL-1.2, xem LICENSE. Electron, Chromium, Node.js: xem LICENSE.electron.txt và LICENSES.chromium.html cạnh chương trình.
Một Cửa Desk itself: EUPL-1.2, see LICENSE. Electron, Chromium, Node.js: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.
`;
  return [head, ...new Set(chapters), ...ofFonts, ...(platform === 'win32' ? [sumatra()] : [])].join('\n');
}

/** Whether a package is named in a notice with its version. */
export function isNoted(notice: string, folder: string): boolean {
  const file = path.join(root, folder, 'package.json');
  if (!existsSync(file)) return false;
  const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  return notice.includes(`\n${name} ${version} · `);
}
