// What the environment may set, read once and checked: the only place of `npm start` that reads it.
import { isIP } from 'node:net';
import { isUuid } from '#libs/case';
import { allParts, answers, type Parts } from './parts.js';
import { isDatabaseAddress } from './database-address.js';
import { openToOthers } from './demonstration.js';
import { CannotStart } from './cannot-start.js';
import { secretOf, type Environment } from './secrets.js';
import { claimsFrom, type RolesClaim } from './settings-claims.js';
import { admittedFrom, clockFrom, patienceFrom, type Admitted, type DatabasePatience } from './settings-limits.js';
import { LONGEST_STOP, missingBetween, stoppingFrom, type Stopping } from './settings-processes.js';
import { namesProxies, NO_PROXY } from './trusted-proxies.js';
import { unsafeIn } from './unsafe-settings.js';

/** A sign-in service whose tokens are believed. */
export interface SignIn {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** What the pages are at the sign-in service; null where staff do not sign in by pages. */
  readonly client: { readonly id: string; readonly secret: string | null } | null;
  /** The service of tokens that name none; null: such a token is not believed. */
  readonly service: string | null;
  /** Where the sign-in service says staff roles, and its words for ours; null: the staff register says them. */
  readonly roles: RolesClaim | null;
}

export interface Settings {
  /** Null: a worker alone listens only where PORT asks it to. */
  readonly port: number | null;
  readonly host: string;
  readonly production: boolean;
  /** Names in a request's Host header that are ours beside that of `publicUrl`, in lower case. */
  readonly hostNames: readonly string[];
  /** Where people come in, without a trailing slash; null: the address that is listened on. */
  readonly publicUrl: string | null;
  /** A PostgreSQL of one's own; null: the embedded one. */
  readonly databaseUrl: string | null;
  /** The same database as the owner of its tables, for migrations alone; null: `databaseUrl` does both. */
  readonly migrationDatabaseUrl: string | null;
  /** Null: demo tokens, signed by this process. */
  readonly signIn: SignIn | null;
  /** The service whose public pages these are; null: the one of AUTH_SERVICE, in the demonstration its own. */
  readonly publicService: string | null;
  /** The file that says how the pages of this service look; null: as they come. */
  readonly serviceLook: string | null;
  /** What cookies are sealed with, at least 32 bytes; null: derived from the master key. */
  readonly cookieSecret: Buffer | null;
  /** What the pages prove themselves to the API with, at least 32 bytes; null: derived from the master key. */
  readonly webSecret: Buffer | null;
  /** Where pages without the API in their process reach it, without a path; null: in this process. */
  readonly apiUrl: string | null;
  /** How long the database is waited for. */
  readonly patience: DatabasePatience;
  /** Seconds by which the clocks of this machine and of the database may differ. */
  readonly clockSeconds: number;
  /** How many requests are worked on, and how many wait. */
  readonly admitted: Admitted;
  /** How the process stops. */
  readonly stopping: Stopping;
  /** Proxies whose X-Forwarded-For is believed; null: nobody's. */
  readonly trustProxy: string | null;
  /** Requests of one person in a minute; null: as the API has it. */
  readonly requestsPerMinute: number | null;
  readonly logLevel: LogLevel;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof logLevels)[number];
/** A word that is none of these was meant for production, and would have run the demonstration. */
const kinds: readonly string[] = ['production', 'development', 'test'];

/**
 * Reads the settings; an empty variable counts as absent. In production what is unsafe for the `parts` of this process is
 * refused (unsafe-settings.ts).
 * @throws CannotStart with one line for each problem: all of them at once, each naming the variable and never a secret.
 */
