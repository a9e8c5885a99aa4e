/** The one place for everything that is wrong or doubtful in a plan, with a way to each and a fix where one exists. */
import { useMemo, useState, type ReactNode } from 'react';
import type { Finding, Level } from '../../../shared/domain/base/problem';
import { fixesOf, type Fix } from '../../../shared/domain/commands/problemFixes';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import type { Workbook } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { say } from '../../state/messages';
import { usePlan } from '../../state/session';
import { Button } from '../../ui/Button';
import { Segmented } from '../../ui/Segmented';
import { ProblemRow } from './ProblemRow';
import './problems.css';

type Shown = Level | 'all';

const LEVELS: readonly Level[] = ['error', 'warning', 'info'];
const TITLES: Readonly<Record<Level, string>> = {
  error: 'Broken',
  warning: 'Worth a decision',
  info: 'Worth knowing',
};
const PURPOSES: Readonly<Record<Level, string>> = {
  error: 'A promise of the plan does not hold',
  warning: 'The plan works, and somebody should look',
  info: 'Nothing has to be done',
};
/** How many findings of a level are listed before somebody asks for more. */
const STEP = 100;

export function ProblemsPage(): ReactNode {
  const { workbook, findings } = usePlan();
  const [shown, setShown] = useState<Shown>('all');
  const byLevel = useMemo(() => groupByLevel(findings), [findings]);
  const levels = LEVELS.filter((level) => byLevel[level].length > 0 && (shown === 'all' || shown === level));
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Problems</h1>
          <p className="answer">
            <Answer byLevel={byLevel} />
          </p>
        </div>
      </div>
      {findings.length === 0 ? (
        <NothingToMend />
      ) : (
        <>
          <div className="toolbar">
            <Segmented
              label="Show"
              value={shown}
              onChange={setShown}
              segments={[
                { id: 'all', label: `All ${String(findings.length)}` },
                ...LEVELS.map((level) => ({
                  id: level,
                  label: `${TITLES[level]} ${String(byLevel[level].length)}`,
                })),
              ]}
            />
          </div>
          <div className="pb scroll">
            {levels.length === 0 && <p className="t2 pb-more">Nothing of this kind.</p>}
            {levels.map((level) => (
              <LevelSection key={level} level={level} findings={byLevel[level]} workbook={workbook} />
            ))}
          </div>
        </>
      )}
    </>
  );
}

function groupByLevel(findings: readonly Finding[]): Readonly<Record<Level, readonly Finding[]>> {
  const of = (level: Level): readonly Finding[] => findings.filter((finding) => finding.level === level);
  return { error: of('error'), warning: of('warning'), info: of('info') };
}

function Answer({
  byLevel: { error, warning, info },
}: {
  readonly byLevel: ReturnType<typeof groupByLevel>;
}): ReactNode {
  if (error.length + warning.length + info.length === 0) return <b>Nothing to mend.</b>;
  const rest = [
    ...(warning.length === 0 ? [] : [`${counted(warning.length, 'thing')} to decide`]),
    ...(info.length === 0 ? [] : [counted(info.length, 'note')]),
  ].join(' and ');
  return (
    <>
      <b>
        {error.length === 0
          ? 'Nothing is broken.'
          : `${capitalized(counted(error.length, 'thing'))} ${error.length === 1 ? 'is' : 'are'} broken.`}
      </b>{' '}
      {rest === '' ? '' : `${capitalized(rest)} besides.`}
    </>
  );
}

function NothingToMend(): ReactNode {
  return (
    <div className="pb-none">
      <h2>Nothing to mend</h2>
      <p className="t2">
        Links that close a circle, missed deadlines, tasks without an owner, cost lines without a price,
        overdue reviews and what a merge left open all turn up here, each with a way to the record. Right now
        there is none of it.
      </p>
    </div>
  );
}

interface LevelSectionProps {
  readonly level: Level;
  readonly findings: readonly Finding[];
  readonly workbook: Workbook;
}

function LevelSection({ level, findings, workbook }: LevelSectionProps): ReactNode {
  const [count, setCount] = useState(STEP);
  const commands = useCommands();
  const mend = (fix: Fix): void => {
    if (commands.run(fix.command)) say(`${fix.command.label}: done.`, { label: 'Undo', run: commands.undo });
  };
  const id = `problems-${level}`;
  return (
    <section aria-labelledby={id}>
      <div className="sec">
        <h2 className="h3" id={id}>
          {TITLES[level]}
        </h2>
        <span className="t3">{PURPOSES[level]}</span>
      </div>
      <ul className="pb-list">
        {findings.slice(0, count).map((finding, index) => (
          <ProblemRow
            key={`${finding.problem.code}/${finding.id ?? ''}/${finding.field ?? ''}/${String(index)}`}
            finding={finding}
            workbook={workbook}
            fixes={fixesOf(workbook, finding)}
            onFix={mend}
          />
        ))}
      </ul>
      {findings.length > count && (
        <div className="pb-more">
          <Button
            onPress={() => {
              setCount(count + STEP);
            }}
          >
            Show {String(Math.min(STEP, findings.length - count))} more of {String(findings.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
