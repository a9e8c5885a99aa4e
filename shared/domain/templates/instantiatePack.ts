/** Makes the records of a plan from a starter pack, dates and answers. The same input always makes the same plan. */
import {
  dateOfDay,
  dayNumber,
  isCalendarDate,
  FIRST_YEAR,
  LAST_YEAR,
  partsOf,
  type CalendarDate,
} from '../base/dates';
import { isRecordId, type Id } from '../base/ids';
import { jsonKind } from '../base/json';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { acceptValue } from '../register/accept';
import type { StoredValue } from '../register/field';
import { fieldOf } from '../register/record';
import { definitionOf, type RegisterId } from '../registers/all';
import { scheduleOf } from '../schedule/planSchedule';
import { acceptAnswers, type Answers, type GivenAnswers } from './answers';
import { assembleRecords, type InstantiatedRecord } from './assembleRecords';
import { Copies, type Copy } from './copies';
import { NO_HOLIDAYS, type HolidayTable } from './holidays';
import type { Pack, PackRecord } from './pack';
import { resolveValue, type Circumstances } from './resolveValue';

export interface PackInput {
  /** The first day work can begin, whatever the answers say of it. */
  readonly start?: string | undefined;
  /** Question id to answer; what is left out or empty keeps the pack's default. Every pack takes the plan's dates. */
  readonly answers: GivenAnswers;
  /** The id of a record of this pack: the same for the same register and key. */
  readonly idFor: (register: RegisterId, key: string) => Id;
  readonly holidays?: HolidayTable | undefined;
}

/**
 * The dates of a plan, as answers that every pack takes: the first day work can begin, and the day to be live by. With
 * the second alone the start is counted back from it; with both it becomes the deadline of the go-live.
 */
export const PLAN_DATES = ['start', 'wantedGoLive'] as const;

/** A plan is looked for that begins at most so many years before its go-live. */
const LONGEST_YEARS = 15;

type Made = Result<readonly InstantiatedRecord[], Problem>;

export function instantiatePack(pack: Pack, input: PackInput): Made {
  const { start: answeredStart, wantedGoLive, ...given } = input.answers;
  const start = acceptDate('Plan start', input.start ?? answeredStart);
  if (!start.ok) return start;
  const goLive = acceptDate('Wanted go-live', wantedGoLive);
  if (!goLive.ok) return goLive;
  const answers = acceptAnswers(pack, given);
  if (!answers.ok) return answers;
  const plan = new PlanMaker(pack, answers.value, input);
  if (goLive.value === null) return plan.from(start.value ?? pack.start);
  const first = start.value === null ? plan.latestStart(goLive.value) : ok(start.value);
  if (!first.ok) return first;
  const made = plan.from(first.value);
  return made.ok ? ok(withDeadline(made.value, goLive.value)) : made;
}

/** Null if no date is given. */
function acceptDate(label: string, given: unknown): Result<CalendarDate | null, Problem> {
  if (given === undefined || given === null || given === '') return ok(null);
  return isCalendarDate(given)
    ? ok(given)
    : err(problem('field/notADate', { label, given: typeof given === 'string' ? given : jsonKind(given) }));
}

/** What a pack makes of one practice, for any start. */
class PlanMaker {
  private readonly copies: Copies;
  private readonly withPrices: boolean;

  constructor(
    pack: Pack,
    private readonly answers: Answers,
    private readonly input: PackInput,
  ) {
    this.copies = new Copies(pack, answers, input.idFor);
    this.withPrices = currencyOf(pack, answers) === pack.priceCurrency;
  }

  from(start: CalendarDate): Made {
    const undated = this.records(
      this.copies.all.filter(isScheduled),
      this.around(start, () => null),
    );
    if (!undated.ok) return undated;
    const schedule = scheduleOf(assembleRecords(undated.value, ''), start);
    return this.records(
      this.copies.all,
      this.around(start, (task) => schedule.task(task) ?? null),
    );
  }

