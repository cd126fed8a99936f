import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { visuallyHidden } from '../reception/PickerList.tsx';

/** The label of a field in a list: seen above the first row, heard at each. */
export function ColumnLabel({ shown, children }: { readonly shown: boolean; readonly children: ReactNode }) {
  return shown ? children : <Box sx={visuallyHidden}>{children}</Box>;
}
