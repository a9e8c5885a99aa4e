/**
 * A new plan in a few steps: a starter pack and a date, then what the pack asks, always with what the answers give
 * beside it. Every question has an answer already, so the plan can be made at any step.
 */
import { ChevronLeft } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import {
  dateOfDay,
  dayNumber,
  isCalendarDate,
  weekdayOfDay,
  type CalendarDate,
} from '../../../shared/domain/base/dates';
import type { Problem } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import {
  checkAnswers,
  type CheckedAnswers,
  type GivenAnswers,
} from '../../../shared/domain/templates/answers';
import type { HolidayTable } from '../../../shared/domain/templates/holidays';
import type { Answer, Pack, Question } from '../../../shared/domain/templates/pack';
import { answersToAsked, stepsOf, type Step } from '../../../shared/domain/templates/steps';
import { formatDate } from '../../../shared/domain/format/dates';
import { capitalized } from '../../../shared/domain/format/sentence';
import { sayProblem } from '../../state/messages';
import { Button } from '../../ui/Button';
import { PackStep, type PlanDates } from './PackStep';
import { PlanPreview } from './PlanPreview';
import { QuestionField } from './QuestionField';
import { StepBar, StepBody } from './Steps';
import { usePreview, type Answered } from './usePreview';
import './newPlan.css';

export interface NewPlanPageProps {
  readonly packs: readonly Pack[];
  readonly holidays: HolidayTable;
  readonly today: CalendarDate;
  /** Makes the plan and leaves the page; stays if it could not be made. */
  readonly onMake: (pack: Pack, answers: GivenAnswers) => Promise<void>;
  readonly onCancel: () => void;
}

type Entries = Readonly<Record<string, Answer>>;

/** Plans begin on a Monday; the next one is a sensible guess. */
function nextMonday(today: CalendarDate): CalendarDate {
  const day = dayNumber(today);
  return dateOfDay(day + ((7 - weekdayOfDay(day)) % 7 || 7));
}

export function NewPlanPage(props: NewPlanPageProps): ReactNode {
  const [first] = props.packs;
  return first === undefined ? null : <Wizard {...props} first={first} />;
}

function Wizard(props: NewPlanPageProps & { readonly first: Pack }): ReactNode {
  const { packs, first, holidays, today, onMake, onCancel } = props;
  const [packId, setPackId] = useState(first.id);
  const [dates, setDates] = useState<PlanDates>({
    ...{ decides: 'start', start: nextMonday(today), wantedGoLive: null },
  });
  const [entries, setEntries] = useState<Entries>({});
  const [answered, setAnswered] = useState<Answered | null>(null);
  /** Null until somebody moves on. */
  const [wanted, setWanted] = useState<number | null>(null);
  const [isBusy, setBusy] = useState(false);
  const pack = packs.find(({ id }) => id === packId) ?? first;
  const checked = checkAnswers(pack, entries);
  const steps = stepsOf(pack, checked);
  const at = Math.min(wanted ?? 0, steps.length);
  const answers = { ...answersToAsked(steps, entries), ...dateAnswers(dates) };
  const preview = usePreview(pack, answers, holidays, answered, today);
  const goLive = preview.plan?.schedule.goLive ?? null;
  const make = async (): Promise<void> => {
    const misfit = steps.findIndex(({ questions }) => questions.some(({ id }) => checked.problems.has(id)));
    const [problem] = steps[misfit]?.questions.flatMap(({ id }) => checked.problems.get(id) ?? []) ?? [];
    if (dateErrorOf(dates) !== undefined) setWanted(0);
    else if (problem !== undefined) {
      setWanted(misfit + 1);
      sayProblem(problem);
    } else if (!isBusy) {
      setBusy(true);
      await onMake(pack, answers);
      setBusy(false);
    }
  };
  return (
    <main className="new-plan" aria-label="New plan">
      <div className="new-form">
        <StepBar
          titles={[FIRST_STEP, ...steps.map(titleOf)]}
          bad={[
            dateErrorOf(dates) !== undefined,
            ...steps.map(({ questions }) => questions.some(({ id }) => checked.problems.has(id))),
          ]}
          at={at}
          onGo={setWanted}
        />
        <StepBody
          key={at}
          title={at === 0 ? FIRST_STEP : titleOf(steps[at - 1])}
          place={`Step ${String(at + 1)} of ${String(steps.length + 1)}`}
        >
          {at === 0 ? (
            <PackStep
              packs={packs}
              chosen={pack}
              onChoose={(id) => {
                setPackId(id);
                setAnswered(null);
              }}
              dates={dates}
              dateError={dateErrorOf(dates)}
              onDates={(next) => {
                setDates(next);
                setAnswered({ id: 'dates', words: dateWords(next) });
              }}
            />
          ) : (
            <Questions
              questions={steps[at - 1]?.questions ?? []}
              entries={entries}
              checked={checked}
              onAnswer={(question, entry) => {
                const { [question.id]: _, ...others } = entries;
                setEntries(entry === undefined ? others : { ...others, [question.id]: entry });
                setAnswered({ id: question.id, words: answerWords(question, entry) });
              }}
            />
          )}
        </StepBody>
        <div className="new-actions">
          <Button variant="quiet" onPress={onCancel}>
            Cancel
          </Button>
          <span className="new-space" />
          {goLive !== null && (
            <span className="new-short num" aria-hidden>
              {formatDate(goLive)}
            </span>
          )}
          {at > 0 && (
            <Button
              size="large"
              icon={<ChevronLeft size={16} strokeWidth={1.5} aria-hidden />}
              onPress={() => {
                setWanted(at - 1);
              }}
            >
              Back
            </Button>
          )}
          {at < steps.length && (
            <Button size="large" isDisabled={isBusy} onPress={() => void make()}>
              Make the plan now
            </Button>
          )}
          {at < steps.length ? (
            <Button
              variant="primary"
              size="large"
              onPress={() => {
                setWanted(at + 1);
              }}
            >
              Next: {titleOf(steps[at]).toLowerCase()}
            </Button>
          ) : (
            <Button variant="primary" size="large" isDisabled={isBusy} onPress={() => void make()}>
              Make the plan
            </Button>
          )}
        </div>
      </div>
      <PlanPreview pack={pack} preview={preview} today={today} notes={notesOn(checked, holidays)} />
    </main>
  );
}

