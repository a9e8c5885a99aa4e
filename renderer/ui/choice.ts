/** One thing that can be chosen from a list. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  /** A second, quieter word at the right. */
  readonly hint?: string;
}
