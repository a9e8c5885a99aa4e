/** Plan name and switcher, the run-up to go-live, undo and redo. */
import { useMemo, type ReactNode } from 'react';
import { ChevronDown, Redo2, Undo2 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { runUpOf, type RunUp } from '../../shared/domain/commands/runUp';
import type { Settings } from '../../shared/ipc/contract';
import { useCommands, useUndoLabels } from '../state/commands';
import { usePlanAtRest } from '../state/session';
import { useToday } from '../state/today';

interface Props {
  readonly settings: Settings;
  readonly onChangeSettings: (changes: Partial<Omit<Settings, 'actor'>>) => void;
  readonly onLeave: () => void;
  readonly onNewPlan: () => void;
  readonly onOpenFile: () => void;
  readonly onSaveCopy: () => void;
  /** Absent where the plan can only be read. */
  readonly onImport?: () => void;
}

const THEMES = [
  { id: 'system', label: 'Colors: as the system' },
  { id: 'light', label: 'Colors: light' },
  { id: 'dark', label: 'Colors: dark' },
  { id: 'contrast', label: 'Colors: high contrast' },
] as const;

export function TopBar(props: Props): ReactNode {
  const plan = usePlanAtRest();
  const today = useToday();
  const name = plan.workbook.tables.organisation.live[0]?.name ?? '';
  const runUp = useMemo(() => runUpOf(plan, today), [plan, today]);
  return (
    <header className="topbar">
      <MenuTrigger>
        <Button className="book" aria-label={`${name}: workbook menu`}>
          <Mark />
          <span className="clip" title={name}>
            {name === '' ? 'Plan without a name' : name}
          </span>
          <ChevronDown className="i" aria-hidden="true" />
        </Button>
        <Popover className="pop list-pop">
          <Menu className="list" onAction={(key) => choose(String(key), props)}>
            <MenuItem className="list-item" id="list">
              All workbooks
            </MenuItem>
            <MenuItem className="list-item" id="new">
              New plan…
            </MenuItem>
            <MenuItem className="list-item" id="open">
              Open a file…
            </MenuItem>
            <Separator />
            <MenuItem className="list-item" id="copy">
              Send a copy…
            </MenuItem>
            {props.onImport !== undefined && (
              <MenuItem className="list-item" id="import">
                Import from Excel or CSV…
              </MenuItem>
            )}
            <Separator />
            {THEMES.map(({ id, label }) => (
              <MenuItem className="list-item" key={id} id={`theme-${id}`} textValue={label}>
                {label}
                {props.settings.theme === id ? ' ✓' : ''}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <RunUpBar runUp={runUp} />
      <div className="row">
        <UndoButtons />
        <span className="ava" title={props.settings.name}>
          {initialsOf(props.settings.name)}
        </span>
      </div>
    </header>
  );
}

function UndoButtons(): ReactNode {
  const { undo, redo } = useCommands();
  const labels = useUndoLabels();
  return (
    <>
      <button
        className="btn quiet icon"
        aria-label={labels.undo === undefined ? 'Undo' : `Undo: ${labels.undo}`}
        title={labels.undo === undefined ? 'Nothing to undo' : `Undo: ${labels.undo} (Ctrl+Z)`}
        disabled={labels.undo === undefined}
        onClick={undo}
      >
        <Undo2 className="i" aria-hidden="true" />
      </button>
      <button
        className="btn quiet icon"
        aria-label={labels.redo === undefined ? 'Redo' : `Redo: ${labels.redo}`}
        title={labels.redo === undefined ? 'Nothing to do again' : `Redo: ${labels.redo} (Ctrl+Shift+Z)`}
        disabled={labels.redo === undefined}
        onClick={redo}
      >
        <Redo2 className="i" aria-hidden="true" />
      </button>
    </>
  );
}

function choose(key: string, props: Props): void {
  const theme = THEMES.find(({ id }) => key === `theme-${id}`);
  if (theme !== undefined) props.onChangeSettings({ theme: theme.id });
  else if (key === 'list') props.onLeave();
  else if (key === 'new') props.onNewPlan();
  else if (key === 'open') props.onOpenFile();
  else if (key === 'copy') props.onSaveCopy();
  else if (key === 'import') props.onImport?.();
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}

const SHORT_DATE = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

function RunUpBar({ runUp }: { runUp: RunUp | null }): ReactNode {
  if (runUp === null) return <div className="runup" />;
  const { day, daysToGoLive, goLive, phases, todayAt } = runUp;
  const date = SHORT_DATE.format(new Date(`${goLive}T00:00:00Z`));
  const ahead = daysToGoLive > 0;
  return (
    <div className="runup num" role="img" aria-label={`Day ${String(day)}. ${aheadText(daysToGoLive, date)}`}>
      {ahead && day > 0 && (
        <span>
          Day <b>{day}</b>
        </span>
      )}
      <svg aria-hidden="true" preserveAspectRatio="none">
        {phases.map(({ id, from, until, done }) => (
          <g key={id}>
            <rect
              x={`${String(from * 100)}%`}
              y="6"
              width={`${String(Math.max(0, until - from - 0.004) * 100)}%`}
              height="4"
              rx="2"
              fill="var(--track)"
            />
            <rect
              x={`${String(from * 100)}%`}
              y="6"
              width={`${String(Math.max(0, until - from - 0.004) * 100 * done)}%`}
              height="4"
              rx="2"
              fill="var(--accent)"
            />
          </g>
        ))}
        {todayAt !== null && (
          <rect x={`${String(todayAt * 100)}%`} y="1" width="2" height="14" rx="1" fill="var(--text)" />
        )}
        <svg x="100%" y="8" overflow="visible">
          <path d="M0-6 6 0 0 6-6 0z" fill="var(--surface)" stroke="var(--accent)" strokeWidth="1.6" />
        </svg>
      </svg>
      <span>
        {ahead ? (
          <>
            <b>{daysToGoLive}</b> working days to go-live, {date}
          </>
        ) : (
          aheadText(daysToGoLive, date)
        )}
      </span>
    </div>
  );
}

function aheadText(days: number, date: string): string {
  if (days > 0) return `${String(days)} working days to go-live, ${date}`;
  return days === 0 ? `Go-live is today, ${date}` : `Live since ${date}`;
}

function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d="M3 14.5h14" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" opacity=".45" />
      <path d="M3 9.5h8" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M3 4.5h5" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" opacity=".75" />
      <path d="M15.2 5.7 18.8 9.5l-3.6 3.8-3.6-3.8z" fill="currentColor" />
    </svg>
  );
}
