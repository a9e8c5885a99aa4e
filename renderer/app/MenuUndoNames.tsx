import { useEffect } from 'react';
import { desktop } from '../platform/desktop';
import { useUndoLabels } from '../state/commands';

/** Tells the application menu what undo and redo are about. Draws nothing: nobody waits for it. */
export function MenuUndoNames(): null {
  const { undo = null, redo = null } = useUndoLabels();
  useEffect(() => {
    const waiting = requestIdleCallback(() => void desktop.call('app.nameUndo', { undo, redo }));
    return () => {
      cancelIdleCallback(waiting);
    };
  }, [undo, redo]);
  useEffect(
    () => () => {
      void desktop.call('app.nameUndo', { undo: null, redo: null });
    },
    [],
  );
  return null;
}
