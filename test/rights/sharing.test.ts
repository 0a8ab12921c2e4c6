// R28, R71, R72: something goes to one named organisation, with consent, under an agreement in force, and stands in the register.
import { randomUUID } from 'node:crypto';
import { aCase } from '../scenario/a-case.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let organisationId: string;
let agreementId: string;
beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
}, 120_000);
afterAll(() => service.ends());

type Answer = { id?: string; problems?: string[] };
const says = async (who: string, verb: string, type: string, name: string, input: object): Promise<Answer> => {
  const query = `mutation ($key: String!, $input: ${type}!) { ${verb}(key: $key, ${name}: $input) {
    ... on DecisionRecorded { id } ... on DecisionRefused { problems } } }`;
  return (await service.ask<Record<string, Answer>>(who, query, { key: randomUUID(), input }))[verb] ?? {};
};
const records = (who: string, name: string) =>
  says(who, 'recordOrganisation', 'NewOrganisation', 'organisation', { name, regime: 'ukGdpr', role: 'controller' });
const agrees = (startsOn: string, endsOn: string) =>
  says('mona', 'recordSharingAgreement', 'NewSharingAgreement', 'agreement', {
    organisationId,
    reference: 'Folder 12',
    startsOn,
    endsOn,
  });
const share = { organisation: 'Victim Support', what: 'That she would like a call back', told: true };
const disclosures = async (who: string) =>
  (
    await service.ask<{ disclosures: { edges: { node: object }[] } }>(
      who,
      '{ disclosures { edges { node { personId organisation ground what told agreementId on by { name } } } } }',
    )
  ).disclosures.edges.map(({ node }) => node);
const today = () => service.clock.now().slice(0, 10);
const daysAfter = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);

test('an organisation has a name of its own: "partners" is nobody in particular', async () => {
  expect(await records('mona', 'our partners')).toEqual({
    problems: ['An organisation is named by its own name: "partners" or "agencies" is nobody in particular.'],
  });
  expect(await records('cora', 'Victim Support')).toEqual({ problems: ['This is not yours to do.'] });
  organisationId = (await records('mona', 'Victim Support')).id ?? '';
  expect(await records('mona', 'victim support')).toEqual({
    problems: ['An organisation of this name is recorded already.'],
  });
});

test('without an agreement nothing is shared, though she consented; the refusal says who can mend it', async () => {
  await theCase.yes(harriet, 'share', 'Victim Support');
  const tried = await theCase.by('grace').tries.shareInformation({ participantId: harriet.id, ...share });
  expect(tried.refused).toEqual([
    { rule: 'sharingAgreement', about: 'Victim Support', whoCanSupply: 'manager', since: null },
  ]);
  const elsewhere = { ...share, participantId: harriet.id, organisation: 'Crown Court' };
  expect((await theCase.by('grace').tries.shareInformation(elsewhere)).blockers).toEqual([
    `consent ${harriet.id}|share|-|Crown Court`,
    'sharingAgreement Crown Court',
  ]);
});

test('an agreement has dates that make sense and do not cover a day twice', async () => {
  expect((await agrees(daysAfter(9), daysAfter(8))).problems).toHaveLength(1);
  agreementId = (await agrees(today(), daysAfter(30))).id ?? '';
  expect((await agrees(daysAfter(30), daysAfter(60))).problems).toEqual([
    'Another agreement with this organisation covers some of these days: end it first.',
  ]);
});

test('under an agreement in force it is shared, and the register says what, to whom, on what ground, and whether she was told', async () => {
  await theCase.by('grace').shareInformation({ participantId: harriet.id, ...share });
  const row = {
    personId: harriet.personId,
    organisation: 'Victim Support',
    ground: 'consent',
    what: share.what,
    told: true,
    agreementId,
    on: today(),
    by: { name: 'grace' },
  };
  expect(await disclosures('mona')).toEqual([row]);
  expect(await disclosures('cora')).toEqual([row]);
});

