/** What is shown of a register as a sheet of paper: all rows, the heads on every page, and what it is a view of. */
import { Fragment, useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
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

/** Puts a sheet beside the window's page, hands it to the system's dialog, and takes it away again. */
export function usePrinting(sheet: PrintSheetProps): readonly [ReactNode, () => void] {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!isPrinting) return undefined;
    const done = (): void => {
      setPrinting(false);
    };
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      window.removeEventListener('afterprint', done);
    };
  }, [isPrinting]);
  const print = (): void => {
    setPrinting(true);
  };
  return [isPrinting ? createPortal(<PrintSheet {...sheet} />, document.body) : null, print];
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
