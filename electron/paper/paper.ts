import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Fault, fault } from '../contract/base/fault.ts';
import type { Face, PaperPage } from '../contract/common/printing/paper.ts';
import type { Margins, RollWidth } from '../contract/common/printing/printers.ts';
import { type Steps, atOnce } from '../domain/base/resumable.ts';
import {
  type LoadedForm,
  listFormFiles,
  loadForm,
  loadKeptForm,
  officeFormTexts,
  strayFormFiles,
} from './forms/files.ts';
import { findForm } from './forms/forms.ts';
import { sampleOf } from './forms/samples.ts';
import { type Form, PaperSize, isRollForm } from './forms/schema.ts';
import { valueAt } from './forms/template.ts';
import { layOut } from './layout/layout.ts';
import { mm } from './layout/row.ts';
import { layRoll } from './output/layout-roll.ts';
import { type PdfInfo, renderPdf, renderPdfAtOnce } from './output/pdf.ts';
import { type Bitmap, dotsPerMm, rasterPage } from './output/raster.ts';
import { inSlices } from './slices.ts';
import { type Fonts, type Measure, createMeasure, openFonts } from './type/font.ts';
import { type SetText, createGlyphSetter } from './type/glyph-dots.ts';

export type PaperOptions = {
  readonly size?: PaperSize | undefined;
  /** The how-manieth reprint this is, printed on the paper; a first print has none. */
  readonly reprint?: number | undefined;
  /** The text of the form's definition that an old paper was made by; the form's file where there is none. */
  readonly formText?: string | undefined;
  /** Gives up a long paper between two pages, with the reason that it gives. */
  readonly signal?: AbortSignal | undefined;
};

export type PaperFault = Fault<'form-unknown' | 'form-broken' | 'input-invalid'>;
/** A paper as it goes to printers: the file, and what it was drawn from, for a printer that needs it drawn otherwise. */
export type Drawn = { readonly pdf: Uint8Array; readonly laid: readonly PaperPage[]; readonly info: PdfInfo };
export type RenderedPaper = Drawn & {
  readonly sha256: string;
  readonly pages: number;
  readonly formSha256: string;
  readonly formText: string;
};
type FormEntry = {
  readonly form: string;
  readonly title: string;
  readonly version: string;
  readonly verified: boolean;
  readonly source: LoadedForm['source'];
  /** The paper it has to be on, for whoever fills a tray: a sheet of one size, a roll by its width, or the office's own size. */
  readonly on: PaperSize | `${RollWidth} mm` | 'office';
};

export type PaperFolders = {
  readonly formsFolder: string;
  readonly fontsFolder: string;
  readonly overrideFolder?: string | undefined;
  /** The text that a data pack of the office gives a form today. */
  readonly packedForm?: ((form: string) => string | undefined) | undefined;
};
export type Paper = {
  /** All forms, the broken ones as faults so that they are seen. */
  listForms(): (FormEntry | Fault<'form-unknown' | 'form-broken'>)[];
  /** A form as papers are made by it today, with its text; undefined for one that is none, or is broken. */
  findForm(form: string): LoadedForm | undefined;
  /** The files by which the office has replaced forms. */
  officeForms(): readonly { readonly form: string; readonly text: string }[];
  preview(form: string, data: unknown, options?: PaperOptions): { pages: PaperPage[] } | PaperFault;
  render(form: string, data: unknown, options?: PaperOptions): Promise<RenderedPaper | PaperFault>;
  /** The same in one go: inside a transaction, where nobody is answered in between. */
  renderAtOnce(form: string, data: unknown, options?: PaperOptions): RenderedPaper | PaperFault;
  /** The same paper moved for a printer that draws it beside its place. What is kept is never the moved one. */
  moved(paper: Drawn, margins: Margins): Promise<Uint8Array>;
  /** The same paper as dots for a printer of rolls, or null where it is not of that width. */
  dots(paper: Drawn, roll: RollWidth, margins?: Margins): readonly Bitmap[] | null;
  /**
   * Tries the text of a form with a sample of its data, each field filled with its own name: how many pages that takes at most,
   * and the file to look at, in the form's own size.
   */
  check(form: string, text: string): Promise<{ pages: number; pdf: Uint8Array } | Fault<'form-broken'>>;
  /** Opens the fonts and makes one paper of a form, for nobody: 0.4 s that the first clerk of the day would wait for. Once is enough. */
  warm(form: string): Promise<void>;
};

/** A sample is of no day; its file says one that is nobody's, so that the same text gives the same bytes. */
const sampleMoment = '2000-01-01T00:00:00+07:00';

type Laid = LoadedForm & { readonly pages: PaperPage[]; readonly datedAt: string };

type Opened = { readonly fonts: Fonts; readonly measure: Measure; readonly setText: SetText };

/** A fact of the form: what it is laid out for. */
function paperOf(form: Form): FormEntry['on'] {
  return isRollForm(form) ? `${form.roll.width} mm` : (form.paper.only ?? findForm(form.form)?.size ?? 'office');
}

/**
 * The paper room. A list of data is a pad: as many papers of one form, in one file. Fonts are opened at the first paper and kept; forms are read each time,
 * so an office's change is seen at once.
 */
