/** Starter packs in the window: what they ask, and making plans from them. */
import holidayJson from '../../resources/holidays.json';
import blank from '../../resources/templates/blank.json';
import demo from '../../resources/templates/demo-five-provider-saas.json';
import multiSite from '../../resources/templates/multi-site-phased.json';
import costs from '../../resources/templates/parts/costs.json';
import journey from '../../resources/templates/parts/journey.json';
import ownServers from '../../resources/templates/parts/own-servers.json';
import places from '../../resources/templates/parts/places.json';
import practice from '../../resources/templates/parts/practice.json';
import questions from '../../resources/templates/parts/questions.json';
import risks from '../../resources/templates/parts/risks.json';
import pilot from '../../resources/templates/pilot-then-rollout.json';
import ruralHospital from '../../resources/templates/rural-hospital-on-premises.json';
import smallPractice from '../../resources/templates/small-practice-saas.json';
import { workbookFromPack } from '../../shared/document/packWorkbook';
import type { WorkbookDocument } from '../../shared/document/workbookDocument';
import type { Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import type { GivenAnswers } from '../../shared/domain/templates/answers';
import { parseHolidays } from '../../shared/domain/templates/holidays';
import type { Pack } from '../../shared/domain/templates/pack';
import { parsePack } from '../../shared/domain/templates/parsePack';
import type { Settings } from '../../shared/ipc/contract';
import { desktop } from './desktop';

export const DEMO_PACK = 'demo-five-provider-saas';

export interface PackChoice {
  readonly pack: Pack;
  /** The plan's dates among them; without a start the plan begins where the pack does. */
  readonly answers: GivenAnswers;
}

const PARTS = { questions, practice, journey, places, costs, risks, 'own-servers': ownServers };

let known: readonly Pack[] | undefined;

/** The packs that come with the app, the one for most practices first. */
export function packs(): readonly Pack[] {
  known ??= [smallPractice, multiSite, pilot, ruralHospital, demo, blank].flatMap((json) => {
    const pack = parsePack(json, PARTS);
    return pack.ok ? [pack.value] : [];
  });
  return known;
}

export const holidays = parseHolidays(holidayJson);

function make(
  { pack, answers }: PackChoice,
  settings: Pick<Settings, 'name' | 'actor'>,
): Result<WorkbookDocument, Problem> {
  const ids = new Map<string, string>();
  const idFor = (register: string, key: string): string => {
    const place = `${register}/${key}`;
    const id = ids.get(place) ?? crypto.randomUUID();
    ids.set(place, id);
    return id;
  };
  const replica = {
    actor: settings.actor,
    name: settings.name,
    clock: () => Date.now(),
    random: () => Math.random(),
  };
  return workbookFromPack(pack, { answers, idFor, holidays }, crypto.randomUUID(), replica);
}

/** Makes the plan and keeps it. @returns its id */
export async function createFromPack(
  choice: PackChoice,
  settings: Settings,
): Promise<Result<string, Problem>> {
  const made = make(choice, settings);
  if (!made.ok) return made;
  const created = await desktop.call('workbooks.create', { state: made.value.encodeState() });
  return created.ok ? { ok: true, value: created.value.workbook } : created;
}
