import path from 'node:path';
import { code128, qr } from '../../../../electron/paper/layout/code-block.ts';
import { withItem } from '../../../../electron/paper/layout/text-blocks.ts';
import { loadForm } from '../../../../electron/paper/forms/files.ts';
import type { Block, Sheet, SheetForm } from '../../../../electron/paper/forms/schema.ts';
import { mm } from '../../../../electron/paper/layout/row.ts';
import { fillTemplate, isFilled, type Run, valueAt } from '../../../../electron/paper/forms/template.ts';
import { root } from '../../office.ts';

type Align = 'left' | 'center' | 'right' | 'justify';
type Rect = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What stands on the paper, in order and with its values, in points: what another engine needs to lay out the same one. */
export type Piece =
  | { readonly kind: 'header'; readonly left: readonly Set[]; readonly right: readonly Set[] }
  | {
      readonly kind: 'text';
      readonly runs: readonly Run[];
      readonly size: number;
      readonly align: Align;
      readonly hanging: number;
    }
  | {
      readonly kind: 'side-by-side';
      readonly items: readonly { readonly runs: readonly Run[]; readonly share: number }[];
    }
  | {
      readonly kind: 'code';
      readonly runs: readonly Run[];
      readonly bars: readonly Rect[];
      readonly modules: readonly Rect[];
    }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Run[])[][] }
  | { readonly kind: 'signatures'; readonly space: number; readonly columns: readonly Signature[] }
  | { readonly kind: 'space'; readonly height: number };
type Set = { readonly runs: readonly Run[]; readonly size: number };
type Column = { readonly title: string; readonly width: number | undefined; readonly align: Align };
type Signature = { readonly title: string; readonly hint: string; readonly name: string };

type Copy = { readonly pieces: readonly Piece[]; readonly foot: readonly Piece[] };
export type Content = {
  readonly copies: readonly Copy[];
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
};

/** The side of the QR symbol and the height of the bars, as the desk draws them. */
export const qrSide = 14 * mm;
const [barHeight, barModule] = [8 * mm, 0.25 * mm];

let form: SheetForm | undefined;

/** The receipt (Mẫu 01) on A5 with these data, all copies: the form's own blocks, filled by the desk's own templates. */
export function receiptContent(data: Readonly<Record<string, unknown>>): Content {
  form ??= readReceipt();
  const { copies, blocks, pageBottom, paper } = form;
  const sheet = paper.sizes.A5;
  const filled = copies.map((copy) => {
    const values = { ...data, copy, page: { many: false }, print: {} };
    const piecesOf = (all: readonly Block[]) => all.flatMap((block) => pieces(block, values, sheet));
    return { pieces: piecesOf(blocks), foot: piecesOf(pageBottom) };
  });
  return { copies: filled, sheet, width: 148 * mm, height: 210 * mm };
}

function readReceipt(): SheetForm {
  const loaded = loadForm('mau-01', path.join(root, 'resources/forms'), undefined);
  if ('fault' in loaded || loaded.form.paper === undefined) throw new Error('mau-01 is not a form for sheets');
  return loaded.form as SheetForm;
}

type Values = Readonly<Record<string, unknown>>;

function pieces(block: Block, values: Values, sheet: Sheet): Piece[] {
  if (block.when !== undefined && !isFilled(valueAt(values, block.when))) return [];
  if (block.unless !== undefined && isFilled(valueAt(values, block.unless))) return [];
  const { type } = sheet;
  const fill = (template: string) => fillTemplate(template, values);
  const plain = (template: string) =>
    fillTemplate(template, values, '')
      .map(({ text }) => text)
      .join('');
  switch (block.kind) {
    case 'header': {
      const as = (template: string, font: Run['font'], size: number): Set => ({
        runs: fill(template).map((run) => ({ ...run, font })),
        size,
      });
      return [
        {
          kind: 'header',
          left: [as(block.parent, 'regular', type.header), as(block.agency, 'bold', type.header)],
          right: [
            as(block.nation, 'bold', type.header),
            as(block.motto, 'bold', type.motto),
            as(block.placeDate, 'italic', (type.small + type.body) / 2),
          ],
        },
      ];
    }
    case 'paragraph': {
      const list = block.each === undefined ? [values] : itemsOf(values, block.each);
      const { align, hanging } = block;
      const size = type[block.size] ?? type.title;
      return list.map((own) => ({
        kind: 'text',
        runs: fillTemplate(block.text, own),
        size,
        align,
        hanging: hanging * mm,
      }));
    }
    case 'fields':
      return [
        {
          kind: 'side-by-side',
          items: block.items.map(({ label, text, share }) => ({ runs: fill(`${label}: ${text}`), share })),
        },
      ];
    case 'code':
      return [codeOf(fill(`${block.label}: `), String(valueAt(values, block.value)))];
    case 'table': {
      const columns = block.columns.map(({ title, width, align }) => ({
        title,
        width: width === undefined ? undefined : width * type.body,
        align,
      }));
      const rows = itemsOf(values, block.rows).map((own) =>
        block.columns.map(({ text }) => fillTemplate([text].flat().join('\n'), own, '')),
      );
      return [{ kind: 'table', columns, rows }];
    }
    case 'signatures':
      return [
        {
          kind: 'signatures',
          space: block.space * mm,
          columns: block.columns.map(({ title, hint, name }) => ({
            title: plain(title),
            hint: plain(hint),
            name: plain(name),
          })),
        },
      ];
    case 'spacer':
      return [{ kind: 'space', height: block.height }];
    case 'mark':
      return [{ kind: 'text', runs: fill(`**${block.text}**`), size: type.body, align: 'center', hanging: 0 }];
    case 'scale':
      return [];
  }
}

function itemsOf(values: Values, at: string): Values[] {
  const list = valueAt(values, at);
  return (Array.isArray(list) ? (list as unknown[]) : []).map((item, index) => withItem(values, item, index));
}

function codeOf(label: readonly Run[], number: string): Piece {
  const { bars } = code128(number, barModule);
  const modules = qr(number, { x: 0, y: 0 }, qrSide).flatMap((op) => (op.kind === 'rect' ? [op] : []));
  return {
    kind: 'code',
    runs: [...label, { text: number, font: 'bold' }],
    bars: bars.map(({ x, width }) => ({ x, y: 0, width, height: barHeight })),
    modules,
  };
}
