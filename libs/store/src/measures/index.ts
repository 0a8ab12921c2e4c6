// The figures of libs/measures read from PostgreSQL: one statement each, always within one service.
import { settingsOf, type Cursors, type Listed, type Page } from '#libs/casework';
import type { Id, Settings } from '#libs/case';
import type {
  CaseList,
  CheckpointRow,
  Cutoffs,
  FunnelCounts,
  ListedCase,
  MeasuresReading,
  Period,
  Reader,
  StaffOfService,
  StageRow,
  UnassignedRow,
  WaitingCaseRow,
  WaitingRow,
} from '#libs/measures';
import type pg from 'pg';
import { staffOf } from '../staff.js';
import { standingFrom } from '../standing.js';
import { checkpoints } from './checkpoints.js';
import { funnel } from './funnel.js';
import { cases } from './lists.js';
import { stages, unassigned, unassignedCases, waiting, waitingCases } from './now.js';

export class PgMeasures implements MeasuresReading {
  constructor(
    private readonly pool: pg.Pool,
    private readonly cursors: Cursors,
  ) {}

  async settings(serviceId: Id): Promise<Settings> {
    const { rows } = await this.pool.query<{ settings: string }>('select settings::text from service where id = $1', [
      serviceId,
    ]);
    return settingsOf(rows[0]?.settings ?? '{}');
  }
  stages(serviceId: Id): Promise<StageRow[]> {
    return stages(this.pool, serviceId);
  }
  waiting(serviceId: Id, cutoffs: Cutoffs): Promise<WaitingRow[]> {
    return waiting(this.pool, serviceId, cutoffs);
  }
  waitingCases(reader: Reader, page: Page): Promise<Listed<WaitingCaseRow>> {
    return waitingCases(this.pool, this.cursors, reader, page);
  }
  unassigned(serviceId: Id): Promise<number> {
    return unassigned(this.pool, serviceId);
  }
  unassignedCases(reader: Reader, page: Page): Promise<Listed<UnassignedRow>> {
    return unassignedCases(this.pool, this.cursors, reader, page);
  }
  async staff(serviceId: Id): Promise<StaffOfService[]> {
    return (await staffOf(this.pool, serviceId)).map((row) => ({ row, standing: standingFrom(row) }));
  }
  funnel(serviceId: Id, period: Period): Promise<FunnelCounts> {
    return funnel(this.pool, serviceId, period);
  }
  checkpoints(serviceId: Id, period: Period): Promise<CheckpointRow[]> {
    return checkpoints(this.pool, serviceId, period);
  }
  cases(reader: Reader, list: CaseList, cutoffs: Cutoffs, page: Page): Promise<Listed<ListedCase>> {
    return cases(this.pool, this.cursors, reader, list, cutoffs, page);
  }
}
