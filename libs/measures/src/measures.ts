// The figures of one service, for its coordinators, managers and safeguarding leads alone (R73 to R75).
import {
  checkpoints,
  closingReasons,
  doorways,
  type Actor,
  type Checkpoint,
  type ClosingReason,
  type Door,
  type Duty,
  type Facts,
  type Settings,
} from '#libs/case';
import { mayDo } from '#libs/permissions';
import { InvalidRequest, type Listed, type Page } from '#libs/database';
import { funnelSteps, spans, type FunnelStep, type Span } from './definitions.js';
import type {
  Candidate,
  CheckpointFigure,
  DeviationFigure,
  Count,
  Funnel,
  ListedCase,
  Period,
  Persons,
  StageFigure,
  UnassignedCase,
  WaitingCase,
  WaitingFigure,
  Workload,
} from './figures.js';
import { isPeriod, listNamed, nameOf } from './lists.js';
import type { FunnelCounts, MeasuresReading, Reader, StaffOfService } from './reading.js';
import { candidates, facilitates, workloadOf } from './staff.js';
import { cutoffs, limitNameOf, waitedSince } from './waiting.js';

/** Hands out figures to those who may see them. */
export class Measures {
  constructor(private readonly reading: MeasuresReading) {}

  /** The figures of the actor's service at an ISO instant; null for an actor who may not read them (`acts.readFigures`). */
  for(actor: Actor, at: string): ServiceMeasures | null {
    if (!mayDo(actor, 'readFigures')) return null;
    return new ServiceMeasures(this.reading, { id: actor.id, serviceId: actor.serviceId }, at);
  }

  /** What the actor carries; null when they are no facilitator. */
  async own(actor: Actor, at: string): Promise<Workload | null> {
    if (actor.kind !== 'staff') return null;
    await this.reading.settle(actor.serviceId);
    const [[mine], settings] = await Promise.all([
      this.reading.staff(actor.serviceId, actor.id),
      this.reading.settings(actor.serviceId),
    ]);
    return mine && facilitates(mine.row) ? workloadOf(mine.row, at, settings) : null;
  }
}

/** Figures of one service at one instant. What several figures need is read once. */
export class ServiceMeasures {
  private settled: Promise<void> | undefined;
  private settingsRead: Promise<Settings> | undefined;
  private staffRead: Promise<StaffOfService[]> | undefined;

  constructor(
    private readonly reading: MeasuresReading,
    private readonly reader: Reader,
    readonly at: string,
  ) {}

  /** What is kept for figures, no older than this question. */
  private async kept(): Promise<MeasuresReading> {
    await (this.settled ??= this.reading.settle(this.reader.serviceId));
    return this.reading;
  }
  private settings(): Promise<Settings> {
    return (this.settingsRead ??= this.reading.settings(this.reader.serviceId));
  }
  private staff(): Promise<StaffOfService[]> {
    return (this.staffRead ??= this.kept().then((kept) => kept.staff(this.reader.serviceId)));
  }

  async stages(): Promise<StageFigure[]> {
    const rows = await (await this.kept()).stages(this.reader.serviceId);
    return rows.map((row) => ({
      measure: 'stages',
      ...row,
      list: nameOf({ of: 'stage', stage: row.stage, step: row.step }),
    }));
  }

  async openCases(): Promise<Count> {
    const open = (await (await this.kept()).stages(this.reader.serviceId)).filter(({ stage }) => stage !== 'closed');
    return {
      measure: 'openCases',
      count: open.reduce((sum, { count }) => sum + count, 0),
      list: nameOf({ of: 'open' }),
    };
  }

  /** Most cases first. */
  async waiting(): Promise<WaitingFigure[]> {
    const over = cutoffs(await this.settings(), this.at);
    const rows = await (await this.kept()).waiting(this.reader.serviceId, over);
    return rows.map(({ over: count, ...row }) => {
      const list = (only: boolean): string =>
        nameOf({ of: 'waiting', waitingOn: row.waitingOn, rule: row.rule, over: only });
      return {
        measure: 'waiting',
        ...row,
        list: list(false),
        over: { measure: 'waitingOver', count, list: list(true) },
      };
    });
  }

  /** Longest waiting first. */
  async waitingCases(page: Page): Promise<Listed<WaitingCase>> {
    const settings = await this.settings();
    const { rows, ...rest } = await (await this.kept()).waitingCases(this.reader, page);
    const judged = rows.map(({ row: { nobodyTried, ...row }, cursor }) => {
      const limitName = limitNameOf({ nobodyTried });
      const [waited, limit] = [waitedSince(row.since, this.at), settings[limitName]];
      return { row: { ...row, waited, limit, limitName, over: waited > limit }, cursor };
    });
    return { ...rest, rows: judged };
  }

  async unassigned(): Promise<Count> {
    return {
      measure: 'unassigned',
      count: await (await this.kept()).unassigned(this.reader.serviceId),
      list: nameOf({ of: 'unassigned' }),
    };
  }

