/** A pack for the practice office with the fields of its file changed. */
export function worldPack(...files: readonly object[]): string {
  const file = (change: object, nth: number) => ({
    procedureCode: '1.001193',
    applicant: { kind: 'citizen', fullName: 'NGUYỄN THỊ THỬ', idNumber: '079190000000' },
    submittedAt: '2026-11-20T08:05:00+07:00',
    receivedAt: '2026-11-20T08:05:12+07:00',
    portalNumber: `G22.99.08-261120-91${String(nth).padStart(4, '0')}`,
    ...change,
  });
  return JSON.stringify({ format: 'mot-cua-online-pack', version: 1, unitCode: '27112', files: files.map(file) });
}

export function applicant(change: object): object {
  return { applicant: { kind: 'citizen', fullName: 'NGUYỄN THỊ THỬ', idNumber: '079190000000', ...change } };
}
