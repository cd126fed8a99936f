/** The files of an office's register in its folder. Its log and its index lie beside it under the same name with `-wal` and `-shm`. */
export const storeFileName = 'desk.sqlite';
export const lockFileName = 'lock.sqlite';
