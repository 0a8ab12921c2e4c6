// The pages whose cost must not grow with the number of cases: who asks, for what, and how long it may take alone.
import { commonName, rareName } from './fill/people.js';
import type { Filled } from './chosen.js';
import type { Seeded } from './fill/fill.js';
import { body, caseloadBy, figure, notices, oneCase, ownCases, people, tasks } from './documents.js';

export const readers = ['manager', 'facilitator', 'safeguardingLead', 'participant'] as const;
export type Reader = (typeof readers)[number];

export interface Page {
  readonly name: string;
  readonly reader: Reader;
  /** The body of the request; `{case}` stands for another case each time. */
  readonly body: string;
  /** What every good answer contains. */
  readonly expect: string;
  /** Milliseconds it may take alone in the large database, its median (issue 7). */
  readonly most: number;
  /** Milliseconds of which PostgreSQL may take, where that is limited. */
  readonly databaseMost?: number;
}

const most = { case: 8, caseload: 20, own: 8, list: 8, filter: 20, funnel: 60, figure: 50 } as const;
const names: Readonly<Record<Reader, string>> = {
  manager: 'manager',
  facilitator: 'facilitator',
  safeguardingLead: 'safeguarding lead',
  participant: 'participant',
};

/** Every page, in the order of the table. `today` is a day, YYYY-MM-DD. */
export function pagesFor(seeded: Seeded, today: string): Page[] {
  const period = { from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`.replace('-02-29', '-02-28'), to: today };
  const page = (reader: Reader, name: string, document: string, expect: string, limit: number): Page => ({
    reader,
    name: `${names[reader]}: ${name}`,
    body: document,
    expect,
    most: limit,
  });
  const staff = (['manager', 'facilitator', 'safeguardingLead'] as const).flatMap((reader) => [
    { ...page(reader, 'caseload', caseloadBy({}), '"blockers"', most.caseload), databaseMost: 5 },
    page(reader, 'one case', oneCase, '"participants"', most.case),
    page(reader, 'tasks', tasks({}), '"tasks"', most.list),
    page(reader, 'own tasks', tasks({ mine: true }), '"tasks"', most.list),
    page(reader, 'tasks done', tasks({ open: false }), '"doneAt"', most.list),
    page(reader, 'notices', notices({}), '"template"', most.list),
    page(reader, 'notices that wait', notices({ waiting: true }), '"notices"', most.list),
  ]);
  const filters: Record<string, object> = {
    stage: { stage: ['preparation'] },
    step: { step: ['booked'] },
    'waiting for': { waitingOn: ['coordinator'] },
    'led by': { leadId: seeded.facilitator },
    unassigned: { unassigned: true },
    'open concern': { openConcern: true },
    sensitive: { sensitive: true },
    flag: { flag: 'hate' },
    closed: { closed: true },
    'still open': { closed: false },
    reference: { reference: 'BENCH-77' },
    area: { areaId: seeded.areaId },
  };
  const sorts: Record<string, object> = {
    'latest opened': { by: 'openedAt', descending: true },
    'latest changed': { by: 'updatedAt', descending: true },
  };
  const manager = (name: string, document: string, expect: string, limit: number) =>
    page('manager', name, document, expect, limit);
  const lists = [
    'open',
    'stage/preparation/-',
    `workload/${seeded.facilitator}`,
    `funnel/contacted/${period.from}/${period.to}`,
    `lost/referred/noReply/${period.from}/${period.to}`,
    `checkpoint/referral/passed/${period.from}/${period.to}`,
  ];
  return [
    ...staff,
    page('facilitator', 'cases of mine', caseloadBy({ filter: { mine: true } }), '"blockers"', most.filter),
    page('facilitator', 'own workload', figure('own'), '"points"', most.figure),
    page('participant', 'myCases', ownCases, '"participantId"', most.own),
    ...Object.entries(filters).map(([name, filter]) =>
      manager(`caseload, ${name}`, caseloadBy({ filter }), '"edges"', most.filter),
    ),
    ...Object.entries(sorts).map(([name, sort]) =>
      manager(`caseload, ${name}`, caseloadBy({ sort }), '"blockers"', most.filter),
    ),
    // Names are drawn by ids, which are random: among few people a search may find none.
    manager('people, a common name', people({ search: commonName, side: 'harmed' }), '"people"', most.filter),
    manager('people, a full name', people({ search: rareName, side: 'harmed' }), '"people"', most.filter),
    page('safeguardingLead', 'people on all sides', people({ search: commonName }), '"people"', most.filter),
    manager('funnel of a year', figure('funnel', period), '"losses"', most.funnel),
    manager('stages', figure('stages'), '"stages"', most.figure),
    manager('what waits', figure('waiting'), '"waiting"', most.figure),
    manager('cases that wait', figure('waitingCases'), '"waitingOn"', most.figure),
    manager('unassigned', figure('unassigned'), '"unassigned"', most.figure),
    manager('workloads', figure('workloads'), '"points"', most.figure),
    manager('checkpoints of a year', figure('checkpoints', period), '"refused"', most.figure),
    ...lists.map((list) =>
      manager(`list ${list.split('/').slice(0, 1).join('')}`, figure('cases', { list }), '"edges"', most.filter),
    ),
    manager(
      'who looked',
      body(
        'query Looked($id: ID!) { whoLooked(caseId: $id) { edges { node { seq at by { id name } kind purpose } } } }',
        { id: '{case}' },
      ),
      '"edges"',
      most.filter,
    ),
    manager(
      'unusual reading',
      figure('unusual', { from: monthBefore(today), to: today }),
      '"unusualReading"',
      most.figure,
    ),
    manager('staff', body('{ staff { id name roles points openCases } }', {}), '"staff"', most.figure),
  ];
}

const monthBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 30 * 86_400_000).toISOString().slice(0, 10);

/** The cases a page may be asked for: a facilitator's own, anybody else's from the whole service. */
export const casesOf = (filled: Filled, { reader }: Page): readonly string[] =>
  reader === 'facilitator' ? filled.ownCases : filled.cases;