const FIRST_STEP = 'Where do you begin?';

function titleOf(step: Step | undefined): string {
  return step === undefined || step.title === '' ? 'About the practice' : step.title;
}

/** What an answer quietly leaves out. */
function notesOn({ of }: CheckedAnswers, holidays: HolidayTable): readonly string[] {
  const country = of.get('country');
  const lacksHolidays =
    of.get('holidays') === 'public' && typeof country === 'string' && !holidays.has(country);
  return lacksHolidays
    ? [`No public holidays are known here for ${country}. Add them to the calendar later.`]
    : [];
}

interface QuestionsProps {
  readonly questions: readonly Question[];
  readonly entries: Entries;
  readonly checked: CheckedAnswers;
  readonly onAnswer: (question: Question, entry: Answer | undefined) => void;
}

function Questions({ questions, entries, checked, onAnswer }: QuestionsProps): ReactNode {
  return questions.map((question) => (
    <QuestionField
      key={question.id}
      question={question}
      entry={entries[question.id]}
      proposed={checked.of.get(question.id) ?? question.default}
      error={reasonOf(checked.problems.get(question.id))}
      onChange={(entry) => {
        onAnswer(question, entry);
      }}
    />
  ));
}

/** The sentence that stands beside the field, where the question need not be named again. */
function reasonOf(problem: Problem | undefined): string | undefined {
  if (problem === undefined) return undefined;
  if (problem.code !== 'pack/badAnswer') return problemText(problem);
  return capitalized(problem.facts.reason);
}

function answerWords({ label, answer }: Question, entry: Answer | undefined): string {
  if (entry === undefined || entry === '') return `${label} as proposed`;
  if (typeof entry === 'object' || answer.kind === 'names') return label;
  return answer.kind === 'choice' ? (answer.options[entry] ?? label) : `${label} ${String(entry)}`;
}

function dateAnswers({ decides, start, wantedGoLive }: PlanDates): GivenAnswers {
  return decides === 'wantedGoLive' && wantedGoLive !== null ? { wantedGoLive } : { start };
}

function dateErrorOf({ decides, start, wantedGoLive }: PlanDates): string | undefined {
  if (decides === 'start') return isCalendarDate(start) ? undefined : 'Choose the first day of work.';
  return wantedGoLive === null ? 'Choose the day to be live by.' : undefined;
}

function dateWords({ decides, start, wantedGoLive }: PlanDates): string {
  if (decides === 'start') return `work from ${formatDate(start)}`;
  return wantedGoLive === null ? 'a fixed go-live' : `live by ${formatDate(wantedGoLive)}`;
}