export function createPaper({ formsFolder, fontsFolder, overrideFolder, packedForm }: PaperFolders): Paper {
  const opened = new Map<Face, Opened>();
  let isWarm = false;
  return {
    listForms,
    findForm: formOf,
    officeForms: () => officeFormTexts(overrideFolder),
    preview,
    render,
    renderAtOnce,
    moved,
    dots,
    check,
    warm,
  };

  function loadToday(name: string): ReturnType<typeof loadForm> {
    return loadForm(name, formsFolder, overrideFolder, packedForm?.(name));
  }

  function formOf(name: string): LoadedForm | undefined {
    const loaded = loadToday(name);
    return 'fault' in loaded ? undefined : loaded;
  }

  function open(face: Face = 'serif'): Opened {
    const known = opened.get(face);
    if (known !== undefined) return known;
    const fonts = openFonts(fontsFolder, face);
    const found = { fonts, measure: createMeasure(fonts), setText: createGlyphSetter(fonts) };
    opened.set(face, found);
    return found;
  }

  function listForms(): ReturnType<Paper['listForms']> {
    const forms = listFormFiles(formsFolder, overrideFolder).map((name) => {
      const loaded = loadToday(name);
      if ('fault' in loaded) return loaded;
      const { form, title, version, verification } = loaded.form;
      const on = paperOf(loaded.form);
      return { form, title, version, verified: verification.state === 'verified', source: loaded.source, on };
    });
    return [...forms, ...strayFormFiles(overrideFolder)];
  }

  function* lay(name: string, data: unknown, options: PaperOptions): Steps<Laid | PaperFault> {
    const { formText } = options;
    const loaded = formText === undefined ? loadToday(name) : loadKeptForm(name, formText);
    if ('fault' in loaded) return loaded;
    const schema = findForm(name)?.data;
    if (schema === undefined) return fault('form-unknown', { form: name });
    const parsed = z.array(schema).min(1).safeParse([data].flat());
    if (!parsed.success)
      return fault('input-invalid', {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.slice(1).join('.'), message })),
      });
    const papers = parsed.data as Record<string, unknown>[];
    const pages: PaperPage[][] = [];
    for (const values of papers) pages.push(yield* pagesOf(loaded.form, values, options));
    return { ...loaded, pages: pages.flat(), datedAt: String(valueAt(papers[0], loaded.form.datedBy)) };
  }

  function* pagesOf(form: Form, data: Record<string, unknown>, { size, reprint }: PaperOptions): Steps<PaperPage[]> {
    if (isRollForm(form)) return layRoll(form, data, reprint, open('sans').measure);
    return yield* layOut(form, data, { size: form.paper.only ?? size ?? form.paper.default, reprint }, open().measure);
  }

  function preview(form: string, data: unknown, options: PaperOptions = {}): { pages: PaperPage[] } | PaperFault {
    const laid = atOnce(lay(form, data, options));
    return 'fault' in laid ? laid : { pages: laid.pages };
  }

  async function render(form: string, data: unknown, options: PaperOptions = {}): Promise<RenderedPaper | PaperFault> {
    const { signal } = options;
    const laid = await inSlices(lay(form, data, options), signal);
    return 'fault' in laid ? laid : rendered(laid, await renderPdf(drawingOf(laid), signal));
  }

  function renderAtOnce(form: string, data: unknown, options: PaperOptions = {}): RenderedPaper | PaperFault {
    const laid = atOnce(lay(form, data, options));
    return 'fault' in laid ? laid : rendered(laid, renderPdfAtOnce(...drawingOf(laid)));
  }

  function drawingOf({ pages, form, datedAt }: Laid): [readonly PaperPage[], PdfInfo, Fonts] {
    return [pages, { title: form.title, datedAt }, open(pages[0]?.face).fonts];
  }

  function rendered(laid: Laid, pdf: Uint8Array): RenderedPaper {
    const [pages, info] = drawingOf(laid);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const { sha256: formSha256, text: formText } = laid;
    return { pdf, laid: pages, info, sha256, pages: pages.length, formSha256, formText };
  }

  function moved({ laid, info }: Drawn, margins: Margins): Promise<Uint8Array> {
    return renderPdf([laid, info, open(laid[0]?.face).fonts, margins]);
  }

  function dots({ laid }: Drawn, roll: RollWidth, margins?: Margins): readonly Bitmap[] | null {
    if (laid.some((page) => Math.round(page.width / mm) !== roll)) return null;
    const shift = Math.round((margins?.leftMm ?? 0) * dotsPerMm);
    return laid.map((page) => rasterPage(page, roll, open(page.face).setText, shift));
  }

  async function warm(form: string): Promise<void> {
    if (isWarm) return;
    isWarm = true;
    await render(form, sampleOf(findForm(form)?.data));
  }

  async function check(name: string, text: string): Promise<{ pages: number; pdf: Uint8Array } | Fault<'form-broken'>> {
    const loaded = loadKeptForm(name, text);
    if ('fault' in loaded) return loaded;
    const data = sampleOf(findForm(name)?.data) as Record<string, unknown>;
    const counts = PaperSize.options.map((size) => atOnce(pagesOf(loaded.form, data, { size, reprint: 1 })).length);
    const laid = atOnce(pagesOf(loaded.form, data, { reprint: 1 }));
    const pdf = await renderPdf([laid, { title: loaded.form.title, datedAt: sampleMoment }, open(laid[0]?.face).fonts]);
    return { pages: Math.max(...counts), pdf };
  }
}