test('what law or danger requires is recorded by those who answer for the service, and by nobody who facilitates', async () => {
  const disclosure = {
    caseId: theCase.id,
    personId: harriet.personId,
    organisation: 'Northfold Police',
    ground: 'seriousHarm',
    what: 'A threat that she reported',
    told: false,
    on: today(),
  };
  const record = (who: string, more: object = {}) =>
    says(who, 'recordDisclosure', 'NewDisclosure', 'disclosure', { ...disclosure, ...more });
  expect(await record('grace')).toEqual({ problems: ['This is not yours to do.'] });
  expect((await record('sade', { ground: 'consent' })).problems?.[0]).toMatch(/through their case/);
  expect((await record('sade', { organisation: 'agencies' })).problems?.[0]).toMatch(/nobody in particular/);
  expect((await record('sade', { personId: randomUUID() })).problems).toEqual([
    'This person takes no part in that case.',
  ]);
  service.clock.moves({ minutes: 1 });
  expect((await record('sade')).id).toBeDefined();
  expect(await disclosures('sade')).toContainEqual(
    expect.objectContaining({ organisation: 'Northfold Police', what: disclosure.what, told: false }),
  );
  const [kept] = await service.sql<{ what: Buffer }>('select what from disclosure');
  expect(kept?.what.toString('latin1')).not.toContain('threat');
});

test('the register is read page by page, the latest first: shares by consent and what the law required in one list', async () => {
  type Page = {
    disclosures: { edges: { cursor: string; node: { ground: string } }[]; pageInfo: { hasNextPage: boolean } };
  };
  const query = `query ($after: String) { disclosures(first: 1, after: $after) { edges { cursor node { ground } } pageInfo { hasNextPage } } }`;
  const first = (await service.ask<Page>('mona', query, {})).disclosures;
  expect(first).toMatchObject({ edges: [{ node: { ground: 'seriousHarm' } }], pageInfo: { hasNextPage: true } });
  const next = (await service.ask<Page>('mona', query, { after: first.edges[0]?.cursor })).disclosures;
  expect(next).toMatchObject({ edges: [{ node: { ground: 'consent' } }], pageInfo: { hasNextPage: false } });
});

test('nobody else reads the register: not a facilitator, not a participant', async () => {
  expect(await disclosures('grace')).toEqual([]);
  expect(await disclosures(await service.letsIn(harriet.personId))).toEqual([]);
});

test('the day after the agreement has expired nothing is shared, and the refusal says since when', async () => {
  service.clock.moves({ days: 31 });
  const tried = await theCase.by('grace').tries.shareInformation({ participantId: harriet.id, ...share });
  expect(tried.refused).toMatchObject([{ rule: 'sharingAgreement', whoCanSupply: 'manager' }]);
  expect(tried.refused[0]?.since?.slice(0, 10)).toBe(today());
  await agrees(today(), daysAfter(10));
  await theCase.by('grace').shareInformation({ participantId: harriet.id, ...share });
});

test('an agreement that is ended early ends that day', async () => {
  const { organisations } = await service.ask<{
    organisations: { inForce: boolean; agreements: { id: string }[] }[];
  }>('cora', '{ organisations { name inForce agreements { id } } }');
  expect(organisations[0]?.inForce).toBe(true);
  const query = `mutation ($key: String!, $id: ID!, $on: Date!) { endSharingAgreement(key: $key, agreementId: $id, on: $on) {
    ... on DecisionRecorded { id } ... on DecisionRefused { problems } } }`;
  const ending = { id: organisations[0]?.agreements[1]?.id, on: today() };
  await service.ask('mona', query, { key: randomUUID(), ...ending });
  service.clock.moves({ days: 1 });
  const tried = await theCase.by('grace').tries.shareInformation({ participantId: harriet.id, ...share });
  expect(tried.blockers).toEqual(['sharingAgreement Victim Support']);
});
