/**
 * Decides whether a JSON value may be stored in a field, and in which form. Everything that comes from outside (a
 * command, a file, a paste) passes here; the result is the one stored form of that value.
 */
import { isCalendarDate } from '../base/dates';
import { isRecordId } from '../base/ids';
import { MOST_FIGURES, parseFigures, utf8Length } from '../baseline/figures';
import { problem, type Problem } from '../base/problem';
import { err, ok, type Result } from '../base/result';
import { cleanLine, cleanText } from './cleanText';
import { WEEKDAYS, type ChoiceField, type Field, type ScoresField, type StoredValue } from './field';

type Accepted = Result<StoredValue, Problem>;

const MAX_ELEMENTS = 2000;
const MAX_LONG_TEXT = 200_000;
const MAX_DECIMALS = 6;

/** Letters and digits only, lower case: `One-time` and `oneTime` name the same option. */
export function plainWord(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}%]/gu, '');
}

function shown(value: unknown): string {
  const isPlain = typeof value === 'string' || typeof value === 'number';
  const text = isPlain ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** @returns the stored form, or what is wrong with the value. */
export function acceptValue(field: Field, value: unknown): Accepted {
  const label = field.label;
  switch (field.kind) {
    case 'text':
      return acceptText(field, value, field.maxLength);
    case 'longText':
      return acceptText(field, value, MAX_LONG_TEXT);
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days':
      return acceptNumber(field, value);
    case 'boolean':
      if (isEmpty(value)) return ok(field.default);
      return typeof value === 'boolean'
        ? ok(value)
        : err(problem('field/notTrueOrFalse', { label, given: shown(value) }));
    case 'date':
      if (isEmpty(value)) return requiredOrNull(field);
      return isCalendarDate(value)
        ? ok(value)
        : err(problem('field/notADate', { label, given: shown(value) }));
    case 'choice':
      return acceptChoice(field, value);
    case 'ref':
    case 'anyRef': {
      if (isEmpty(value)) return requiredOrNull(field);
      const register = field.kind === 'ref' ? field.register : 'records';
      return isRecordId(value)
        ? ok(value)
        : err(problem('field/notAnId', { label, given: shown(value), register }));
    }
    case 'refs':
      return acceptSet(field, value, isRecordId, (given) =>
        problem('field/notAnId', { label, given, register: field.register }),
      );
    case 'dates':
      return acceptSet(field, value, isCalendarDate, (given) => problem('field/notADate', { label, given }));
    case 'weekdays': {
      if (isEmpty(value)) return ok(field.default);
      const options = WEEKDAYS.join(', ');
      const checked = acceptSet(field, value, isWeekday, (given) =>
        problem('field/notAnOption', { label, given, options }),
      );
      if (!checked.ok) return checked;
      return ok(WEEKDAYS.filter((weekday) => (checked.value as readonly string[]).includes(weekday)));
    }
    case 'scores':
      return acceptScores(field, value);
    case 'figures':
      return acceptFigures(field, value);
  }
}

function isWeekday(value: unknown): boolean {
  return WEEKDAYS.some((weekday) => weekday === value);
}

function requiredOrNull(field: Field): Accepted {
  return field.required === true ? err(problem('field/required', { label: field.label })) : ok(null);
}

function acceptText(field: Field, value: unknown, maxLength: number): Accepted {
  const { label } = field;
  if (isEmpty(value)) return field.required === true ? err(problem('field/required', { label })) : ok('');
  if (typeof value !== 'string') return err(problem('field/notText', { label }));
  const text = field.kind === 'text' ? cleanLine(value) : cleanText(value);
  if (text === '' && field.required === true) return err(problem('field/required', { label }));
  if (text.length > maxLength)
    return err(problem('field/tooLong', { label, length: text.length, maxLength }));
  return ok(text);
}

function acceptNumber(
  field: Exclude<Extract<Field, { min?: number }>, ScoresField>,
  value: unknown,
): Accepted {
  const { label } = field;
  if (isEmpty(value)) return field.default === undefined ? requiredOrNull(field) : ok(field.default);
  const given = shown(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    const isWritten = typeof value === 'string' && Number.isFinite(Number(value));
    return err(problem(isWritten ? 'field/numberAsText' : 'field/notANumber', { label, given }));
  }
  if (field.kind === 'integer' || field.kind === 'money') {
    if (!Number.isSafeInteger(value))
      return err(
        problem(field.kind === 'money' ? 'field/notMinorUnits' : 'field/notWhole', { label, given }),
      );
  } else if (Number(value.toFixed(MAX_DECIMALS)) !== value) {
    return err(problem('field/tooManyDecimals', { label, given, most: MAX_DECIMALS }));
  }
  const { min, max } = field;
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    const range = {
      min: min === undefined ? '' : String(min),
      max: max === undefined ? '' : String(max),
    };
    return err(problem('field/outOfRange', { label, given, ...range }));
  }
  return ok(Object.is(value, -0) ? 0 : value);
}

