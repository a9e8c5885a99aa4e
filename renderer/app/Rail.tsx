/** The life of the project as a thread of chapters, the current one open. Only pages that exist are listed. */
import { useMemo, useState, type ReactNode } from 'react';
import {
  CircleHelp,
  FlaskConical,
  GitMerge,
  History,
  House,
  MessageSquare,
  Share2,
  ShieldCheck,
  TriangleAlert,
  Upload,
} from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { chapterOf, goTo, PAGES, pagesOf, registersOf, usePlace, type PageId } from '../state/navigation';
import { usePlanAtRest } from '../state/session';
import { afterMenu } from '../ui/Menu';
import type { Finding } from '../../shared/domain/base/problem';
import type { Plan } from '../../shared/domain/plan';
import { decidedShare } from '../../shared/domain/approvals/gateStates';
import { formatNumber } from '../../shared/domain/format/amounts';
import { filledShare } from '../../shared/domain/records/registerAnswer';
import type { Chapter } from '../../shared/domain/register/define';
import { openRemarks } from '../../shared/domain/records/comments';
import { countToDecide } from '../../shared/domain/review/decisions';
import { taskInRow } from '../../shared/domain/workbook';
import type { Actions } from './useWindowCommands';

const CHAPTERS: readonly (readonly [Chapter, string])[] = [
  ['prepare', 'Prepare'],
  ['plan', 'Plan'],
  ['build', 'Build'],
  ['goLive', 'Go live'],
  ['improve', 'Improve'],
];

/** What the share of a chapter is a share of. */
const MEANINGS: Readonly<Record<Chapter, string>> = {
  prepare: 'of what is asked for is filled in',
  plan: 'of the work is done',
  build: 'is done',
  goLive: 'of the gates are decided',
  improve: 'is done',
};

interface Props {
  /** Only icons and nodes; a node opens its chapter as a menu. */
  readonly folded: boolean;
  readonly actions: Actions;
}

export function Rail({ folded, actions }: Props): ReactNode {
  const plan = usePlanAtRest();
  const { page } = usePlace();
  const serious = useMemo(() => plan.findings.filter(({ level }) => level !== 'info'), [plan]);
  const toDecide = useMemo(() => countToDecide(plan.workbook), [plan.workbook]);
  const remarks = openRemarks(plan.workbook);
  return (
    <nav className="rail" aria-label="Chapters">
      <RailLink page="overview" current={page} icon={<House className="i" />} label="Overview" />
      <Thread plan={plan} serious={serious} page={page} folded={folded} />
      <div className="foot">
        <RailLink
          page="problems"
          current={page}
          icon={<TriangleAlert className="i" />}
          label="Problems"
          count={serious.length}
          isUrgent
        />
        <RailLink
          page="review"
          current={page}
          icon={<GitMerge className="i" />}
          label="Review"
          count={toDecide}
          isUrgent
        />
        <RailLink page="scenarios" current={page} icon={<FlaskConical className="i" />} label="What-ifs" />
        <RailLink
          page="comments"
          current={page}
          icon={<MessageSquare className="i" />}
          label="Comments"
          count={remarks}
        />
        <RailLink page="history" current={page} icon={<History className="i" />} label="History" />
        <RailLink page="backups" current={page} icon={<ShieldCheck className="i" />} label="Backups" />
        <RailButton
          icon={<Share2 className="i" />}
          label="Send a copy"
          onPress={actions['workbook.saveCopy']}
        />
        <RailButton icon={<Upload className="i" />} label="Export" onPress={actions['export.open']} />
        <RailButton icon={<CircleHelp className="i" />} label="Guide" onPress={actions['help.guide']} />
      </div>
    </nav>
  );
}

interface ThreadProps {
  readonly plan: Plan;
  /** Errors and warnings of the whole plan. */
  readonly serious: readonly Finding[];
  readonly page: PageId;
  readonly folded: boolean;
}

