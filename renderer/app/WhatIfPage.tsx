/** What stands under “What-ifs” while one is open: comparing is done in the plan. */
import type { ReactNode } from 'react';
import { plain } from '../../shared/domain/format/sentence';
import { Button } from '../ui/Button';
import { PageHead } from '../ui/PageHead';

interface Props {
  readonly name: string;
  readonly onTry: () => void;
  /** Its plan is on this computer. */
  readonly hasPlan: boolean;
}

export function WhatIfPage({ name, onTry, hasPlan }: Props): ReactNode {
  return (
    <>
      <PageHead title="What-ifs" answer={[plain(`You are in the what-if “${name}”.`)]}>
        <Button onPress={onTry}>Try another from here…</Button>
      </PageHead>
      <div className="sc-none">
        <h2>Change anything, on any page</h2>
        <p className="t2">
          This is a copy of the whole plan with its own history and backups. When you have tried enough,
          compare it with the plan: the key figures side by side, then every field that differs. From there
          you take it into the plan, as a whole or in part.
        </p>
        {!hasPlan && (
          <p className="t2">
            Its plan is not on this computer. Open a copy of the plan here, and both can be compared.
          </p>
        )}
      </div>
    </>
  );
}
