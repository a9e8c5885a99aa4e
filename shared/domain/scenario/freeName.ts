/** Two what-ifs of one plan are told apart by their names. */

/** The name, numbered where another bears it: `Two sites (2)`. Names that differ in capitals only are the same. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const known = new Set(taken.map(comparable));
  const name = wanted.trim();
  if (!known.has(comparable(name))) return name;
  const stem = name.replace(/ \(\d+\)$/, '');
  for (let number = 2; ; number++) {
    const numbered = `${stem} (${String(number)})`;
    if (!known.has(comparable(numbered))) return numbered;
  }
}

function comparable(name: string): string {
  return name.trim().toLowerCase();
}
