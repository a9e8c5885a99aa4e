/** For which tasks a task waits, in the notation of MS Project with outline numbers. */
import type { Link } from '../domain/registers/all';
import type { Workbook } from '../domain/workbook';

/** `1.2; 1.3SS; 2.1FS+2d` for a task; empty for one that waits for none. Links that are not in force are left out. */
export function predecessorTexts({ tables, outline, suspendedLinks }: Workbook): (task: string) => string {
  const incoming = new Map<string, string[]>();
  for (const link of tables.links.live) {
    if (suspendedLinks.has(link.id) || link.successor === null) continue;
    const wbs = outline.rows[outline.index.get(link.predecessor ?? '') ?? -1]?.wbs ?? '';
    const texts = incoming.get(link.successor);
    if (texts === undefined) incoming.set(link.successor, [predecessorText(link, wbs)]);
    else texts.push(predecessorText(link, wbs));
  }
  return (task) => incoming.get(task)?.join('; ') ?? '';
}

function predecessorText({ type, lagDays }: Link, wbs: string): string {
  if (lagDays === 0) return type === 'FS' ? wbs : `${wbs}${type}`;
  return `${wbs}${type}${lagDays > 0 ? '+' : ''}${lagDays}d`;
}
