/** What stood in fields before several sites wrote them apart, as far as the history on this computer can tell. */
import { useEffect, useState } from 'react';
import {
  fieldPlaceKey,
  fieldPlaceOf,
  type BaseValues,
  type FieldPlace,
} from '../../shared/domain/edits/baseValues';
import { useSession } from './session';

const NONE: BaseValues = new Map();

/** Undefined until the history has been asked. What cannot be read is not known. */
export function useBases(places: readonly FieldPlace[]): BaseValues | undefined {
  const { bases } = useSession();
  const [known, setKnown] = useState<BaseValues>();
  const asked = places.map(fieldPlaceKey).join('\n');
  useEffect(() => {
    let isOver = false;
    const wanted = asked === '' ? [] : asked.split('\n').map(fieldPlaceOf);
    void bases(wanted).then((answer) => {
      if (!isOver) setKnown(answer.ok ? answer.value : NONE);
    });
    return () => {
      isOver = true;
    };
  }, [bases, asked]);
  return known;
}
