/** What several sites wrote apart: every value with who wrote it and when, for a person to choose. */
import { useMemo, useState, type ReactNode } from 'react';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { capitalized, counted, countWord } from '../../../shared/domain/format/sentence';
import { decisionsOf, writersOf, type Decision } from '../../../shared/domain/review/decisions';
import { reviewPeople } from '../../../shared/domain/review/reviewPeople';
import { writerText } from '../../../shared/domain/review/writerText';
import type { Workbook } from '../../../shared/domain/workbook';
import { useLastMerge } from '../../state/lastMerge';
import { goTo } from '../../state/navigation';
import { usePeople } from '../../state/planHistory';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Button } from '../../ui/Button';
import { dateText } from '../../ui/moments';
import { Segmented } from '../../ui/Segmented';
import type { DecisionCardProps } from './DecisionCard';
import { DecisionList } from './DecisionList';
import { MergeAside } from './MergeAside';
import { ReviewBar } from './ReviewBar';
import { SettledList } from './SettledList';
import { SaveReportMenu } from './SaveReportMenu';
import { useChoices } from './useChoices';
import './review.css';

type Shown = Decision['weight'];

/** How many questions stand on a page. */
const PAGE = 100;

export interface ReviewPageProps {
  /** The number under which this computer writes. */
  readonly me: number;
  /** Opens a backup as a workbook of its own. */
  readonly onOpenBackup: (backup: string) => void;
}

export function ReviewPage({ me, onOpenBackup }: ReviewPageProps): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const decisions = useMemo(() => decisionsOf(plan.workbook), [plan.workbook]);
  const [wanted, setWanted] = useState<Shown>('decide');
  const [turned, setTurned] = useState<{ readonly of: Shown; readonly page: number }>({
    of: 'decide',
    page: 0,
  });
  const counts = { decide: countOf(decisions, 'decide'), kept: countOf(decisions, 'kept') };
  const shown = counts[wanted] === 0 && counts.decide + counts.kept > 0 ? otherOf(wanted) : wanted;
  const listed = useMemo(() => decisions.filter(({ weight }) => weight === shown), [decisions, shown]);
  const pages = Math.max(1, Math.ceil(listed.length / PAGE));
  // Where the last question of one kind is settled, the other kind begins at its beginning.
  const at = turned.of === shown ? Math.min(turned.page, pages - 1) : 0;
  const onPage = useMemo(() => listed.slice(at * PAGE, (at + 1) * PAGE), [listed, at]);
  const choices = useChoices(listed);
  const nameOf = useNames(plan.workbook, decisions, me);
  const merge = useLastMerge();
  const told = merge !== null && 'changes' in merge ? merge : null;
  const open = useMemo(() => new Set(decisions.map(({ key }) => key)), [decisions]);
  const settled = <SettledList workbook={plan.workbook} settled={choices.settled} open={open} />;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Review changes</h1>
          <Answer decisions={decisions} counts={counts} />
        </div>
        <div className="acts">
          {(merge !== null || decisions.length > 0) && <SaveReportMenu merge={told} />}
          <Button
            onPress={() => {
              goTo({ page: 'history' });
            }}
          >
            History
          </Button>
        </div>
      </div>
      <div className="rv-columns">
        {decisions.length === 0 ? (
          <div className="rv-none scroll">{choices.settled.length === 0 ? <WhatThisIs /> : settled}</div>
        ) : (
          <div className="rv">
            <div className="toolbar">
              <Segmented
                label="Show"
                value={shown}
                onChange={(next) => {
                  setWanted(next);
                  setTurned({ of: next, page: 0 });
                  choices.clear();
                }}
                segments={[
                  { id: 'decide', label: `To decide ${formatNumber(counts.decide)}` },
                  { id: 'kept', label: `Newer kept ${formatNumber(counts.kept)}` },
                ]}
              />
              <span className="sp" />
              {pages > 1 && (
                <Pager
                  at={at}
                  pages={pages}
                  total={listed.length}
                  onGo={(page) => setTurned({ of: shown, page })}
                />
              )}
            </div>
            <DecisionList key={at} {...{ plan, today, decisions: onPage, me, nameOf, merge: told, choices }}>
              {settled}
              <ReviewBar {...{ decisions: listed, me, nameOf, merge: told, choices }} />
            </DecisionList>
          </div>
        )}
        {merge !== null && <MergeAside merge={merge} onOpenBackup={onOpenBackup} />}
      </div>
    </>
  );
}

