/** Saved filters: those of lists that a person names for themselves. */
const vi = {
  title: 'Bộ lọc đã lưu',
  save: 'Lưu bộ lọc',
  name: 'Tên bộ lọc',
  hint: (most: number) => `Bộ lọc đang chọn được giữ dưới tên này, cho riêng bạn; mỗi danh sách nhiều nhất ${most} bộ.`,
  nothing: 'Chưa lọc gì để lưu.',
  call: (name: string) => `Bộ lọc: ${name}`,
  remove: 'Bỏ',
};

const en: typeof vi = {
  title: 'Saved filters',
  save: 'Save filter',
  name: 'Name of the filter',
  hint: (most) => `What is chosen now is kept under this name, for you alone; at most ${most} for a list.`,
  nothing: 'Nothing is filtered yet.',
  call: (name) => `Filter: ${name}`,
  remove: 'Remove',
};

export const savedFilterTexts = { vi, en };
