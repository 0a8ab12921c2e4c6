// What the clients of the bench send: the command, the caseload page and one case.

const body = (query: string, variables: object): string =>
  JSON.stringify({ query: query.replace(/\s+/g, ' ').trim(), variables });

const blockers = 'blockers { rule about whoCanSupply since words }';
const waiting = 'waiting { on rule since nextStep words }';

/** A command that moves a deadline each time: the day of sentence has changed. */
export const command = body(
  `mutation CourtDate($command: Command!, $event: JusticeUpdated!) { updateJusticeStage(command: $command, event: $event) {
     __typename ... on Told { caseId revision } ... on Refused { why blockers { rule about } } ... on Stale { revision } } }`,
  { command: { caseId: '{case}', key: '{key}' }, event: { justiceStage: 'preSentence', courtDate: '{date}' } },
);
/** The same for the bare endpoint. */
export const bareCommandBody = JSON.stringify({ caseId: '{case}', key: '{key}', date: '{date}' });

/** The first 25 rows, longest waiting first, with participants, doors and blockers. */
export const caseloadPage = body(
  `query Caseload { caseload(first: 25) { edges { cursor node { id reference stage step stageSince revision ${waiting} lead { id name } participants { id name role left } processType flags sensitive openConcerns
     doors(kind: step) { event door about kind open ${blockers} } openedAt updatedAt } } pageInfo { hasNextPage endCursor } } }`,
  {},
);
/** One case as its page shows it. */
export const oneCase = body(
  `query Case($id: ID!) { case(id: $id) { id reference stage step revision ${waiting} doors { event door about kind open ${blockers} } participants { id personId name role side } consents { participantId purpose answer }
     checkpoints { checkpoint about state } concerns { id } flags sensitive deadlines { name about on } } }`,
  { id: '{case}' },
);
