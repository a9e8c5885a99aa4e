/** `golive compare`: a what-if beside its plan, as JSON: the key figures of both, and every change field by field. */
import { WorkbookAssembler } from '../../shared/domain/assemble';
import { problem, type Problem } from '../../shared/domain/base/problem';
import { roundHalfEven } from '../../shared/domain/base/decimal';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { budgetSummary } from '../../shared/domain/budget/budgetSummary';
import { planOf, type Plan } from '../../shared/domain/plan';
import { canonicalJson } from '../../shared/domain/register/canonical';
import { criticalTasks } from '../../shared/domain/review/mergeChecks';
import { totalExposure } from '../../shared/domain/risk/exposure';
import { compareScenario, type ScenarioStates } from '../../shared/domain/scenario/compareScenario';
import { tableOf, type Workbook } from '../../shared/domain/workbook';
import { WorkbookDocument } from '../../shared/document/workbookDocument';
import { baseIn } from '../../shared/sync/scenarioFile';
import { nodeCodec } from '../core/nodeCodec';
import { momentOption, readWords, usage } from './arguments';
import { dateOfMoment, done, failed, type Outcome } from './outcome';
import { newReplica, openWorkbook } from './workbookFile';

export async function compareCommand(args: readonly string[]): Promise<Outcome> {
  const words = readWords(args, { options: ['moment'], flags: [], files: { min: 1, max: 2 } });
  if (!words.ok) return failed(words.error);
  const moment = momentOption(words.value);
  if (!moment.ok) return failed(moment.error);
  const [plan, scenario] = words.value.files;
  if (plan === undefined || scenario === undefined)
    return failed(usage('Two files are compared: the plan and the what-if.'));
  const states = await readStates(plan, scenario, moment.value);
  if (!states.ok) return failed(states.error);
  const today = dateOfMoment(moment.value);
  const { changes, planMoved } = compareScenario(states.value);
  const compared = {
    figures: {
      plan: figuresOf(planOf(states.value.plan, today)),
      scenario: figuresOf(planOf(states.value.scenario, today)),
    },
    changes: changes.map(({ kind, register, id, recordName, fields, beside }) => ({
      ...{ kind, register, id, name: recordName, beside },
      fields: fields.map(({ field, label }) => ({
        ...{ field, label },
        before: valueIn(states.value.base, register, id, field),
        plan: valueIn(states.value.plan, register, id, field),
        scenario: valueIn(states.value.scenario, register, id, field),
      })),
    })),
    planMoved,
  };
  return done(`${canonicalJson(compared, 2)}\n`);
}

async function readStates(
  planFile: string,
  scenarioFile: string,
  moment: number,
): Promise<Result<ScenarioStates, Problem>> {
  const plan = await openWorkbook(planFile, newReplica(moment));
  if (!plan.ok) return plan;
  const scenario = await openWorkbook(scenarioFile, newReplica(moment));
  if (!scenario.ok) return scenario;
  const { id } = plan.value.document;
  if (scenario.value.document.id !== id)
    return err(problem('merge/differentWorkbooks', { first: planFile, second: scenarioFile }));
  const base = baseIn(scenario.value.file, nodeCodec);
  if (!base.ok) return base;
  return ok({
    // Without it nobody can tell who changed what: every difference is a question.
    base:
      base.value === undefined
        ? new WorkbookAssembler(id).workbook()
        : WorkbookDocument.open(base.value, newReplica(moment)).workbook(),
    plan: plan.value.document.workbook(),
    scenario: scenario.value.document.workbook(),
  });
}

function figuresOf(plan: Plan) {
  const { workbook, schedule, budget, findings } = plan;
  const exposure = totalExposure(workbook.tables.risks.live);
  return {
    goLive: schedule.goLive,
    projectFinish: schedule.projectFinish,
    criticalTasks: criticalTasks(plan).size,
    budget: budgetSummary(budget),
    /** Minor units. */
    exposure: roundHalfEven(exposure.cost),
    problems: findings.filter(({ level }) => level !== 'info').length,
  };
}

function valueIn(
  workbook: Workbook,
  register: Parameters<typeof tableOf>[1],
  id: string,
  field: string,
): unknown {
  return tableOf(workbook, register).byId.get(id)?.[field] ?? null;
}
