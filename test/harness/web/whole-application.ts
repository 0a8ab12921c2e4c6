// The demonstration as `npm start` runs it, on a database of its own: one gateway, the API, the pages, the provider, and a person who may be invited.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoTokens } from '../../../apps/api/src/index.js';
import { demoLook } from '../../../apps/demo/src/look.js';
import { demoPeople, demoServiceId, seedDemo } from '../../../apps/demo/src/demo.js';
import { openHttpGateway } from '../../../apps/server/src/http-gateway.js';
import { composeServices } from '../../../apps/server/src/compose-services.js';
import { embeddedProvider } from '../../../apps/demo/src/oidc/provider.js';
import { derivedFrom } from '../../../apps/server/src/derived-secrets.js';
import { serve } from '../../../apps/server/src/serve.js';
import { assetUrls } from '../../../apps/web/src/index.js';
import { freshDatabase } from '../database/fresh-database.js';
import { testMasterKeys } from '../database/master-keys.js';

export interface WholeApplication {
  /** Where people come in, without a trailing slash. */
  readonly url: string;
  /** The API and the pages wrote this. */
  readonly log: string[];
  /** The reference of the case in which those people take part who have a token. */
  readonly caseOfTheTokens: string;
  /** Invites the person harmed of a case by hand; gives the code. */
  invites(): Promise<string>;
  /** A person harmed who may be approached and safely reached, in a case that the facilitator leads. */
  approachable(): Promise<Party>;
  /** Reads out a one-time code to them. */
  assists(): Promise<string>;
  /** Asks the API in words of the test, as a member of staff with that role. */
  ask<T>(role: string, query: string, variables?: object): Promise<T>;
  /** Ends every session of a member of staff, as if they had signed out on another device. */
  signsOutElsewhere(role: string): Promise<void>;
  ends(): Promise<void>;
}

const staff = [
  { subject: 'demo-coordinator', name: 'Cora Coordinator', role: 'coordinator' },
  { subject: 'demo-facilitator', name: 'Farida Facilitator', role: 'facilitator' },
  { subject: 'demo-facilitator-2', name: 'Gwil Facilitator', role: 'second facilitator' },
  { subject: 'demo-facilitator-4', name: 'Fiona Facilitator', role: 'facilitator without a case' },
  { subject: 'demo-supervisor', name: 'Sunita Supervisor', role: 'supervisor' },
  { subject: 'demo-safeguarding-lead', name: 'Sian Safeguarding', role: 'safeguarding lead' },
  { subject: 'demo-manager', name: 'Mair Manager', role: 'manager' },
  { subject: 'nobody-here', name: 'Nobody', role: 'not in the staff register' },
];