/** The chapters that have pages. The current one is open; opening another closes it until one of its pages is shown. */
function Thread({ plan, serious, page, folded }: ThreadProps): ReactNode {
  const here = chapterOf(page);
  const [opened, setOpened] = useState<Chapter | null>(here ?? 'plan');
  const [followed, setFollowed] = useState(page);
  if (page !== followed) {
    setFollowed(page);
    if (here !== undefined) setOpened(here);
  }
  const shares = useMemo(
    (): Partial<Record<Chapter, number>> => ({
      plan: doneShare(plan),
      prepare: prepared(plan),
      goLive: decidedShare(plan.workbook),
    }),
    [plan],
  );
  return (
    <ul className="thread">
      {CHAPTERS.filter(([chapter]) => pagesOf(chapter).length > 0).map(([chapter, title]) => {
        const share = shares[chapter] ?? 0;
        const words = `${String(Math.round(share * 100))}% ${MEANINGS[chapter]}`;
        return (
          <li key={chapter}>
            {folded ? (
              <ChapterMenu chapter={chapter} title={title} share={share} current={page} />
            ) : (
              <>
                <button
                  className="ch"
                  aria-expanded={opened === chapter}
                  title={words}
                  onClick={() => {
                    setOpened(opened === chapter ? null : chapter);
                  }}
                >
                  <span className="node">
                    <ProgressPie share={share} />
                  </span>
                  <span>{title}</span>
                  <span className="c">{Math.round(share * 100)}%</span>
                </button>
                {opened === chapter && (
                  <ul>
                    {pagesOf(chapter).map((target) => (
                      <li key={target}>
                        <RailLink
                          page={target}
                          current={page}
                          label={PAGES[target].title}
                          count={urgentIn(serious, registersOf(target))}
                          isUrgent
                        />
                      </li>
                    ))}
                  </ul>
                )}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface ChapterMenuProps {
  readonly chapter: Chapter;
  readonly title: string;
  readonly share: number;
  readonly current: PageId;
}

function ChapterMenu({ chapter, title, share, current }: ChapterMenuProps): ReactNode {
  const isHere = chapterOf(current) === chapter;
  const pages = pagesOf(chapter);
  return (
    <MenuTrigger>
      <Button className={isHere ? 'ch-button is-here' : 'ch-button'} aria-label={`${title}: choose a page`}>
        <span className="node">
          <ProgressPie share={share} />
        </span>
      </Button>
      <Popover className="pop list-pop" placement="right top">
        <Menu
          className="list"
          aria-label={title}
          onAction={(key) => {
            const chosen = pages.find((page) => page === key);
            if (chosen === undefined) return;
            afterMenu(() => {
              goTo({ page: chosen });
            });
          }}
        >
          {pages.map((page) => (
            <MenuItem key={page} id={page} className="list-item">
              {PAGES[page].title}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Of what complete records of the first chapter have, how much is there. */
function prepared({ workbook }: Plan): number {
  return filledShare(workbook, pagesOf('prepare').flatMap(registersOf));
}

/** Findings that deserve a red number: errors and warnings of a page's registers. */
function urgentIn(serious: readonly Finding[], registers: readonly string[]): number {
  return serious.filter(({ register }) => registers.includes(register ?? '')).length;
}

/** Working days done of all working days planned, over the tasks. */
function doneShare({ workbook }: Plan): number {
  let planned = 0;
  let done = 0;
  workbook.outline.rows.forEach(({ hasChildren }, row) => {
    const task = hasChildren ? undefined : taskInRow(workbook, row);
    if (task === undefined || task.kind === 'milestone') return;
    planned += task.durationDays;
    done += (task.durationDays * task.percentComplete) / 100;
  });
  return planned === 0 ? 0 : done / planned;
}

interface LinkProps {
  readonly page: PageId;
  readonly current: PageId;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly count?: number;
  /** The count is of things that should not be. */
  readonly isUrgent?: boolean;
}

function RailLink({ page, current, label, icon, count = 0, isUrgent = false }: LinkProps): ReactNode {
  return (
    <a
      href={`#${page}`}
      title={label}
      aria-current={page === current ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault();
        goTo({ page });
      }}
    >
      {icon}
      <span>{label}</span>
      {count > 0 && <span className={isUrgent ? 'c bad' : 'c'}>{formatNumber(count)}</span>}
    </a>
  );
}

function RailButton({
  icon,
  label,
  onPress,
}: {
  icon: ReactNode;
  label: string;
  onPress: (() => void) | undefined;
}): ReactNode {
  return (
    <button className="rail-button" title={label} onClick={onPress}>
      {icon}
      <span>{label}</span>
    </button>
  );
}

/** A small pie: how much of the chapter is done. */
function ProgressPie({ share }: { share: number }): ReactNode {
  const circumference = 2 * Math.PI * 2;
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="7" cy="7" r="6" fill="none" stroke="var(--accent)" strokeWidth="1.3" />
      <circle
        cx="7"
        cy="7"
        r="2"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="4"
        strokeDasharray={`${String(circumference * share)} 20`}
        transform="rotate(-90 7 7)"
      />
    </svg>
  );
}
