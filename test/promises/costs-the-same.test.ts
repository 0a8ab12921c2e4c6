// Promise: no page, no list, no search and no command costs more with more cases. Every query of the schema in all its filters, and commands of whole cases, are asked of a service and of the same with ten times the cases, and PostgreSQL says what each statement read.
import { copiesOf } from '../growth/copies.js';
import { Costs } from '../growth/costs.js';
import { isExpected } from '../growth/may-grow.js';
import { nextPage, questions, type Question } from '../growth/questions.js';
import { askers, openGrowingService, type Asker, type GrowingService } from '../growth/service.js';
import { live } from '../scenario/measured-cases.js';

/** CASES=100000 compares more; `npm run test:deep` takes 20,000. */
const MANY = Number(process.env['CASES'] ?? 10_000);
const FEW = MANY / 10;
/** The same moment in every question: a question is known by its words. */
const NOW = new Date().toISOString();

let service: GrowingService;
const costs = new Costs();

beforeAll(async () => {
  service = await openGrowingService();
  const { pools, serviceId } = service.measured.service;
  const copies = await copiesOf(pools.plain, serviceId);
  const [all, few] = [await everyQuestion(false), await everyQuestion(true)];
  for (const cases of [FEW, MANY]) {
    await copies.until(cases);
    for (const who of askers) for (const question of who === 'manager' ? all : few) await ask(cases, who, question);
    await command(cases);
  }
  // The first statements of a connection also read the catalogue: what seems to have grown is asked a few times more.
  for (let times = 0; times < 20 && unexpected().length > 0; times++) {
    const again = new Set(unexpected().map(({ asked }) => asked));
    for (const who of askers)
      for (const question of all) if (again.has(nameOf(who, question))) await ask(MANY, who, question);
    if (again.has('commands')) await command(MANY);
  }
}, 600_000);
afterAll(() => service.close());

/** Every question there is; `few`: each filter with one value. */
async function everyQuestion(few: boolean): Promise<Question[]> {
  const document = '{ vocabulary { stages { name } conferenceSteps { name } suppliers { name } riskFlags { name } } }';
  const { body } = await service.ask('manager', document);
  const tables = (body.data?.['vocabulary'] ?? {}) as Record<string, { name: string }[]>;
  const names = Object.entries(tables).map(([table, rows]) => [table, rows.map(({ name }) => name)] as const);
  return questions(
    (place, type) => {
      const known = service.known[place.split('.').at(-1) ?? ''];
      if (known) return known;
      if (type === 'DateTime') return [NOW];
      if (type === 'Date') return [NOW.slice(0, 10)];
      return type === 'ID' ? (service.known['nothing'] ?? []) : ['x'];
    },
    Object.fromEntries(names),
    few,
  );
}

const unexpected = () => costs.grown(FEW, MANY).filter(({ line }) => !isExpected(line));

const nameOf = (who: Asker, { name }: Question): string => `${who}: ${name}`;

/** Asks once, and for the page after it where there is one. */
async function ask(cases: number, who: Asker, question: Question): Promise<void> {
  service.plans.taken();
  const { text } = await service.ask(who, question.query, question.variables);
  costs.add(cases, nameOf(who, question), service.plans.taken());
  const end = /"endCursor":"([^"]+)"/.exec(text)?.[1];
  const next = end === undefined || 'after' in question.variables ? null : nextPage(question, end);
  if (next) await ask(cases, who, next);
}

/** A case from its opening to its meeting, and one that exchanges letters: what each command reads and writes. */
async function command(cases: number): Promise<void> {
  const { measured } = service;
  service.plans.taken();
  await live(measured, await measured.open(), 'delivered', 'faceToFace', 1);
  await live(measured, await measured.open(), 'arranged', 'letter', 1);
  costs.add(cases, 'commands', service.plans.taken());
}

test('no statement of a page, a list, a search or a command reads more among ten times the cases', () => {
  expect(costs.compared).toBeGreaterThan(300);
  expect(unexpected().map(({ line }) => line.slice(0, 400))).toEqual([]);
});
