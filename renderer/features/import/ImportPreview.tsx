/** What the import would do: a sentence, the first rows as they will stand in the plan, and all that is left out. */
import type { ReactNode } from 'react';
import { problemText } from '../../../shared/domain/base/problemText';
import type { Fate, ImportOutcome, LeftOut } from '../../../shared/domain/imports/importCommand';
import { cellString } from '../../../shared/domain/imports/fileTable';
import { outcomeSentence, previewRows, type Previewed } from '../../../shared/domain/imports/preview';
import type { Workbook } from '../../../shared/domain/workbook';
import { Note } from '../../ui/Note';
import type { Import } from './useImport';

const ROWS_SHOWN = 20;
const LEFT_SHOWN = 100;

const FATE_WORDS: Readonly<Record<Fate, string>> = {
  added: 'New',
  changed: 'Changed',
  unchanged: 'As it is',
  left: 'Left out',
};

export function ImportPreview({ workbook, read }: { workbook: Workbook; read: Import['read'] }): ReactNode {
  const { choice, reading, outcome } = read;
  if (!outcome.ok) return <Note tone="bad" title={problemText(outcome.error)} />;
  const previewed = { workbook, table: choice.table, wish: choice, reading, outcome: outcome.value };
  return (
    <>
      <p className="import-answer" role="status">
        {outcomeSentence(outcome.value).map(({ text, strong }, index) =>
          strong === true ? <b key={index}>{text}</b> : text,
        )}
        {outcome.value.named.length > 0 && ` Also added: ${namesIn(outcome.value)}.`}
      </p>
      <Rows {...previewed} />
      <LeftOutList title="Rows left out" entries={outcome.value.leftRows} />
      <LeftOutList
        title="Cells left out, the rest of their rows is taken"
        entries={outcome.value.leftCells}
      />
    </>
  );
}

const NAMES_SHOWN = 8;

function namesIn({ named }: ImportOutcome): string {
  const more = named.length - NAMES_SHOWN;
  return `${named.slice(0, NAMES_SHOWN).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

function Rows(previewed: Previewed): ReactNode {
  const { table, wish, reading } = previewed;
  const heads = wish.targets.flatMap((target, column) =>
    target === null ? [] : [cellString(table.rows[wish.headRow]?.[column])],
  );
  if (heads.length === 0 || reading.rows.length === 0) return null;
  return (
    <div className="import-scroll" role="group" aria-label="Preview" tabIndex={0}>
      <table className="plain import-preview">
        <caption className="sr">The first rows of the file</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              Row
            </th>
            <th scope="col">Comes</th>
            {heads.map((head, index) => (
              <th key={index} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {previewRows(previewed, ROWS_SHOWN).map(({ row, fate, reason, cells }) => (
            <tr key={row} className={fate === 'left' ? 'is-left' : ''}>
              <th scope="row" className="n">
                {row}
              </th>
              <td className={`fate ${fate}`} title={reason}>
                {FATE_WORDS[fate]}
              </td>
              {cells.map(({ text, problem }, index) => (
                <td key={index} className={problem === undefined ? '' : 'is-wrong'} title={problem ?? text}>
                  {text}
                  {problem !== undefined && <span className="sr"> {problem}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LeftOutProps {
  readonly title: string;
  readonly entries: readonly LeftOut[];
  readonly isOpen?: boolean;
}

export function LeftOutList({ title, entries, isOpen = false }: LeftOutProps): ReactNode {
  if (entries.length === 0) return null;
  const more = entries.length - LEFT_SHOWN;
  return (
    <details className="import-left" open={isOpen}>
      <summary>
        {title}: {entries.length}
      </summary>
      <ul>
        {entries.slice(0, LEFT_SHOWN).map(({ row, reason }, index) => (
          <li key={index}>
            <span className="num t3">Row {row}</span> {reason}
          </li>
        ))}
        {more > 0 && <li className="t3">… and {more} more.</li>}
      </ul>
    </details>
  );
}
