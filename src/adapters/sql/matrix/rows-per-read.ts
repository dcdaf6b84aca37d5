/** Rows that are read in one statement: an answer has at most 4 MiB, and the longest row some 13 kB. */
export const ROWS_PER_READ = 300;
