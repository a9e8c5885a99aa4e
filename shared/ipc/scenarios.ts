/** What the processes say to each other about what-ifs: workbooks that were made from another to try something. */
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject } from '../domain/base/json';

export interface ScenarioFacts {
  /** The workbook it was made from. */
  readonly plan: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  /** Deleted: kept, and shown only to be brought back. */
  readonly archived: boolean;
}

/** What can be changed of a what-if as a whole. */
export interface ScenarioChanges {
  readonly name?: string;
  readonly archived?: boolean;
}

/** The states a comparison needs, Yjs V1. */
export interface ScenarioStates {
  readonly state: Uint8Array;
  /** The plan when the what-if was made; null where that was lost, or of a plan that is no what-if. */
  readonly base: Uint8Array | null;
}

const MOST_NAME = 200;

export function isScenarioName(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= MOST_NAME;
}

export function parseScenarioChanges(value: unknown): ScenarioChanges | undefined {
  if (!isJsonObject(value)) return undefined;
  const { name, archived } = value;
  if (name !== undefined && !isScenarioName(name)) return undefined;
  if (archived !== undefined && typeof archived !== 'boolean') return undefined;
  return { ...(name === undefined ? {} : { name }), ...(archived === undefined ? {} : { archived }) };
}

/** Null for a plan that is no what-if; undefined when the value is neither. */
export function parseScenarioFacts(value: unknown): ScenarioFacts | null | undefined {
  if (value === null) return null;
  if (!isJsonObject(value)) return undefined;
  const { plan, name, made, archived } = value;
  if (!isRecordId(plan) || typeof name !== 'string' || !isCount(made) || typeof archived !== 'boolean')
    return undefined;
  return { plan, name, made, archived };
}

export function parseScenarioStates(value: unknown): ScenarioStates | undefined {
  if (!isJsonObject(value)) return undefined;
  const { state, base } = value;
  if (!(state instanceof Uint8Array)) return undefined;
  return base === null || base instanceof Uint8Array ? { state, base } : undefined;
}
