/** Reads the words of a command. What cannot be understood is a usage error, before any file is touched. */
import { parseArgs } from 'node:util';
import { isCalendarDate } from '../../shared/domain/base/dates';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';

export interface Words {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
}

export interface Grammar {
  /** Options that take a value, by long name; `o` stands for `-o`. */
  readonly options: readonly string[];
  readonly flags: readonly string[];
  readonly files: { readonly min: number; readonly max: number };
}

export function usage(message: string): Problem {
  return problem('usage', { message });
}

export function readWords(args: readonly string[], grammar: Grammar): Result<Words, Problem> {
  const options: NonNullable<Parameters<typeof parseArgs>[0]>['options'] = {
    help: { type: 'boolean', short: 'h' },
  };
  for (const name of grammar.options) {
    options[name] = name === 'output' ? { type: 'string', short: 'o' } : { type: 'string' };
  }
  for (const name of grammar.flags) options[name] = { type: 'boolean' };
  // What does not fit is found here, not by the parser: its messages are for programmers.
  const { tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const words = { files: [] as string[], options: {} as Record<string, string>, flags: new Set<string>() };
  for (const token of tokens) {
    if (token.kind === 'positional') words.files.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const type = Object.hasOwn(options, name) ? options[name]?.type : undefined;
    if (type === undefined) return err(usage(`There is no option “${rawName}” here.`));
    if (type === 'boolean') {
      if (value !== undefined) return err(usage(`${rawName} takes no value.`));
      words.flags.add(name);
    } else {
      const isNextOption = inlineValue !== true && value !== undefined && /^-./.test(value);
      if (value === undefined || isNextOption)
        return err(usage(`${rawName} takes a value, and none follows it.`));
      // `-o=FILE` is meant as `-o FILE`.
      words.options[name] = rawName.startsWith('--') ? value : value.replace(/^=/, '');
    }
  }
  const { min, max } = grammar.files;
  if (words.files.length < min) return err(usage('No file is named.'));
  if (words.files.length > max)
    return err(usage(`Too many words: “${words.files[max] ?? ''}” has no place here.`));
  return ok(words);
}

export function requiredOption(words: Words, name: string): Result<string, Problem> {
  const value = words.options[name];
  const shown = name === 'output' ? '-o' : `--${name}`;
  return value === undefined || value === '' ? err(usage(`${shown} is missing.`)) : ok(value);
}

/** The file a workbook is written to: the value of `-o`. */
export function workbookTarget(words: Words): Result<string, Problem> {
  const target = requiredOption(words, 'output');
  return target.ok && target.value === '-' ? err(usage('A workbook goes into a file; “-” is none.')) : target;
}

/** A calendar date option; undefined when it was not given. */
export function dateOption(words: Words, name: string): Result<string | undefined, Problem> {
  const value = words.options[name];
  if (value === undefined) return ok(undefined);
  const misfit = usage(
    `--${name} takes a date that exists between 1950 and 2199, such as 2027-03-01; “${value}” is not one.`,
  );
  return isCalendarDate(value) ? ok(value) : err(misfit);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The moment to write as now, in milliseconds since 1970: `--moment`, or the machine's clock. A moment without a zone
 * is UTC, so that the same words mean the same everywhere.
 */
export function momentOption(words: Words): Result<number, Problem> {
  const value = words.options['moment'];
  if (value === undefined) return ok(Date.now());
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(value);
  const ms = Date.parse(value.includes('T') && !hasZone ? `${value}Z` : value);
  if (INSTANT.test(value) && isCalendarDate(value.slice(0, 10)) && ms >= 0) return ok(ms);
  return err(
    usage(`--moment takes an instant from 1970 on, such as 2027-03-01T09:30:00Z; “${value}” is not one.`),
  );
}
