// Who looked (R68), over HTTP: whatever the schema shows of people and cases leaves a record with the right purpose, whoever asks.
import { randomUUID } from 'node:crypto';
import { buildSchema } from 'graphql';
import type { Id } from '#libs/case';
import { readKinds, readPurposes, recordRead, unusualReasons } from '#libs/access-log';
import { readSdl } from '../../apps/api/src/server/graphql/schema-files.js';
import { openPools, scoped, serviceScope } from '#libs/database';
import { verbs } from '../../apps/api/src/commands/index.js';
import { aCase } from '../scenario/a-case.js';
import { changesAbout, type Changes } from '../scenario/changes-outside-events.js';
import { inputOf, sample } from '../harness/api/sample-commands.js';
import type { Someone, StoryCase } from '../scenario/story-case.js';
import type { Colleague } from '../scenario/colleagues.js';
import { startRunningService, type RunningService } from '../harness/api/running-service.js';

interface Entry {
  seq: number;
  kind: string;
  operation: string;
  purpose: string;
  case_ids: Id[];
  person_ids: Id[];
}
let service: RunningService;
let theCase: StoryCase;
let harriet: Someone;
let documents: Record<string, string>;
let changes: Changes;

/** Fields of Query that tell of nobody the service works for. */
const ofNobody: Record<string, string> = {
  me: 'oneself',
  consentTexts: 'texts, not who agreed to them',
  consentTextsInForce: 'texts, not who agreed to them',
  ownWorkload: "numbers of one's own",
  unusualReading: 'counts and colleagues; the reads behind them are unusualReads',
  recordClasses: 'periods',
  referralFile: 'counts of rows; the file that goes back is recorded as an export by itself',
  referralFiles: 'counts of rows',
  referralMappings: 'columns and words',
  referralMappingFields: 'words',
  retentionDryRun: 'counts and dates',
  retentionProposal: 'counts and dates',
  retentionRuns: 'counts and dates',
  organisations: 'bodies, not persons',
  service: 'the service',
  selfReferral: 'one’s own, by who has the code',
  supportService: 'bodies, not persons',
  keptSupportServices: 'bodies, not persons',
  supportServices: 'bodies, not persons',
  supportTopics: 'words',
  staff: 'colleagues',
  vocabulary: 'words',
};
/** Fields of Mutation that tell of nobody the service works for, and those that read for their caller alone. */
const changesOfNobody: Record<string, string> = {
  ping: 'the clock',
  signInStaff: 'a colleague',
  redeemInvitation: 'a visitor, who is shown nothing',
  redeemCode: 'a visitor, who is shown nothing',
  beginSelfReferral: 'one’s own, by who has the code',
  resumeSelfReferral: 'one’s own, by who has the code',
  saveSelfReferral: 'one’s own, by who has the code',
  leaveSelfReferral: 'one’s own, by who has the code',
  sendSelfReferral: 'one’s own, by who has the code',
  declareConnection: 'nobody: the answer is the same whether or not there is anybody',
  signOut: 'oneself',
  endSession: 'oneself',
  takeCall: 'a case that was not there, and is told of by its journal',
  saveReferralMapping: 'columns and words',
  takeReferrals: 'a file; newcomers are compared in the background, and that is recorded there',
  openCase: 'a case that was not there, and is told of by its journal',
  publishConsentText: 'words',
  setRecordClass: 'periods',
  proposeRetention: 'what is due, by id',
  approveRetention: 'a list, by its digest',
  recordOrganisation: 'bodies, not persons',
  recordSharingAgreement: 'bodies, not persons',
  endSharingAgreement: 'bodies, not persons',
  recordSupportService: 'bodies, not persons',
  takeSupportServices: 'bodies, not persons',
  checkSupportService: 'bodies, not persons',
  removeSupportService: 'bodies, not persons',
  stopOwnPart: 'one’s own part, by events of the case',
  sayNotSafe: 'one’s own part, by an event of the case',
  recordTogether: 'events of a case, judged and recorded as each alone is',
};
const schema = buildSchema(readSdl());
const why: Partial<Record<Colleague, string>> = {
  grace: 'leads',
  sade: 'safeguarding',
  mona: 'management',
  cora: 'coordination',
  ivo: 'none',
};

