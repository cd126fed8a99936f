/** What we use of the package. Its own types speak of elements of a page, which this room does not have. */
declare module '@point-of-sale/receipt-printer-encoder' {
  type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
  type Options = {
    readonly language: 'esc-pos';
    readonly imageMode: 'raster';
    readonly columns: number;
    readonly feedBeforeCut: number;
    readonly newline: '\n';
  };
  export default class ReceiptPrinterEncoder {
    constructor(options: Options);
    initialize(): this;
    image(picture: Picture, width: number, height: number, algorithm: 'threshold', threshold: number): this;
    cut(kind: 'full' | 'partial'): this;
    encode(): Uint8Array;
  }
}
