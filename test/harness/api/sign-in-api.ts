// Signing in to the API over a test service: visitors with the pages' documents, staff with ID tokens, a case with two people who may be invited.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createSecretKey, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blockersBefore, textFields, type Actor, type Blocker, type Id } from '#libs/case';
import { serviceScope } from '#libs/database';
import { actorFor } from '#libs/permissions';
import { SignIn, type Numbers } from '#libs/sign-in';
import { openTestService, type TestService } from '../service/test-service.js';
import { answer } from '../../scenario/answer-blocker.js';
import { nothingToRead, openTestApi, type TestApi, type Reply } from './test-api.js';

/** What the pages send; the text is the document's name for the test. */
export const documents = {
  signInStaff:
    'mutation ($idToken: String!) { signInStaff(idToken: $idToken) { __typename ... on SignedIn { token expiresAt } ... on SignInRefused { words } } }',
  redeemInvitation: 'mutation ($code: String!) { redeemInvitation(invitationCode: $code) { words minutes } }',
  redeemCode:
    'mutation ($invitation: String!, $code: String!) { redeemCode(invitationCode: $invitation, oneTimeCode: $code) { __typename ... on SignedIn { token expiresAt } ... on SignInRefused { words } } }',
  signOut: 'mutation ($everywhere: Boolean! = true) { signOut(everywhere: $everywhere) }',
  endSession: 'mutation ($id: ID!) { endSession(sessionId: $id) }',
  me: '{ me { id kind roles session { expiresAt current } sessions { id current } assistedSignIns { checked } } }',
  case: 'query ($id: ID!) { case(id: $id) { id } }',
  myCases: '{ myCases { id participantId role } }',
  invite:
    'mutation ($caseId: ID!, $participantId: ID!, $how: InvitationWay!) { invite(caseId: $caseId, participantId: $participantId, how: $how) { __typename ... on Invited { code invitation { id state how } } ... on InviteRefused { blockers { rule } } } }',
  assistSignIn:
    'mutation ($caseId: ID!, $participantId: ID!) { assistSignIn(caseId: $caseId, participantId: $participantId, checked: calledBack) { __typename ... on Assisted { code expiresAt } ... on AssistRefused { blockers { rule } } } }',
  revokeInvitation: 'mutation ($caseId: ID!, $id: ID!) { revokeInvitation(caseId: $caseId, invitationId: $id) }',
  invitations:
    'query ($caseId: ID!) { invitations(caseId: $caseId) { id participantId how state assistedById checked } }',
} as const;
export type Document = keyof typeof documents;
type Staff = Extract<Actor, { kind: 'staff' }>;

export interface SignInApi {
  readonly service: TestService;
  readonly api: TestApi;
  readonly signIn: SignIn;
  readonly lead: Staff;
  readonly coordinator: Staff;
  readonly caseId: Id;
  readonly harmed: { readonly participantId: Id; readonly personId: Id };
  readonly responsible: { readonly participantId: Id; readonly personId: Id };
  /** The clock of the API, moved by the test alone. */
  readonly clock: { now: Date };
  /** Every statement that sign-in sent, in order, as its text. */
  readonly statements: string[];
  /** Sends a trusted document, without a token or with a session's, from an address. */
  send(document: Document, variables?: object, more?: { token?: string; from?: string }): Promise<Reply>;
  /** The same; gives `data` of its field, and breaks off on errors. */
  ask<T = Record<string, unknown>>(document: Document, variables?: object, token?: string): Promise<T>;
  /** Signs a member of staff in; gives the session token. */
  comesIn(staff: Staff): Promise<string>;
  /** Invites a participant by letter and gives the code. */
  invites(participantId?: Id): Promise<string>;
  /** The one-time code that waits for the post now. */
  posted(): Promise<string>;
  /** Both steps; gives the session token. */
  enters(participantId?: Id): Promise<string>;
  close(): Promise<void>;
}

/** What the pages share with the API in these tests. */
export const WEB_SECRET = 'known to the pages of this test';
const key = createSecretKey(Buffer.alloc(32, 'a key for the door of the tests'));

