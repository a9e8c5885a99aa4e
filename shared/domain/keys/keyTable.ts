/**
 * Keys as data. Each region of the window describes its keys once in a table; what a stroke does, the keycaps beside
 * buttons and the list of all shortcuts follow from it.
 */

export interface KeyStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * `Mod+Alt+Shift+Z`: modifiers in this order, then the key by its name in the browser, letters as capitals. Mod is
 * Ctrl, on a Mac Cmd.
 */
export type Chord = string;

export interface KeyRow<Command> {
  /** What the keys do, as the list of shortcuts says it. */
  readonly label: string;
  /** The keys people are shown, the usual ones first. */
  readonly keys: Readonly<Record<Chord, Command>>;
  /** The same on other keyboards; found, but not shown. */
  readonly also?: Readonly<Record<Chord, Command>>;
}

export interface KeyTable<Command, Row extends string = string> {
  /** Where these keys work. */
  readonly title: string;
  readonly rows: Readonly<Record<Row, KeyRow<Command>>>;
}

export function keyTable<Command, Row extends string>(
  title: string,
  rows: Readonly<Record<Row, KeyRow<Command>>>,
): KeyTable<Command, Row> {
  return { title, rows };
}

/** Several keys for one command. */
export function keysFor<Command>(command: Command, ...chords: readonly Chord[]): Record<Chord, Command> {
  return Object.fromEntries(chords.map((chord) => [chord, command]));
}

export function rowsOf<Command>(table: KeyTable<Command>): readonly KeyRow<Command>[] {
  return Object.values(table.rows);
}

/** The usual key of a row, for the keycap beside its button. */
export function chordFor<Row extends string>(table: KeyTable<unknown, Row>, row: Row): Chord {
  return Object.keys(table.rows[row].keys)[0] ?? '';
}

export function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyStroke): Chord {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return `${ctrlKey || metaKey ? 'Mod+' : ''}${altKey ? 'Alt+' : ''}${shiftKey ? 'Shift+' : ''}${name}`;
}

/** Looks strokes up in a table; null for a key that is none of its own. */
export function keyFinder<Command>(table: KeyTable<Command>): (stroke: KeyStroke) => Command | null {
  const byChord = new Map(
    rowsOf(table).flatMap(({ keys, also = {} }) => Object.entries({ ...also, ...keys })),
  );
  return (stroke) => byChord.get(chordOf(stroke)) ?? null;
}

const MODIFIERS = /^(?:(?:Mod|Alt|Shift)\+)*/;

function partsOf(chord: Chord): { readonly modifiers: readonly string[]; readonly key: string } {
  const before = MODIFIERS.exec(chord)?.[0] ?? '';
  return { modifiers: before.split('+').filter((name) => name !== ''), key: chord.slice(before.length) };
}

const CAPS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  '-': '−',
};
const MAC_CAPS: Readonly<Record<string, string>> = { ...CAPS, Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** The keycaps of a chord, in the order they are pressed: `Ctrl`, `Shift`, `Z`. */
export function keycapsOf(chord: Chord, isMac: boolean): readonly string[] {
  const { modifiers, key } = partsOf(chord);
  const caps = isMac ? MAC_CAPS : CAPS;
  return [...modifiers, key].map((name) => caps[name] ?? name);
}

/** A row's keys for a list: those that need the same modifiers share them. */
export interface ShownKeys {
  readonly modifiers: readonly string[];
  readonly keys: readonly string[];
}

/** `Shift` with `↑ ↓ ← →`, or several in turn: `Ctrl Y` and `Ctrl Shift Z`. */
export function shownKeys({ keys }: KeyRow<unknown>, isMac: boolean): readonly ShownKeys[] {
  const caps = isMac ? MAC_CAPS : CAPS;
  const groups = new Map<string, { modifiers: readonly string[]; keys: string[] }>();
  for (const chord of Object.keys(keys)) {
    const { modifiers, key } = partsOf(chord);
    const group = groups.get(modifiers.join('+')) ?? {
      modifiers: modifiers.map((name) => caps[name] ?? name),
      keys: [],
    };
    groups.set(modifiers.join('+'), group);
    group.keys.push(caps[key] ?? key);
  }
  return [...groups.values()];
}

/** The chord as Electron writes it: `CmdOrCtrl+Shift+Z`. */
export function acceleratorOf(chord: Chord): string {
  return chord.replace('Mod+', 'CmdOrCtrl+').replace('Arrow', '');
}
