/** The light theme's colors by token name. Paper is always light. */
import type { Tone } from '../domain/gantt/primitive';

/** The values of the light theme in the product's color tokens. */
export const LIGHT: Readonly<Record<Tone, string>> = {
  surface: '#ffffff',
  'surface-selected': '#e3f4f8',
  line: '#e1e5e5',
  'line-strong': '#c6cccc',
  'line-control': '#808889',
  text: '#162021',
  'text-2': '#424d4e',
  'text-3': '#5d696a',
  accent: '#046376',
  'on-accent': '#ffffff',
  bad: '#ca3732',
  'gantt-bar': '#83b4c1',
  'gantt-done': '#1d6e82',
  'gantt-crit': '#e79a8d',
  'gantt-crit-done': '#b83833',
  'gantt-summary': '#353f41',
  'gantt-off': '#f0f4f5',
  'gantt-arrow': '#747c7d',
  'gantt-arrow-crit': '#ca3732',
  'cat-1': '#0169b9',
  'cat-2': '#a14f00',
  'cat-3': '#02441e',
  'cat-4': '#bc7a85',
  'cat-5': '#56165e',
  'cat-6': '#839500',
  'cat-7': '#0895d1',
  'cat-8': '#734861',
};

export const FONT_FAMILY = "'Inter', system-ui, 'Segoe UI', sans-serif";

export const FONT_WEIGHT = { regular: 420, medium: 530, semibold: 620 } as const;

/** A color mixed into the surface; `share` 1 is the color itself. */
export function tint(tone: Tone, share: number): string {
  if (share >= 1) return LIGHT[tone];
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => {
    const value = Math.round(channel(LIGHT[tone], at) * share + channel(LIGHT.surface, at) * (1 - share));
    return value.toString(16).padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
