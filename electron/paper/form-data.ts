import type { z } from 'zod';
import { BanGiaoData } from './ban-giao-data.ts';
import { BienLaiData, PhieuThanhToanData, PhieuThuTamData } from './bien-lai-data.ts';
import { CalibrationData } from './calibration-data.ts';
import { HuongDanData } from './huong-dan-data.ts';
import { Mau01Data } from './mau-01-data.ts';
import { Mau01TrongData } from './mau-01-trong-data.ts';
import { Mau02Data } from './mau-02-data.ts';
import { Mau03Data } from './mau-03-data.ts';
import { Mau04Data } from './mau-04-data.ts';
import { Mau05Data } from './mau-05-data.ts';
import { Mau06Data } from './mau-06-data.ts';
import { Mau07Data } from './mau-07-data.ts';
import { NhanTuiData } from './nhan-tui-data.ts';
import { QuaTrinhData } from './qua-trinh-data.ts';
import { SoTrongData } from './so-trong-data.ts';
import { TestPageData } from './test-page-data.ts';
import { TraKetQuaData } from './tra-ket-qua-data.ts';

/** What each form may print. A form without an entry here has no data to be bound to, so it cannot be loaded. */
export const formData: Readonly<Record<string, z.ZodType>> = {
  'ban-giao': BanGiaoData,
  'bien-lai': BienLaiData,
  'hieu-chuan': CalibrationData,
  'huong-dan': HuongDanData,
  'mau-01': Mau01Data,
  'mau-01-cuon': Mau01Data,
  'mau-01-cuon-58': Mau01Data,
  'mau-01-trong': Mau01TrongData,
  'mau-02': Mau02Data,
  'mau-03': Mau03Data,
  'mau-04': Mau04Data,
  'mau-05': Mau05Data,
  'mau-06': Mau06Data,
  'mau-07': Mau07Data,
  'nhan-tui': NhanTuiData,
  'phieu-thanh-toan': PhieuThanhToanData,
  'phieu-thu-tam': PhieuThuTamData,
  'qua-trinh': QuaTrinhData,
  'so-trong': SoTrongData,
  'test-page': TestPageData,
  'thu-cuon': TestPageData,
  'thu-cuon-58': TestPageData,
  'tra-ket-qua': TraKetQuaData,
};
