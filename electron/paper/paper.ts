import { createHash } from 'node:crypto';
import { fault, type Fault } from '../contract/fault.ts';
import type { PaperPage } from '../contract/paper.ts';
import { createMeasure, openFonts, type Fonts, type Measure } from './font.ts';
import { formData } from './form-data.ts';
import { listFormFiles, loadForm, loadKeptForm, type LoadedForm } from './form-files.ts';
import { sampleOf } from './sample-data.ts';
import type { PaperSize } from './form-schema.ts';
import { layOut } from './layout.ts';
import { renderPdf } from './pdf.ts';
import { valueAt } from './template.ts';

export type PaperOptions = {
  readonly size?: PaperSize | undefined;
  /** The how-manieth reprint this is, printed on the paper; a first print has none. */
  readonly reprint?: number | undefined;
  /** The text of the form's definition that an old paper was made by; the form's file where there is none. */
  readonly formText?: string | undefined;
};

export type PaperFault = Fault<'form-unknown' | 'form-broken' | 'input-invalid'>;
export type RenderedPaper = {
  readonly pdf: Uint8Array;
  readonly sha256: string;
  readonly pages: number;
  readonly formSha256: string;
  readonly formText: string;
};
export type FormEntry = {
  readonly form: string;
  readonly title: string;
  readonly version: string;
  readonly verified: boolean;
  readonly source: LoadedForm['source'];
};

export type PaperFolders = {
  readonly formsFolder: string;
  readonly fontsFolder: string;
  readonly overrideFolder?: string | undefined;
};
export type Paper = {
  /** All forms, the broken ones as faults so that they are seen. */
  listForms(): (FormEntry | Fault<'form-unknown' | 'form-broken'>)[];
  preview(form: string, data: unknown, options?: PaperOptions): { pages: PaperPage[] } | PaperFault;
  render(form: string, data: unknown, options?: PaperOptions): Promise<RenderedPaper | PaperFault>;
  /** Tries the text of a form with a sample of its data, each field filled with its own name; how many pages that takes. */
  check(form: string, text: string): { pages: number } | Fault<'form-broken'>;
};

/** The paper room. Fonts are opened at the first paper and kept; forms are read each time, so an office's change is seen at once. */
export function createPaper({ formsFolder, fontsFolder, overrideFolder }: PaperFolders): Paper {
  let opened: { fonts: Fonts; measure: Measure } | undefined;
  return { listForms, preview, render, check };

  function open(): { fonts: Fonts; measure: Measure } {
    if (opened === undefined) {
      const fonts = openFonts(fontsFolder);
      opened = { fonts, measure: createMeasure(fonts) };
    }
    return opened;
  }

  function listForms(): ReturnType<Paper['listForms']> {
    return listFormFiles(formsFolder, overrideFolder).map((name) => {
      const loaded = loadForm(name, formsFolder, overrideFolder);
      if ('fault' in loaded) return loaded;
      const { form, title, version, verification } = loaded.form;
      return { form, title, version, verified: verification.state === 'verified', source: loaded.source };
    });
  }

  function lay(
    name: string,
    data: unknown,
    options: PaperOptions,
  ): (LoadedForm & { pages: PaperPage[]; datedAt: string }) | PaperFault {
    const { formText } = options;
    const loaded = formText === undefined ? loadForm(name, formsFolder, overrideFolder) : loadKeptForm(name, formText);
    if ('fault' in loaded) return loaded;
    const parsed = formData[name]?.safeParse(data);
    if (parsed === undefined) return fault('form-unknown', { form: name });
    if (!parsed.success)
      return fault('input-invalid', {
        issues: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    const values = parsed.data as Record<string, unknown>;
    const size = options.size ?? loaded.form.paper.default;
    const pages = layOut(loaded.form, values, { size, reprint: options.reprint }, open().measure);
    return { ...loaded, pages, datedAt: String(valueAt(values, loaded.form.datedBy)) };
  }

  function preview(form: string, data: unknown, options: PaperOptions = {}): { pages: PaperPage[] } | PaperFault {
    const laid = lay(form, data, options);
    return 'fault' in laid ? laid : { pages: laid.pages };
  }

  async function render(form: string, data: unknown, options: PaperOptions = {}): Promise<RenderedPaper | PaperFault> {
    const laid = lay(form, data, options);
    if ('fault' in laid) return laid;
    const pdf = await renderPdf(laid.pages, { title: laid.form.title, datedAt: laid.datedAt }, open().fonts);
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    return { pdf, sha256, pages: laid.pages.length, formSha256: laid.sha256, formText: laid.text };
  }

  function check(name: string, text: string): { pages: number } | Fault<'form-broken'> {
    const loaded = loadKeptForm(name, text);
    if ('fault' in loaded) return loaded;
    const data = sampleOf(formData[name]) as Record<string, unknown>;
    const { sizes } = loaded.form.paper;
    const counts = Object.keys(sizes).map(
      (size) => layOut(loaded.form, data, { size: size as PaperSize, reprint: 1 }, open().measure).length,
    );
    return { pages: Math.max(...counts) };
  }
}
