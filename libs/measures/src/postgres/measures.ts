// The figures of libs/measures read from PostgreSQL: one statement each, always within one service. How they are kept: schema/migrations, figures-kept.
import { serviceScope, type Cursors, type Database, type Listed, type Page, type Rows } from '#libs/database';
import { settingsOf, type Id, type Settings } from '#libs/case';
import type { CaseList } from '../lists.js';
import type {
  CheckpointRow,
  Cutoffs,
  DeviationRow,
  FunnelCounts,
  MeasuresReading,
  Reader,
  StaffOfService,
  StageRow,
  UnassignedRow,
  WaitingCaseRow,
  WaitingRow,
} from '../reading.js';
import type { ListedCase, Period } from '../figures.js';
import { recordFrom } from '#libs/staff';
import { checkpoints } from './checkpoints.js';
import { deviations } from './deviations.js';
import { funnel } from './funnel.js';
import { cases, unassignedCases, waitingCases } from './lists.js';
import { stages, unassigned, waiting } from './now.js';
import { workloads } from './workloads.js';

export class PgMeasures implements MeasuresReading {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  private of(serviceId: Id): Rows {
    return this.database.as(serviceScope(serviceId));
  }
  /** Lists are read with the eyes of who reads them: a case they are connected with is in none (R42). */
  private seenBy({ id, serviceId }: Reader): Rows {
    return this.database.as({ serviceId, sight: 'service', who: id });
  }
  async settle(serviceId: Id): Promise<void> {
    await this.of(serviceId).query('select figures_settle()');
  }
  async settings(serviceId: Id): Promise<Settings> {
    const { rows } = await this.of(serviceId).query<{ settings: string }>(
      'select settings::text from service where id = $1',
      [serviceId],
    );
    return settingsOf(rows[0]?.settings ?? '{}');
  }
  stages(serviceId: Id): Promise<StageRow[]> {
    return stages(this.of(serviceId), serviceId);
  }
  waiting(serviceId: Id, cutoffs: Cutoffs): Promise<WaitingRow[]> {
    return waiting(this.of(serviceId), serviceId, cutoffs);
  }
  waitingCases(reader: Reader, page: Page): Promise<Listed<WaitingCaseRow>> {
    return waitingCases(this.seenBy(reader), this.cursors, reader, page);
  }
  unassigned(serviceId: Id): Promise<number> {
    return unassigned(this.of(serviceId), serviceId);
  }
  unassignedCases(reader: Reader, page: Page): Promise<Listed<UnassignedRow>> {
    return unassignedCases(this.seenBy(reader), this.cursors, reader, page);
  }
  async staff(serviceId: Id, staffId: Id | null = null): Promise<StaffOfService[]> {
    const rows = await workloads(this.of(serviceId), serviceId, staffId);
    return rows.map((row) => ({ row, standing: recordFrom(row) }));
  }
  funnel(serviceId: Id, period: Period): Promise<FunnelCounts> {
    return funnel(this.of(serviceId), period);
  }
  checkpoints(serviceId: Id, period: Period): Promise<CheckpointRow[]> {
    return checkpoints(this.of(serviceId), serviceId, period);
  }
  deviations(serviceId: Id, period: Period): Promise<DeviationRow[]> {
    return deviations(this.of(serviceId), serviceId, period);
  }
  cases(reader: Reader, list: CaseList, cutoffs: Cutoffs, page: Page): Promise<Listed<ListedCase>> {
    return cases(this.seenBy(reader), this.cursors, reader, list, cutoffs, page);
  }
}
