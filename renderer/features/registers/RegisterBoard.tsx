/** Records as cards under the values of a field; putting a card under another head changes that field. */
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { problem } from '../../../shared/domain/base/problem';
import { problemText } from '../../../shared/domain/base/problemText';
import { isFixed } from '../../../shared/domain/edits/fixedFields';
import type { Plan } from '../../../shared/domain/plan';
import { formatNumber } from '../../../shared/domain/format/amounts';
import { fieldText } from '../../../shared/domain/records/fieldText';
import { recordNotes } from '../../../shared/domain/records/recordNotes';
import { boardGroups, type RecordGroup } from '../../../shared/domain/records/recordRows';
import { recordName } from '../../../shared/domain/records/recordName';
import { fieldOf, type AnyRecord } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import { say } from '../../state/messages';
import type { RecordEditing } from '../../state/recordEditing';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { StatusShape } from '../../ui/StatusShape';
import { boardMove, type BoardPlace } from './boardKeys';

export interface RegisterBoardProps {
  readonly plan: Plan;
  readonly register: RegisterId;
  readonly records: readonly AnyRecord[];
  /** The field whose values are the heads. */
  readonly field: string;
  /** Fields a card shows under its name, as far as they fit. */
  readonly columns: readonly string[];
  readonly editing: RecordEditing;
  readonly onOpen: (id: string) => void;
  readonly onFocus: (id: string) => void;
}

const FACTS_SHOWN = 3;
/** Cards of a column that are drawn at first, and with each wish for more. */
const CARDS_SHOWN = 50;

export function RegisterBoard(props: RegisterBoardProps): ReactNode {
  const { plan, register, records, field, columns, editing, onOpen, onFocus } = props;
  const { workbook } = plan;
  const groups = boardGroups(workbook, register, records, field);
  const notes = recordNotes(plan, register);
  const boardId = useId();
  const [focused, setFocused] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [more, setMore] = useState<ReadonlyMap<string, number>>(new Map());
  const shownIn = (group: RecordGroup): number => more.get(group.label) ?? CARDS_SHOWN;
  /** The keyboard follows a card it moved. */
  const follow = useRef(false);
  const current = focused !== null && records.some(({ id }) => id === focused) ? focused : firstCard(groups);

  useEffect(() => {
    if (!follow.current || current === null) return;
    follow.current = false;
    document.getElementById(cardId(boardId, current))?.focus();
  });

  const put = (id: string, to: RecordGroup | undefined): void => {
    const record = records.find((candidate) => candidate.id === id);
    if (record === undefined || to === undefined || (record[field] ?? null) === to.value) return;
    if (isFixed(register, field)) {
      const { fields, title } = definitionOf(register);
      const label = fields[field]?.label ?? field;
      say(problemText(problem('field/fixed', { label, register: title })));
      return;
    }
    editing.pick(id, field, to.value);
    announce(`${recordName(workbook, register, record.id)}: ${to.label}`);
  };
  const onKeyDown = (event: KeyboardEvent, at: BoardPlace, id: string): void => {
    const move = boardMove(
      event,
      groups.map((group) => Math.min(group.records.length, shownIn(group))),
      at,
    );
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'remove') {
      editing.remove([id]);
      return;
    }
    if (move.kind === 'put') {
      follow.current = true;
      setFocused(id);
      put(id, groups[move.column]);
      return;
    }
    const next = groups[move.place.column]?.records[move.place.card];
    if (next === undefined) return;
    setFocused(next.id);
    document.getElementById(cardId(boardId, next.id))?.focus();
  };

  return (
    <div className="board" role="group" aria-label={`${definitionOf(register).title}, board`}>
      <p id={`${boardId}-keys`} className="sr">
        Arrows move between cards, Alt with an arrow moves the card, Enter opens it.
      </p>
      {groups.map((group, column) => (
        <section
          key={group.label}
          aria-label={`${group.label}, ${String(group.records.length)}`}
          className={over === column ? 'is-over' : undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(column);
          }}
          onDragLeave={() => {
            setOver(null);
          }}
          onDrop={(event) => {
            event.preventDefault();
            setOver(null);
            put(event.dataTransfer.getData(CARD_TYPE), group);
          }}
        >
          <h2>
            <span className="clip" title={group.label}>
              {group.label}
            </span>
            <span className="t3 num">{group.records.length}</span>
          </h2>
          <ul>
            {group.records.slice(0, shownIn(group)).map((record, card) => (
              <li
                key={record.id}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData(CARD_TYPE, record.id);
                  event.dataTransfer.effectAllowed = 'move';
                }}
              >
                <button
                  id={cardId(boardId, record.id)}
                  className="board-card"
                  aria-describedby={`${boardId}-keys`}
                  tabIndex={record.id === current ? 0 : -1}
                  onFocus={() => {
                    setFocused(record.id);
                    onFocus(record.id);
                  }}
                  onKeyDown={(event) => {
                    onKeyDown(event, { column, card }, record.id);
                  }}
                  onClick={() => {
                    onOpen(record.id);
                  }}
                >
                  <span className="med">
                    {notes.waiting(record.id) !== undefined && <StatusShape kind="decide" />}
                    {recordName(workbook, register, record.id)}
                  </span>
                  <Facts
                    {...props}
                    record={record}
                    names={columns.filter(
                      (name) => name !== field && name !== definitionOf(register).titleField,
                    )}
                  />
                </button>
              </li>
            ))}
          </ul>
          {group.records.length > shownIn(group) && (
            <Button
              variant="quiet"
              label={`Show more of ${group.label}`}
              onPress={() => {
                setMore((were) => new Map(were).set(group.label, shownIn(group) + CARDS_SHOWN));
              }}
            >
              {formatNumber(group.records.length - shownIn(group))} more
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}

const CARD_TYPE = 'application/x-golive-record';

function cardId(boardId: string, id: string): string {
  return `${boardId}-${id}`;
}

function firstCard(groups: readonly RecordGroup[]): string | null {
  return groups.find(({ records }) => records.length > 0)?.records[0]?.id ?? null;
}

interface FactsProps extends Pick<RegisterBoardProps, 'plan' | 'register'> {
  readonly record: AnyRecord;
  readonly names: readonly string[];
}

/** The first fields of the record that say something. */
function Facts({ plan, register, record, names }: FactsProps): ReactNode {
  const facts = names
    .flatMap((name) => {
      const field = fieldOf(definitionOf(register), name);
      if (field === undefined || (field.kind === 'boolean' && record[name] !== true)) return [];
      const text = field.kind === 'boolean' ? field.label : fieldText(plan.workbook, field, record[name]);
      return text === '' ? [] : [{ name, text }];
    })
    .slice(0, FACTS_SHOWN);
  return facts.map(({ name, text }) => (
    <span key={name} className="t2 small clip" title={text}>
      {text}
    </span>
  ));
}
