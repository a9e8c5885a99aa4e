import type { RegisterId } from '../registers/all';

/** Something a merge did to the plan as a whole. */
export interface MergeCheck {
  readonly tone: 'same' | 'moved' | 'broken';
  /** A sentence without its full stop, with before and after where something moved. */
  readonly text: string;
  /** What to look at. */
  readonly record?: { readonly register: RegisterId; readonly id: string };
  /** Where to look if no single record is concerned. */
  readonly register?: RegisterId;
  /** The record came in and looks like one that was here: whether they are the same, a person says. */
  readonly isLookAlike?: true;
  /** Further records that came in and look like it. */
  readonly more?: readonly string[];
  /** The record and another of its title were moved to the bin apart, and none is left: one can be brought back. */
  readonly isNoneLeft?: true;
}