export async function openSignInApi(numbers: Partial<Numbers> = {}): Promise<SignInApi> {
  const service = await openTestService();
  const { serviceId, database } = service;
  const clock = { now: new Date() };
  const statements: string[] = [];
  const noting = <F extends (first: never, ...rest: never[]) => unknown>(query: F): F =>
    ((first: string | { text: string }, ...rest: unknown[]) => {
      statements.push(typeof first === 'string' ? first : first.text);
      return (query as unknown as (...all: unknown[]) => unknown)(first, ...rest);
    }) as unknown as F;
  const signIn = new SignIn({
    database: {
      as: (scope) => {
        const rows = database.as(scope);
        return { query: noting(rows.query.bind(rows)) as typeof rows.query };
      },
      within: (scope, work) =>
        database.within(scope, (rows) => work({ query: noting(rows.query.bind(rows)) as typeof rows.query })),
    },
    pool: { query: noting(service.application.plain.query.bind(service.application.plain) as never) },
    cases: service.store,
    secrets: [key],
    clock: () => clock.now,
    numbers,
  });

  const folder = await mkdtemp(join(tmpdir(), 'concord-entrance-'));
  for (const [name, text] of Object.entries(documents)) await writeFile(join(folder, `${name}.graphql`), text);
  const api = await openTestApi({
    signIn,
    webSecret: WEB_SECRET,
    trustedDocuments: folder,
    people: {
      actorFor: (subject, service, roles) =>
        actorFor(database.as(serviceScope(service)), { subject, serviceId: service, roles }, clock.now.toISOString()),
      nameOf: async () => null,
    },
    reading: {
      cases: service.reading,
      people: nothingToRead.people,
      service: {
        service: async () => null,
        notices: async () => ({ rows: [], hasNext: false, hasPrevious: false }),
        messages: async () => [],
      },
      names: async () => new Map(),
      namesToCheck: async () => new Map(),
      held: async () => new Map(),
    },
  });

  const staff = {
    lead: await service.staff('facilitator'),
    coFacilitator: await service.staff('facilitator'),
    supervisor: await service.staff('facilitator'),
    safeguardingLead: await service.staff('safeguardingLead'),
    manager: await service.staff('manager'),
    coordinator: await service.staff('coordinator'),
  };
  const { lead, coordinator } = staff;
  const caseId = await service.aCase(coordinator);
  const happens = async (actor: Actor, event: Readonly<Record<string, unknown>>) => {
    const answered = await service.tell(actor, { caseId, event: event as never, texts: wordsOf(event) });
    if (!answered.ok) throw new Error(JSON.stringify([event, answered]));
  };
  const duty = { staffId: lead.id, duty: 'lead' };
  await happens(coordinator, { type: 'facilitator.asked', ...duty });
  await happens(lead, { type: 'conflict.declared', staffId: lead.id, connected: false });
  await happens(coordinator, { type: 'facilitator.assigned', ...duty });
  const { rows } = await service.pools.plain.query<{ id: Id; person_id: Id; role: string }>(
    'select id, person_id, role from participant where case_id = $1',
    [caseId],
  );
  const party = (role: string) => {
    const found = rows.find((row) => row.role === role);
    return { participantId: found?.id ?? '', personId: found?.person_id ?? '' };
  };
  const [harmed, responsible] = [party('harmed'), party('responsible')];
  for (const { participantId } of [harmed, responsible]) {
    await happens(lead, { type: 'safeContact.recorded', participantId, channels: ['post', 'phone'] });
    for (let blockers: Blocker[] = [], steps = 0; steps < 20; steps += 1) {
      const { file } = await service.store.loadForCommand(coordinator, caseId, '');
      if (!file) throw new Error('There is no such case');
      const at = new Date().toISOString();
      const { facts } = file.stored;
      blockers = blockersBefore('approach', facts, at, file.settings, { about: participantId });
      const said = blockers.map((each) => answer(each, facts, { staff, id: randomUUID }, at)).find(Boolean);
      if (blockers.length === 0 || !said) break;
      const { by, ...event } = said;
      await happens(by, event as Record<string, unknown>);
    }
    await happens(lead, {
      type: 'contact.attempted',
      participantId,
      channel: 'phone',
      outcome: 'reached',
      aim: 'substance',
    });
  }

  const send: SignInApi['send'] = (document, variables = {}, { token, from = '192.0.2.7' } = {}) =>
    api.send({
      payload: { query: documents[document], variables },
      headers: {
        'concord-web': WEB_SECRET,
        'concord-visitor': from,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
    });
  const ask: SignInApi['ask'] = async <T>(document: Document, variables: object = {}, token?: string) => {
    const reply = await send(document, variables, token === undefined ? {} : { token });
    if (!reply.body.data || reply.body.errors) throw new Error(`${document}: ${reply.text}`);
    return Object.values(reply.body.data)[0] as T;
  };
  const comesIn: SignInApi['comesIn'] = async ({ id }) => {
    const idToken = await api.issuer.sign({ subject: id, serviceId });
    return (await ask<{ token: string }>('signInStaff', { idToken })).token;
  };
  const leadToken = await comesIn(lead);
  const invites: SignInApi['invites'] = async (participantId = harmed.participantId) => {
    clock.now = new Date(clock.now.getTime() + 1000); // one after the other
    return (await ask<{ code: string }>('invite', { caseId, participantId, how: 'post' }, leadToken)).code;
  };
  const posted: SignInApi['posted'] = async () => {
    const codes: string[] = [];
    await signIn.deliver({ send: async ({ code }) => void codes.push(code) }, serviceId);
    return codes.at(-1) ?? '';
  };
  return {
    service,
    api,
    signIn,
    lead,
    coordinator,
    caseId,
    harmed,
    responsible,
    clock,
    statements,
    send,
    ask,
    comesIn,
    invites,
    posted,
    enters: async (participantId) => {
      const invitation = await invites(participantId);
      await send('redeemInvitation', { code: invitation });
      return (await ask<{ token: string }>('redeemCode', { invitation, code: await posted() })).token;
    },
    close: async () => {
      await api.close();
      await service.close();
      await rm(folder, { recursive: true });
    },
  };
}

const fields: Readonly<Record<string, object>> = textFields;
/** Words behind each text id of an event. */
const wordsOf = (event: Readonly<Record<string, unknown>>) =>
  Object.keys(fields[String(event['type'])] ?? {}).flatMap((field) => {
    const id = event[field];
    return typeof id === 'string' ? [{ id, words: `Words of ${field}` }] : [];
  });
