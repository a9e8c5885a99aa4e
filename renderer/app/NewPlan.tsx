/** A new plan from a starter pack: a few answers on the left, the dates and the money they give on the right. */
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react';
import { dateOfDay, dayNumber, isCalendarDate, weekdayOfDay } from '../../shared/domain/base/dates';
import { roundHalfEven } from '../../shared/domain/base/decimal';
import { problemText } from '../../shared/domain/base/problemText';
import { minorDigits } from '../../shared/domain/base/currency';
import { planOf, type Plan } from '../../shared/domain/plan';
import type { Pack, Question } from '../../shared/domain/templates/pack';
import type { Settings } from '../../shared/ipc/contract';
import { createFromPack, packs, previewPack, type PackChoice } from '../platform/packs';
import { sayProblem } from '../state/messages';
import { localToday } from '../state/today';

interface Props {
  readonly settings: Settings;
  readonly onCancel: () => void;
  readonly onMade: (workbook: string) => void;
}

/** Plans begin on a Monday; the next one is a sensible guess. */
function nextMonday(): string {
  const today = dayNumber(localToday());
  return dateOfDay(today + ((7 - weekdayOfDay(today)) % 7 || 7));
}

export function NewPlan({ settings, onCancel, onMade }: Props): ReactNode {
  const all = useMemo(() => packs(), []);
  const [packId, setPackId] = useState(all[0]?.id ?? '');
  const [start, setStart] = useState(nextMonday);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const pack = all.find(({ id }) => id === packId) ?? all[0];
  if (pack === undefined) return null;
  const choice = choiceOf(pack, start, answers);
  const make = async (): Promise<void> => {
    setBusy(true);
    const made = await createFromPack(choice, settings);
    setBusy(false);
    if (made.ok) onMade(made.value);
    else sayProblem(made.error);
  };
  return (
    <div className="new-plan">
      <form
        className="new-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void make();
        }}
      >
        <div className="new-questions">
          <h1>New plan</h1>
          <p className="t2">Rough answers are fine. Every number can be changed later, in place.</p>
          <PackPicker packs={all} chosen={pack.id} onChoose={setPackId} />
          <div className="question">
            <label htmlFor="start">First day of work</label>
            <input
              id="start"
              className="input"
              type="date"
              value={start}
              required
              min="1950-01-01"
              max="2190-12-31"
              onChange={(event) => {
                setStart(event.target.value);
              }}
            />
          </div>
          {pack.questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              value={answers[question.id] ?? String(question.default)}
              onChange={(value) => {
                setAnswers({ ...answers, [question.id]: value });
              }}
            />
          ))}
        </div>
        <div className="new-actions">
          <button type="button" className="btn quiet" onClick={onCancel}>
            Cancel
          </button>
          <button type="submit" className="btn primary lg" disabled={busy || !isCalendarDate(start)}>
            Make the plan
          </button>
        </div>
      </form>
      <Preview choice={choice} />
    </div>
  );
}

/** Answers as the pack takes them: numbers where it counts. Empty ones keep the pack's own. */
function choiceOf(pack: Pack, start: string, answers: Readonly<Record<string, string>>): PackChoice {
  const given = pack.questions.flatMap(({ id, answer }): [string, unknown][] => {
    const text = answers[id]?.trim();
    if (text === undefined || text === '') return [];
    const counts = answer.kind === 'integer' || answer.kind === 'decimal';
    return [[id, counts && Number.isFinite(Number(text)) ? Number(text) : text]];
  });
  return { pack, answers: { ...Object.fromEntries(given), start } };
}

