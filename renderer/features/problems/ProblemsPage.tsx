/** The one place for everything that is wrong or doubtful in a plan, with a way to each and a fix where one exists. */
import { Wrench } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Finding, Level } from '../../../shared/domain/base/problem';
import { fixesOf } from '../../../shared/domain/commands/problemFixes';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { capitalized, counted } from '../../../shared/domain/format/sentence';
import { pageIds, pageOf, PAGES, type PageId } from '../../state/navigation';
import { usePlan } from '../../state/session';
import { useToday } from '../../state/today';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { Toggle } from '../../ui/Toggle';
import { PageProblems } from './PageProblems';
import { useMending } from './useMending';
import './problems.css';

type ShownLevel = Level | 'all';
/** What belongs to no page belongs to the plan as a whole. */
type ShownPage = PageId | 'plan';

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
const SHOWN_PAGES: readonly ShownPage[] = [...pageIds, 'plan'];

export function ProblemsPage(): ReactNode {
  const plan = usePlan();
  const today = useToday();
  const { findings } = plan;
  const [level, setLevel] = useState<ShownLevel>('all');
  const [page, setPage] = useState<ShownPage | 'all'>('all');
  const [onlyMendable, setOnlyMendable] = useState(false);
  const byLevel = useMemo(() => groupByLevel(findings), [findings]);
  const pages = useMemo(() => countByPage(findings), [findings]);
  // The last finding of a page may have gone while the page was chosen.
  const chosenPage = page !== 'all' && pages.has(page) ? page : 'all';
  const shown = useMemo(
    () =>
      findings.filter(
        (finding) =>
          (level === 'all' || finding.level === level) &&
          (chosenPage === 'all' || shownOn(finding) === chosenPage) &&
          (!onlyMendable || fixesOf(plan, finding, today).length > 0),
      ),
    [findings, level, chosenPage, onlyMendable, plan, today],
  );
  const sections = useMemo(() => sectionsOf(shown), [shown]);
  const { mend, list, onFocus } = useMending(findings);
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
          <div className="toolbar" role="toolbar" aria-label="Problems">
            <Segmented
              label="Weight"
              value={level}
              onChange={setLevel}
              segments={[
                { id: 'all', label: `All ${formatNumber(findings.length)}` },
                ...LEVELS.map((id) => ({ id, label: `${TITLES[id]} ${formatNumber(byLevel[id].length)}` })),
              ]}
            />
            <Select
              label="Page"
              hidesLabel
              value={chosenPage}
              choices={[
                { id: 'all', label: 'Every page' },
                ...[...pages].map(([id, count]) => ({
                  id,
                  label: `${pageTitle(id)} ${formatNumber(count)}`,
                })),
              ]}
              onChange={(id) => {
                setPage(SHOWN_PAGES.find((known) => known === id) ?? 'all');
              }}
            />
            <span className="sp" />
            <Toggle
              icon={<Wrench size={15} strokeWidth={1.5} aria-hidden />}
              isOn={onlyMendable}
              onChange={setOnlyMendable}
            >
              Can be mended here
            </Toggle>
          </div>
          <div className="pb scroll" ref={list} onFocus={onFocus}>
            {sections.length === 0 && <p className="t2 pb-nothing">Nothing of this kind.</p>}
            {sections.map((section) => (
              <section key={section.level} aria-labelledby={`problems-${section.level}`}>
                <div className="sec">
                  <h2 className="h3" id={`problems-${section.level}`}>
                    {TITLES[section.level]}
                  </h2>
                  <span className="t3">{PURPOSES[section.level]}</span>
                </div>
                {section.pages.map(([id, found]) => (
                  <PageProblems
                    key={id}
                    title={pageTitle(id)}
                    findings={found}
                    plan={plan}
                    today={today}
                    onFix={mend}
                  />
                ))}
              </section>
            ))}
          </div>
        </>
      )}
    </>
  );
}

function shownOn({ register }: Finding): ShownPage {
  return pageOf(register) ?? 'plan';
}

function pageTitle(page: ShownPage): string {
  return page === 'plan' ? 'The whole plan' : PAGES[page].title;
}

/** How much is found on each page, in the order of the rail; pages without a finding are left out. */
function countByPage(findings: readonly Finding[]): ReadonlyMap<ShownPage, number> {
  return new Map(groupByPage(findings).map(([page, found]) => [page, found.length]));
}

function groupByPage(findings: readonly Finding[]): readonly (readonly [ShownPage, readonly Finding[]])[] {
  const groups = new Map<ShownPage, Finding[]>();
  for (const finding of findings) {
    const page = shownOn(finding);
    const group = groups.get(page);
    if (group === undefined) groups.set(page, [finding]);
    else group.push(finding);
  }
  return SHOWN_PAGES.flatMap((page) => {
    const found = groups.get(page);
    return found === undefined ? [] : [[page, found] as const];
  });
}

interface Section {
  readonly level: Level;
  readonly pages: ReturnType<typeof groupByPage>;
}

function sectionsOf(findings: readonly Finding[]): readonly Section[] {
  const byLevel = groupByLevel(findings);
  return LEVELS.filter((level) => byLevel[level].length > 0).map((level) => ({
    level,
    pages: groupByPage(byLevel[level]),
  }));
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
      <h2>What would stand here?</h2>
      <p className="t2">
        Links that close a circle, missed deadlines, tasks without an owner, cost lines without a price,
        overdue reviews and what a merge left open all turn up here, each with a way to the record, and with a
        fix where one press is enough. Right now there is none of it.
      </p>
    </div>
  );
}