  /** Oldest first, each with every facilitator of the service. */
  async unassignedCases(page: Page): Promise<Listed<UnassignedCase>> {
    const [settings, staff, { rows, ...rest }] = await Promise.all([
      this.settings(),
      this.staff(),
      this.kept().then((kept) => kept.unassignedCases(this.reader, page)),
    ]);
    const standings = staff.filter(({ row }) => facilitates(row)).map(({ standing }) => standing);
    const judged = rows.map(({ row: { facts, ...row }, cursor }) => ({
      row: { ...row, candidates: candidates(standings, facts, this.at, settings) },
      cursor,
    }));
    return { ...rest, rows: judged };
  }

  /** Every facilitator of the service against one case and a duty: those who could take it first. */
  async candidatesFor(facts: Facts, duty: Duty): Promise<Candidate[]> {
    const [settings, staff] = await Promise.all([this.settings(), this.staff()]);
    const standings = staff.filter(({ row }) => facilitates(row)).map(({ standing }) => standing);
    return candidates(standings, facts, this.at, settings, duty);
  }

  /** Most points first. */
  async workloads(): Promise<Workload[]> {
    const [settings, staff] = await Promise.all([this.settings(), this.staff()]);
    const loads = staff.filter(({ row }) => facilitates(row)).map(({ row }) => workloadOf(row, this.at, settings));
    return loads.toSorted((a, b) => b.points - a.points || (a.staffId < b.staffId ? -1 : 1));
  }

  /** Cases referred in the period, wherever they are now. Throws BAD_COMMAND when the days are no period. */
  async funnel(period: Period): Promise<Funnel> {
    return funnelOf(period, await (await this.kept()).funnel(this.reader.serviceId, sound(period)));
  }

  /** Every checkpoint there is, also those never asked. Throws BAD_COMMAND when the days are no period. */
  async checkpoints(period: Period): Promise<CheckpointFigure[]> {
    const counted = new Map(
      (await (await this.kept()).checkpoints(this.reader.serviceId, sound(period))).map((row) => [row.checkpoint, row]),
    );
    return (Object.keys(checkpoints) as Checkpoint[]).map((checkpoint) => {
      const list = (outcome: 'passed' | 'refused'): string => nameOf({ of: 'checkpoint', checkpoint, outcome, period });
      const { passed, refused } = counted.get(checkpoint) ?? { passed: 0, refused: 0 };
      return {
        checkpoint,
        passed: { measure: 'checkpointPassed', count: passed, list: list('passed') },
        refused: { measure: 'checkpointRefused', count: refused, list: list('refused') },
      };
    });
  }

  /** Every door that something went through while it was shut, in the order of the practice. Throws BAD_COMMAND when the days are no period. */
  async deviations(period: Period): Promise<DeviationFigure[]> {
    const rows = await (await this.kept()).deviations(this.reader.serviceId, sound(period));
    const counted = new Map(rows.map((row) => [row.door, row]));
    return (Object.keys(doorways) as Door[]).flatMap((door) => {
      const row = counted.get(door);
      if (!row) return [];
      const list = (which: 'all' | 'unreviewed'): string => nameOf({ of: 'deviation', door, which, period });
      return [
        {
          door,
          recorded: { measure: 'deviations', count: row.recorded, list: list('all') },
          unreviewed: { measure: 'deviationsUnreviewed', count: row.unreviewed, list: list('unreviewed') },
        },
      ];
    });
  }

  /** The cases behind a figure, by the name of its list; null when there is no such list. */
  async cases(name: string, page: Page): Promise<Listed<ListedCase> | null> {
    const list = listNamed(name);
    if (!list) return null;
    const [kept, settings] = await Promise.all([this.kept(), this.settings()]);
    return kept.cases(this.reader, list, cutoffs(settings, this.at), page);
  }
}

function sound(period: Period): Period {
  if (!isPeriod(period)) throw new InvalidRequest('BAD_COMMAND', 'A period has a first and a last day, in this order');
  return period;
}

const nobody: Persons = { count: 0, known: 0, of: 0 };
function funnelOf(period: Period, counts: FunnelCounts): Funnel {
  const steps = new Map(counts.steps.map((row) => [row.step, row]));
  const medians = new Map(counts.spans.map((row) => [row.span, row]));
  return {
    period,
    steps: (Object.keys(funnelSteps) as FunnelStep[]).map((step) => {
      const { cases, harmed, responsible } = steps.get(step) ?? { cases: 0, harmed: nobody, responsible: nobody };
      return { measure: step, step, count: cases, harmed, responsible, list: nameOf({ of: 'funnel', step, period }) };
    }),
    medians: (Object.keys(spans) as Span[]).map((span) => {
      const { days, known, of } = medians.get(span) ?? { days: null, known: 0, of: 0 };
      return { measure: span, days, known, of, list: nameOf({ of: 'span', span, period }) };
    }),
    losses: counts.losses
      .filter((row): row is typeof row & { reason: ClosingReason } => Object.hasOwn(closingReasons, row.reason))
      .map(({ after, reason, cases }) => ({
        measure: 'lost',
        after,
        reason,
        count: cases,
        list: nameOf({ of: 'lost', after, reason, period }),
      })),
  };
}
