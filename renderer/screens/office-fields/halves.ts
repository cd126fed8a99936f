/** Two fields on a line. */
export const halves = {
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: 2,
  alignItems: 'start',
} as const;
