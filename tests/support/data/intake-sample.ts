import type { IntakeKind } from '../../../electron/contract/counter/intake/intake.ts';
import type { IntakeEvent } from '../../../electron/domain/entries/intake.ts';

/** The arrival of an invented file. */
export function arrival(kind: IntakeKind, receivedAt: string): Extract<IntakeEvent, { type: 'arrived' }> {
  return {
    type: 'arrived',
    kind,
    procedureCode: '1.001193',
    catalogueVersion: 'test',
    applicant: { kind: 'citizen', fullName: 'NGUYỄN THỊ ĐẶNG ÁNH', idNumber: '079190001234' },
    components: [[0, 1, 0]],
    quantity: 1,
    resultDelivery: { kind: 'desk' },
    ...(kind === 'online'
      ? { portal: { number: 'H29.999-261123-000001', submittedAt: receivedAt, receivedAt, attachments: [] } }
      : {}),
    ...(kind === 'post' ? { trackingNumber: 'EA123456789VN' } : {}),
  };
}

/** One file of a pack, as a portal's export would write it. */
export function packFile(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    portalNumber: 'G22.99.08-261123-896048',
    procedureCode: '1.001193',
    applicant: {
      kind: 'citizen',
      fullName: 'TRẦN THỊ MỘNG',
      idNumber: '079190005678',
      address: '5 đường số 3, phường Cát Lái',
      phone: '0900012345',
    },
    components: [{ index: 0, originals: 1, copies: 0 }],
    submittedAt: '2026-11-23T08:29:00+07:00',
    receivedAt: '2026-11-23T08:30:00+07:00',
    summary: 'Đăng ký khai sinh cho con',
    attachments: [{ name: 'to-khai.pdf', size: 120_034, sha256: 'a'.repeat(64), component: 0 }],
    ...change,
  };
}

export function pack(files: readonly unknown[], change: Record<string, unknown> = {}): string {
  return JSON.stringify({ format: 'mot-cua-online-pack', version: 1, unitCode: '27112', files, ...change });
}
