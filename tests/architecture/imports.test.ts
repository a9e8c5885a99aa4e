/** The law of .dependency-cruiser.cjs holds in this repository, and each of its rules can still fail. */
import path from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import { beforeAll, describe, expect, it } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const planted = path.join(import.meta.dirname, 'planted');

/** Far fewer means that the cruiser saw next to nothing, and then it finds nothing wrong either. */
const fewestModules = 100;

let rules: readonly IForbiddenRuleType[];
let here: ICruiseResult;
let there: ICruiseResult;

beforeAll(async () => {
  const law = await extractDepcruiseConfig(path.join(repository, '.dependency-cruiser.cjs'));
  rules = law.forbidden ?? [];
  const cruiseFrom = async (baseDir: string): Promise<ICruiseResult> => {
    const options = { ...law.options, baseDir, validate: true, ruleSet: { forbidden: [...rules] } };
    const { output } = await cruise(['shared', 'electron', 'renderer'], options);
    if (typeof output === 'string') throw new Error('the cruiser answered with a text');
    return output;
  };
  here = await cruiseFrom(repository);
  there = await cruiseFrom(planted);
});

describe('this repository', () => {
  it('imports only along the fences', () => {
    const offences = here.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
    expect(offences).toEqual([]);
  });

  it('was really looked at', () => {
    const ours = here.modules.filter(({ source }) => /^(shared|electron|renderer)\//.test(source));
    expect(ours.length).toBeGreaterThan(fewestModules);
  });
});

describe('the planted offences', () => {
  it('are reported, each under the rule it breaks', () => {
    const caught = new Set(
      there.summary.violations
        .filter(({ rule, from }) => path.basename(from, '.ts') === rule.name)
        .map(({ rule }) => rule.name),
    );
    expect([...caught].sort()).toEqual(rules.map(({ name }) => name).sort());
  });
});
