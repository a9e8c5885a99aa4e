/** Running commands from the screen: one is one undo step, and a refusal is said in words. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Problem } from '../../shared/domain/base/problem';
import type { Result } from '../../shared/domain/base/result';
import { commandName } from '../../shared/domain/edits/commandName';
import type { Command, Edit } from '../../shared/domain/edits/edit';
import type { Workbook } from '../../shared/domain/workbook';
import { say, sayProblem, sayUntilRead, withdrawAction, type Message } from './messages';
import { useSession } from './session';

export interface Commands {
  /** Runs a command and says why if it is refused. @returns whether it was done */
  readonly run: (command: Command) => boolean;
  /** The same for a single list of edits. */
  readonly edit: (label: string, ...edits: readonly Edit[]) => boolean;
  /** Runs a command without saying anything; the caller does. */
  readonly attempt: (command: Command) => Result<undefined, Problem & { edit?: number }>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Says what was done, with an undo for as long as nothing else has been done or undone since. */
  readonly sayDone: (text: string) => void;
  /** Shows what a paste or a typed text left out until it is read; with undo where the rest is written. */
  readonly tellLeftOut: (report: string, isWritten: boolean) => void;
  /** A new record's id. */
  readonly newId: () => string;
  /** The plan as it now stands, for handlers that outlive a render. */
  readonly workbook: () => Workbook;
}

export function useCommands(): Commands {
  const { document } = useSession();
  return useMemo(() => {
    const attempt: Commands['attempt'] = (command) =>
      document.run({ ...command, label: commandName(document.workbook(), command) });
    const run = (command: Command): boolean => {
      const done = attempt(command);
      if (!done.ok) sayProblem(done.error);
      return done.ok;
    };
    const takeBack = (verb: 'undo' | 'redo'): void => {
      const outcome = document[verb]();
      if (outcome === undefined) {
        say(verb === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
        return;
      }
      const left = outcome.skipped === 0 ? '' : ' What others have changed since was left as it is.';
      say(`${verb === 'undo' ? 'Undone' : 'Done again'}: ${outcome.label}.${left}`);
    };
    const withUndo = (tell: (action: Message['action']) => number): void => {
      const { undoStep } = document;
      const id = tell({ label: 'Undo', run: () => takeBack('undo') });
      const stop = document.subscribeUndo(() => {
        if (document.undoStep === undoStep) return;
        stop();
        withdrawAction(id);
      });
    };
    return {
      run,
      edit: (label, ...edits) => run({ label, edits }),
      attempt,
      undo: () => {
        takeBack('undo');
      },
      redo: () => {
        takeBack('redo');
      },
      sayDone: (text) => {
        withUndo((action) => say(text, action));
      },
      tellLeftOut: (report, isWritten) => {
        if (isWritten) withUndo((action) => sayUntilRead(report, action));
        else sayUntilRead(report);
      },
      newId: () => crypto.randomUUID(),
      workbook: () => document.workbook(),
    };
  }, [document]);
}

/** What undo and redo would take back and forth. */
export function useUndoLabels(): { readonly undo: string | undefined; readonly redo: string | undefined } {
  const { document } = useSession();
  const subscribe = useCallback((listener: () => void) => document.subscribeUndo(listener), [document]);
  const undo = useSyncExternalStore(subscribe, () => document.undoLabel);
  const redo = useSyncExternalStore(subscribe, () => document.redoLabel);
  return useMemo(() => ({ undo, redo }), [undo, redo]);
}
