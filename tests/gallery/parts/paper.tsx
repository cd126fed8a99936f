import Box from '@mui/material/Box';
import type { DrawOp, PaperPage } from '../../../electron/contract/common/printing/paper.ts';
import { PrintState } from '../../../electron/contract/common/printing/paper.ts';
import { LabelButton } from '../../../renderer/parts/paper/LabelButton.tsx';
import { PaperView } from '../../../renderer/parts/paper/PaperView.tsx';
import { PrintChip } from '../../../renderer/parts/paper/PrintChip.tsx';
import { answers } from '../answers.ts';
import type { Entries } from '../entry.ts';

function line(y: number, text: string, font: 'regular' | 'bold' | 'italic'): DrawOp {
  return { kind: 'text', x: 40, y, text, font, size: 12, width: 0 };
}

const page: PaperPage = {
  width: 420,
  height: 180,
  ops: [
    line(40, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', 'bold'),
    line(70, 'Mã hồ sơ: 26.CATLAI.Q1-261109-0007', 'regular'),
    line(90, 'Thời gian trả kết quả: 16 giờ 30 phút, ngày 12 tháng 11 năm 2026', 'italic'),
    { kind: 'line', x1: 40, y1: 110, x2: 380, y2: 110, width: 0.8 },
    { kind: 'rect', x: 40, y: 125, width: 30, height: 30, fill: true },
    { kind: 'rect', x: 90, y: 125, width: 290, height: 30, fill: false },
  ],
};

export const paper: Entries = {
  LabelButton: { show: () => <LabelButton caseId="case-1" /> },
  PaperView: { show: () => <PaperView pages={[page, { ...page, face: 'sans' }]} /> },
  PrintChip: {
    show: () => (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {PrintState.options.map((state) => (
          <PrintChip key={state} job={{ ...answers.print.list.jobs[0], state }} />
        ))}
      </Box>
    ),
  },
};
