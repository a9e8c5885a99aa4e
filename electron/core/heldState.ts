/** Everything an open plan holds, in memory: joined up to some edit, and the updates since, joined when somebody asks. */
import type { DocumentReader } from './documentReader';
import { joinStates } from './planRecovery';

export class HeldState {
  private newer: Uint8Array[] = [];

  constructor(
    private joined: Uint8Array,
    private readonly reader: DocumentReader,
  ) {}

  add(update: Uint8Array): void {
    this.newer.push(update);
  }

  /** As one Yjs V1 update. */
  whole(): Uint8Array {
    if (this.newer.length > 0) {
      this.joined = joinStates([this.joined, ...this.newer], this.reader);
      this.newer = [];
    }
    return this.joined;
  }

  /** The same as it lies here, for those who have time to join it. */
  parts(): readonly Uint8Array[] {
    return [this.joined, ...this.newer];
  }
}
