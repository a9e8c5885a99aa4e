/** Reads the formulas a spreadsheet holds into trees; knows what the budget uses of the language, and refuses the rest. */

export type Formula =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'range'; readonly sheet: string | undefined; readonly from: Place; readonly to: Place }
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Formula[] }
  | { readonly kind: 'negative'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Formula; readonly right: Formula };

export interface Place {
  readonly row: number;
  readonly column: number;
}

type Token = {
  readonly kind: 'number' | 'text' | 'reference' | 'column' | 'word' | 'sign';
  readonly text: string;
};

const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /^\d+(\.\d+)?(e[+-]?\d+)?/i],
  ['text', /^"(?:[^"]|"")*"/],
  ['reference', /^(?:(?:'(?:[^']|'')+'|[A-Za-z]\w*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(])/],
  ['column', /^[A-Za-z]\w*\[[^\]]+\]/],
  ['word', /^[A-Za-z_][\w.]*/],
  ['sign', /^(?:<>|<=|>=|[-+*/^&=<>(),])/],
];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let rest = text.trim(); rest !== ''; rest = rest.trim()) {
    const found = TOKENS.map(([kind, pattern]) => ({ kind, text: pattern.exec(rest)?.[0] })).find(
      (token): token is Token => token.text !== undefined,
    );
    if (found === undefined) throw new Error(`No formula: ${rest} in ${text}`);
    tokens.push(found);
    rest = rest.slice(found.text.length);
  }
  return tokens;
}

/** From loose to tight. A sign before a number binds tighter than any of them, as in spreadsheets. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

export function parseFormula(text: string): Formula {
  const tokens = tokensOf(text);
  let next = 0;
  const peek = (): string | undefined => (tokens[next]?.kind === 'sign' ? tokens[next]?.text : undefined);
  const expect = (sign: string): void => {
    if (peek() !== sign) throw new Error(`Expected ${sign} at ${String(next)} in ${text}`);
    next += 1;
  };
  const binary = (level: number): Formula => {
    const signs = LEVELS[level];
    if (signs === undefined) return unary();
    let left = binary(level + 1);
    for (let sign = peek(); sign !== undefined && signs.includes(sign); sign = peek()) {
      next += 1;
      left = { kind: 'binary', operator: sign, left, right: binary(level + 1) };
    }
    return left;
  };
  const unary = (): Formula => {
    if (peek() !== '-') return primary();
    next += 1;
    return { kind: 'negative', of: unary() };
  };
  const primary = (): Formula => {
    if (peek() === '(') {
      next += 1;
      const inner = binary(0);
      expect(')');
      return inner;
    }
    const token = tokens[next];
    if (token === undefined || token.kind === 'sign') throw new Error(`Expected a value in ${text}`);
    next += 1;
    if (token.kind === 'word' && peek() === '(') return call(token.text);
    return atom(token);
  };
  const call = (name: string): Formula => {
    const args: Formula[] = [];
    expect('(');
    while (peek() !== ')') {
      args.push(binary(0));
      if (peek() === ',') next += 1;
    }
    expect(')');
    return { kind: 'call', name: name.toUpperCase(), args };
  };
  const formula = binary(0);
  if (next !== tokens.length) throw new Error(`Something is left over in ${text}`);
  return formula;
}

function atom({ kind, text }: Token): Formula {
  switch (kind) {
    case 'number':
      return { kind: 'value', value: Number(text) };
    case 'text':
      return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') };
    case 'reference':
      return reference(text);
    case 'column': {
      const [table = '', column = ''] = text.slice(0, -1).split('[');
      return { kind: 'column', table, column };
    }
    default:
      return { kind: 'name', name: text };
  }
}

function reference(text: string): Formula {
  const mark = text.lastIndexOf('!');
  const sheet = mark < 0 ? undefined : text.slice(0, mark).replace(/^'|'$/g, '').replaceAll("''", "'");
  const [from = '', to = from] = text.slice(mark + 1).split(':');
  return { kind: 'range', sheet, from: placeOf(from), to: placeOf(to) };
}

export function placeOf(address: string): Place {
  const [, letters = '', digits = ''] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits), column };
}
