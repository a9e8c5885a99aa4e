/** Every register of a workbook. A new one is a file beside this one and a line below. */
import type { RecordOf, RegisterDefinition } from '../register/define';
import { assignments } from './assignments';
import { baselines } from './baselines';
import { actuals, costs, fundingSources } from './costs';
import { approvals, gateCriteria, gates } from './gates';
import { organisation } from './organisation';
import { people, roles } from './people';
import { departments, sites } from './places';
import { risks } from './risks';
import { comments, roadmapItems } from './roadmap';
import { calendars, links, phases, tasks } from './tasks';

export const registers = {
  organisation,
  sites,
  departments,
  people,
  roles,
  phases,
  calendars,
  tasks,
  links,
  assignments,
  costs,
  actuals,
  fundingSources,
  risks,
  roadmapItems,
  gates,
  gateCriteria,
  approvals,
  baselines,
  comments,
} as const;

export type RegisterId = keyof typeof registers;
export type RecordIn<R extends RegisterId> = RecordOf<(typeof registers)[R]>;

export type Organisation = RecordIn<'organisation'>;
export type Person = RecordIn<'people'>;
export type Calendar = RecordIn<'calendars'>;
export type Task = RecordIn<'tasks'>;
export type Link = RecordIn<'links'>;
export type Assignment = RecordIn<'assignments'>;
export type CostLine = RecordIn<'costs'>;
export type Risk = RecordIn<'risks'>;
export type Gate = RecordIn<'gates'>;
export type GateCriterion = RecordIn<'gateCriteria'>;
export type Approval = RecordIn<'approvals'>;
export type Baseline = RecordIn<'baselines'>;
export type RoadmapItem = RecordIn<'roadmapItems'>;

export const registerIds = Object.keys(registers) as readonly RegisterId[];

export function isRegisterId(value: unknown): value is RegisterId {
  return typeof value === 'string' && Object.hasOwn(registers, value);
}

/** The description of a register without its exact field types, for code that works on any of them. */
export function definitionOf(register: RegisterId): RegisterDefinition {
  return registers[register];
}
