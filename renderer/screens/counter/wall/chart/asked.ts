import type { WallFigure } from '../../../../../electron/contract/counter/work/wall.ts';

/** What of the wall a list of files is asked for, and what it is called. */
export type Asked = { readonly figure: WallFigure; readonly key?: string; readonly says: string };

export const keyOf = ({ figure, key = '' }: Pick<Asked, 'figure' | 'key'>) => `${figure} ${key}`;
