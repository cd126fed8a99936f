/** Reports of a scanner that is a HID-POS device: USB HID Usage Tables for Point of Sale, usage page 0x8C. Pure. */

export const posUsagePage = 0x8c;

/** As WebHID names them: a usage is its page in the upper sixteen bits and its number in the lower. */
type ReportItem = {
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
};
type ReportShape = { readonly reportId?: number; readonly items?: readonly ReportItem[] };
export type CollectionShape = {
  readonly usagePage?: number;
  readonly inputReports?: readonly ReportShape[];
  readonly children?: readonly CollectionShape[];
};

const decodedData = 0x8c00fe;
const dataContinues = 0x8c00ff;

export function isPosScanner(collections: readonly CollectionShape[]): boolean {
  return collections.some(({ usagePage, children = [] }) => usagePage === posUsagePage || isPosScanner(children));
}

function reportsOf(collections: readonly CollectionShape[]): ReportShape[] {
  return collections.flatMap(({ inputReports = [], children = [] }) => [...inputReports, ...reportsOf(children)]);
}

function isOf(item: ReportItem, usage: number): boolean {
  const { usages = [], usageMinimum, usageMaximum } = item;
  if (usages.includes(usage)) return true;
  return usageMinimum !== undefined && usageMaximum !== undefined && usage >= usageMinimum && usage <= usageMaximum;
}

/** What one report says: bytes of the text, and whether the next report goes on with it; null where it is no report of a scan. */
export function readPosReport(
  collections: readonly CollectionShape[],
  reportId: number,
  data: Uint8Array,
): { readonly bytes: Uint8Array; readonly goesOn: boolean } | null {
  const report = reportsOf(collections).find((one) => (one.reportId ?? 0) === reportId);
  let bit = 0;
  let bytes: Uint8Array | null = null;
  let goesOn = false;
  for (const item of report?.items ?? []) {
    const { reportSize = 0, reportCount = 0 } = item;
    const from = bit;
    bit += reportSize * reportCount;
    if (isOf(item, decodedData) && reportSize === 8) bytes = data.subarray(from / 8, from / 8 + reportCount);
    if (isOf(item, dataContinues)) goesOn = (((data[from >> 3] ?? 0) >> (from & 7)) & 1) === 1;
  }
  if (bytes === null) return null;
  // What the scan does not fill is zeros.
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return { bytes: bytes.subarray(0, end), goesOn };
}