/** Opens everything. Call `ends` in `afterAll`. */
export async function startWholeApplication(): Promise<WholeApplication> {
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'concord-pages-'));
  const { withTokens } = await seedDemo(database.url, testMasterKeys);
  const services = composeServices(database.appUrl, testMasterKeys);
  const door = await openHttpGateway('127.0.0.1', 0);
  const publicUrl = `http://localhost:${door.port}`;
  const issuer = await demoTokens({ people: demoPeople });
  const provider = await embeddedProvider({
    publicUrl,
    folder,
    serviceId: demoServiceId,
    people: staff,
    style: assetUrls.style,
  });
  const log: string[] = [];
  const local = 'local' in issuer.auth.keys ? issuer.auth.keys.local.keys : [];
  const auth = {
    ...issuer.auth,
    idIssuer: provider.issuer,
    clientId: provider.clientId,
    keys: { local: { keys: [...local, provider.publicKey] } },
  };
  const logged = { level: 'debug', to: { write: (line: string) => void log.push(line) } } as const;
  const served = await serve(door, {
    publicUrl,
    provider,
    api: { ...services, auth, publicService: demoServiceId, production: false, log: logged },
    web: {
      issuer: { url: provider.issuer, clientId: provider.clientId },
      cookies: derivedFrom(testMasterKeys, 'cookies'),
      apiUrl: null,
      look: demoLook,
      log: logged,
    },
    betweenThem: derivedFrom(testMasterKeys, 'between pages and API'),
  });

  const ask = async <T>(role: string, query: string, variables: object = {}): Promise<T> => {
    const token = issuer.tokens.find((one) => one.role === role)?.token ?? '';
    const reply = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await reply.json()) as { data?: T; errors?: unknown };
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  let party: Promise<Party> | undefined;
  const approachable = () => (party ??= makeApproachable(ask));

  return {
    url: publicUrl,
    log,
    caseOfTheTokens: withTokens[0]?.reference ?? '',
    invites: async () => {
      const query = `mutation ($caseId: ID!, $participantId: ID!) {
        invite(caseId: $caseId, participantId: $participantId, how: inPerson) {
          ... on Invited { code } ... on InviteRefused { blockers { rule words } } } }`;
      const { invite } = await ask<{ invite: { code?: string } }>('facilitator', query, await approachable());
      if (invite.code === undefined) throw new Error(JSON.stringify(invite));
      return invite.code;
    },
    assists: async () => {
      const query = `mutation ($caseId: ID!, $participantId: ID!) {
        assistSignIn(caseId: $caseId, participantId: $participantId, checked: inPerson) {
          ... on Assisted { code } ... on AssistRefused { blockers { words } } } }`;
      const answer = await ask<{ assistSignIn: { code?: string } }>('coordinator', query, await approachable());
      if (answer.assistSignIn.code === undefined) throw new Error(JSON.stringify(answer));
      return answer.assistSignIn.code;
    },
    ask,
    approachable,
    signsOutElsewhere: async (role) => void (await ask(role, 'mutation { signOut }')),
    ends: async () => {
      await served.stop();
      await services.stop();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface Party {
  readonly caseId: string;
  readonly participantId: string;
}
type AskAs = <T>(role: string, query: string, variables?: object) => Promise<T>;

/** What the README's first case does by hand, until the person harmed may be approached. */
async function makeApproachable(ask: AskAs): Promise<Party> {
  interface Found {
    caseload: { edges: { node: { id: string; participants: { id: string; name: string | null }[] } }[] };
  }
  const cases = '{ caseload { edges { node { id participants { id name } } } } }';
  const { caseload } = await ask<Found>('coordinator', cases);
  const { me } = await ask<{ me: { id: string } }>('facilitator', '{ me { id } }');
  const [party] = caseload.edges.flatMap(({ node }) =>
    node.participants.flatMap(({ id, name }) =>
      name === 'Hana Hughes' ? [{ caseId: node.id, participantId: id }] : [],
    ),
  );
  if (!party) throw new Error('The first demo case is not there');
  const { caseId, participantId } = party;
  const says = async (role: string, verb: string, input: string, event: object) => {
    const query = `mutation ($c: Command!, $e: ${input}!) { ${verb}(command: $c, event: $e) {
      __typename ... on Refused { blockers { words } } } }`;
    const variables = { c: { caseId, key: randomUUID() }, e: event };
    const answer = await ask<Record<string, { __typename: string }>>(role, query, variables);
    if (answer[verb]?.__typename !== 'Told') throw new Error(`${verb}: ${JSON.stringify(answer)}`);
  };
  const duty = { staffId: me.id, duty: 'lead' };
  await says('coordinator', 'askFacilitator', 'FacilitatorAsked', duty);
  await says('facilitator', 'declareConflict', 'ConflictDeclared', { staffId: me.id, connected: false });
  await says('coordinator', 'assignFacilitator', 'FacilitatorAssigned', duty);
  await says('coordinator', 'passCheckpoint', 'CheckpointPassed', { checkpoint: 'referral' });
  await says('facilitator', 'recordSafeContact', 'SafeContactRecorded', { participantId, channels: ['phone'] });
  const reached = { participantId, channel: 'phone', aim: 'substance', outcome: 'reached' };
  await says('facilitator', 'attemptContact', 'ContactAttempted', reached);
  return { caseId, participantId };
}
