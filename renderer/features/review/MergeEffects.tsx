/** What a merge did to the plan as a whole, each line with a way to what it is about. */
import { useMemo, type ReactNode } from 'react';
import { archiveRecords, restoreRecords } from '../../../shared/domain/commands/records';
import { planOf } from '../../../shared/domain/plan';
import type { MergeCheck } from '../../../shared/domain/review/mergeCheck';
import { mergeChecks } from '../../../shared/domain/review/mergeChecks';
import type { Merge } from '../../../shared/domain/review/takeBackMerge';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import { goTo, pageOf } from '../../state/navigation';
import { useCommands } from '../../state/commands';
import { noteDifferent, useDifferent } from '../../state/lastMerge';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { StatusShape } from '../../ui/StatusShape';

const SHAPES = { same: 'done', moved: 'close', broken: 'refused' } as const;

export interface MergeEffectsProps {
  readonly merge: Merge;
  /** Called when somebody follows a line to its record. */
  readonly onLeave?: () => void;
  /** More lines, each an item of the list. */
  readonly children?: ReactNode;
}

export function MergeEffects({ merge, onLeave, children }: MergeEffectsProps): ReactNode {
  const today = useToday();
  const checks = useMemo(
    () => mergeChecks(planOf(merge.before, today), planOf(merge.after, today)),
    [merge, today],
  );
  const { workbook } = usePlan();
  const different = useDifferent();
  return (
    <ul className="ms-facts">
      {checks
        .filter((check) => !isSettled(check, workbook, different))
        .map((check) => (
          <Check key={check.text} check={check} onLeave={onLeave} />
        ))}
      {children}
    </ul>
  );
}

/** Of rows that look alike, those that came in are in the bin or somebody said that they are not the same; or one is out of it again. */
function isSettled(
  { record, isLookAlike, isNoneLeft, more = [] }: MergeCheck,
  workbook: Workbook,
  different: ReadonlySet<string>,
): boolean {
  if (record === undefined) return false;
  const { register } = record;
  const isInBin = (id: string): boolean => recordIn(workbook, register, id)?.archived === true;
  if (isNoneLeft === true) return !isInBin(record.id);
  return isLookAlike === true && [record.id, ...more].every((id) => isInBin(id) || different.has(id));
}

function Check({
  check: { tone, text, record, register, isLookAlike, isNoneLeft, more = [] },
  onLeave,
}: {
  readonly check: MergeCheck;
  readonly onLeave: (() => void) | undefined;
}): ReactNode {
  const page = pageOf(record?.register ?? register);
  return (
    <EffectLine tone={tone}>
      {text}{' '}
      {page !== undefined && isNoneLeft !== true && (
        <button
          className="link-button"
          aria-label={`Show: ${text}`}
          onClick={() => {
            onLeave?.();
            goTo(record === undefined ? { page } : { page, record });
          }}
        >
          Show
        </button>
      )}
      {isLookAlike === true && record !== undefined && (
        <LookAlikeChoice record={record} more={more} text={text} />
      )}
      {isNoneLeft === true && record !== undefined && <BringBack record={record} text={text} />}
    </EffectLine>
  );
}

export function EffectLine({
  tone,
  children,
}: Pick<MergeCheck, 'tone'> & { readonly children: ReactNode }): ReactNode {
  return (
    <li>
      <StatusShape kind={SHAPES[tone]} silent />
      <span>{children}</span>
    </li>
  );
}

interface BringBackProps {
  readonly record: NonNullable<MergeCheck['record']>;
  readonly text: string;
}

interface LookAlikeChoiceProps extends BringBackProps {
  readonly more: readonly string[];
}

/** Nothing was meant to go: one of the two comes out of the bin, the same on every computer. */
function BringBack({ record: { register, id }, text }: BringBackProps): ReactNode {
  const { run, workbook } = useCommands();
  return (
    <button
      className="link-button"
      aria-label={`Bring one back: ${text}`}
      onClick={() => {
        const command = restoreRecords(workbook(), register, [id]);
        if (command !== undefined) run(command);
      }}
    >
      Bring one back
    </button>
  );
}

/** The same thing added twice, or two things: only a person knows. */
function LookAlikeChoice({ record: { register, id }, more, text }: LookAlikeChoiceProps): ReactNode {
  const { run, workbook } = useCommands();
  const ids = [id, ...more];
  const ones = ids.length === 1 ? 'one' : 'ones';
  return (
    <>
      {' · '}
      <button
        className="link-button"
        aria-label={`Move the ${ones} that came in to the bin: ${text}`}
        onClick={() => {
          const command = archiveRecords(workbook(), register, ids);
          if (command !== undefined) run(command);
        }}
      >
        Move the new {ones} to the bin
      </button>
      {' · '}
      <button
        className="link-button"
        aria-label={`They are different: ${text}`}
        onClick={() => {
          for (const each of ids) noteDifferent(each);
        }}
      >
        They are different
      </button>
    </>
  );
}
