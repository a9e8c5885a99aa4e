/** Predecessors in the notation of MS Project: `3FS+2 days;5SS-1d`, with row or outline numbers or names. */
import type { Link } from '../registers/all';
import { durationDays, plainNumber, sixDecimals, type DecimalMark } from '../register/typedNumbers';

export interface Predecessor {
  /** The key of the task. */
  readonly task: string;
  readonly type: Link['type'];
  readonly lagDays: number;
}

export interface PredecessorContext {
  /** The key of the task a number or name means; undefined where it is unknown or means several. */
  readonly find: (text: string) => string | undefined;
  /** Working days of a task, for lags in percent of them. */
  readonly durationOf: (task: string) => number;
  readonly mark: DecimalMark;
}

/** A task, then perhaps a type, then perhaps a signed lag. */
const LAG = /^(.*?)\s*([+\-−]\s*\d[\d.,]*\s*(?:%|[a-z]+\.?\??)?)$/i;
/** After a name a type needs a space before it: “Kickoff” does not end in FF. */
const TYPE = /^(.*?)(?:(?<=\d)|\s+)(FS|SS|FF|SF)$/i;

/** @returns the predecessors that could be read, and the parts that could not */
export function predecessorsIn(
  cell: string,
  context: PredecessorContext,
): { found: Predecessor[]; unknown: string[] } {
  const found: Predecessor[] = [];
  const unknown: string[] = [];
  for (const part of partsOf(cell, context)) {
    const predecessor = predecessorIn(part, context);
    if (predecessor === undefined) unknown.push(part);
    else found.push(predecessor);
  }
  return { found, unknown };
}

/** A name may hold a separator, so whatever makes sense whole is taken whole. */
function partsOf(cell: string, context: PredecessorContext): string[] {
  const makesSense = (part: string): boolean => predecessorIn(part.trim(), context) !== undefined;
  const parts = makesSense(cell)
    ? [cell]
    : cell.split(';').flatMap((part) => (makesSense(part) ? [part] : part.split(',')));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function predecessorIn(part: string, context: PredecessorContext): Predecessor | undefined {
  const whole = context.find(part);
  if (whole !== undefined) return { task: whole, type: 'FS', lagDays: 0 };
  const [, beforeLag = part, lag = ''] = LAG.exec(part) ?? [];
  const [, name = beforeLag, type = 'FS'] = TYPE.exec(beforeLag.trim()) ?? [];
  const task = context.find(name.trim());
  if (task === undefined) return undefined;
  const lagDays = lag === '' ? 0 : lagIn(lag, task, context);
  return lagDays === null ? undefined : { task, type: type.toUpperCase() as Link['type'], lagDays };
}

function lagIn(text: string, task: string, { mark, durationOf }: PredecessorContext): number | null {
  const lag = text.replace(/^−/, '-').replace(/^([+-])\s+/, '$1');
  if (!lag.endsWith('%')) return durationDays(lag, mark);
  const percent = plainNumber(lag, mark);
  return percent === null ? null : sixDecimals((Number(percent) / 100) * durationOf(task));
}
