/** What every chapter of the report is made from and made of. */
import type { ExportTime } from '../exportTime';
import type { Plan } from '../../domain/plan';
import type { Markup } from './markup';

export interface Chapter {
  /** Of its anchor, and of the page's own making. */
  readonly id: string;
  readonly title: string;
  /** A word or a figure for the contents. */
  readonly gist: string;
  readonly body: Markup;
  /** Parts that the contents name too. */
  readonly parts?: readonly { readonly id: string; readonly title: string }[];
}

export interface ReportSource {
  readonly plan: Plan;
  readonly time: ExportTime;
}

/** `1 task`, `1,204 tasks` */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${many.toLocaleString('en-US')} ${many === 1 ? one : more}`;
}
