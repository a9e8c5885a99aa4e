/** What is shown of a register as a sheet of paper: all rows, the heads on every page, and what it is a view of. */
import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import { formatDate } from '../../../shared/domain/format/dates';
import { sentenceText } from '../../../shared/domain/format/sentence';
import { fieldText } from '../../../shared/domain/records/fieldText';
import { registerAnswer } from '../../../shared/domain/records/registerAnswer';
import { groupedRecords, type RecordView } from '../../../shared/domain/records/recordRows';
import { fieldOf, type AnyRecord } from '../../../shared/domain/register/record';
import { definitionOf, type RegisterId } from '../../../shared/domain/registers/all';
import type { Workbook } from '../../../shared/domain/workbook';

export interface PrintSheetProps {
  readonly workbook: Workbook;
  readonly register: RegisterId;
  readonly view: RecordView;
  readonly records: readonly AnyRecord[];
  readonly today: CalendarDate;
}

/** Puts a sheet beside the window's page for as long as that is printed, however it was asked for. */
export function usePrintSheet(sheet: PrintSheetProps, isThere: boolean): ReactNode {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isThere) return undefined;
    const begin = (): void => {
      // Nothing waits for a render: the page is laid out for paper at once.
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = (): void => {
      setPrinting(false);
    };
    // Before the grids hear of it, which need no more rows where there is a sheet.
    window.addEventListener('beforeprint', begin, true);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin, true);
      window.removeEventListener('afterprint', end);
    };
  }, [isThere]);
  return isPrinting && isThere && createPortal(<PrintSheet {...sheet} />, document.body);
}

const NUMBERS: ReadonlySet<string> = new Set(['integer', 'decimal', 'percent', 'money', 'days']);

function PrintSheet({ workbook, register, view, records, today }: PrintSheetProps): ReactNode {
  const definition = definitionOf(register);
  const columns = view.columns.flatMap((name) => {
    const field = fieldOf(definition, name);
    return field === undefined
      ? []
      : [{ name, field, className: NUMBERS.has(field.kind) ? 'n num' : undefined }];
  });
  const groups =
    view.group === null
      ? [{ label: null, records }]
      : groupedRecords(workbook, register, records, view.group);
  const filtered = view.filter === '' ? '' : ` Only records with “${view.filter}” in them.`;
  return (
    <div className="print-sheet">
      <header>
        <h1>{definition.title}</h1>
        <p>
          {sentenceText(registerAnswer(workbook, register))}
          {filtered}
        </p>
        <p className="small t3">
          {workbook.tables.organisation.live[0]?.name}, as of {formatDate(today, 'full')}
        </p>
      </header>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, field, className }) => (
              <th key={name} scope="col" className={className}>
                {field.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ label, records: members }) => (
            <Fragment key={label ?? ''}>
              {label !== null && (
                <tr className="print-group">
                  <th colSpan={columns.length} scope="rowgroup">
                    {label}, {members.length}
                  </th>
                </tr>
              )}
              {members.map((record) => (
                <tr key={record.id}>
                  {columns.map(({ name, field, className }) => (
                    <td key={name} className={className}>
                      {fieldText(workbook, field, record[name], 'column')}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
