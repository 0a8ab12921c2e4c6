// Opens the parts of this process on its database and behind its HTTP gateway, in the order in which they need one another.
import type { DemoToken } from '../../api/src/index.js';
import type { Where } from './banner.js';
import type { Database } from './database.js';
import type { DemoShown } from './demonstration.js';
import type { HttpGateway } from './http-gateway.js';
import type { Services } from './compose-services.js';
import type { ProcessParts } from './run-process.js';
import type { EmbeddedProvider } from '../../demo/src/oidc/provider.js';
import { type Parts, servingFrom, type Settings } from '#libs/config';
import type { ProcessSecrets } from './process-secrets.js';
import { openProcessHealth } from './process-health.js';
import type { Health } from '#libs/database';
import { publicUrlFor, serve, type ApiPart, type WebPart } from './serve.js';
import { signInWith, type SignInParts } from './sign-in.js';

/** A process that is about to serve. */
export interface Process {
  readonly parts: Parts;
  readonly settings: Settings;
  readonly secrets: ProcessSecrets;
  /** Null where nothing listens: a worker alone. */
  readonly door: HttpGateway | null;
  /** Null for pages alone. */
  readonly database: Database | null;
}

/** Resolves when everything answers; gives what the banner says of it. */
export async function serveParts(opened: Process, life: ProcessParts): Promise<Omit<Where, 'parts' | 'database'>> {
  const { parts, settings, secrets, door, database } = opened;
  const health = database && life.keep(await openProcessHealth(database, settings));
  const services = parts.has('api') && database && health ? life.keep(await openPorts(opened, database, health)) : null;
  const publicUrl = settings.publicUrl ?? (door ? publicUrlFor(settings.host, door) : '');
  const signIn = await signInFor(settings, publicUrl);
  const shown = services && database && signIn.demo ? await demonstrate(opened, database, services, life) : null;
  if (parts.has('worker') && database && health) life.keep(await openWorker(opened, database, health));
  if (door) {
    life.keep(
      await serve(door, {
        publicUrl,
        hostNames: settings.hostNames,
        api: services && health && apiPart(settings, services, health, signIn),
        web: parts.has('web') ? webPart(settings, secrets, signIn) : null,
        provider: signIn.demo && parts.has('web') ? await signIn.demo.provider() : null,
        betweenThem: secrets.betweenThem,
        admitted: settings.admitted,
        ...(health && { ready: () => health.problems() }),
      }),
    );
  }
  return {
    pages: parts.has('web') ? publicUrl : null,
    api: services && door ? door.url : null,
    listens: door?.url ?? null,
    graphiql: !settings.production,
    demoTokens: services ? (signIn.demo?.tokens ?? []) : [],
    tokensOf: shown?.tokensOf ?? null,
    invitations: shown?.invitations ?? [],
  };
}

interface FoundSignIn extends SignInParts {
  /** Null where the settings name a sign-in service. */
  readonly demo: {
    readonly tokens: readonly DemoToken[];
    readonly look: string;
    provider(): Promise<EmbeddedProvider>;
  } | null;
}

async function signInFor({ signIn }: Settings, publicUrl: string): Promise<FoundSignIn> {
  if (signIn) return { ...signInWith(signIn), demo: null };
  const { demoLook, demoProvider, demoSignIn } = await import('./demonstration.js');
  const { demoTokens, ...parts } = await demoSignIn(publicUrl);
  return { ...parts, demo: { tokens: demoTokens, look: demoLook, provider: () => demoProvider(publicUrl) } };
}

async function openPorts({ settings, secrets }: Process, { appUrl }: Database, { clock }: Health): Promise<Services> {
  const { composeServices } = await import('./compose-services.js');
  return composeServices(appUrl, secrets.masterKeys(), { clock: clock.now, patience: settings.patience });
}

async function demonstrate(
  { secrets }: Process,
  { url }: Database,
  services: Services,
  life: ProcessParts,
): Promise<DemoShown> {
  const { beginDemo } = await import('./demonstration.js');
  const say = (line: string) => void process.stdout.write(line);
  return life.keep(await beginDemo(url, secrets.masterKeys(), services.signIn, say));
}

async function openWorker({ settings, secrets }: Process, { appUrl }: Database, { clock }: Health) {
  const { startWorker } = await import('../../worker/src/index.js');
  const masterKeys = secrets.masterKeys();
  return startWorker({ databaseUrl: appUrl, masterKeys, clock: clock.now, patience: settings.patience });
}

function apiPart(
  settings: Settings,
  services: Services,
  health: Health,
  { auth, demo, service }: FoundSignIn,
): ApiPart {
  const publicService = settings.publicService ?? service;
  const ready = () => health.problems();
  return { ...servingFrom(settings), ...services, ready, auth, publicService, demoTokens: demo?.tokens ?? [] };
}

function webPart(settings: Settings, { cookies }: ProcessSecrets, { issuer, demo }: FoundSignIn): WebPart {
  const { log, trustProxy } = servingFrom(settings);
  const apiUrl = settings.apiUrl;
  const look = settings.serviceLook ?? demo?.look ?? null;
  return { cookies, apiUrl, issuer, look, log, ...(trustProxy !== undefined && { trustProxy }) };
}
