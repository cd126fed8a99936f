/** The printer that stands in for another, or undefined: the spare one, and the desk's own for the spare. */
export function spareFor(
  office: { readonly printer: string; readonly sparePrinter?: string | undefined },
  printer: string,
): string | undefined {
  const spare = office.sparePrinter ?? '';
  const other = printer === spare ? office.printer : spare;
  return other === '' || other === printer ? undefined : other;
}
