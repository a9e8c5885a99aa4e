/** Reads untrusted JSON piece by piece and remembers everything that does not fit, with the place where it stands. */

export type JsonObject = Readonly<Record<string, unknown>>;

export class JsonReader {
  readonly faults: string[] = [];

  fault(place: string, what: string): null {
    this.faults.push(`${place}: ${what}`);
    return null;
  }

  /** An object with no other properties than these. */
  object(value: unknown, place: string, known: readonly string[]): JsonObject {
    const object = this.anyObject(value, place);
    const unknown = Object.keys(object).find((name) => !known.includes(name));
    if (unknown !== undefined) this.fault(place, `“${unknown}” is not known here`);
    return object;
  }

  anyObject(value: unknown, place: string): JsonObject {
    if (isObject(value)) return value;
    this.fault(place, 'an object is expected');
    return {};
  }

  list(value: unknown, place: string): readonly unknown[] {
    if (Array.isArray(value)) return value as readonly unknown[];
    this.fault(place, 'a list is expected');
    return [];
  }

  text(value: unknown, place: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault(place, 'text is expected');
    return '';
  }

  /** Text that may be left out. */
  optionalText(value: unknown, place: string): string {
    return value === undefined ? '' : this.text(value, place);
  }

  number(value: unknown, place: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault(place, 'a number is expected');
    return 0;
  }

  numberOr<D>(value: unknown, place: string, otherwise: D): number | D {
    return value === undefined ? otherwise : this.number(value, place);
  }

  /** One of the given words. */
  word<W extends string>(value: unknown, place: string, words: readonly W[]): W | null {
    return (
      words.find((word) => word === value) ?? this.fault(place, `one of ${words.join(', ')} is expected`)
    );
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
