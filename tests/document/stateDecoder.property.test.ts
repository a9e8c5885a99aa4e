/** Taking in states by our own decoder has the very effect of taking them in by Yjs', for sound bytes and for others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { applyState } from '../../shared/document/stateDecoder';
import { uuid } from '../support/makeWorkbook';
import { tries } from '../support/tries';

type Apply = (doc: Y.Doc, state: Uint8Array) => void;

/** Words as plans have them: said often, long and short, plain and not, of a length where counting changes. */
const word = fc.oneof(
  fc.constantFrom(
    'name',
    'timing',
    '_reg',
    '__proto__',
    'x',
    '',
    uuid('task'),
    'é',
    '日本語',
    '😀',
    'Praxis für Kinder',
  ),
  fc.string({ maxLength: 45 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: 38, max: 42 }).map((length) => 'w'.repeat(length)),
  fc.integer({ min: 126, max: 130 }).map((length) => 'v'.repeat(length)),
);
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    ...[word, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)],
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
})).value;

const plan = fc.array(
  fc.record({ key: word, entries: fc.array(fc.array(json, { maxLength: 5 }), { maxLength: 5 }), text: word }),
  {
    minLength: 1,
    maxLength: 12,
  },
);

function stateOf(records: readonly { key: string; entries: readonly unknown[]; text: string }[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 7;
  for (const { key, entries, text } of records) {
    const array = new Y.Array<unknown>();
    array.push([...entries]);
    doc.getMap('recs').set(key, array);
    doc.getMap('texts').set(key, new Y.Text(text));
    doc.getMap('meta').set(key, entries[0]);
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Everything a document can be asked, or that it would not load. */
function effectOf(apply: Apply, state: Uint8Array): unknown {
  const doc = new Y.Doc();
  try {
    apply(doc, state);
  } catch {
    return 'refused';
  }
  const contents = ['recs', 'texts', 'meta'].map((name) => doc.getMap(name).toJSON());
  return { contents, bytes: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1') };
}

describe('taking in a state', () => {
  test('has the same effect as by Yjs alone, whatever it says', () => {
    fc.assert(
      fc.property(plan, (records) => {
        const state = stateOf(records);
        const effect = effectOf(applyState, state);
        expect(effect).not.toBe('refused');
        expect(effect).toStrictEqual(effectOf(Y.applyUpdate, state));
      }),
      tries(50),
    );
  });

  test('has the same effect where bytes are damaged or missing', () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.nat(255), fc.boolean(), (records, position, byte, isCut) => {
        const state = stateOf(records);
        const at = position % state.length;
        const damaged = isCut ? state.slice(0, at) : state.slice();
        if (!isCut) damaged[at] = byte;
        expect(effectOf(applyState, damaged)).toStrictEqual(effectOf(Y.applyUpdate, damaged));
      }),
      tries(200),
    );
  });
});
