/** The run-up as the page's main figure: phases with what is done, gates, today, and the go-live diamond. */
import type { ReactNode } from 'react';
import type { CalendarDate } from '../../../shared/domain/base/dates';
import {
  gateFlags,
  phaseStanding,
  type GateFlag,
  type RunUp,
  type RunUpGate,
} from '../../../shared/domain/commands/runUp';
import { formatDateNear } from '../../../shared/domain/format/dates';
import './runUpRuler.css';

const percent = (share: number): string => `${String(share * 100)}%`;

/** Past this part of the ruler, words stand left of their mark. */
const NEAR_END = 0.92;
/** Narrower segments carry no words; the list for screen readers and the titles still name them. */
const ROOM_FOR_NAME = 0.06;
const ROOM_FOR_WORDS = 0.11;
/** A gate is named where so much of the ruler before it is free of other flags. */
const ROOM_FOR_GATE = 0.14;
/** Gates that stand closer are one flag. */
const ROOM_FOR_FLAG = 0.03;

export function RunUpRuler({
  runUp,
  today,
}: {
  readonly runUp: RunUp;
  readonly today: CalendarDate;
}): ReactNode {
  const flags = gateFlags(runUp.gates, ROOM_FOR_FLAG);
  return (
    <>
      <div className="ruler" aria-hidden>
        {runUp.phases.map((phase) => (
          <div
            key={phase.id}
            className="ruler-phase"
            style={{ left: percent(phase.from), width: percent(phase.share) }}
            title={`${phase.name}, ${phaseStanding(phase, today)}`}
          >
            <span className="ruler-bar">
              <i style={{ width: percent(phase.done) }} />
            </span>
            {phase.share >= ROOM_FOR_NAME && (
              <span className="ruler-words clip">
                <b>{phase.name}</b>{' '}
                {phase.share >= ROOM_FOR_WORDS && <span>{phaseStanding(phase, today)}</span>}
              </span>
            )}
          </div>
        ))}
        {flags.map((flag, index) => (
          <div
            key={flag.gates[0]?.id}
            className="ruler-gate"
            style={{ left: percent(flag.at) }}
            title={flag.gates.map(({ name, date }) => `${name}, ${formatDateNear(date, today)}`).join('\n')}
          >
            {flag.at - (flags[index - 1]?.at ?? 0) >= ROOM_FOR_GATE && (
              <span className={flag.state === 'late' ? 'bad med' : ''}>{flagName(flag)}</span>
            )}
            <Flag state={flag.state} />
          </div>
        ))}
        {runUp.todayAt !== null && (
          <div
            className={runUp.todayAt > NEAR_END ? 'ruler-today is-near-end' : 'ruler-today'}
            style={{ left: percent(runUp.todayAt) }}
          >
            <span>Today</span>
          </div>
        )}
        <div className="ruler-live" style={{ left: '100%' }}>
          <svg width="20" height="20" viewBox="-10 -10 20 20">
            <path d="M0-8 8 0 0 8-8 0z" fill="var(--accent)" />
          </svg>
        </div>
      </div>
      <RulerInWords runUp={runUp} today={today} />
    </>
  );
}

function flagName({ gates }: GateFlag): string {
  const [first, ...others] = gates;
  return first !== undefined && others.length === 0 ? first.name : `${String(gates.length)} gates`;
}

const FLAG_INK = { late: 'var(--bad)', passed: 'var(--accent)', ahead: 'var(--text-2)' } as const;

function Flag({ state }: Pick<RunUpGate, 'state'>): ReactNode {
  return (
    <svg width="12" height="14" viewBox="0 0 12 14">
      <path
        d="M2 13.5V1.5h8L8.2 4.6 10 7.7H2"
        fill={state === 'ahead' ? 'var(--surface)' : FLAG_INK[state]}
        stroke={FLAG_INK[state]}
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
    </svg>
  );
}

const GATE_WORDS = { late: 'not passed, late', passed: 'passed', ahead: 'ahead' } as const;

/** The same for those who do not see it. */
function RulerInWords({ runUp, today }: { readonly runUp: RunUp; readonly today: CalendarDate }): ReactNode {
  return (
    <div className="sr">
      <h2>Run-up to go-live</h2>
      <p>
        Working day {runUp.day} of {runUp.days}; go-live on {formatDateNear(runUp.goLive, today)}.
      </p>
      <ul>
        {runUp.phases.map((phase) => (
          <li key={phase.id}>
            Phase {phase.name}: {phaseStanding(phase, today)}
          </li>
        ))}
        {runUp.gates.map((gate) => (
          <li key={gate.id}>
            Gate {gate.name}, {formatDateNear(gate.date, today)}: {GATE_WORDS[gate.state]}
          </li>
        ))}
      </ul>
    </div>
  );
}
