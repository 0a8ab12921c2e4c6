// What the clients of the bench send: the command, and the documents of the pages.

/** The body of a request. */
export const body = (query: string, variables: object): string =>
  JSON.stringify({ query: query.replace(/\s+/g, ' ').trim(), variables });

const blockers = 'blockers { rule about whoCanSupply since words }';
const waiting = 'waiting { on rule since nextStep words }';
const listed = 'id reference stage step openedAt closedAt lead { id name }';
const pageInfo = 'pageInfo { hasNextPage endCursor }';

/** A command that moves a deadline each time: the day of sentence has changed. */
export const command = body(
  `mutation CourtDate($command: Command!, $event: JusticeUpdated!) { updateJusticeStage(command: $command, event: $event) {
     __typename ... on Told { caseId revision } ... on Refused { why blockers { rule about } } ... on Stale { revision } } }`,
  { command: { caseId: '{case}', key: '{key}' }, event: { justiceStage: 'preSentence', courtDate: '{date}' } },
);
/** The same for the bare endpoint. */
export const bareCommandBody = JSON.stringify({ caseId: '{case}', key: '{key}', date: '{date}' });

/** The first 25 rows, longest waiting first unless sorted otherwise, with participants, doors and blockers. */
export const caseloadBy = (chosen: { filter?: object; sort?: object }): string =>
  body(
    `query Caseload($filter: CaseFilter, $sort: CaseSort) { caseload(first: 25, filter: $filter, sort: $sort) { edges { cursor node { id reference stage step stageSince revision ${waiting} lead { id name } participants { id name role left }
       processType flags sensitive openConcerns doors(kind: step, whose: anybody) { event door processId about kind open ${blockers} } openedAt updatedAt } } ${pageInfo} } }`,
    chosen,
  );

/** One case as its page shows it. */
export const oneCase = body(
  `query Case($id: ID!) { case(id: $id) { id reference stage revision ${waiting} doors(whose: anybody) { event door processId about kind open ${blockers} } participants { id personId name role } consents { participantId purpose processId answer }
     processes { id type stage step stageSince members { participantId part side takesPart } signOffs { checkpoint about state } }
     signOffs { checkpoint about state } freezes { id kind } concerns { id } flags sensitive deadlines { name processId about on } } }`,
  { id: '{case}' },
);

export const tasks = (chosen: { mine?: boolean; open?: boolean }): string =>
  body(
    `query Tasks($mine: Boolean, $open: Boolean) { tasks(mine: $mine, open: $open) { edges { node { id caseId for assignee { id name } task about since doneAt } } ${pageInfo} } }`,
    chosen,
  );

export const notices = (chosen: { waiting?: boolean }): string =>
  body(
    `query Notices($waiting: Boolean) { notices(waiting: $waiting) { edges { node { id caseId recipientId template notBefore queuedAt sentAt } } ${pageInfo} } }`,
    chosen,
  );

/** What a participant sees of their own. */
export const ownCases = body(
  `{ myCases { id participantId role stage words consents { purpose about asks answer asked canGive canDefer canWithdraw }
     processes { id type part stage words meeting { startsAt } consents { purpose about asks answer asked canGive canDefer canWithdraw } } safeContact { channels voicemail }
     preference { wish answer } released { on kind words } messages { on template words } } }`,
  {},
);

export const people = (chosen: { search: string; side?: string }): string =>
  body(
    `query People($search: Words!, $side: PersonSide) { people(search: $search, side: $side) { edges { node { id name cases { caseId reference role } } } ${pageInfo} } }`,
    chosen,
  );

const count = 'measure count list';
const figures = {
  stages: `{ measures { openCases { ${count} } stages { stage step ${count} } } }`,
  waiting: '{ measures { waiting { waitingOn rule count longestSince over { count list } list } } }',
  waitingCases: `{ measures { waitingCases { edges { node { case { ${listed} } nextStep waitingOn rule since waited limit over } } ${pageInfo} } } }`,
  unassigned: `{ measures { unassigned { ${count} } unassignedCases { edges { node { case { ${listed} } candidates { facilitator { id name } could reasons { rule } } } } ${pageInfo} } } }`,
  workloads:
    '{ measures { workloads { facilitator { id name } points limit overLimit openCases sensitiveCases list } } }',
  own: '{ ownWorkload { points limit openCases sensitiveCases list } }',
  funnel: `query Funnel($from: Date!, $to: Date!) { measures { funnel(from: $from, to: $to) { steps { step count harmed { count known of } responsible { count known of } list }
    medians { measure days known of list } losses { after reason count list } } } }`,
  checkpoints: `query Checkpoints($from: Date!, $to: Date!) { measures { checkpoints(from: $from, to: $to) { checkpoint passed { ${count} } refused { ${count} } } } }`,
  cases: `query Listed($list: String!) { measures { cases(list: $list) { edges { node { ${listed} } } ${pageInfo} } } }`,
  unusual:
    'query Unusual($from: Date!, $to: Date!) { unusualReading(from: $from, to: $to) { reason who { id name } reads cases days } }',
} as const;

/** A figure, or a list behind one. */
export const figure = (name: keyof typeof figures, variables: object = {}): string => body(figures[name], variables);
