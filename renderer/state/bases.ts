/** What stood in fields before several sites wrote them apart, as far as the history on this computer can tell. */
import { useEffect, useState } from 'react';
import type { ApartField, BaseValues } from '../../shared/domain/edits/baseValues';
import { useSession } from './session';

const NONE: BaseValues = new Map();

/**
 * Undefined until the history has been asked. What cannot be read is not known.
 * @param fields the same value as long as they are the same
 */
export function useBases(fields: readonly ApartField[]): BaseValues | undefined {
  const { bases } = useSession();
  const [known, setKnown] = useState<BaseValues>();
  useEffect(() => {
    let isOver = false;
    void bases(fields).then((answer) => {
      if (!isOver) setKnown(answer.ok ? answer.value : NONE);
    });
    return () => {
      isOver = true;
    };
  }, [bases, fields]);
  return known;
}