beforeAll(async () => {
  service = await startRunningService();
  theCase = await aCase(service).suitable().begins();
  harriet = await theCase.the('harmed');
  const { id } = theCase;
  const page = (node: string) => `{ edges { node { ${node} } } }`;
  documents = {
    case: `{ case(id: "${id}") { stage participants { name } } }`,
    caseload: `{ caseload ${page('id participants { name }')} }`,
    preview: `{ preview(caseId: "${id}", event: { completePreparation: {} }) { happens blockers { words } } }`,
    consentAsShown: `{ consentAsShown(caseId: "${id}", participantId: "${harriet.id}", purpose: "contact") { participantId } }`,
    measures: `{ measures { cases(list: "open") ${page('id')} } }`,
    people: `query ($search: Words!) { people(search: $search) ${page('id name cases { caseId }')} }`,
    personSuggestions: `{ personSuggestions(caseId: "${id}") ${page('id persons { id name }')} }`,
    whoLooked: `{ whoLooked(caseId: "${id}", first: 1) ${page('at by { id name }')} }`,
    unusualReads: `{ unusualReads(reason: noAccess, staffId: "${service.colleagues.ivo.id}", from: "2026-11-01", to: "2026-12-31") ${page('at')} }`,
    emergencies: `{ emergencies ${page('caseId reason')} }`,
    subjectRequests: '{ subjectRequests { edges { node { personId } } } }',
    subjectReview: `{ subjectReview(requestId: "${randomUUID()}") { __typename } }`,
    legalHolds: '{ legalHolds { edges { node { caseId personId } } } }',
    disclosures: `{ disclosures(caseId: "${id}") { edges { node { personId } } } }`,
    notices: `{ notices ${page('recipientId template')} }`,
    tasks: `{ tasks ${page('caseId task')} }`,
    drafts: '{ drafts { caseId reference } }',
    draft: `{ draft(place: { caseId: "${id}", form: "attempt-contact" }) { keptAt } }`,
    invitations: `{ invitations(caseId: "${id}") { __typename } }`,
    myCases: '{ myCases { stage appropriateAdult } }',
  };
  changes = changesAbout(service, { caseId: id, harmed: harriet, responsible: await theCase.the('responsible') });
}, 180_000);
afterAll(() => service.ends());

const lastSeq = async () =>
  (await service.sql<{ seq: number }>('select coalesce(max(seq), 0) as seq from read_record'))[0]?.seq ?? 0;
async function asked(subject: string, query: string): Promise<{ data: unknown; entries: Entry[] }> {
  const before = await lastSeq();
  const data = await service.ask(subject, query, { search: 'Ross', why: 'Because' }).catch(() => null);
  const entries = await service.sql<Entry>(
    'select seq, kind, operation, purpose, case_ids, person_ids from read_record where seq > $1 order by seq',
    before,
  );
  return { data, entries };
}
/** Whether an answer holds anything at all. */
const tells = (data: unknown): boolean =>
  data !== null && data !== undefined && (typeof data !== 'object' || Object.values(data).some(tells));

test('every field of Query is asked here, or tells of nobody', () => {
  const fields = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(Object.keys({ ...documents, ...ofNobody }).toSorted()).toEqual(fields.toSorted());
});

test('every field of Mutation is asked here, is an event of a case, or tells of nobody', () => {
  const fields = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(Object.keys({ ...changes, ...changesOfNobody, ...verbs }).toSorted()).toEqual(fields.toSorted());
});

test('whatever is done about a case or a person outside its events is recorded, in the name of who did it', async () => {
  const silent: unknown[] = [];
  for (const [field, [who, query]] of Object.entries(changes)) {
    const { data, entries } = await asked(who, await query());
    const told = entries.filter(
      ({ operation, case_ids, person_ids }) => operation === field && case_ids.length + person_ids.length > 0,
    );
    if (told.length === 0) silent.push([field, data]);
  }
  expect(silent).toEqual([]);
}, 60_000);

