/** The columns of the risk register, for each view and width. */
import type { ReactNode } from 'react';
import { risks } from '../../../shared/domain/registers/risks';
import type { Workbook } from '../../../shared/domain/workbook';
import { Avatar } from '../../ui/Avatar';
import { ScoreChip } from '../../ui/charts/ScoreChip';
import type { GridCell, GridColumn } from '../../ui/grid/gridTypes';
import { StatusShape } from '../../ui/StatusShape';
import type { RiskView } from './riskRows';

const STATUS_OPTIONS = Object.entries(risks.fields.status.options).map(([id, label]) => ({ id, label }));

function renderScore({ text, tone, invalid }: GridCell): ReactNode {
  const scores = text.split(' › ').map(Number);
  if (tone === 'muted' || scores.some((score) => !Number.isInteger(score)))
    return <span className="clip">{text}</span>;
  const [now = 0, after] = scores;
  return (
    <>
      {invalid !== undefined && <StatusShape kind="refused" />}
      <ScoreChip score={now} />
      {after !== undefined && (
        <>
          <span className="score-arrow">›</span>
          <ScoreChip score={after} />
        </>
      )}
    </>
  );
}

function renderOwner({ text, conflict }: GridCell): ReactNode {
  return (
    <>
      {conflict === true && <StatusShape kind="decide" />}
      {text !== '' && <Avatar name={text} />}
    </>
  );
}

/** From this width on, the trigger and the status stand beside the map. */
export const ROOM_FOR_MORE = '(min-width: 1500px)';

export interface RiskColumnsInput {
  readonly workbook: Workbook;
  readonly view: RiskView;
  /** For the trigger and the status beside the map. */
  readonly hasRoom: boolean;
}

/** At the edge of the page, the first column carries the page's margin. */
const CODE_WIDTH = 58;
const PAGE_MARGIN = 32;

export function riskColumns({ workbook, view, hasRoom }: RiskColumnsInput): readonly GridColumn[] {
  // Initials first, so that typing them finds the person.
  const people = workbook.tables.people.live.map(({ id, name, initials }) => {
    return { id, label: initials === '' ? name : `${initials} · ${name}` };
  });
  const isAtEdge = view !== 'map' || workbook.tables.risks.live.length === 0;
  const columns: readonly (GridColumn | false)[] = [
    { id: 'code', label: 'Code', width: isAtEdge ? CODE_WIDTH + PAGE_MARGIN : CODE_WIDTH },
    { id: 'title', label: 'Risk', width: 220, flex: 3, rowHeader: true },
    (hasRoom || view === 'top') && { id: 'trigger', label: 'Trigger', width: 130, flex: 2 },
    view === 'top' && { id: 'mitigation', label: 'Mitigation', width: 130, flex: 2 },
    { id: 'owner', label: 'Who', width: 48, kind: 'choice', options: people, render: renderOwner },
    { id: 'probability', label: 'Prob.', width: 52, align: 'end', kind: 'number' },
    { id: 'impact', label: 'Impact', width: 62, align: 'end', kind: 'number' },
    { id: 'score', label: 'Score, after', width: 104, readOnly: true, render: renderScore },
    (hasRoom || view === 'owner') && {
      id: 'status',
      label: 'Status',
      width: 100,
      kind: 'choice',
      options: STATUS_OPTIONS,
    },
    { id: 'nextReview', label: 'Next review', width: 138, kind: 'date' },
  ];
  return columns.filter((column) => column !== false);
}
