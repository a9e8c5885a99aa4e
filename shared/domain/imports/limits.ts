/** What a file may hold to be taken over. Beyond it the window would stop answering, and no list of people is so long. */

export const MOST_BYTES = 30 * 1024 * 1024;
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 250;
export const MOST_CELLS = 500_000;
/** Of all parts of an Excel file together, unpacked. */
export const MOST_UNPACKED_BYTES = 300 * 1024 * 1024;
/** The kinds of files, as they are told to people. */
export const TABLE_KINDS = '.xlsx, .csv, .tsv and .txt';
