/** Every chapter of the guide as the build made it, in reading order. Loaded when the guide is first opened. */
import { page as commandLine } from '../../../docs/guide/command-line.md';
import { page as costs } from '../../../docs/guide/costs.md';
import { page as exporting } from '../../../docs/guide/export.md';
import { page as firstHour } from '../../../docs/guide/first-hour.md';
import { page as gates } from '../../../docs/guide/gates.md';
import { page as keyboard } from '../../../docs/guide/keyboard.md';
import { page as lists } from '../../../docs/guide/lists.md';
import { page as makingAPlan } from '../../../docs/guide/making-a-plan.md';
import { page as merging } from '../../../docs/guide/merging.md';
import { page as resources } from '../../../docs/guide/resources.md';
import { page as risks } from '../../../docs/guide/risks.md';
import { page as roadmap } from '../../../docs/guide/roadmap.md';
import { page as safety } from '../../../docs/guide/safety.md';
import { page as timeline } from '../../../docs/guide/timeline.md';
import { page as whatIfs } from '../../../docs/guide/what-ifs.md';
import type { ChapterId } from '../../state/guide';
import type { GuidePage } from './guidePage';

export const PAGES: Readonly<Record<ChapterId, GuidePage>> = {
  'first-hour': firstHour,
  'making-a-plan': makingAPlan,
  timeline,
  costs,
  risks,
  gates,
  resources,
  roadmap,
  lists,
  merging,
  'what-ifs': whatIfs,
  safety,
  export: exporting,
  keyboard,
  'command-line': commandLine,
};
