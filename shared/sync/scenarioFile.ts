/**
 * What makes a `.golive` file that of a what-if: a member of the header that names the plan it was made from, and a
 * section that holds the plan as it was then. Everything that writes such a file again carries both along.
 */
import { isRecordId } from '../domain/base/ids';
import { isCount, isJsonObject } from '../domain/base/json';
import type { Problem } from '../domain/base/problem';
import { ok, type Result } from '../domain/base/result';
import type { Codec } from './codec';
import { openSection, sectionOf, type GoliveContent } from './goliveFile';
import { validateState } from './validateState';

/** Why a workbook lies beside another: what it is a what-if of. */
export interface ScenarioMark {
  /** The workbook whose document its own goes on from: the content bears the id of that one. */
  readonly plan: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly made: number;
}

const MEMBER = 'scenario';
const BASE_SECTION = 'base';
const MOST_NAME = 200;

type Members = Readonly<Record<string, unknown>>;

/** Undefined for a plan that is no what-if. */
export function scenarioIn(members: Members): ScenarioMark | undefined {
  const value = members[MEMBER];
  if (!isJsonObject(value)) return undefined;
  const { plan, name, made } = value;
  if (!isRecordId(plan) || typeof name !== 'string' || !isCount(made)) return undefined;
  return { plan, name: name.slice(0, MOST_NAME), made };
}

/** The content of a plan as that of a what-if; one made from a what-if has the same base. */
export function asScenario(
  plan: GoliveContent,
  { workbook, name, made }: { readonly workbook: string; readonly name: string; readonly made: number },
  codec: Codec,
): GoliveContent {
  const from = scenarioIn(plan.otherMembers ?? {});
  const sections = plan.otherSections ?? [];
  const mark: ScenarioMark = { plan: from?.plan ?? plan.workbook, name, made };
  return {
    ...plan,
    workbook,
    otherSections: from === undefined ? [...sections, sectionOf(BASE_SECTION, plan.state, codec)] : sections,
    otherMembers: { ...plan.otherMembers, [MEMBER]: mark },
  };
}

/** The same content under another name of the what-if. */
export function renamed<T extends Pick<GoliveContent, 'otherMembers'>>(content: T, name: string): T {
  const mark = scenarioIn(content.otherMembers ?? {});
  if (mark === undefined) return content;
  return { ...content, otherMembers: { ...content.otherMembers, [MEMBER]: { ...mark, name } } };
}

/** The content as that of a plan which is no what-if. */
export function withoutScenario<T extends Pick<GoliveContent, 'otherMembers' | 'otherSections'>>(
  content: T,
): T {
  const { [MEMBER]: _mark, ...otherMembers } = content.otherMembers ?? {};
  const otherSections = (content.otherSections ?? []).filter(({ entry }) => entry.name !== BASE_SECTION);
  return { ...content, otherMembers, otherSections };
}

/** The plan when the what-if was made, passed through the gate; undefined where the file does not hold it. */
export function baseIn(
  content: Pick<GoliveContent, 'otherSections'>,
  codec: Codec,
): Result<Uint8Array | undefined, Problem> {
  const section = content.otherSections?.find(({ entry }) => entry.name === BASE_SECTION);
  if (section === undefined) return ok(undefined);
  const opened = openSection(section, BASE_SECTION, codec);
  if (!opened.ok) return opened;
  const validated = validateState(opened.value, BASE_SECTION);
  return validated.ok ? opened : validated;
}