export function settingsFrom(environment: Environment, parts: Parts = allParts): Settings {
  const problems: string[] = [];
  const read = (name: string) => environment[name]?.trim() || null;
  const wrong = (line: string): null => (problems.push(line), null);
  const secret = (name: string): string | null => {
    const found = secretOf(environment, name);
    return 'problem' in found ? wrong(found.problem) : found.text;
  };
  const whole = (name: string, text: string, most: number): number => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number <= most) return number;
    wrong(`${name} must be a number from 0 to ${most}, not "${text}".`);
    return 0;
  };
  const numbered = (name: string, preset: string, most: number) => whole(name, read(name) ?? preset, most);
  const database = (name: string): string | null => {
    const text = secret(name);
    if (text === null || isDatabaseAddress(text)) return text;
    return wrong(`${name} must look like postgresql://user:password@host:5432/database, each parameter once.`);
  };
  const haste = read('RATE_LIMIT');
  const levelNamed = read('LOG_LEVEL') ?? 'warn';
  const kind = read('NODE_ENV');
  if (kind !== null && !kinds.includes(kind))
    wrong(`NODE_ENV must be one of ${kinds.join(', ')}, or not set, not "${kind}".`);
  const logLevel = logLevels.find((known) => known === levelNamed);
  if (!logLevel) wrong(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${levelNamed}".`);

  // Read elsewhere (master-keys.ts); what is wrong with their files is said here with everything else.
  for (const name of ['MASTER_KEY', 'MASTER_KEY_PREVIOUS']) secret(name);

  const settings: Settings = {
    port: read('PORT') === null && !answers(parts) ? null : whole('PORT', read('PORT') ?? '3000', 65_535),
    host: read('HOST') ?? '127.0.0.1',
    production: kind === 'production',
    hostNames: hostNamesIn([read('ALLOWED_HOSTS'), nameOf(read('HOST'))].filter(Boolean).join(','), wrong),
    publicUrl: addressIn('PUBLIC_URL', read('PUBLIC_URL'), wrong)?.replace(/\/+$/, '') ?? null,
    databaseUrl: database('DATABASE_URL'),
    migrationDatabaseUrl: database('MIGRATION_DATABASE_URL'),
    signIn: signInFrom(read, secret, wrong),
    publicService: serviceIn('PUBLIC_SERVICE', read('PUBLIC_SERVICE'), wrong),
    serviceLook: read('SERVICE_LOOK'),
    cookieSecret: bytesFrom('COOKIE_SECRET', secret('COOKIE_SECRET'), wrong),
    webSecret: bytesFrom('WEB_SECRET', secret('WEB_SECRET'), wrong),
    apiUrl: addressIn('API_URL', read('API_URL'), wrong)?.replace(/\/+$/, '') ?? null,
    patience: patienceFrom(numbered),
    clockSeconds: clockFrom(numbered),
    admitted: admittedFrom(numbered),
    stopping: stoppingFrom((name, preset) => numbered(name, preset, LONGEST_STOP)),
    trustProxy: proxiesIn(read('TRUST_PROXY'), wrong),
    requestsPerMinute: haste === null ? null : whole('RATE_LIMIT', haste, 1_000_000_000),
    logLevel: logLevel ?? 'warn',
  };
  problems.push(...missingBetween(parts, (name) => read(name) !== null));
  if (read('AUTH_ISSUER') === null) problems.push(...openToOthers(settings, parts));
  if (settings.production) problems.push(...unsafeIn(settings, environment, parts));
  if (problems.length > 0) throw new CannotStart([...new Set(problems)].join('\n'));
  return settings;
}

/** What of the settings the API is started with. */
export function servingFrom({ production, trustProxy, requestsPerMinute, logLevel }: Settings) {
  return {
    production,
    log: { level: logLevel },
    ...(trustProxy !== null && { trustProxy }),
    ...(requestsPerMinute !== null && { limits: { requestsPerMinute } }),
  };
}

type Wrong = (line: string) => null;

/** An address that browsers and processes are sent to: who signs in with it is said by a session, never by the address. */
function addressIn(name: string, text: string | null, wrong: Wrong): string | null {
  if (text === null) return null;
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return wrong(`${name} is not an address: "${text}".`);
  const { username, password, search, hash } = new URL(text);
  if (username !== '' || password !== '') return wrong(`${name} holds a name or a password: take it out.`);
  if (search !== '' || hash !== '') return wrong(`${name} must end before any ? or #.`);
  return text;
}

const serviceIn = (name: string, text: string | null, wrong: Wrong): string | null =>
  text === null || isUuid(text) ? text : wrong(`${name} must be the id of a service.`);

function proxiesIn(text: string | null, wrong: Wrong): string | null {
  if (text === null || text === NO_PROXY) return null;
  if (namesProxies(text)) return text;
  return wrong(`TRUST_PROXY must name addresses or networks of proxies, such as 10.0.0.0/8, or none, not "${text}".`);
}

/** A HOST that is a name is one that people come to. */
const nameOf = (host: string | null): string | null => (host !== null && isIP(host) === 0 ? host : null);

/** Names with commas between, without a port: a browser may come to any. */
function hostNamesIn(text: string, wrong: Wrong): string[] {
  const names = text
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (!names.every((name) => /^(\[[0-9a-f:.]+\]|[a-z0-9_-]+(\.[a-z0-9_-]+)*)$/.test(name)))
    wrong('ALLOWED_HOSTS must be names without a port, with commas between, such as concord.example,10.0.0.5.');
  return names;
}

/** Sealing and keyed digests need 32 bytes; more are welcome. */
function bytesFrom(name: string, text: string | null, wrong: Wrong): Buffer | null {
  if (text === null) return null;
  const bytes = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text) || bytes.length < 32) {
    return wrong(`${name} must hold at least 32 bytes in base64: openssl rand -base64 32 makes them.`);
  }
  return bytes;
}

/** All three or none: half a sign-in service would accept no token, or a wrong one. */
function signInFrom(
  read: (name: string) => string | null,
  secret: (name: string) => string | null,
  wrong: Wrong,
): SignIn | null {
  const names = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;
  const [issuer, audience, jwksUrl] = names.map(read);
  const [id, password] = [read('AUTH_CLIENT_ID'), secret('AUTH_CLIENT_SECRET')];
  if (!issuer && !audience && !jwksUrl) return null;
  if (!issuer || !audience || !jwksUrl) {
    const missing = names.filter((name) => read(name) === null);
    return wrong(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing: sign-in needs ${names.join(', ')}.`,
    );
  }
  addressIn('AUTH_ISSUER', issuer, wrong);
  addressIn('AUTH_JWKS_URL', jwksUrl, wrong);
  const client = id === null ? null : { id, secret: password };
  return { issuer, audience, jwksUrl, client, ...claimsFrom(read, wrong) };
}
