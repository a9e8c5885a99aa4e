/** What tells a workbook that was restored from a backup from the one it is a backup of: both bear the same name. */
import { parseRestored, type RestoredFrom } from '../domain/restoredFrom';
import type { GoliveContent } from './goliveFile';

const MEMBER = 'restored';
const PLAN_MEMBER = 'restoredPlan';

/** The content of a workbook restored from a file. */
export function asRestored<T extends Pick<GoliveContent, 'otherMembers'>>(
  content: T,
  { at, plan }: RestoredFrom,
): T {
  return { ...content, otherMembers: { ...content.otherMembers, [MEMBER]: at, [PLAN_MEMBER]: plan } };
}

/** Null where it was not. */
export function restoredIn(members: Readonly<Record<string, unknown>>): RestoredFrom | null {
  return parseRestored({ at: members[MEMBER], plan: members[PLAN_MEMBER] }) ?? null;
}
