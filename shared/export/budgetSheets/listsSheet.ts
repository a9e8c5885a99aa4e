/** The hidden sheet with everything that can be picked from a list. */
import { SheetGrid } from '../sheetGrid';
import type { Sheet } from '../sheetModel';
import { HEADER, LABEL, look, NOTE, TITLE } from './looks';
import { LIST_HEADER_ROW, LISTS, OPTION_LISTS } from './options';

export function listsSheet(): Sheet {
  const grid = new SheetGrid();
  grid.text(1, 1, 'Lists', TITLE);
  grid.text(
    2,
    1,
    'What the cells with a choice offer. Change nothing here: formulas look things up in it.',
    NOTE,
  );
  Object.entries(OPTION_LISTS).forEach(([name, options], index) => {
    grid.text(LIST_HEADER_ROW, index + 1, name, HEADER);
    options.forEach(([, shown], entry) => {
      const row = LIST_HEADER_ROW + 1 + entry;
      if (typeof shown === 'string') grid.text(row, index + 1, shown, LABEL);
      else grid.number(row, index + 1, shown, name === 'Chance' ? look('label', 'percent') : LABEL);
    });
  });
  return {
    name: LISTS,
    hidden: true,
    columns: Object.keys(OPTION_LISTS).map(() => 26),
    rows: grid.rows(),
    fills: [],
    tables: [],
    validations: [],
    conditions: [],
    freeze: { rows: LIST_HEADER_ROW, columns: 0 },
    print: { pagesWide: 1 },
    locked: true,
  };
}
