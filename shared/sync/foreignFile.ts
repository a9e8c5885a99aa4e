/** Opening a `.golive` file that came from elsewhere: taken apart, checked, and its state passed through the gate. */
import type { Problem } from '../domain/base/problem';
import type { Result } from '../domain/base/result';
import type { Codec } from './codec';
import { decodeGoliveFile, type GoliveFile } from './goliveFile';
import { validateState } from './validateState';

export function openForeignFile(bytes: Uint8Array, name: string, codec: Codec): Result<GoliveFile, Problem> {
  const file = decodeGoliveFile(bytes, name, codec);
  if (!file.ok) return file;
  const validated = validateState(file.value.state, name);
  return validated.ok ? file : validated;
}
