/** The part of Papa Parse that reading and writing CSV uses. */
declare module 'papaparse' {
  interface ParseConfig {
    readonly delimiter: string;
    readonly preview?: number;
  }
  interface ParseError {
    readonly type: string;
    readonly code: string;
    /** Index of the row, where there is one. */
    readonly row?: number;
  }
  interface Papa {
    parse(
      text: string,
      config: ParseConfig,
    ): { readonly data: string[][]; readonly errors: readonly ParseError[] };
    unparse(rows: readonly (readonly string[])[], config: { readonly newline: string }): string;
  }
  const papa: Papa;
  export = papa;
}
