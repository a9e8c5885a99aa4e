/** One edit: a line where it changed one thing, and one that opens where it changed many. */
import { ChevronDown, ChevronRight, History } from 'lucide-react';
import { useMemo, useState, type ReactNode } from 'react';
import { MERGED } from '../../../shared/domain/edits/change';
import type { Writer } from '../../../shared/domain/edits/recordHistory';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { cutName } from '../../../shared/domain/format/sentence';
import type { HistoryEntry } from '../../../shared/domain/history/page';
import type { Person } from '../../../shared/domain/history/people';
import type { HistoryFilter } from '../../../shared/domain/history/query';
import { definitionOf, isRegisterId } from '../../../shared/domain/registers/all';
import { historyLines, type HistoryLine } from '../../../shared/domain/review/recordHistory';
import { choiceOf, personText, writerText } from '../../../shared/domain/review/writerText';
import { tableOf, type Workbook } from '../../../shared/domain/workbook';
import { useCommands } from '../../state/commands';
import { goTo, pageOf } from '../../state/navigation';
import type { Aim } from '../../state/goingBack';
import { useChangesOf } from '../../state/planHistory';
import { Avatar } from '../../ui/Avatar';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Menu } from '../../ui/Menu';
import { dateText, instantText, timeText } from '../../ui/moments';

export interface HistoryEntryRowProps {
  readonly entry: HistoryEntry;
  readonly workbook: Workbook;
  readonly filter: HistoryFilter;
  readonly people: readonly Person[];
  readonly isReadOnly: boolean;
  readonly onGoBack: (aim: Aim) => void;
}

export function HistoryEntryRow(props: HistoryEntryRowProps): ReactNode {
  const { entry, workbook, filter, people, isReadOnly, onGoBack } = props;
  const { seq, at, by, count } = entry;
  const { changes, onMore } = useChangesOf(seq, entry.changes, filter);
  const [isOpen, setOpen] = useState(false);
  const lines = useMemo(() => historyLines(workbook, [{ ...entry, changes }]), [workbook, entry, changes]);
  const [first] = lines;
  const only = lines.length === 1 && count <= changes.length ? first : undefined;
  return (
    <li className="hy-entry">
      <time className="t3 small num" dateTime={new Date(at).toISOString()}>
        {timeText(at)}
      </time>
      <Avatar name={only === undefined ? by : only.by} />
      <div className="hy-what">
        {only === undefined ? (
          <Folded entry={entry} people={people} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
        ) : (
          <Line {...{ workbook, people }} line={only} command={entry.label} isAlone />
        )}
        {only === undefined && isOpen && (
          <>
            <ol className="hy-lines">
              {lines.map((line) => (
                <li key={line.key}>
                  <Line {...{ workbook, people }} line={line} isAlone={false} />
                  <PutBack line={line} isReadOnly={isReadOnly} />
                </li>
              ))}
            </ol>
            {changes.length < count && (
              <Button variant="quiet" onPress={onMore}>
                {`More, ${formatNumber(count - changes.length)} left`}
              </Button>
            )}
          </>
        )}
      </div>
      <div className="hy-acts">
        {only !== undefined && <PutBack line={only} isReadOnly={isReadOnly} />}
        {!isReadOnly && <GoBackMenu entry={entry} people={people} line={first} onGoBack={onGoBack} />}
      </div>
    </li>
  );
}

interface LineProps {
  readonly workbook: Workbook;
  readonly people: readonly Person[];
  readonly line: HistoryLine;
  /** The name of the command that made it. */
  readonly command?: string;
  /** Nothing above says who did it. */
  readonly isAlone: boolean;
}

function Line({ workbook, people, line, command, isAlone }: LineProps): ReactNode {
  const { writer, at, words, note } = line;
  const isMerged = command === MERGED || (command === undefined && note !== undefined);
  return (
    <div>
      <p>
        {(isAlone || isMerged) && <span className="med">{nameOf(people, writer)}</span>} {words}
        {isMerged && <span className="t3"> on {instantText(Date.parse(at))}</span>}
      </p>
      <p className="t3 small hy-under">
        <RecordLink line={line} workbook={workbook} />
        {isAlone && note !== undefined && <span>{note}</span>}
        {isAlone && note === undefined && command !== undefined && !namesRecord(command, line) && (
          <span>{command}</span>
        )}
      </p>
    </div>
  );
}

/** `Change days of “Budget approval”` says nothing that does not stand there. */
function namesRecord(command: string, { name }: HistoryLine): boolean {
  // A long name is cut in the name of a command.
  return name !== '' && command.includes(`“${name.slice(0, LONGEST_NAME)}`);
}

interface RecordLinkProps {
  readonly line: HistoryLine;
  readonly workbook: Workbook;
}

