import { randomUUID } from 'node:crypto';

/** A petition as the screen sends it. */
export function petition(change: Record<string, unknown> = {}): Record<string, any> {
  return {
    petitionId: randomUUID(),
    source: 'counter',
    content: 'act',
    field: 'Hộ tịch',
    sender: { name: 'LÊ VĂN MINH', phone: '0900 111 222' },
    summary: 'Nộp hồ sơ khai sinh đã hai tuần chưa có kết quả',
    ...change,
  };
}