function PackPicker({
  packs,
  chosen,
  onChoose,
}: {
  packs: readonly Pack[];
  chosen: string;
  onChoose: (id: string) => void;
}): ReactNode {
  return (
    <fieldset className="packs">
      <legend>Starter pack</legend>
      {packs.map(({ id, title, description }) => (
        <label key={id} className={id === chosen ? 'pack on' : 'pack'}>
          <input
            type="radio"
            name="pack"
            checked={id === chosen}
            onChange={() => {
              onChoose(id);
            }}
          />
          <span className="med">{title}</span>
          <span className="t2 small">{description}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface QuestionProps {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function QuestionField({ question, value, onChange }: QuestionProps): ReactNode {
  const { id, label, help, unit, source, answer } = question;
  const field = `question-${id}`;
  const about = [help, unit === '' ? '' : `In ${unit}.`, source === '' ? '' : `Source: ${source}.`].filter(
    (part) => part !== '',
  );
  return (
    <div className="question">
      <label htmlFor={field}>
        {label}
        {about.length > 0 && <span className="t3 small">{about.join(' ')}</span>}
      </label>
      {answer.kind === 'choice' ? (
        <select
          id={field}
          className="input"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        >
          {Object.entries(answer.options).map(([option, optionLabel]) => (
            <option key={option} value={option}>
              {optionLabel}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={field}
          className="input"
          value={value}
          {...(answer.kind === 'integer' || answer.kind === 'decimal'
            ? {
                type: 'number',
                min: answer.min,
                max: answer.max,
                step: answer.kind === 'integer' ? 1 : 'any',
              }
            : { type: 'text' })}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      )}
    </div>
  );
}

const LONG_DATE = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function Preview({ choice }: { choice: PackChoice }): ReactNode {
  const settled = useDeferredValue(choice);
  const key = JSON.stringify([settled.pack.id, settled.answers]);
  const preview = useMemo(() => {
    const made = previewPack(settled);
    return made.ok ? { plan: planOf(made.value, localToday()) } : { problem: made.error };
    // The choice is made anew at every render; its content is what counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  return (
    <aside className="new-preview" aria-live="polite" aria-label="What these answers give">
      {'problem' in preview ? (
        <p className="bad">{problemText(preview.problem)}</p>
      ) : (
        <PreviewOf plan={preview.plan} />
      )}
    </aside>
  );
}

function PreviewOf({ plan }: { plan: Plan }): ReactNode {
  const { schedule, budget, workbook } = plan;
  const money = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: budget.currency,
    maximumFractionDigits: 0,
  });
  const major = (amount: Plan['budget']['totals']['recurring']): string =>
    money.format(roundHalfEven(amount) / 10 ** minorDigits(budget.currency));
  const { totals } = budget;
  const leaves = workbook.outline.rows.filter((row) => !row.hasChildren).length;
  const rows: readonly (readonly [string, Plan['budget']['totals']['recurring']])[] = [
    ['Paid once', totals.externalOneTime],
    ['Subscription, fees and support', totals.recurring],
    ['Contingency', totals.contingency],
    ['Own staff time', totals.internalStaffTime],
    ['Visits lost while learning', totals.productivityLoss],
  ];
  return (
    <>
      <p className="t3">Your plan so far</p>
      <p className="lede">
        {schedule.goLive === null
          ? 'No go-live yet'
          : LONG_DATE.format(new Date(`${schedule.goLive}T00:00:00Z`))}
      </p>
      <p className="t2">
        {leaves === 0
          ? 'An empty plan: you add the tasks.'
          : `Go-live, when all ${String(leaves)} tasks keep to their durations. The work after it ends ${LONG_DATE.format(new Date(`${schedule.projectFinish}T00:00:00Z`))}.`}
      </p>
      <h2 className="h3 num">
        {budget.horizonMonths / 12} years, {major(totals.totalCostOfOwnership)}
      </h2>
      <table className="preview-money num">
        <tbody>
          {rows.map(([label, amount]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="n">{major(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="t3 small">
        {workbook.tables.costs.live.length} cost lines and {workbook.tables.risks.live.length} risks come with
        it. Prices are starting points; each names its source.
      </p>
    </>
  );
}
