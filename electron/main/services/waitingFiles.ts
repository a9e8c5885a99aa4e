/**
 * Files that the desktop asked the app to open: double-clicked, dropped on its icon, or named on its command line. Their
 * paths stay here; the window learns that one waits, and asks for what is in it when it can show it.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export class WaitingFiles {
  private readonly files: string[] = [];
  private announce: () => void = () => undefined;

  add(files: readonly string[]): void {
    this.files.push(...files);
    if (files.length > 0) this.announce();
  }

  /** @returns the file that has waited longest, which waits no more */
  take(): string | undefined {
    return this.files.shift();
  }

  /** @param announce called when a file has come to wait */
  onArrival(announce: () => void): void {
    this.announce = announce;
  }
}

/**
 * The files named in a command line, as absolute paths. They need not exist: whoever opens them says so.
 * @param folder what relative paths start from
 * @param startsWithApp while developing, the first word that is no switch names the app itself
 */
export function filesNamedIn(
  commandLine: readonly string[],
  folder: string,
  startsWithApp: boolean,
): readonly string[] {
  const words = commandLine.slice(1).filter((word) => word !== '' && !word.startsWith('-'));
  return words.slice(startsWithApp ? 1 : 0).map((word) => path.resolve(folder, pathOf(word)));
}

/** Some Linux desktops pass addresses (`file:///home/ada/my%20plan.golive`) instead of paths. */
function pathOf(word: string): string {
  if (!/^file:/i.test(word)) return word;
  try {
    return fileURLToPath(word);
  } catch {
    return word;
  }
}