function RecordLink({ line: { register, id, name }, workbook }: RecordLinkProps): ReactNode {
  if (!isRegisterId(register)) return <span>{register}</span>;
  const page = pageOf(register);
  const { singular } = definitionOf(register);
  const text = name === '' ? `${singular} that is no longer there` : name;
  // What is in the bin stands on no page.
  const isInBin = tableOf(workbook, register).byId.get(id)?.archived === true;
  if (page === undefined || name === '' || isInBin)
    return <span className="hy-name">{isInBin ? `${text} (in the bin)` : text}</span>;
  return (
    <button
      type="button"
      className="link-button hy-name"
      title={`${singular} “${text}”`}
      onClick={() => {
        goTo({ page, record: { register, id } });
      }}
    >
      {text}
    </button>
  );
}

interface FoldedProps {
  readonly entry: HistoryEntry;
  readonly people: readonly Person[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Folded({ entry, people, isOpen, onToggle }: FoldedProps): ReactNode {
  const { by, actor, label, merged, count, records, authors, more } = entry;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  const what =
    label === MERGED
      ? `merged ${merged === undefined || merged.source === '' ? 'a copy' : `“${merged.source}”`}`
      : label;
  const writers =
    label === MERGED && authors.length > 0
      ? ` by ${listed(authors.map((author) => (author.by === '' ? SOMEBODY : nameOf(people, author))))}`
      : '';
  return (
    <div>
      <p>
        <span className="med">{nameOf(people, { by, actor })}</span>
        {label === MERGED ? ' ' : ': '}
        {what}
      </p>
      {count === 0 ? (
        <p className="t3 small">
          {merged !== undefined && more === undefined
            ? 'Nothing in it was new here.'
            : 'What it changed is not known in detail.'}
        </p>
      ) : (
        <button
          type="button"
          className="link-button t3 small hy-fold"
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Icon size={12} strokeWidth={1.75} aria-hidden /> {amount(count, 'change')} in{' '}
          {amount(records, 'record')}
          {writers}
          {more === undefined ? '' : `, and ${formatNumber(more)} more that were not kept`}
        </button>
      )}
    </div>
  );
}

function nameOf(people: readonly Person[], writer: Writer): string {
  return writerText(people, writer, dateText);
}

const MOST_WRITERS = 3;
/** Within a sentence. */
const SOMEBODY = personText('').toLowerCase();

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_WRITERS);
  const rest = names.length - shown.length;
  const all = rest === 0 ? shown : [...shown, rest === 1 ? 'another' : `${String(rest)} others`];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;
}

function PutBack({
  line,
  isReadOnly,
}: {
  readonly line: HistoryLine;
  readonly isReadOnly: boolean;
}): ReactNode {
  const { run } = useCommands();
  const { putBack, by, words, name } = line;
  if (putBack === undefined || isReadOnly) return null;
  return (
    <Button variant="quiet" label={`Put back: ${by} ${words}, ${name}`} onPress={() => run(putBack)}>
      Put back
    </Button>
  );
}

const LONGEST_NAME = 40;

interface GoBackMenuProps {
  readonly entry: HistoryEntry;
  readonly people: readonly Person[];
  readonly line: HistoryLine | undefined;
  readonly onGoBack: (aim: Aim) => void;
}

function GoBackMenu({ entry, people, line, onGoBack }: GoBackMenuProps): ReactNode {
  const { seq, records, authors, by, actor } = entry;
  const moment = { seq: seq - 1 };
  const register = line?.register;
  const record =
    records === 1 && line !== undefined && line.name !== '' && isRegisterId(register)
      ? { register, id: line.id, name: line.name }
      : undefined;
  const [writer, ...others] = authors.length === 0 ? [{ by, actor }] : authors;
  const person =
    writer === undefined || writer.by === '' || others.length > 0
      ? undefined
      : choiceOf(people, writer, dateText);
  return (
    <Menu
      label="Go back"
      trigger={
        <IconButton label={`Go back to before this, ${timeText(entry.at)}`}>
          <History size={15} strokeWidth={1.5} aria-hidden />
        </IconButton>
      }
      groups={[
        [
          ...(record === undefined
            ? []
            : [{ id: 'record', label: `“${cutName(record.name, LONGEST_NAME)}” as it was before this…` }]),
          { id: 'plan', label: 'The whole plan as it was before this…' },
        ],
        person === undefined
          ? []
          : [{ id: 'person', label: `Take back what ${person.label} did from here on…` }],
      ].filter((group) => group.length > 0)}
      onAction={(id) => {
        if (id === 'plan') onGoBack({ kind: 'plan', moment });
        else if (id === 'record' && record !== undefined)
          onGoBack({ kind: 'record', moment, register: record.register, id: record.id });
        else if (id === 'person' && person !== undefined)
          onGoBack({ kind: 'person', moment, writer: person.choice, name: person.label });
      }}
    />
  );
}
