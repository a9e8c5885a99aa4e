/** Plan name and switcher, the run-up to go-live, undo and redo, and the way to everything else. */
import { useMemo, type ReactNode } from 'react';
import { ChevronDown, Redo2, Search, Undo2 } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { runUpOf, type RunUp } from '../../shared/domain/commands/runUp';
import { commandIds, commandOf, type CommandId } from '../../shared/ipc/commands';
import type { Settings } from '../../shared/ipc/contract';
import { useCommands, useUndoLabels } from '../state/commands';
import { usePlanAtRest } from '../state/session';
import { useToday } from '../state/today';
import { initialsOf } from '../ui/initials';
import { chordText, Keycaps } from '../ui/Kbd';
import type { Actions } from './useWindowCommands';

interface Props {
  readonly settings: Settings;
  readonly actions: Actions;
}

/** Of the commands that can be run, those for the workbook as a whole; a line between the groups. */
const BOOK_MENU: readonly (readonly CommandId[])[] = [
  ['workbook.list', 'workbook.new', 'workbook.openFile'],
  ['scenario.try', 'scenario.compare', 'scenario.leave', 'baseline.take'],
  ['workbook.saveCopy', 'import.open', 'export.everything'],
  ['theme.system', 'theme.light', 'theme.dark', 'theme.contrast'],
  ['density.compact', 'density.comfortable'],
  ['help.keys', 'help.about'],
];

export function TopBar({ settings, actions }: Props): ReactNode {
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
          <Menu
            className="list"
            onAction={(key) => {
              commandIds.filter((id) => id === key).forEach((id) => actions[id]?.());
            }}
          >
            {BOOK_MENU.flatMap((group, index) => [
              ...(index === 0 ? [] : [<Separator key={`line-${String(index)}`} />]),
              ...group
                .filter((id) => actions[id] !== undefined)
                .map((id) => (
                  <BookMenuItem
                    key={id}
                    command={id}
                    isChosen={id === `theme.${settings.theme}` || id === `density.${settings.density}`}
                  />
                )),
            ])}
          </Menu>
        </Popover>
      </MenuTrigger>
      <RunUpBar runUp={runUp} />
      <div className="row">
        <UndoButtons />
        <Finder onOpen={actions['palette.open']} />
        <span className="ava" title={settings.name}>
          {initialsOf(settings.name)}
        </span>
      </div>
    </header>
  );
}

function UndoButtons(): ReactNode {
  const commands = useCommands();
  const labels = useUndoLabels();
  return (
    <>
      <TakeBackButton command="edit.undo" about={labels.undo} onPress={commands.undo}>
        <Undo2 className="i" aria-hidden="true" />
      </TakeBackButton>
      <TakeBackButton command="edit.redo" about={labels.redo} onPress={commands.redo}>
        <Redo2 className="i" aria-hidden="true" />
      </TakeBackButton>
    </>
  );
}

interface TakeBackProps {
  readonly command: 'edit.undo' | 'edit.redo';
  /** What it would take back or forth. */
  readonly about: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function TakeBackButton({ command, about, onPress, children }: TakeBackProps): ReactNode {
  const { label, keys } = commandOf(command);
  const words = about === undefined ? label : `${label}: ${about}`;
  const nothing = command === 'edit.undo' ? 'Nothing to undo' : 'Nothing to do again';
  return (
    <button
      className="btn quiet icon"
      aria-label={words}
      title={about === undefined ? nothing : `${words} (${chordText(keys?.[0] ?? '')})`}
      disabled={about === undefined}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function BookMenuItem({ command, isChosen }: { command: CommandId; isChosen: boolean }): ReactNode {
  const { label, keys } = commandOf(command);
  const [chord] = keys ?? [];
  return (
    <MenuItem className="list-item" id={command} textValue={label}>
      {label}
      {isChosen ? ' ✓' : ''}
      {chord !== undefined && <Keycaps chord={chord} />}
    </MenuItem>
  );
}

function Finder({ onOpen }: { onOpen: (() => void) | undefined }): ReactNode {
  const { label, keys } = commandOf('palette.open');
  const [chord = ''] = keys ?? [];
  return (
    <button className="finder" aria-label={label} title={`${label} (${chordText(chord)})`} onClick={onOpen}>
      <Search className="i" aria-hidden="true" />
      <span>{label}</span>
      <span className="sp" />
      <Keycaps chord={chord} />
    </button>
  );
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
    <div className="runup" role="img" aria-label={`Day ${String(day)}. ${aheadText(daysToGoLive, date)}`}>
      {ahead && day > 0 && (
        <span>
          Day <b className="num">{day}</b>
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
            <b className="num">{daysToGoLive}</b> {toGoLive(daysToGoLive, date)}
          </>
        ) : (
          aheadText(daysToGoLive, date)
        )}
      </span>
    </div>
  );
}

function aheadText(days: number, date: string): string {
  if (days > 0) return `${String(days)} ${toGoLive(days, date)}`;
  return days === 0 ? `Go-live is today, ${date}` : `Live since ${date}`;
}

function toGoLive(days: number, date: string): string {
  return `working ${days === 1 ? 'day' : 'days'} to go-live, ${date}`;
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
