/** The columns of the risk register, for each view and width. */
import type { ReactNode } from 'react';
import { risks } from '../../../shared/domain/registers/risks';
import type { Workbook } from '../../../shared/domain/workbook';
import { Avatar } from '../../ui/Avatar';
import { ScoreChip } from '../../ui/charts/ScoreChip';
import { EDGE_PX, type PageColumn } from '../../ui/grid/columnView';
import type { GridCell } from '../../ui/grid/gridTypes';
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

function renderOwner({ text, conflict, aside }: GridCell): ReactNode {
  return (
    <>
      {conflict === true && <StatusShape kind="decide" />}
      {text !== '' && <Avatar name={text} aside={aside} />}
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
  /** Whether the list stands at the edges of the page, not beside the map. */
  readonly isAtEdge: boolean;
}

/** Code and name stay where they are. */
export const PINNED_COLUMNS = 2;

const CODE_WIDTH = 64;
const REVIEW_WIDTH = 112;

/** All that the list can show; what there is no room for waits until it is asked for. */
export function riskColumns({ workbook, view, hasRoom, isAtEdge }: RiskColumnsInput): readonly PageColumn[] {
  // Initials first, so that typing them finds the person.
  const people = workbook.tables.people.live.map(({ id, name, initials }) => {
    return { id, label: initials === '' ? name : `${initials} · ${name}` };
  });
  return [
    { id: 'code', label: 'Code', width: isAtEdge ? CODE_WIDTH + EDGE_PX : CODE_WIDTH },
    { id: 'title', label: 'Risk', width: 220, flex: 3, rowHeader: true },
    { id: 'trigger', label: 'Trigger', width: 130, flex: 2, isExtra: !hasRoom && view !== 'top' },
    { id: 'mitigation', label: 'Mitigation', width: 130, flex: 2, isExtra: view !== 'top' },
    { id: 'owner', label: 'Who', width: 48, kind: 'choice', options: people, render: renderOwner },
    { id: 'probability', label: 'Prob.', width: 52, align: 'end', kind: 'number' },
    { id: 'impact', label: 'Impact', width: 62, align: 'end', kind: 'number' },
    { id: 'score', label: 'Score, after', width: 104, readOnly: true, render: renderScore },
    {
      id: 'status',
      label: 'Status',
      width: 100,
      kind: 'choice',
      options: STATUS_OPTIONS,
      isExtra: !hasRoom && view !== 'owner',
    },
    {
      id: 'nextReview',
      label: 'Next review',
      width: isAtEdge ? REVIEW_WIDTH : REVIEW_WIDTH + EDGE_PX,
      kind: 'date',
    },
  ];
}
