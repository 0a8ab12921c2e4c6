// Concord as a service runs it: two processes of each part on one database, behind a load balancer, with a sign-in service apart from them.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK } from 'jose';
import { demoServiceId, seedDemo, type DemoParticipant } from '../../../apps/demo/src/demo.js';
import { embeddedProvider } from '../../../apps/demo/src/oidc/provider.js';
import { openBalancer, type Balancer } from './balancer.js';
import { freshDatabase, type FreshDatabase } from '../database/fresh-database.js';
import { testMasterKeys } from '../database/master-keys.js';
import { root } from '../../architecture/sources.js';

/** One process of Concord. */
export interface Running {
  /** Where it answers; empty for a worker. */
  readonly url: string;
  isAlive(): boolean;
  /** SIGTERM; gives the exit code, null when a signal ended it. */
  stop(): Promise<number | null>;
}
export interface SeveralProcesses {
  readonly database: FreshDatabase;
  readonly balancer: Balancer;
  readonly api: readonly [Running, Running];
  readonly web: readonly [Running, Running];
  readonly worker: readonly [Running, Running];
  /** People of the demonstration who have been spoken with. */
  readonly invited: readonly DemoParticipant[];
  /** Asks the API through the balancer as a member of staff. */
  ask<T>(subject: string, query: string, variables?: object): Promise<T>;
  ends(): Promise<void>;
}

const AUDIENCE = 'concord-api';
/** Seconds: twenty questions of the balancer for health. */
const DRAIN_SECONDS = '2';

const staff = ['demo-coordinator', 'demo-facilitator', 'demo-manager'].map((subject) => ({
  subject,
  name: subject,
  role: '',
}));

/** Builds, then starts all of them at once: the first process migrates. Call `ends` in `afterAll`. */
export async function beginSeveral(own: NodeJS.ProcessEnv = {}): Promise<SeveralProcesses> {
  execFileSync(process.execPath, ['apps/cli/launch/cli.mjs', 'build'], { cwd: root, stdio: 'ignore' });
  const database = await freshDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'concord-several-'));
  const { invited } = await seedDemo(database.url, testMasterKeys);
  const balancer = await openBalancer();
  const provider = await embeddedProvider({
    publicUrl: balancer.url,
    folder,
    serviceId: demoServiceId,
    people: staff,
    style: '/none.css',
  });
  balancer.provider = provider.answer;
  const env = {
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.url,
    MASTER_KEY: testMasterKeys.current.key.export().toString('base64'),
    PUBLIC_URL: balancer.url,
    API_URL: balancer.url,
    TRUST_PROXY: 'loopback',
    AUTH_ISSUER: provider.issuer,
    AUTH_AUDIENCE: AUDIENCE,
    AUTH_JWKS_URL: `${provider.issuer}/jwks`,
    AUTH_CLIENT_ID: provider.clientId,
    DRAIN_SECONDS,
    ...own,
  };
  const all: Running[] = [];
  const begin = async (part: string) => {
    const running = await start(part, { ...env, PORT: part === 'worker' ? '' : '0' });
    all.push(running);
    return running;
  };
  const two = async (part: string) => Promise.all([begin(part), begin(part)]);
  const [api, web, worker] = await Promise.all([two('api'), two('web'), two('worker')]);
  balancer.sendsTo(
    'api',
    api.map(({ url }) => url),
  );
  balancer.sendsTo(
    'web',
    web.map(({ url }) => url),
  );

  const { signing } = JSON.parse(readFileSync(join(folder, 'oidc.json'), 'utf8')) as { signing: JWK };
  const key = await importJWK(signing, 'ES256');
  const tokenOf = (subject: string) =>
    new SignJWT({ service: demoServiceId, scope: 'explore' })
      .setProtectedHeader({ alg: 'ES256', kid: 'oidc' })
      .setSubject(subject)
      .setIssuer(provider.issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(key);

  return {
    database,
    balancer,
    api,
    web,
    worker,
    invited,
    ask: async (subject, query, variables = {}) => {
      const reply = await fetch(`${balancer.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await tokenOf(subject)}`, 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      const text = await reply.text();
      if (!reply.ok) throw new Error(`${reply.status} ${text}`);
      const { data, errors } = JSON.parse(text) as { data?: never; errors?: unknown };
      if (!data || errors) throw new Error(text);
      return data;
    },
    ends: async () => {
      await Promise.all(all.map((running) => running.stop()));
      await balancer.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function start(part: string, given: NodeJS.ProcessEnv): Promise<Running> {
  const child = spawn(process.execPath, [join(root, 'dist/apps/server/src/main.js'), '--only', part], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', LOG_LEVEL: 'error', ...given },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C')) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void gone.then(() => reject(new Error(`${part} ended before it was ready: ${said}`)));
  });
  return {
    url: /^ +listens +(\S+)$/m.exec(said)?.[1] ?? '',
    isAlive: () => child.exitCode === null && child.signalCode === null,
    stop: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      const [code] = await gone;
      return code;
    },
  };
}
