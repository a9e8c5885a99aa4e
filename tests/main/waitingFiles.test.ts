import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesNamedIn, WaitingFiles } from '../../electron/main/services/waitingFiles';

const home = path.resolve('/home/ada');
const plan = path.join(home, 'my plan.golive');

describe('the files named in a command line', () => {
  it('are its words that are no switches, from the folder it was typed in', () => {
    const line = ['/opt/golive-workbook', '--ozone-platform=x11', 'my plan.golive', plan, '-psn_0_1', ''];
    expect(filesNamedIn(line, home, false)).toEqual([plan, plan]);
    expect(filesNamedIn(['/opt/golive-workbook'], home, false)).toEqual([]);
  });

  it('do not include the app itself while it is being developed', () => {
    expect(filesNamedIn(['electron', '--no-sandbox', '.', plan], home, true)).toEqual([plan]);
    expect(filesNamedIn(['electron', '.'], home, true)).toEqual([]);
  });

  it('may be addresses, and a broken one stays a name that someone will miss', () => {
    expect(filesNamedIn(['app', pathToFileURL(plan).href], home, false)).toEqual([plan]);
    expect(filesNamedIn(['app', 'file://%zz'], home, false)).toEqual([path.join(home, 'file:', '%zz')]);
    expect(filesNamedIn(['app', 'https://x.example/y'], home, false)).toHaveLength(1);
  });
});

describe('files that wait', () => {
  it('are taken in the order they came, each once, and every arrival is announced', () => {
    const files = new WaitingFiles();
    files.add(['a']);
    let announced = 0;
    files.onArrival(() => void (announced += 1));
    files.add(['b', 'c']);
    files.add([]);
    expect(announced).toBe(1);
    expect([files.take(), files.take(), files.take(), files.take()]).toEqual(['a', 'b', 'c', undefined]);
  });
});
