/** Opens the folder of a plan: everything in it is united, what was found is put down, and nobody else writes as this one. */
import type { Problem } from '../../shared/domain/base/problem';
import { err, ok, type Result } from '../../shared/domain/base/result';
import { listBackups } from './backups';
import { foldersOf, prepareFolders } from './folders';
import { recoverPlan } from './planRecovery';
import { PlanStore, type StoreSetting } from './planStore';
import { noteRecoveries } from './recoveries';
import { claimReplica } from './replica';
import { readingProblem } from './systemProblem';

export async function openPlan(setting: StoreSetting): Promise<Result<PlanStore, Problem>> {
  const folders = foldersOf(setting.folder);
  const prepared = await prepareFolders(folders);
  if (!prepared.ok) return prepared;
  try {
    const recovered = await recoverPlan(folders, setting.workbook, setting.reader, true);
    const replica = await claimReplica(setting.folder, {
      clocks: setting.reader.clocksOf(recovered.state),
      journal: recovered.replica,
      isIntact: recovered.isIntact,
    });
    const lastBackup = (await listBackups(folders.backups))[0]?.created ?? null;
    const at = setting.now().getTime();
    await noteRecoveries(
      folders.plan,
      recovered.incidents.map(({ kind, problem }) => ({
        ...{ at, kind, isWhole: problem?.code !== 'storage/incomplete' },
      })),
    );
    const hasRoom = await setting.ballast.ensure();
    const status = { lastBackup, diskFull: !hasRoom, notSaved: null };
    return ok(new PlanStore(setting, folders, recovered, replica, status));
  } catch (error) {
    return err(readingProblem(error, setting.folder));
  }
}
