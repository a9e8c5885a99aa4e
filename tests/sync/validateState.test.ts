import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { validateState, validateUpdate } from '../../shared/sync/validateState';
import { recordsIn, SamplePlan, upTo } from '../core/support/samplePlan';
import { tries } from '../support/tries';

const codeOf = (state: Uint8Array) => {
  const validated = validateState(state, 'plan.golive');
  return validated.ok ? 'ok' : validated.error.code;
};
const reasonOf = (state: Uint8Array) => {
  const validated = validateState(state, 'plan.golive');
  return validated.ok ? 'ok' : 'what' in validated.error.facts ? validated.error.facts.what : '';
};

function stateOf(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}

/** An update written by hand: what a hostile peer could send. */
function forged(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
const uints = (encoder: encoding.Encoder, ...numbers: number[]) => {
  for (const number of numbers) encoding.writeVarUint(encoder, number);
};
const bytes = (encoder: encoding.Encoder, ...numbers: number[]) => {
  for (const number of numbers) encoding.writeUint8(encoder, number);
};
/** One client with one struct that lies in the root `recs`. */
const oneStruct = (kind: number, content: (encoder: encoding.Encoder) => void) =>
  forged((encoder) => {
    uints(encoder, 1, 1, 7, 0);
    bytes(encoder, kind);
    uints(encoder, 1);
    encoding.writeVarString(encoder, 'recs');
    content(encoder);
    uints(encoder, 0);
  });

describe('a whole document', () => {
  it('passes', () => {
    expect(codeOf(SamplePlan.seeded(50).state)).toBe('ok');
    expect(codeOf(Uint8Array.of(0, 0))).toBe('ok');
  });

  it('passes with several writers, deletions, long texts and formatting in them', () => {
    const first = SamplePlan.seeded(5, 1);
    const second = new SamplePlan(2, first.state);
    second.add(9);
    second.doc.transact(() => {
      const text = new Y.Text();
      second.doc.getMap('texts').set('a/notes/1', text);
      text.insert(0, 'a long text', { bold: true });
      text.format(2, 3, { italic: true });
      text.delete(4, 2);
      const entries = second.doc.getMap('recs').get('00000000-0000-4000-8000-000000000000');
      if (entries instanceof Y.Array) entries.delete(1, 1);
    });
    expect(codeOf(second.state)).toBe('ok');
  });

  it('passes whatever JSON its entries hold, but for the one name that is no data', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        fc.pre(!JSON.stringify(value).includes('"__proto__":'));
        expect(codeOf(stateOf((doc) => doc.getMap('recs').set('x', value)))).toBe('ok');
      }),
    );
  });

  it('does not depend on the bytes around it', () => {
    const { state } = SamplePlan.seeded(3);
    const around = new Uint8Array(state.length + 2000).fill(0x31);
    around.set(state, 1000);
    expect(codeOf(around.subarray(1000, 1000 + state.length))).toBe('ok');
    expect(codeOf(around.subarray(1000, 1000 + state.length - 1))).not.toBe('ok');
  });
});

describe('a document that lacks something', () => {
  it('is refused when it is only the second half of a history', () => {
    const plan = SamplePlan.seeded(3);
    const later = plan.add(3);
    expect(codeOf(later)).toBe('file/damaged');
    expect(validateUpdate(later, 'edit').ok).toBe(true);
  });

  it('is refused when its middle is missing', () => {
    const plan = new SamplePlan(1);
    const updates = upTo(3).map((index) => plan.add(index));
    const gap = Y.mergeUpdates([updates[0], updates[2]].filter((update) => update !== undefined));
    expect(reasonOf(gap)).toBe('a part of its history is missing');
    // One store of this computer may lack what the other holds, so an edit may.
    expect(validateUpdate(gap, 'edit').ok).toBe(true);
  });

  it('is refused when another writer, on whom it rests, is missing', () => {
    const first = SamplePlan.seeded(1, 1);
    const second = new SamplePlan(2, first.state);
    second.doc.transact(() => {
      const entries = second.doc.getMap('recs').get('00000000-0000-4000-8000-000000000000');
      if (entries instanceof Y.Array) entries.push(['more']);
    });
    const alone = Y.encodeStateAsUpdate(second.doc, Y.encodeStateVector(first.doc));
    expect(reasonOf(alone)).toBe('edits that rest on nothing');
  });

  it('is refused when it deletes what it never held', () => {
    const poison = forged((encoder) => uints(encoder, 0, 1, 99, 1, 0, 1_000_000));
    expect(reasonOf(poison)).toBe('deletions of what it never held');
  });

  it('is refused cut short at any byte', () => {
    const { state } = SamplePlan.seeded(4);
    for (let length = 0; length < state.length; length++) {
      expect(codeOf(state.subarray(0, length))).not.toBe('ok');
    }
  });

  it('is refused with something behind its end', () => {
    expect(reasonOf(Uint8Array.of(0, 0, 0))).toBe('something follows its end');
  });
});