function acceptChoice(field: ChoiceField, value: unknown): Accepted {
  if (isEmpty(value)) return field.default === null ? requiredOrNull(field) : ok(field.default);
  const option = typeof value === 'string' ? findOption(field.options, value) : undefined;
  if (option !== undefined) return ok(option);
  const options = Object.keys(field.options).join(', ');
  return err(problem('field/notAnOption', { label: field.label, given: shown(value), options }));
}

/** Finds an option by id or label, forgiving case, spaces and hyphens. */
export function findOption(options: Readonly<Record<string, string>>, given: string): string | undefined {
  if (Object.hasOwn(options, given)) return given;
  const word = plainWord(given);
  const match = Object.entries(options).find(
    ([id, label]) => plainWord(id) === word || plainWord(label) === word,
  );
  return match?.[0];
}

function acceptSet(
  field: Field,
  value: unknown,
  fits: (element: unknown) => boolean,
  complain: (given: string) => Problem,
): Accepted {
  if (isEmpty(value)) return ok([]);
  const { label } = field;
  if (!Array.isArray(value)) return err(problem('field/notAList', { label }));
  const elements: readonly unknown[] = value;
  if (elements.length > MAX_ELEMENTS)
    return err(problem('field/tooMany', { label, count: elements.length, most: MAX_ELEMENTS }));
  const misfit = elements.find((element) => !fits(element));
  if (misfit !== undefined) return err(complain(shown(misfit)));
  return ok([...new Set(elements as readonly string[])].sort());
}

function acceptScores(field: ScoresField, value: unknown): Accepted {
  if (isEmpty(value)) return ok({});
  const { label } = field;
  if (typeof value !== 'object' || Array.isArray(value)) {
    const scales = Object.keys(field.scales).join(', ');
    return err(problem('field/notScores', { label, given: shown(value), scales }));
  }
  const scores: Record<string, number> = {};
  for (const [name, score] of Object.entries(value as Record<string, unknown>)) {
    if (!Object.hasOwn(field.scales, name)) {
      return err(
        problem('field/notAnOption', { label, given: name, options: Object.keys(field.scales).join(', ') }),
      );
    }
    if (isEmpty(score)) continue;
    if (typeof score !== 'number' || !Number.isInteger(score) || score < field.min || score > field.max) {
      const given = `${name} ${shown(score)}`;
      return err(
        problem('field/outOfRange', { label, given, min: String(field.min), max: String(field.max) }),
      );
    }
    scores[name] = score;
  }
  return ok(Object.fromEntries(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : 1))));
}

function acceptFigures(field: Field, value: unknown): Accepted {
  const { label } = field;
  if (isEmpty(value)) return field.required === true ? err(problem('field/required', { label })) : ok('');
  if (typeof value !== 'string') return err(problem('field/notFigures', { label }));
  const length = value.length > MOST_FIGURES ? value.length : utf8Length(value);
  if (length > MOST_FIGURES) return err(problem('field/tooLong', { label, length, maxLength: MOST_FIGURES }));
  return parseFigures(value) === undefined ? err(problem('field/notFigures', { label })) : ok(value);
}

/**
 * Reads a value that a merge or a newer version may have left in a document: what no longer fits counts as empty, so
 * that reading never fails. The stored bytes stay as they are.
 */
export function readValue(field: Field, value: unknown): StoredValue | undefined {
  if (isStoredForm(field, value)) return value;
  if (field.kind === 'text' && typeof value === 'string') return value.slice(0, field.maxLength);
  const accepted = acceptValue(field.required === true ? { ...field, required: false } : field, value);
  return accepted.ok ? accepted.value : undefined;
}

/** Whether a value is beyond doubt what `acceptValue` would make of it, as nearly every value in a document is. */
function isStoredForm(field: Field, value: unknown): value is StoredValue {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length <= field.maxLength;
    case 'figures':
      // Taken apart only when somebody looks at them.
      return typeof value === 'string' && value.length <= MOST_FIGURES;
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return value === null || isCalendarDate(value);
    case 'ref':
    case 'anyRef':
      return value === null || isRecordId(value);
    case 'choice':
      return typeof value === 'string' && value !== '' && Object.hasOwn(field.options, value);
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'money':
    case 'days': {
      const { min = -Infinity, max = Infinity } = field;
      const isWhole = typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0);
      return isWhole && value >= min && value <= max;
    }
    default:
      return false;
  }
}
