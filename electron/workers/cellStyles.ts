/** How the roles of a sheet model look in Excel: the conventions finance people read by, in one place. */
import type { Borders, Fill, Font, Style } from 'exceljs';
import { formatCode } from '../../shared/export/sheetFormat';
import type { Condition, Look, Role } from '../../shared/export/sheetModel';

const INK = 'FF1B2A30';
const INPUT_BLUE = 'FF0000C8';
const LINK_GREEN = 'FF00703C';
const QUIET = 'FF5B6B72';
const ACCENT = 'FF046376';
const WHITE = 'FFFFFFFF';
const LINE = 'FFB9C6CB';

const fontName = { name: 'Calibri', family: 2, size: 10 };

function filled(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function font(argb: string, more: Partial<Font> = {}): Partial<Font> {
  return { ...fontName, color: { argb }, ...more };
}

const hair: Partial<Borders> = { bottom: { style: 'hair', color: { argb: LINE } } };
const boxed: Partial<Borders> = {
  top: { style: 'hair', color: { argb: LINE } },
  bottom: { style: 'hair', color: { argb: LINE } },
  left: { style: 'hair', color: { argb: LINE } },
  right: { style: 'hair', color: { argb: LINE } },
};
const summed: Partial<Borders> = { top: { style: 'thin', color: { argb: INK } } };

type RoleStyle = Pick<Style, 'font'> & Partial<Pick<Style, 'fill' | 'border'>>;

const roleStyles: { readonly [R in Role]: RoleStyle } = {
  title: { font: font(ACCENT, { size: 16, bold: true }) },
  heading: { font: font(ACCENT, { size: 12, bold: true }) },
  header: { font: font(WHITE, { bold: true }), fill: filled(ACCENT) },
  label: { font: font(INK) },
  input: { font: font(INPUT_BLUE), fill: filled('FFFFF9E5'), border: boxed },
  calculation: { font: font(INK), border: hair },
  link: { font: font(LINK_GREEN), border: hair },
  total: { font: font(INK, { bold: true }), fill: filled('FFEEF4F6'), border: summed },
  check: { font: font(INK, { bold: true }), border: hair },
  note: { font: font(QUIET, { italic: true }) },
};

/** The style of a look; inputs are the only cells that stay open when the sheet is protected. */
export function styleOf(look: Look, currency: string): Partial<Style> {
  const { role, format, align, indent, wrap, strong } = look;
  const roleStyle = roleStyles[role];
  const alignment = {
    vertical: 'middle' as const,
    ...(align !== undefined && { horizontal: align }),
    ...(indent !== undefined && { indent, horizontal: 'left' as const }),
    ...(wrap === true && { wrapText: true }),
  };
  return {
    ...roleStyle,
    ...(strong === true && { font: { ...roleStyle.font, bold: true } }),
    numFmt: formatCode(format ?? 'general', currency),
    alignment,
    protection: { locked: role !== 'input' },
  };
}

/** What a condition changes about the cells it holds for. */
export function toneOf(tone: Extract<Condition, { kind: 'formula' }>['tone']): Partial<Style> {
  switch (tone) {
    case 'good':
      return { font: { color: { argb: 'FF006100' } }, fill: conditional('FFC6EFCE') };
    case 'warning':
      return { font: { color: { argb: 'FF804D0C' } }, fill: conditional('FFFEF0D8') };
    case 'bad':
      return { font: { color: { argb: 'FFAC2724' } }, fill: conditional('FFFFEBE9') };
    case 'hidden':
      return { numFmt: ';;;' };
  }
}

/** In conditional formats Excel takes the background colour for the fill, unlike in cells. */
function conditional(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb } };
}

export const barColor = { argb: 'FF9AC7D2' };
