/** One question: what was before, the values that stand to choose, whose each is and what it would do to the plan. */
import { memo, useId, useState, type ReactNode } from 'react';
import { placeToDecide } from '../../../shared/domain/approvals/approvalState';
import type { FieldValues } from '../../../shared/domain/edits/edit';
import { cutName } from '../../../shared/domain/format/sentence';
import type { Decision, DecisionOption } from '../../../shared/domain/review/decisions';
import { originsOf } from '../../../shared/domain/review/origins';
import { otherValue, takesOtherValues, type OtherValue } from '../../../shared/domain/review/otherValues';
import { recordIn, type Workbook } from '../../../shared/domain/workbook';
import type { LastMerge } from '../../state/lastMerge';
import { goTo, pageOf } from '../../state/navigation';
import { Note } from '../../ui/Note';
import { momentText } from '../../ui/moments';
import { ValueChoice, type ValueColumn } from '../../ui/ValueChoice';
import { OtherValue as OtherValueForm } from './OtherValue';
import type { Picked } from './useChoices';

/** Of a copy, above a value. */
const LONGEST_NAME = 20;

export interface DecisionCardProps {
  readonly workbook: Workbook;
  readonly decision: Decision;
  /** What stood there before; null while it is looked for, undefined where this computer does not know. */
  readonly before: OtherValue | null | undefined;
  readonly picked: Picked | undefined;
  readonly onPick: (key: string, pick: Picked) => void;
  /** Whether the page already says what a dash before means. */
  readonly isDashExplained: boolean;
  /** The number of whoever looks at it; their own values have another color. */
  readonly me: number;
  /** Who wrote a value, told apart from others of that name. */
  readonly nameOf: (option: Pick<DecisionOption, 'by' | 'writer'>) => string;
  /** The last merge, where it is known what it brought. */
  readonly merge: LastMerge | null;
  /** By column; absent where nothing would change. */
  readonly effects: ReadonlyMap<string, string> | undefined;
  /** Why the last choice was refused. */
  readonly refusal: string | undefined;
}

export const DecisionCard = memo(function DecisionCard(props: DecisionCardProps): ReactNode {
  const { workbook, decision, picked, onPick, refusal } = props;
  const { register, id, key } = decision;
  const titleId = useId();
  const [isTyping, setTyping] = useState(false);
  const page = recordIn(workbook, register, id)?.archived === true ? undefined : pageOf(register);
  const shown = decision.options.find(({ isShown }) => isShown) ?? decision.options[0];
  const other = picked?.column === 'other' ? picked.values : undefined;
  return (
    <article className="rv-card" aria-labelledby={titleId}>
      <div className="rv-head">
        <h3 id={titleId}>
          {page === undefined ? (
            decision.recordName
          ) : (
            <button
              className="link-button"
              onClick={() => {
                goTo({ page, record: { register, id } });
              }}
            >
              {decision.recordName}
            </button>
          )}
        </h3>
        {/* Of several fields each is named beside its values. */}
        {decision.fields.length === 1 && <span className="t2">{decision.label}</span>}
        <span className="sp" />
        <span className="t3 small">{decision.reason}</span>
        {register === 'approvals' && decision.fields.includes('replacedBy') && (
          <DecideAnew workbook={workbook} decision={decision} />
        )}
        {takesOtherValues(workbook, decision) && (
          <button
            className="link-button small"
            aria-expanded={isTyping}
            aria-label={`Another value for ${decision.recordName}, ${decision.label}`}
            onClick={() => {
              setTyping(!isTyping);
            }}
          >
            Another value
          </button>
        )}
      </div>
      <ValueChoice name={key} labelledBy={titleId} columns={columnsOf(props)} chosen={picked?.column} />
      {isTyping && (
        <OtherValueForm
          workbook={workbook}
          decision={decision}
          values={other ?? shown?.values ?? {}}
          onEnter={(values) => {
            onPick(key, { column: 'other', values });
          }}
        />
      )}
      {refusal !== undefined && (
        <div className="rv-refused">
          <Note tone="bad" title="This choice was not made.">
            {refusal}
          </Note>
        </div>
      )}
    </article>
  );
});

/** None of the decisions that contradict need stand: where they were taken, another can be. */
function DecideAnew({ workbook, decision }: Pick<DecisionCardProps, 'workbook' | 'decision'>): ReactNode {
  const place = placeToDecide(workbook, decision.id);
  return (
    <button
      className="link-button small"
      aria-label={`Decide anew on ${decision.recordName}`}
      onClick={() => {
        goTo({ page: place.register, record: place });
      }}
    >
      Decide anew
    </button>
  );
}

function columnsOf(props: DecisionCardProps): readonly ValueColumn[] {
  const { workbook, decision, picked, me, nameOf, merge, effects, onPick } = props;
  const origins = merge === null ? undefined : originsOf(merge.before, decision);
  const { key, options } = decision;
  const choosing = (column: string, values: FieldValues) => ({
    key: column,
    effect: effects?.get(column) ?? '',
    onChoose: () => {
      onPick(key, { column, values });
    },
  });
  const written = options.map((option, index): ValueColumn => ({
    ...choosing(String(index), option.values),
    tone: option.writer === me ? 'mine' : 'theirs',
    label: whose(props, option, origins?.came.includes(index)),
    lines: option.lines,
    from: [nameOf(option), momentText(option.at)],
    ...(option.isShown ? { note: 'in the plan now' } : {}),
  }));
  const typed = picked?.column === 'other' ? otherValue(workbook, decision, picked.values) : undefined;
  return [
    ...(takesOtherValues(workbook, decision) ? [beforeColumn(props, choosing)] : []),
    ...written.filter(({ tone }) => tone === 'mine'),
    ...written.filter(({ tone }) => tone !== 'mine'),
    ...(typed === undefined
      ? []
      : [
          {
            ...choosing('other', typed.values),
            tone: 'other' as const,
            label: 'Another value',
            lines: typed.lines,
            from: ['typed by you'],
          },
        ]),
  ];
}

function beforeColumn(
  { before, isDashExplained }: DecisionCardProps,
  choosing: (column: string, values: FieldValues) => Partial<ValueColumn> & { readonly key: string },
): ValueColumn {
  const common = { tone: 'before', label: 'Before' } as const;
  if (before !== null && before !== undefined)
    return { ...choosing('before', before.values), ...common, lines: before.lines, from: [] };
  const from = before === null || isDashExplained ? [] : ['Not known on this computer'];
  return { key: 'before', ...common, lines: [{ label: '', text: '–' }], from };
}

/**
 * Two values are mine and theirs; of more, or where none is mine, the names say more.
 * @param came whether the last merge brought it; undefined where that does not tell the values apart
 */
function whose(
  { decision: { options }, me, merge }: DecisionCardProps,
  { by, at, writer }: DecisionOption,
  came: boolean | undefined,
): string {
  if (writer !== me) {
    const isBetweenTwo = options.length === 2 && options.some((option) => option.writer === me);
    return isBetweenTwo ? 'Theirs' : by === '' ? 'Somebody' : by;
  }
  const mine = options.filter((option) => option.writer === me);
  if (mine.length === 1) return 'Mine';
  // In a what-if a person answers to herself.
  if (came !== undefined && merge !== null)
    return came ? `From “${cutName(merge.fileName, LONGEST_NAME)}”` : 'Written here';
  return mine.some((other) => other.at > at) ? 'Mine, earlier' : 'Mine, later';
}
