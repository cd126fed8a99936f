/** Who comes to three desks, and what for. */
export const people = [
  { fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' },
  { fullName: 'TRẦN VĂN BÌNH', idNumber: '079185004321' },
  { fullName: 'TRẦN VĂN BÍNH', idNumber: '079185004321' },
  { fullName: 'LÊ THỊ MỘNG', idNumber: '079199112233' },
] as const;
export const phones = ['0901234567', '0912000111', ''] as const;
export const addresses = ['12 Lê Lợi, Phường Cát Lái', 'Ấp 3', ''] as const;
export const filed = [
  { procedureCode: '1.004222' },
  { procedureCode: '2.000815' },
  { procedureCode: '2.000884' },
  { procedureCode: '2.000635' },
  { procedureCode: '1.004222', competentUnit: { code: '27637' } },
] as const;
