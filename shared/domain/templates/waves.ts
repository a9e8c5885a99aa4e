/** Who goes live when: the groups a rollout strategy makes of a practice. */
import { err, ok, type Result } from '../base/result';
import type { Answer } from './pack';

/** Sites, departments, functions or providers that go live on the same day. */
export interface Wave {
  readonly name: string;
  /** The part of the practice that learns and is supported in this wave, from 0 to 1; all waves together are 1. */
  readonly share: number;
}

/**
 * By strategy: everyone on one day; site by site; function by function; one provider group after another; departments
 * in so many groups; a pilot site or department and then the others in so many groups; or first the functions that
 * every place shares and then place by place.
 * @returns the waves in their order, or in words why these answers make none
 */
export function wavesOf(answers: ReadonlyMap<string, Answer>): Result<readonly Wave[], string> {
  const names = (question: string): readonly string[] => {
    const answer = answers.get(question);
    return typeof answer === 'object' ? answer : [];
  };
  const sites = names('sites');
  const departments = names('departments');
  const places = sites.length > 1 ? sites : departments;
  const groups = answers.get('rolloutGroups');
  const count = typeof groups === 'number' ? groups : 1;
  switch (answers.get('strategy')) {
    case 'phased-by-site':
      return several(sites, 'sites');
    case 'phased-by-function':
      return several(names('functions'), 'functions');
    case 'phased-by-provider-group':
      return several(names('providerGroups'), 'provider groups');
    case 'phased-by-department':
      return departments.length < 2
        ? tooFew('departments')
        : ok(wavesFrom(inGroups(departments, Math.max(2, count)), departments.length));
    case 'pilot': {
      if (places.length < 2) return tooFew('sites or departments');
      const [pilot = '', ...others] = places;
      return ok(wavesFrom([[pilot], ...inGroups(others, count)], places.length));
    }
    case 'hybrid': {
      const [shared] = names('functions');
      if (shared === undefined) return tooFew('functions');
      return ok(wavesFrom([[shared], ...places.map((place) => [place])], places.length + 1));
    }
    default:
      return ok([{ name: 'Everyone', share: 1 }]);
  }
}

function several(members: readonly string[], what: string): Result<readonly Wave[], string> {
  return members.length < 2
    ? tooFew(what)
    : ok(
        wavesFrom(
          members.map((member) => [member]),
          members.length,
        ),
      );
}

function tooFew(what: string): Result<never, string> {
  return err(`going live in steps needs at least two ${what}. Name them, or let everyone start on one day.`);
}

/** Neighbors stay together; the first groups are the larger ones. */
function inGroups(members: readonly string[], count: number): readonly (readonly string[])[] {
  const groups = Math.min(count, members.length);
  const size = Math.floor(members.length / groups);
  const larger = members.length % groups;
  return Array.from({ length: groups }, (_, index) => {
    const from = index * size + Math.min(index, larger);
    return members.slice(from, from + size + (index < larger ? 1 : 0));
  });
}

function wavesFrom(groups: readonly (readonly string[])[], members: number): readonly Wave[] {
  return groups.map((group) => ({ name: nameOf(group), share: group.length / members }));
}

function nameOf(group: readonly string[]): string {
  const [first = '', second] = group;
  if (second === undefined) return first;
  return group.length === 2 ? `${first} and ${second}` : `${first} and ${String(group.length - 1)} more`;
}