test('an event that a case refuses is recorded, and one that it takes stands in its journal', async () => {
  const silent: unknown[] = [];
  const entriesOf = async () =>
    (await service.sql<{ n: number }>('select count(*)::int as n from journal where case_id = $1', theCase.id))[0]?.n;
  for (const verb of Object.keys(verbs)) {
    const event = sample(verb, { participantId: harriet.id, staffId: service.colleagues.grace.id });
    const input = event === null ? '' : `, $event: ${inputOf(verb)}!`;
    const query = `mutation ($command: Command!${input}) { ${verb}(command: $command${event === null ? '' : ', event: $event'}) { __typename } }`;
    const written = await entriesOf();
    const before = await lastSeq();
    const command = { caseId: theCase.id, key: randomUUID() };
    await service.ask('sade', query, { command, event }).catch(() => null);
    if ((await entriesOf()) === written && (await lastSeq()) === before) silent.push(verb);
  }
  expect(silent).toEqual([]);
}, 60_000);

test('what is read in a session that somebody helped to open names the helper beside the person', async () => {
  const helper = service.colleagues.cora.id;
  const pools = openPools(service.databaseUrl, { hot: 1, plain: 1 });
  const rows = scoped(pools.plain).as(serviceScope(service.colleagues.cora.serviceId));
  const at = new Date().toISOString();
  await recordRead(rows, {
    by: harriet.personId,
    at,
    kind: 'read',
    operation: 'myCases',
    cases: [theCase.id],
    assistedBy: helper,
  });
  await pools.end();
  const looked = `{ whoLooked(caseId: "${theCase.id}", first: 1) { edges { node { purpose by { id } assistedBy { id } } } } }`;
  expect(await service.ask('mona', looked)).toEqual({
    whoLooked: { edges: [{ node: { purpose: 'ownPart', by: { id: harriet.personId }, assistedBy: { id: helper } } }] },
  });
});

test('the schema has the words of the record', () => {
  const names = (type: string) => {
    const found = schema.getType(type);
    return found && 'getValues' in found
      ? found
          .getValues()
          .map(({ name }) => name)
          .toSorted()
      : [];
  };
  expect(names('ReadKind')).toEqual(Object.keys(readKinds).toSorted());
  expect(names('ReadPurpose')).toEqual(Object.keys(readPurposes).toSorted());
  expect(names('UnusualReason')).toEqual(Object.keys(unusualReasons).toSorted());
});

test('whoever asks for whatever: an answer that tells something is recorded under its name, for why they may', async () => {
  const wrong: unknown[] = [];
  for (const [field, query] of Object.entries(documents))
    for (const [who, purpose] of Object.entries(why)) {
      const { data, entries } = await asked(who, query);
      const told = tells(data);
      if (told && (who === 'ivo' || entries.length === 0)) wrong.push([field, who, 'told without a record', data]);
      for (const entry of entries)
        if (entry.operation !== field || ![purpose, ...(told ? [] : ['none'])].includes(entry.purpose))
          wrong.push([field, who, entry]);
    }
  expect(wrong).toEqual([]);
}, 60_000);

test("a participant's own part is theirs, and asking for any other is recorded as asking in vain", async () => {
  const subject = await service.letsIn(harriet.personId);
  const own = await asked(subject, documents['myCases'] ?? '');
  expect(own.entries).toMatchObject([
    { kind: 'read', operation: 'myCases', purpose: 'ownPart', case_ids: [theCase.id] },
  ]);
  const other = await asked(subject, documents['case'] ?? '');
  expect([other.data, other.entries[0]?.purpose]).toEqual([{ case: null }, 'none']);
});

test('a person who was looked for by name is recorded as found, and the name is nowhere in the record', async () => {
  const { data, entries } = await asked('sade', documents['people'] ?? '');
  const { people } = data as { people: { edges: { node: { id: Id } }[] } };
  expect(entries).toMatchObject([{ kind: 'search', operation: 'people', purpose: 'safeguarding' }]);
  expect(entries[0]?.person_ids).toEqual(people.edges.map(({ node }) => node.id).toSorted());
  const [row] = await service.sql<{ text: string }>(`select string_agg(r::text, ' ') as text from read_record r`);
  expect(row?.text).not.toMatch(/ross/i);
});
