/** The life of the project as a thread of chapters. Only pages that exist are listed. */
import { useMemo, type ReactNode } from 'react';
import { GitMerge, House, Share2, ShieldCheck, TriangleAlert, Upload } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { goTo, usePlace, type PageId } from '../state/navigation';
import { usePlanAtRest } from '../state/session';
import type { Finding } from '../../shared/domain/base/problem';
import type { Plan } from '../../shared/domain/plan';
import { decisionsOf } from '../../shared/domain/review/decisions';
import { taskInRow } from '../../shared/domain/workbook';

const PLAN_PAGES: readonly {
  readonly page: PageId;
  readonly label: string;
  readonly registers: readonly string[];
}[] = [
  { page: 'timeline', label: 'Timeline', registers: ['tasks', 'links', 'calendars'] },
  { page: 'roadmap', label: 'Roadmap', registers: ['roadmapItems'] },
  { page: 'costs', label: 'Costs', registers: ['costs', 'fundingSources'] },
  { page: 'risks', label: 'Risks', registers: ['risks'] },
];

interface Props {
  /** Only icons and nodes; a node opens its chapter as a menu. */
  readonly folded: boolean;
  readonly onExport: () => void;
  readonly onShare: () => void;
}

export function Rail({ folded, onExport, onShare }: Props): ReactNode {
  const plan = usePlanAtRest();
  const { page } = usePlace();
  const share = useMemo(() => doneShare(plan), [plan]);
  const serious = useMemo(() => plan.findings.filter(({ level }) => level !== 'info'), [plan]);
  const conflicts = useMemo(() => decisionsOf(plan.workbook).length, [plan.workbook]);
  return (
    <nav className="rail" aria-label="Chapters">
      <RailLink page="overview" current={page} icon={<House className="i" />} label="Overview" />
      <ul className="thread">
        <li>
          {folded ? (
            <ChapterMenu share={share} current={page} />
          ) : (
            <>
              <span className="ch">
                <span className="node">
                  <ProgressPie share={share} />
                </span>
                <span>Plan</span>
                <span className="c">{Math.round(share * 100)}%</span>
              </span>
              <ul>
                {PLAN_PAGES.map(({ page: target, label, registers }) => (
                  <li key={target}>
                    <RailLink
                      page={target}
                      current={page}
                      label={label}
                      count={urgentIn(serious, registers)}
                    />
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      </ul>
      <div className="foot">
        <RailLink
          page="problems"
          current={page}
          icon={<TriangleAlert className="i" />}
          label="Problems"
          count={serious.length}
        />
        <RailLink
          page="review"
          current={page}
          icon={<GitMerge className="i" />}
          label="Review"
          count={conflicts}
        />
        <RailLink page="backups" current={page} icon={<ShieldCheck className="i" />} label="Backups" />
        <RailButton icon={<Share2 className="i" />} label="Send a copy" onPress={onShare} />
        <RailButton icon={<Upload className="i" />} label="Export" onPress={onExport} />
      </div>
    </nav>
  );
}

function ChapterMenu({ share, current }: { readonly share: number; readonly current: PageId }): ReactNode {
  const isHere = PLAN_PAGES.some(({ page }) => page === current);
  return (
    <MenuTrigger>
      <Button className={isHere ? 'ch-button is-here' : 'ch-button'} aria-label="Plan: choose a page">
        <span className="node">
          <ProgressPie share={share} />
        </span>
      </Button>
      <Popover className="pop list-pop" placement="right top">
        <Menu
          className="list"
          aria-label="Plan"
          onAction={(key) => {
            const chosen = PLAN_PAGES.find(({ page }) => page === key);
            if (chosen !== undefined) goTo({ page: chosen.page });
          }}
        >
          {PLAN_PAGES.map(({ page, label }) => (
            <MenuItem key={page} id={page} className="list-item">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
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
}

function RailLink({ page, current, label, icon, count = 0 }: LinkProps): ReactNode {
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
      {count > 0 && <span className="c bad">{count}</span>}
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
  onPress: () => void;
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
