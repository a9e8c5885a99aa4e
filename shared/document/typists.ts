/**
 * Who typed in a long text. A text carries no names and no times, as values do; but every letter in it bears the number
 * of the Yjs client that typed it, and every client has signed in under the number of its person and computer.
 */
import * as Y from 'yjs';
import { isStoredEntry, REGISTER_KEY, rootsOf } from './layout';
import { TEXT_SEPARATOR } from './longTexts';

/** How many writes of each client a document held. */
export type Clocks = ReadonlyMap<number, number>;

export function clocksOf(doc: Y.Doc): Clocks {
  return Y.decodeStateVector(Y.encodeStateVector(doc));
}

/**
 * Under which number a client writes: told by what only its own person writes, which is their name, new texts and new
 * records. Undefined where it left none of these.
 */
export function actorOf(doc: Y.Doc, client: number): number | undefined {
  const { actors, texts } = rootsOf(doc);
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item)) continue;
    const { parent, parentSub, content } = struct;
    if (parent === actors && parentSub !== null) return numberIn(parentSub, 10);
    if (parent === texts && parentSub !== null) return numberIn(/[^/-]+(?=-[^/]*$)/.exec(parentSub)?.[0], 36);
    const made =
      content instanceof Y.ContentAny ? (content.arr as readonly unknown[]).find(isMaking) : undefined;
    if (isStoredEntry(made)) return made[3];
  }
  return undefined;
}

function isMaking(entry: unknown): boolean {
  return isStoredEntry(entry) && entry[0] === REGISTER_KEY;
}

function numberIn(text: string | undefined, radix: number): number | undefined {
  const number = Number.parseInt(text ?? '', radix);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Who typed since a document held no more than it did; every client is looked up once. */
export class Typists {
  private readonly actors = new Map<number, number | undefined>();
  private writers: ReadonlySet<number | undefined> | undefined;

  constructor(
    private readonly doc: Y.Doc,
    private readonly since: Clocks,
  ) {}

  /**
   * The one who changed a text. Letters tell who typed them, but not who took others away: where some are gone, it is
   * known only if all that came in is of one person and computer.
   * @param texts the segments of the text, in their order; @param was what it said
   * @returns the number of whoever it was; undefined where nobody can tell, or it was more than one
   */
  typistOf(texts: readonly Y.Text[], was: string): number | undefined {
    const typists = new Set<number | undefined>();
    const kept = texts.map((text) => {
      let old = '';
      for (let item = text._start; item !== null; item = item.right) {
        if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
        const { client, clock } = item.id;
        const known = Math.max(0, (this.since.get(client) ?? 0) - clock);
        old += item.content.str.slice(0, known);
        if (item.length > known) typists.add(this.actorOf(client));
      }
      return old;
    });
    const isAllThere = kept.filter((text) => text !== '').join(TEXT_SEPARATOR) === was;
    const possible = isAllThere ? typists : new Set([...typists, ...this.allWriters()]);
    const [only] = possible;
    return typists.size > 0 && possible.size === 1 ? only : undefined;
  }

  private allWriters(): ReadonlySet<number | undefined> {
    this.writers ??= new Set(
      [...clocksOf(this.doc)]
        .filter(([client, clock]) => clock > (this.since.get(client) ?? 0))
        .map(([client]) => this.actorOf(client)),
    );
    return this.writers;
  }

  private actorOf(client: number): number | undefined {
    if (!this.actors.has(client)) this.actors.set(client, actorOf(this.doc, client));
    return this.actors.get(client);
  }
}