type NameOf = DecisionCardProps['nameOf'];

/** People by their names; of one name at several computers, with the computer as the history tells it. */
function useNames(workbook: Workbook, decisions: readonly Decision[], me: number): NameOf {
  const known = usePeople(workbook);
  return useMemo(() => {
    const people = reviewPeople(known, decisions, me);
    return ({ by, writer }) =>
      writerText(people, { by, actor: typeof writer === 'number' ? writer : null }, dateText);
  }, [known, decisions, me]);
}

function countOf(decisions: readonly Decision[], weight: Shown): number {
  return decisions.filter((decision) => decision.weight === weight).length;
}

function otherOf(shown: Shown): Shown {
  return shown === 'decide' ? 'kept' : 'decide';
}

interface AnswerProps {
  readonly decisions: readonly Decision[];
  readonly counts: Readonly<Record<Shown, number>>;
}

function Answer({ decisions, counts }: AnswerProps): ReactNode {
  if (decisions.length === 0) {
    return (
      <p className="answer">
        <b>Nothing waits for a decision.</b> Every field has one value.
      </p>
    );
  }
  const writers = writersOf(decisions);
  const names = [...new Set(writers.map(({ name }) => name))];
  const who = names.length > 2 ? counted(names.length, 'person', 'people') : names.join(' and ');
  return (
    <p className="answer">
      {capitalized(who)}{' '}
      {names.length === 1 ? 'changed the same things in different places' : 'edited the same things apart'}
      {writers.length > names.length && `, on ${counted(writers.length, 'computer')}`}.{' '}
      <b>
        {counts.decide === 0
          ? 'None needs a person.'
          : `${capitalized(amount(counts.decide))} ${counts.decide === 1 ? 'question needs' : 'questions need'} a person.`}
      </b>{' '}
      {counts.kept > 0 && `In ${amount(counts.kept)} the newer value was kept. `}
      Until then, fields show their newest value, and nothing that was written is lost.
    </p>
  );
}

/** `three`, `1,886` */
function amount(count: number): string {
  return count > 10 ? formatNumber(count) : countWord(count);
}

function WhatThisIs(): ReactNode {
  return (
    <>
      <h2>When two people change the same thing apart, who is right?</h2>
      <p className="t2">
        Copies of this plan can be edited apart and merged later. Different fields simply come together. Where
        two copies hold different values for one field, both are kept and wait here, with who wrote them and
        when. Money and dates are never averaged, and nothing is lost silently.
      </p>
    </>
  );
}

interface PagerProps {
  readonly at: number;
  readonly pages: number;
  readonly total: number;
  readonly onGo: (page: number) => void;
}

function Pager({ at, pages, total, onGo }: PagerProps): ReactNode {
  const first = at * PAGE + 1;
  const last = Math.min(total, (at + 1) * PAGE);
  return (
    <>
      <span className="t3 small num" role="status">
        {first}–{last} of {formatNumber(total)}
      </span>
      <Button
        variant="quiet"
        isDisabled={at === 0}
        onPress={() => {
          onGo(at - 1);
        }}
      >
        Back
      </Button>
      <Button
        variant="quiet"
        isDisabled={at === pages - 1}
        onPress={() => {
          onGo(at + 1);
        }}
      >
        Next {Math.min(PAGE, Math.max(0, total - last))}
      </Button>
    </>
  );
}