  /** The last day on which work can begin for everyone to be live on the wanted day. */
  latestStart(wanted: CalendarDate): Result<CalendarDate, Problem> {
    const { year } = partsOf(wanted);
    if (year - LONGEST_YEARS <= FIRST_YEAR || year === LAST_YEAR) return unreachable(wanted);
    const earliest = dayNumber(wanted) - LONGEST_YEARS * 365;
    // A later start never leads to an earlier go-live: look back in growing steps, then halve what is between.
    let [late, step] = [dayNumber(wanted) + 1, 64];
    let early = late - step;
    while (!this.isLiveBy(dateOfDay(early), wanted)) {
      if (early === earliest) return unreachable(wanted);
      step *= 2;
      late = early;
      early = Math.max(early - step, earliest);
    }
    while (late - early > 1) {
      const middle = Math.floor((early + late) / 2);
      if (this.isLiveBy(dateOfDay(middle), wanted)) early = middle;
      else late = middle;
    }
    return ok(dateOfDay(early));
  }

  private isLiveBy(start: CalendarDate, wanted: CalendarDate): boolean {
    const records = this.records(
      this.copies.all.filter(isScheduled),
      this.around(start, () => null),
    );
    const goLive = records.ok ? scheduleOf(assembleRecords(records.value, ''), start).goLive : null;
    return goLive !== null && goLive <= wanted;
  }

  private around(start: CalendarDate, datesOf: Circumstances['datesOf']): Circumstances {
    const { copies, answers, input } = this;
    return { start, answers, copies, holidays: input.holidays ?? NO_HOLIDAYS, datesOf };
  }

  private records(copies: readonly Copy[], circumstances: Circumstances): Made {
    const made: InstantiatedRecord[] = [];
    for (const copy of copies) {
      const record = this.record(copy, circumstances);
      if (!record.ok) return record;
      made.push(record.value);
    }
    return ok(made);
  }

  private record(copy: Copy, circumstances: Circumstances): Result<InstantiatedRecord, Problem> {
    const { id } = copy;
    const { register } = copy.record;
    if (!isRecordId(id)) return err(problem('record/badId', { id }));
    const definition = definitionOf(register);
    const values: [string, StoredValue][] = [];
    for (const [name, value] of Object.entries(copy.record.values)) {
      const field = fieldOf(definition, name);
      if (field === undefined || (field.kind === 'money' && !this.withPrices)) continue;
      const accepted = acceptValue(field, resolveValue(value, copy, circumstances));
      if (!accepted.ok) return accepted;
      values.push([name, accepted.value]);
    }
    return ok({ register, id, values: Object.fromEntries(values) });
  }
}

function unreachable(wanted: CalendarDate): Result<never, Problem> {
  return err(problem('pack/noGoLive', { wanted }));
}

const SCHEDULED: readonly RegisterId[] = ['organisation', 'calendars', 'tasks', 'links'];

/** Whether a record decides the dates of tasks. */
export function isScheduled({ record }: { readonly record: Pick<PackRecord, 'register'> }): boolean {
  return SCHEDULED.includes(record.register);
}

function currencyOf(pack: Pack, answers: Answers): StoredValue | undefined {
  const organisation = pack.records.find(({ register }) => register === 'organisation');
  const currency = organisation?.values['currency'];
  if (currency?.kind === 'answer') return answers.of.get(currency.question);
  return currency?.kind === 'literal' ? currency.value : undefined;
}

/** Marks the wanted day on the go-live milestone. */
function withDeadline(
  records: readonly InstantiatedRecord[],
  deadline: CalendarDate,
): readonly InstantiatedRecord[] {
  const goLive = records.find(({ register }) => register === 'organisation')?.values['goLive'];
  return records.map((record) =>
    record.register === 'tasks' && record.id === goLive
      ? { ...record, values: { ...record.values, deadline } }
      : record,
  );
}
