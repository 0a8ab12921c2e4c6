// The case page offers exactly the open doors of its reader, in every state that a case can be in.
import { conferenceSteps, stages } from '#libs/case';
import { commandFor } from '../../apps/web/src/command-form/supplied-by.js';
import { formFor } from '../../apps/web/src/areas/staff/forms-of-commands.js';
import { aCase, agreeToPrepare, book, findSuitable, makeReady, meet, prepareFor } from '../scenario/a-case.js';
import type { Colleague } from '../scenario/colleagues.js';
import type { StoryCase } from '../scenario/story-case.js';
import { startServiceWithPages, type Desk, type ServiceWithPages } from '../harness/web/service-with-pages.js';

/** Who leads the case, who has nothing to do with it, and those who answer for the service. */
const readers = ['grace', 'ivo', 'sade', 'mona', 'cora'] as const satisfies readonly Colleague[];

let pages: ServiceWithPages;
const desks = new Map<Colleague, Desk>();
const seen = new Set<string>();
beforeAll(async () => {
  pages = await startServiceWithPages();
  for (const who of readers) desks.set(who, pages.desk(who));
}, 120_000);
afterAll(() => pages.ends());

interface Door {
  event: string;
  processId: string | null;
  open: boolean;
  yours: boolean;
}
/** The doors that the API says are open to this reader and have a form, as the beginnings of addresses. */
async function openTo(who: Colleague, caseId: string): Promise<string[] | null> {
  const query = 'query ($id: ID!) { case(id: $id) { doors { event processId open yours } } }';
  const { case: found } = await pages.service.ask<{ case: { doors: Door[] } | null }>(who, query, { id: caseId });
  if (!found) return null;
  const open = found.doors.filter((door) => door.open && door.yours);
  const addresses = open.flatMap(({ event, processId }) => {
    const form = formFor(commandFor(event));
    const process = processId === null ? '' : `/processes/${processId}`;
    return form ? [`/cases/${caseId}${process}/do/${form.address}`] : [];
  });
  return [...new Set(addresses)].toSorted();
}
/** The forms that the page leads to below its head, without whom they are about; where a blocker is supplied is another matter. */
async function offeredTo(who: Colleague, caseId: string): Promise<string[] | null> {
  const desk = desks.get(who);
  await desk?.open(`/cases/${caseId}`);
  if (!desk || desk.status === 404) return null;
  const main = desk.html.slice(desk.html.indexOf('<main'));
  const below = main.slice(main.indexOf('<h2')).replaceAll(/<p class="concord-blocker__go">[^]*?<\/p>/g, '');
  const forms = [...below.matchAll(/<a [^>]*href="(\/cases\/[^"]*\/do\/[\w-]+)/g)].map(([, href = '']) => href);
  return [...new Set(forms)].toSorted();
}
async function offersWhatIsOpen(theCase: StoryCase): Promise<void> {
  const state = await theCase.stage();
  seen.add(state);
  for (const who of readers) {
    const open = await openTo(who, theCase.id);
    expect([state, who, await offeredTo(who, theCase.id)]).toEqual([state, who, open]);
  }
}

test('a meeting: from suitability to the closed case, paused and frozen', async () => {
  const { service } = pages;
  const theCase = await aCase(service).begins();
  await offersWhatIsOpen(theCase);
  for (const step of [findSuitable, agreeToPrepare, prepareFor('faceToFace'), book, makeReady, meet]) {
    await step(theCase, service);
    await offersWhatIsOpen(theCase);
  }
  await theCase.by('grace').pauseSession({ byRole: 'harmed', reason: 'distress', safetyStep: 'Each apart' });
  await offersWhatIsOpen(theCase);
  await theCase.by('grace').endConference({ how: 'partly', aftercare: 'Each was seen home' });
  await offersWhatIsOpen(theCase);
  await theCase.by('grace').raiseConcern({ text: 'They were followed home' });
  await offersWhatIsOpen(theCase);
  await theCase.clearTheWay('closeCase');
  await theCase.by('grace').closeCase({ reason: 'delivered', side: 'withheld' });
  await offersWhatIsOpen(theCase);
});

test('a letter: what may pass between the sides, and the process that has ended', async () => {
  const { service } = pages;
  const theCase = await aCase(service).prepared('letter').begins();
  await offersWhatIsOpen(theCase);
  await theCase.by('grace').endProcess({ reason: 'withdrawn', side: 'withheld' });
  await offersWhatIsOpen(theCase);
});

test('these were all the states that there are', () => {
  const steps = Object.keys(conferenceSteps).map((step) => `conference, ${step}`);
  const others = Object.keys(stages).filter((stage) => stage !== 'conference');
  expect([...seen].toSorted()).toEqual([...others, ...steps, 'closed'].toSorted());
});
