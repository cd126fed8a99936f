/** `05 tháng 02 năm 2026` of a civil time: days below 10 and months 1 and 2 carry a zero (NĐ 30/2020, Phụ lục I). */
export function dateInWords(at: string): string {
  const [year = '', month = '', day = ''] = at.slice(0, 10).split('-');
  return `${day} tháng ${Number(month) < 3 ? month : String(Number(month))} năm ${year}`;
}
