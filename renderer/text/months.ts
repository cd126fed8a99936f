/** The month of a day and the eleven before it, `YYYY-MM`, the newest first. */
export function monthsBefore(today: string): readonly string[] {
  const [year = 0, number = 0] = today.split('-').map(Number);
  return Array.from({ length: 12 }, (_none, back) => {
    const at = year * 12 + number - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** '2026-11' -> '11/2026' */
export function monthText(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}
