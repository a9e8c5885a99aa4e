/** What "Export everything" wrote, and what it could not. */
import type { ReactNode } from 'react';
import { problemText } from '../../shared/domain/base/problemText';
import type { EverythingExported, ExportedWorkbook } from '../../shared/ipc/everything';
import { DialogBox } from '../ui/DialogBox';
import { showFolder } from './showFolder';

interface Props {
  readonly exported: EverythingExported;
  readonly onClose: () => void;
}

export function EverythingReport({ exported, onClose }: Props): ReactNode {
  const { folder, workbooks } = exported;
  const files = workbooks.reduce((count, workbook) => count + workbook.files.length, 0);
  const isComplete = workbooks.every(({ problems }) => problems.length === 0);
  return (
    <DialogBox
      title={isComplete ? 'Everything is exported' : 'Not everything could be exported'}
      onClose={onClose}
      foot={
        <>
          <button className="btn" onClick={() => void showFolder({ which: 'everything' })}>
            Show in folder
          </button>
          <button className="btn primary" onClick={onClose}>
            Close
          </button>
        </>
      }
    >
      <p className="num">
        {files === 1 ? '1 file' : `${String(files)} files`} of{' '}
        {workbooks.length === 1 ? '1 workbook' : `${String(workbooks.length)} workbooks`}, in a new folder:
      </p>
      <p className="place-path">{folder}</p>
      <p className="t2">
        The .golive files hold everything and open in this app. The web pages, Excel budgets and JSON files
        can be read without it. Names and contacts are in them; keep them as you keep the plans.
      </p>
      <ul className="everything-list">
        {workbooks.map((workbook, index) => (
          <Line key={index} workbook={workbook} />
        ))}
      </ul>
    </DialogBox>
  );
}

function Line({ workbook }: { readonly workbook: ExportedWorkbook }): ReactNode {
  const { name, files, problems } = workbook;
  return (
    <li>
      <span className="clip med" title={name}>
        {name === '' ? 'Plan without a name' : name}
      </span>
      <span className="t2 num">{files.length === 1 ? '1 file' : `${String(files.length)} files`}</span>
      {problems.map((problem, index) => (
        <p key={index} className="bad everything-problem">
          {problemText(problem)}
        </p>
      ))}
    </li>
  );
}
