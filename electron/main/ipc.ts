/** The one place that touches ipcMain: checks the sender, parses the arguments, answers with a result. */
import { ipcMain, type BrowserWindow } from 'electron';
import type { Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import {
  contract,
  type Args,
  type CallName,
  type DesktopEvents,
  type EventName,
  type Reply,
} from '../../shared/ipc/contract';
import { isTrusted } from './addresses';

/** Who called, for calls that answer with a dialog or a port. */
export interface Caller {
  readonly window: BrowserWindow;
}

export type Handlers = {
  readonly [N in CallName]: (args: Args<N>, caller: Caller) => Promise<Result<Reply<N>, Problem>>;
};

export function serve(handlers: Handlers, windowOf: (contentsId: number) => BrowserWindow | undefined): void {
  for (const name of Object.keys(contract) as CallName[]) bind(name, handlers, windowOf);
}

function bind<N extends CallName>(
  name: N,
  handlers: Handlers,
  windowOf: (contentsId: number) => BrowserWindow | undefined,
): void {
  ipcMain.handle(name, async (event, raw: unknown): Promise<Result<Reply<N>, Problem>> => {
    const window = windowOf(event.sender.id);
    if (!isTrusted(event.senderFrame) || window === undefined) throw new Error(`untrusted sender: ${name}`);
    const args = contract[name].parse(raw) as Args<N> | undefined;
    if (args === undefined) throw new Error(`malformed arguments: ${name}`);
    return handlers[name](args, { window });
  });
}

/** Tells a window something. */
export function tell<E extends EventName>(window: BrowserWindow, event: E, detail: DesktopEvents[E]): void {
  if (!window.isDestroyed()) window.webContents.send(event, detail);
}
