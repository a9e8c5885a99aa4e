import { beforeEach, describe, expect, it } from 'vitest';
import { GridController } from '../../../renderer/ui/grid/GridController';
import type {
  GridColumn,
  GridContent,
  GridEdit,
  GridEvents,
  NewGridRow,
} from '../../../renderer/ui/grid/gridTypes';

const COLUMNS: readonly GridColumn[] = [
  { id: 'name', label: 'Task', width: 200, tree: true },
  { id: 'days', label: 'Days', width: 50, kind: 'number' },
  { id: 'finish', label: 'Finish', width: 80, readOnly: true },
  { id: 'owner', label: 'Owner', width: 80, kind: 'choice', options: [{ id: 'p1', label: 'Maria Ortega' }] },
];

interface Row {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** A grid over plain rows that refuses days which are no numbers, and remembers what it was told. */
class Bench {
  readonly controller = new GridController();
  readonly calls: { edits: readonly GridEdit[]; newRows: readonly NewGridRow[]; after: string | null }[] = [];
  readonly said: string[] = [];
  readonly opened: string[] = [];
  readonly groups = new Set<string>();
  rows: Row[] = ['a', 'b', 'c'].map((key, index) => ({
    key,
    values: { name: `Task ${key}`, days: String(index + 1), finish: 'Jun 1', owner: '' },
  }));

  constructor() {
    this.render();
  }

