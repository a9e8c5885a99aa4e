/** The words by which primitives are told how to look. Colours stay in tokens.css. */

export type Tone = 'muted' | 'good' | 'warn' | 'bad' | 'info' | 'accent';

/** A state as a shape: readable in grey, in print and by any eye. */
export type StatusKind =
  'todo' | 'progress' | 'done' | 'late' | 'close' | 'decide' | 'away' | 'refused' | 'milestone' | 'gate';

/** The word that goes with a shape where no other text says it. */
export const STATUS_WORDS: Readonly<Record<StatusKind, string>> = {
  todo: 'To do',
  progress: 'In progress',
  done: 'Done',
  late: 'Late',
  close: 'Close to the limit',
  decide: 'Needs a decision',
  away: 'Away',
  refused: 'Refused',
  milestone: 'Milestone',
  gate: 'Gate',
};
