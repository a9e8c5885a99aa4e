/** The product's color tokens as exported files need them: pictures on paper are light, pages follow their reader. */
import type { Tone } from '../domain/gantt/primitive';

/** Token to its value in the light and in the dark theme, as the window's own style sheet has them. */
export const COLORS = {
  bg: ['#eff3f4', '#101415'],
  surface: ['#ffffff', '#171d1d'],
  'surface-sunken': ['#f5f7f8', '#141819'],
  'surface-selected': ['#e3f4f8', '#162e34'],
  line: ['#e1e5e5', '#272d2e'],
  track: ['#c6cccc', '#3c4445'],
  'line-strong': ['#c6cccc', '#3c4445'],
  'line-control': ['#808889', '#6d7778'],
  text: ['#162021', '#eaeeee'],
  'text-2': ['#424d4e', '#b5bcbd'],
  'text-3': ['#5d696a', '#929a9b'],
  accent: ['#046376', '#68b3c3'],
  'accent-text': ['#03596c', '#88cad8'],
  'accent-soft': ['#ddf1f6', '#163137'],
  'on-accent': ['#ffffff', '#071417'],
  good: ['#2e854d', '#5bb477'],
  'good-text': ['#195b32', '#86d29b'],
  'good-soft': ['#e2f6e6', '#1c2f22'],
  warn: ['#d58d25', '#e8aa4e'],
  'warn-text': ['#804d0c', '#f2c275'],
  'warn-soft': ['#fef0d8', '#392b17'],
  bad: ['#ca3732', '#e96560'],
  'bad-text': ['#ac2724', '#f99e97'],
  'bad-soft': ['#ffebe9', '#422220'],
  'info-text': ['#2d54a0', '#a5c2f5'],
  'info-soft': ['#eaf0fd', '#202b3f'],
  'gantt-bar': ['#83b4c1', '#30606b'],
  'gantt-done': ['#1d6e82', '#65a7b5'],
  'gantt-crit': ['#e79a8d', '#873f37'],
  'gantt-crit-done': ['#b83833', '#f27d72'],
  'gantt-summary': ['#353f41', '#b8bfc0'],
  'gantt-off': ['#f0f4f5', '#131818'],
  'gantt-arrow': ['#747c7d', '#747c7d'],
  'gantt-arrow-crit': ['#ca3732', '#f27d72'],
  'gantt-ghost': ['#b9bfbf', '#43494a'],
  'heat-1': ['#edf1f1', '#222828'],
  'heat-2': ['#f7ecd1', '#3d3625'],
  'heat-3': ['#fad1a9', '#604022'],
  'heat-4': ['#f7a48d', '#8b392e'],
  theirs: ['#834791', '#ca94d6'],
  'theirs-soft': ['#f7edf9', '#352439'],
  'cat-1': ['#0169b9', '#c0dafe'],
  'cat-2': ['#a14f00', '#fccf96'],
  'cat-3': ['#02441e', '#058778'],
  'cat-4': ['#bc7a85', '#be5227'],
  'cat-5': ['#56165e', '#9a6acc'],
  'cat-6': ['#839500', '#93af33'],
  'cat-7': ['#0895d1', '#2bbafe'],
  'cat-8': ['#734861', '#f78bae'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>> &
  Readonly<Record<Tone, unknown>>;

export type Theme = 'light' | 'dark';

export const FONT_FAMILY = "'Inter', system-ui, 'Segoe UI', sans-serif";

export const FONT_WEIGHT = { regular: 420, medium: 530, semibold: 620 } as const;

/** How a drawing names a color. `share` is how much of it is mixed into the surface; 1 is the color itself. */
export type Ink = (tone: Tone, share: number) => string;

/** Values of the light theme, for drawings that stand alone. */
export const paperInk: Ink = (tone, share) => tint(tone, share, 'light');

/** Names that the style sheet of a page gives values to. */
export const pageInk: Ink = (tone, share) => `var(--${share >= 1 ? tone : tintName(tone, share)})`;

/** `cat-1-15`: 15 % of the color in the surface. */
export function tintName(tone: Tone, share: number): string {
  return `${tone}-${String(Math.round(share * 100))}`;
}

export function tint(tone: Tone, share: number, theme: Theme): string {
  const at = theme === 'light' ? 0 : 1;
  if (share >= 1) return COLORS[tone][at];
  const channel = (hex: string, from: number): number => Number.parseInt(hex.slice(from, from + 2), 16);
  const mixed = [1, 3, 5].map((from) => {
    const [own, ground] = [channel(COLORS[tone][at], from), channel(COLORS.surface[at], from)];
    return Math.round(own * share + ground * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