  render(events: GridEvents = {}): void {
    const content: GridContent = {
      columns: COLUMNS,
      rows: {
        count: this.rows.length,
        key: (index) => this.rows[index]?.key ?? '',
        kind: (index) => (this.groups.has(this.rows[index]?.key ?? '') ? 'group' : 'record'),
      },
      cell: (index, column) => ({ text: this.rows[index]?.values[column] ?? '' }),
    };
    const all: GridEvents = {
      onEdit: (edits, newRows, after) => {
        this.calls.push({ edits, newRows, after });
        const bad = edits.filter((edit) => edit.columnId === 'days' && !/^\d+$/.test(edit.text));
        const skipped = bad.map(({ rowKey, columnId, text }) => ({
          rowKey,
          columnId,
          reason: `"${text}" is no number.`,
        }));
        return { accepted: edits.length - bad.length, skipped };
      },
      onOpen: (key) => this.opened.push(key),
      ...events,
    };
    const host = {
      pageRows: () => 10,
      reveal: () => undefined,
      say: (text: string) => void this.said.push(text),
    };
    this.controller.update(content, all, host);
  }
}

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

const press = (key: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
  bench.controller.key({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('editing a cell', () => {
  it('hands the text over and moves down', () => {
    bench.controller.select({ row: 0, column: 1 });
    bench.controller.beginEdit(true);
    expect(bench.controller.commit('7', 'down')).toBe(true);
    expect(bench.calls).toEqual([
      { edits: [{ rowKey: 'a', columnId: 'days', text: '7' }], newRows: [], after: null },
    ]);
    expect(bench.controller.state.selection.focus).toEqual({ row: 1, column: 1 });
  });

  it('says nothing to the plan when the text is what it was', () => {
    bench.controller.beginEdit(false);
    bench.controller.commit('Task a', 'down');
    expect(bench.calls).toEqual([]);
  });

  it('keeps a refused text in the editor, with the reason, and says it', () => {
    bench.controller.select({ row: 0, column: 1 });
    bench.controller.beginEdit(true);
    expect(bench.controller.commit('soon', 'down')).toBe(false);
    expect(bench.controller.state.editor).toMatchObject({ initial: 'soon', refusal: '"soon" is no number.' });
    expect(bench.said).toContain('"soon" is no number.');
    expect(bench.controller.state.selection.focus).toEqual({ row: 0, column: 1 });
  });

  it('shows a refused text that is left behind, because it is lost', () => {
    const shown: string[] = [];
    bench.render({ onLeftOut: (report) => void shown.push(report) });
    bench.controller.select({ row: 0, column: 1 });
    bench.controller.beginEdit(true);
    bench.controller.leaveEdit('soon');
    expect(bench.controller.state.editor).toBeNull();
    expect(shown).toEqual(['“soon” was not taken. "soon" is no number.']);
  });

  it('does not open on a cell that is read-only, and says why', () => {
    bench.controller.select({ row: 0, column: 2 });
    expect(bench.controller.beginEdit(true)).toBe(false);
    expect(bench.said.at(-1)).toBe('Finish cannot be edited here.');
  });

  it('where nothing may be written asks for the reason at every try, and writes nothing', () => {
    let asked = 0;
    bench.render({ onRefused: () => void (asked += 1) });
    expect(bench.controller.beginEdit(true)).toBe(false);
    bench.controller.paste([['Other', '9']]);
    press('Delete');
    expect(asked).toBe(3);
    expect(bench.calls).toEqual([]);
    expect(bench.controller.state.editor).toBeNull();
  });

  it('opens the record when Enter is pressed on a cell that is not edited', () => {
    bench.controller.select({ row: 1, column: 2 });
    press('Enter');
    expect(bench.opened).toEqual(['b']);
  });

  it('recognizes a choice that was typed out', () => {
    bench.controller.select({ row: 0, column: 3 });
    bench.controller.beginEdit(true);
    bench.controller.commit('maria ortega', 'stay');
    expect(bench.calls[0]?.edits[0]?.optionId).toBe('p1');
  });
});

describe('a block', () => {
  it('is pasted in one call; cells that are not edited are skipped and counted aloud', () => {
    bench.controller.select({ row: 0, column: 0 });
    bench.controller.paste([
      ['One', '1', 'x'],
      ['Two', 'two', 'y'],
    ]);
    expect(bench.calls).toHaveLength(1);
    expect(bench.calls[0]?.edits.map((edit) => edit.columnId)).toEqual(['name', 'days', 'name', 'days']);
    expect(bench.said.at(-1)).toBe(
      '3 cells pasted, 3 left out. Row 1: Calculated columns take no values. Row 2: "two" is no number.',
    );
  });

  it('adds rows below the last one only where the grid takes them', () => {
    bench.controller.select({ row: 2, column: 0 });
    bench.controller.paste([['Last'], ['New']]);
    expect(bench.calls[0]?.newRows).toEqual([]);
    expect(bench.said.at(-1)).toContain('1 cell fell outside the grid.');

    bench.render({ acceptsNewRows: true });
    bench.controller.select({ row: 2, column: 0 });
    bench.controller.paste([['Last'], ['New']]);
    expect(bench.calls.at(-1)?.newRows).toEqual([[{ columnId: 'name', text: 'New' }]]);
  });

  it('goes on under its heading instead of over the next one', () => {
    bench.groups.add('b');
    bench.render({ acceptsNewRows: true });
    bench.controller.select({ row: 0, column: 0 });
    bench.controller.paste([
      ['One', '1'],
      ['Two', '2'],
      ['Three', '3'],
    ]);
    expect(bench.calls).toMatchObject([
      {
        edits: [{ rowKey: 'a' }, { rowKey: 'a' }],
        newRows: [
          [{ text: 'Two' }, {}],
          [{ text: 'Three' }, {}],
        ],
      },
    ]);
    expect(bench.calls[0]?.after).toBe('a');
  });

  it('on a heading becomes new rows under it; copied with the heading it falls on both again', () => {
    bench.groups.add('b');
    bench.render({ acceptsNewRows: true });
    bench.controller.select({ row: 1, column: 0 });
    bench.controller.paste([['One'], ['Two']]);
    expect(bench.calls[0]).toMatchObject({ edits: [], after: 'b' });
    expect(bench.calls[0]?.newRows).toHaveLength(2);
    bench.controller.paste([['Task b'], ['Two']]);
    expect(bench.calls[1]).toMatchObject({ edits: [{ rowKey: 'c', text: 'Two' }], newRows: [] });
    expect(bench.said.at(-1)).toBe('1 cell pasted.');
  });

  it('that is no text, or too much, changes nothing and says so', () => {
    const shown: string[] = [];
    bench.render({ onLeftOut: (report) => void shown.push(report) });
    bench.controller.paste(null);
    bench.controller.paste(Array.from({ length: 2_001 }, () => ['x']));
    bench.controller.paste([Array.from({ length: 100_001 }, () => 'x')]);
    expect(bench.calls).toEqual([]);
    expect(shown).toEqual([
      expect.stringContaining('holds no text'),
      expect.stringContaining('more than the 2,000 rows or 100,000 cells that fit at once'),
      expect.stringContaining('Paste it in parts'),
    ]);
  });

  it('says of a refused cell in a new row which row of the block it is', () => {
    const shown: string[] = [];
    bench.render({
      acceptsNewRows: true,
      onLeftOut: (report, isWritten) => void shown.push(`${report} ${String(isWritten)}`),
      onEdit: () => ({
        accepted: 3,
        skipped: [{ rowKey: 'unknown', columnId: 'days', reason: 'No number.', newRow: 1 }],
      }),
    });
    bench.controller.select({ row: 2, column: 0 });
    bench.controller.paste([['C'], ['D'], ['E']]);
    expect(shown).toEqual(['3 cells pasted, 1 left out. Row 3: No number. true']);
  });

  it('is copied as it is shown, and cleared in one call', () => {
    bench.controller.select({ row: 0, column: 0 });
    bench.controller.select({ row: 1, column: 1 }, true);
    expect(bench.controller.copied()).toEqual([
      ['Task a', '1'],
      ['Task b', '2'],
    ]);
    press('Delete');
    expect(bench.calls).toHaveLength(1);
    expect(bench.calls[0]?.edits.map((edit) => edit.text)).toEqual(['', '', '', '']);
  });

  it('is filled down from its top row with Ctrl+D', () => {
    bench.controller.select({ row: 0, column: 1 });
    bench.controller.select({ row: 2, column: 1 }, true);
    press('d', { ctrlKey: true });
    expect(bench.calls[0]?.edits).toEqual([
      { rowKey: 'b', columnId: 'days', text: '1' },
      { rowKey: 'c', columnId: 'days', text: '1' },
    ]);
  });
});

describe('the focus', () => {
  it('stays on its record when another one is inserted above it', () => {
    bench.controller.select({ row: 1, column: 1 });
    bench.rows = [{ key: 'new', values: {} }, ...bench.rows];
    bench.render();
    expect(bench.controller.focusPlace()).toEqual({ rowKey: 'b', columnId: 'days' });
  });

  it('stays in the grid when its record and all after it are gone', () => {
    bench.controller.select({ row: 2, column: 0 });
    bench.rows = bench.rows.slice(0, 1);
    bench.render();
    expect(bench.controller.focusPlace()?.rowKey).toBe('a');
  });

  it('goes to a record that was asked for before it was there, and opens its editor', () => {
    bench.controller.show({ rowKey: 'later', columnId: 'name', edit: true });
    expect(bench.controller.state.editor).toBeNull();
    bench.rows = [...bench.rows, { key: 'later', values: { name: '' } }];
    bench.render();
    expect(bench.controller.focusPlace()?.rowKey).toBe('later');
    expect(bench.controller.state.editor).not.toBeNull();
    expect(bench.controller.state.editor?.isSelected, 'for the first key to write it over').toBe(true);
  });

  it('walks with Tab, and lets Tab leave the grid after Escape', () => {
    expect(press('Tab')).toBe(true);
    expect(bench.controller.state.selection.focus).toEqual({ row: 0, column: 1 });
    press('Escape');
    expect(press('Tab')).toBe(false);
  });

  it('says how large a range is', () => {
    press('ArrowDown', { shiftKey: true });
    expect(bench.said.at(-1)).toBe('2 rows by 1 column selected');
  });
});