describe('content no workbook has', () => {
  it.each([
    ['bytes', (doc: Y.Doc) => doc.getMap('recs').set('x', Uint8Array.of(1, 2))],
    ['a document in the document', (doc: Y.Doc) => doc.getMap('recs').set('x', new Y.Doc())],
    ['bytes inside an entry', (doc: Y.Doc) => doc.getArray('a').push([['f', Uint8Array.of(1)]])],
    ['an embed', (doc: Y.Doc) => doc.getText('t').insertEmbed(0, { image: 'x' })],
    ['an XML element', (doc: Y.Doc) => doc.getMap('recs').set('x', new Y.XmlElement('p'))],
    ['an XML text', (doc: Y.Doc) => doc.getMap('recs').set('x', new Y.XmlText())],
    ['a big integer', (doc: Y.Doc) => doc.getArray('a').push([['f', 5n]])],
  ])('is refused: %s', (_what, write) => {
    expect(codeOf(stateOf(write))).toBe('file/hostile');
  });

  it('is refused: formatting in a list', () => {
    const format = oneStruct(6, (encoder) => {
      encoding.writeVarString(encoder, 'bold');
      encoding.writeVarString(encoder, 'true');
    });
    expect(reasonOf(format)).toBe('formatting outside of a text');
  });

  it('is refused: the old kind of JSON entries', () => {
    const json = oneStruct(2, (encoder) => {
      uints(encoder, 1);
      encoding.writeVarString(encoder, '{}');
    });
    expect(codeOf(json)).toBe('file/hostile');
  });

  it('is refused: a name that would change what objects are', () => {
    const poison = oneStruct(8, (encoder) => {
      uints(encoder, 1);
      bytes(encoder, 118);
      uints(encoder, 1);
      encoding.writeVarString(encoder, '__proto__');
      bytes(encoder, 120);
    });
    expect(reasonOf(poison)).toBe('a forbidden name');
  });

  it('is refused: values nested without end', () => {
    const deep = oneStruct(8, (encoder) => {
      uints(encoder, 1);
      for (let level = 0; level < 100_000; level++) {
        bytes(encoder, 117);
        uints(encoder, 1);
      }
      bytes(encoder, 126);
    });
    expect(reasonOf(deep)).toBe('values nested too deeply');
  });
});

describe('an update that would hurt', () => {
  const cases: readonly (readonly [string, Uint8Array])[] = [
    ['millions of structs it does not have', forged((encoder) => uints(encoder, 1, 4_000_000, 7, 0))],
    ['more writers than anyone', forged((encoder) => uints(encoder, 4_000_000_000))],
    ['a writer twice', forged((e) => uints(e, 2, 1, 7, 0, 0, 5, 1, 7, 0, 0, 5, 0))],
    ['a writer beyond 32 bits', forged((e) => uints(e, 1, 1, 2 ** 40, 0, 0, 5, 0))],
    ['a clock beyond all measure', forged((e) => uints(e, 1, 1, 7, 0, 0, 2 ** 50, 0))],
    ['an empty struct', forged((e) => uints(e, 1, 1, 7, 0, 0, 0, 0))],
    ['a gap of its own', forged((e) => uints(e, 1, 2, 7, 0, 10, 1000, 0, 5, 0))],
    ['a text longer than the file', oneStruct(4, (e) => uints(e, 2 ** 40))],
    ['a list longer than the file', oneStruct(8, (e) => uints(e, 30_000_000))],
    ['two edits that wait for each other', forged((e) => waitForEachOther(e))],
    ['the second format of Yjs', Y.encodeStateAsUpdateV2(SamplePlan.seeded(20).doc)],
  ];

  it.each(cases)('is refused at once: %s', (_what, update) => {
    const begun = performance.now();
    expect(['file/hostile', 'file/damaged']).toContain(codeOf(update));
    expect(performance.now() - begun).toBeLessThan(300);
  });

  function waitForEachOther(encoder: encoding.Encoder): void {
    uints(encoder, 2);
    for (const [client, other] of [
      [1, 2],
      [2, 1],
    ] as const) {
      uints(encoder, 1, client, 0);
      bytes(encoder, 0x80 | 8);
      uints(encoder, other, 0, 1);
      bytes(encoder, 126);
    }
    uints(encoder, 0);
  }

  it('is refused before it takes memory: thirty million structs in sixty megabytes', () => {
    const count = 30_000_000;
    const head = forged((encoder) => uints(encoder, 1, count, 7, 0));
    const bomb = new Uint8Array(head.length + count * 2 + 1);
    bomb.set(head);
    for (let at = head.length + 1; at < bomb.length; at += 2) bomb[at] = 1;
    const before = process.memoryUsage().heapUsed;
    expect(reasonOf(bomb)).toBe('too many edits');
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
  });
});

describe('any damage', () => {
  const plan = SamplePlan.seeded(6);
  plan.doc.getMap('recs').delete('00000000-0000-4000-8000-000000000003');
  const { state } = plan;

  it('is refused or gives a document that loads whole, and nothing ever throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(state.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const mutated = state.slice();
          for (const [index, byte] of changes) mutated[index] = byte;
          if (codeOf(mutated) !== 'ok') return;
          const doc = new Y.Doc();
          Y.applyUpdate(doc, mutated);
          expect(doc.store.pendingStructs).toBeNull();
          expect(doc.store.pendingDs).toBeNull();
        },
      ),
      tries(2000),
    );
  });

  it('in arbitrary bytes is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 3, maxLength: 300 }), (any) => {
        validateUpdate(any, 'edit');
        return codeOf(any) !== 'ok' || Y.decodeUpdate(any).structs.length >= 0;
      }),
      tries(2000),
    );
  });
});

describe('the sample plan', () => {
  it('is what these tests take it for', () => {
    expect(recordsIn(SamplePlan.seeded(7).state)).toEqual(upTo(7));
  });
});
