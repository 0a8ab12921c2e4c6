// Who may do what outside a case, as the practice and the descriptions of the schema have it: read it from the left.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import type { Actor, StaffRole } from '#libs/case';
import { root } from '#libs/config';
import { acts, mayDo, type Act } from './acts.js';

const columns = ['facilitator', 'coordinator', 'manager', 'safeguardingLead', 'participant', 'program'] as const;

// One line an act: who may, in the order of the columns above. Written by hand from schema/*.graphql and practice.md.
const page = `
                                        facil.  coord.  manager  safeg.  partic.  program
  readStaffList                         -       yes     yes      yes     -        -
  readFigures                           -       yes     yes      yes     -        -
  takeReferrals                         -       yes     yes      -       -        -
  mapReferrals                          -       yes     yes      -       -        -
  editDirectory                         -       yes     yes      -       -        -
  takeCall                              yes     yes     yes      yes     -        -
  declareConnection                     yes     yes     yes      yes     -        -
  searchPeople                          -       yes     yes      yes     -        -
  searchPeopleOnAllSides                -       -       -        yes     -        -
  readSuggestions                       -       yes     yes      yes     -        -
  decideSuggestions                     -       yes     yes      yes     -        -
  decideAcrossSides                     -       -       -        yes     -        -
  changePerson                          -       yes     yes      -       -        -
  changePersonOfLedCase                 yes     -       -        -       -        -
  erasePerson                           -       -       yes      -       -        -
  readAccessLog                         -       -       yes      yes     -        -
  openInEmergency                       yes     yes     yes      yes     -        -
  readEmergencies                       -       -       yes      yes     -        -
  acknowledgeEmergency                  -       -       yes      yes     -        -
  endEmergencyOfOthers                  -       -       yes      yes     -        -
  readConsentTexts                      yes     yes     yes      yes     -        -
  publishConsentText                    -       -       yes      -       -        -
  readRecordClasses                     yes     yes     yes      yes     -        -
  setRecordClass                        -       -       yes      -       -        -
  readHolds                             -       -       yes      yes     -        -
  placeHold                             -       -       yes      yes     -        -
  liftHold                              -       -       yes      yes     -        -
  readRetention                         -       -       yes      -       -        yes
  proposeRetention                      -       -       yes      -       -        -
  approveRetention                      -       -       yes      -       -        -
  runRetention                          -       -       -        -       -        yes
  readOrganisations                     yes     yes     yes      yes     -        -
  recordOrganisation                    -       -       yes      -       -        -
  readDisclosures                       -       yes     yes      yes     -        -
  recordDisclosure                      -       -       yes      yes     -        -
  readSubjectRequests                   -       yes     yes      yes     -        -
  receiveSubjectRequest                 -       yes     yes      -       -        -
  reviewForSubjectRequest               -       -       yes      yes     -        -
  reviewSafeguardingForSubjectRequest   -       -       -        yes     -        -
  answerSubjectRequest                  -       -       yes      -       -        -
`;
const lines = page
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/));
const expected = new Map(lines.map(([act, ...cells]) => [act as Act, cells]));

const serviceId = 'a0000000-0000-4000-8000-00000000000a';
const id = 'b0000000-0000-4000-8000-00000000000b';
const staff = (...roles: StaffRole[]): Actor => ({ kind: 'staff', id, serviceId, roles });
const actorOf = (column: (typeof columns)[number]): Actor => {
  if (column === 'participant') return { kind: 'participant', id, serviceId };
  return column === 'program' ? { kind: 'clock', id: 'clock', serviceId } : staff(column);
};

test('every act has its line on the page, and every line its act', () => {
  expect([...expected.keys()]).toEqual(Object.keys(acts));
});

test.each(lines)('%s is for those whom the page names, and for no other role', (act, ...cells) => {
  const may = columns.map((column) => (mayDo(actorOf(column), act as never) ? 'yes' : '-'));
  expect(may).toEqual(cells);
});

test.each(lines)('%s: staff without a role may not', (act) => {
  expect(mayDo(staff(), act as never)).toBe(false);
});

test('staff who hold two roles may do what either may', () => {
  for (const [act, [facilitator, coordinator]] of expected)
    expect([act, mayDo(staff('facilitator', 'coordinator'), act as never)]).toEqual([
      act,
      facilitator === 'yes' || coordinator === 'yes',
    ]);
});

/** What the schema tells a client about the questions behind an act: the audience of each is the line of the page. */
const questions: Partial<Record<Act, readonly string[]>> = {
  readStaffList: ['staff'],
  readFigures: ['measures'],
  searchPeople: ['people'],
  readSuggestions: ['personSuggestions'],
  readAccessLog: ['whoLooked', 'unusualReading', 'unusualReads'],
  readEmergencies: ['emergencies'],
  readHolds: ['legalHolds'],
  readRetention: ['retentionDryRun', 'retentionProposal', 'retentionRuns'],
  readDisclosures: ['disclosures'],
  readSubjectRequests: ['subjectRequests'],
  reviewForSubjectRequest: ['subjectReview'],
};

const files = readdirSync(join(root, 'schema')).filter((name) => name.endsWith('.graphql'));
const queries = files
  .flatMap((name) => parse(readFileSync(join(root, 'schema', name), 'utf8')).definitions)
  .flatMap((part) =>
    part.kind === Kind.OBJECT_TYPE_EXTENSION && part.name.value === 'Query' ? (part.fields ?? []) : [],
  );

test.each(Object.entries(questions))('%s: the schema gives its questions the same audience', (act, fields) => {
  const named = columns.slice(0, 4).filter((_, place) => expected.get(act as Act)?.[place] === 'yes');
  for (const field of fields) {
    const question = queries.find(({ name }) => name.value === field);
    const of = question?.directives?.find(({ name }) => name.value === 'audience')?.arguments?.[0]?.value;
    const audience =
      of?.kind === Kind.LIST ? of.values.map((value) => (value.kind === Kind.ENUM ? value.value : '')) : [];
    expect([field, audience.toSorted()]).toEqual([field, named.toSorted()]);
  }
});
