/** Find or do anything: one field, and below it where to go, what to do and what to read. */
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { counted } from '../../../shared/domain/format/sentence';
import type { TextRange } from '../../../shared/domain/search/words';
import { Kbd, Keycaps } from '../../ui/Kbd';
import type { Entry, Findings } from './entry';
import './palette.css';

export interface PaletteProps {
  /** What fits a text; asked again when it changes. */
  readonly find: (typed: string) => Findings;
  /** What the field takes, in a few words. */
  readonly placeholder: string;
  /** Signs that narrow what is looked for. */
  readonly hint?: ReactNode;
  readonly onClose: () => void;
}

/** The keyboard goes back to where it was first; only then can what was chosen take it elsewhere. */
function afterClosing(run: () => void): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(run);
  });
}

export function Palette({ find, placeholder, hint, onClose }: PaletteProps): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const looked = useDeferredValue(typed);
  const { groups, note } = useMemo(() => find(looked), [find, looked]);
  const entries = groups.flatMap((group) => group.entries);
  const [chosen, choose] = useState(0);
  const active = Math.min(chosen, entries.length - 1);
  const optionId = (index: number): string => `${id}-${String(index)}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);

  const run = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    onClose();
    afterClosing(entry.run);
  };
  const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
  const said = `${entries.length === 0 ? 'Nothing found' : `${counted(entries.length, 'entry', 'entries')} listed`}. ${note ?? ''}`;

  let index = 0;
  return (
    <ModalOverlay className="scrim is-palette" isOpen isDismissable onOpenChange={onClose}>
      <Modal className="dialog-box">
        <Dialog className="palette" aria-label="Find or do anything">
          <div className="palette-field">
            <Search className="i" aria-hidden="true" />
            <input
              autoFocus
              role="combobox"
              aria-label="Find or do anything"
              aria-expanded
              aria-autocomplete="list"
              aria-controls={`${id}-list`}
              {...(active < 0 ? {} : { 'aria-activedescendant': optionId(active) })}
              placeholder={placeholder}
              spellCheck={false}
              maxLength={200}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                choose(0);
              }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing) return;
                const step = steps[event.key];
                if (step !== undefined) choose(stepped(active, step, entries.length));
                // What is listed is what is run, also for those who type faster than it follows.
                else if (event.key === 'Enter')
                  run((typed === looked ? entries : firstOf(find(typed)))[active]);
                else return;
                event.preventDefault();
              }}
            />
          </div>
          <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label="Found">
            {groups.map((group) => (
              <div key={group.title} role="group" aria-labelledby={`${id}-${group.title}`}>
                <div className="palette-head" id={`${id}-${group.title}`} role="presentation">
                  {group.title}
                </div>
                {group.entries.map((entry) => {
                  const at = index++;
                  return (
                    <Option
                      key={entry.id}
                      id={optionId(at)}
                      entry={entry}
                      isActive={at === active}
                      onPoint={() => {
                        choose(at);
                      }}
                      onRun={() => {
                        run(entry);
                      }}
                    />
                  );
                })}
              </div>
            ))}
          </div>
          {note !== undefined && <p className="palette-note t2">{note}</p>}
          <p className="sr" role="status">
            {said}
          </p>
          <footer className="palette-foot t3 small" aria-hidden="true">
            <span>
              <Kbd>↑</Kbd> <Kbd>↓</Kbd> move
            </span>
            <span>
              <Kbd>Enter</Kbd> open
            </span>
            <span>
              <Kbd>Esc</Kbd> close
            </span>
            <span className="sp" />
            <span className="palette-hint">{hint}</span>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function firstOf({ groups }: Findings): readonly Entry[] {
  return groups.flatMap(({ entries }) => entries);
}

/** One step goes round at the ends; a longer one stops there. */
function stepped(active: number, step: number, count: number): number {
  if (count === 0) return 0;
  const next = active + step;
  return Math.abs(step) === 1 ? (next + count) % count : Math.max(0, Math.min(count - 1, next));
}

interface OptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}

function Option({ id, entry, isActive, onPoint, onRun }: OptionProps): ReactNode {
  const { icon, title, matches, detail, chord } = entry;
  return (
    // The keyboard stays in the field, which names the active option.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className="palette-entry"
      onPointerMove={onPoint}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
      onClick={onRun}
    >
      <span className="palette-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="clip palette-title" title={title}>
        <Marked text={title} matches={matches} />
      </span>
      {detail !== undefined && (
        <span className="clip t3 small palette-detail" title={detail.text}>
          <Marked {...detail} />
        </span>
      )}
      <span className="sp" />
      {chord === undefined ? isActive && <Kbd>Enter</Kbd> : <Keycaps chord={chord} />}
    </div>
  );
}

/** A text with what was found in it marked. */
function Marked({ text, matches }: { text: string; matches: readonly TextRange[] }): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of matches) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return [...parts, text.slice(at)];
}
