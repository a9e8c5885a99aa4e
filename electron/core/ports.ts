/**
 * The ends of a conversation, as little of them as the core uses: a port to a window, and the port to the process that
 * started this one. Electron's objects fit these types without being imported.
 */

export interface PortMessage {
  readonly data: unknown;
  readonly ports: readonly Port[];
}

export interface Port {
  on(event: 'message', listener: (message: PortMessage) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

export interface ParentPort {
  on(event: 'message', listener: (message: PortMessage) => void): unknown;
  postMessage(message: unknown): void;
}
