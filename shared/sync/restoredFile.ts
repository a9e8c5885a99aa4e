/** What tells a workbook that was restored from a backup from the one it is a backup of: both bear the same name. */
import { isCount } from '../domain/base/json';
import type { GoliveContent } from './goliveFile';

const MEMBER = 'restored';

/** The content of a workbook restored from a file. @param created when that was written: milliseconds since 1970 */
export function asRestored<T extends Pick<GoliveContent, 'otherMembers'>>(content: T, created: number): T {
  return { ...content, otherMembers: { ...content.otherMembers, [MEMBER]: created } };
}

/** When the file was written that the workbook was restored from; null where it was not. */
export function restoredIn(members: Readonly<Record<string, unknown>>): number | null {
  const value = members[MEMBER];
  return isCount(value) ? value : null;
}
