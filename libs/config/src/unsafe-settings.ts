// What production does not start with: each row is a danger and the line that says how to end it.
import { isElsewhere, isRemote, isVerified } from './database-address.js';
import { answers, needsDatabase, type Parts } from './parts.js';
import { isMadeUp } from './random-bytes.js';
import { secretOf, type Environment } from './secrets.js';
import { holdsStrangers } from './trusted-proxies.js';

/** What of the settings can be unsafe. */
interface Judged {
  readonly signIn: { readonly issuer: string; readonly jwksUrl: string } | null;
  readonly databaseUrl: string | null;
  readonly migrationDatabaseUrl: string | null;
  readonly publicUrl: string | null;
  readonly cookieSecret: Uint8Array | null;
  readonly apiUrl: string | null;
  readonly trustProxy: string | null;
  readonly logLevel: string;
}

/** The lines for everything unsafe in a process of these parts, in the order in which an operator would mend them; none when it may start. */
export function unsafeIn(settings: Judged, environment: Environment, parts: Parts): string[] {
  return dangers.flatMap(([isUnsafe, line, concerns]) =>
    (concerns?.(parts) ?? true) && isUnsafe(settings, environment) ? [line] : [],
  );
}

type Danger = readonly [
  isUnsafe: (settings: Judged, environment: Environment) => boolean,
  line: string,
  /** The processes that it concerns; left out: all. */
  concerns?: (parts: Parts) => boolean,
];
const withPages = (parts: Parts) => parts.has('web');
const withPagesApart = (parts: Parts) => parts.has('web') !== parts.has('api');

const notHttps = (address: string | null | undefined) =>
  address !== null && address !== undefined && !/^https:\/\//i.test(address);
const isSet = (environment: Environment, name: string) => (environment[name]?.trim() ?? '') !== '';

/** Bytes that were typed by hand or left as they came. What is wrong with how they are given is said elsewhere. */
function isWeak(environment: Environment, name: string): boolean {
  const found = secretOf(environment, name);
  return 'text' in found && found.text !== null && isMadeUp(found.text);
}
const isMissing = (environment: Environment, name: string): boolean => {
  const found = secretOf(environment, name);
  return 'text' in found && found.text === null;
};

const databases = ({ databaseUrl, migrationDatabaseUrl }: Judged) =>
  [databaseUrl, migrationDatabaseUrl].filter((url) => url !== null);

const dangers: readonly Danger[] = [
  [
    // Where some of a sign-in service is named, what is missing of it is said by its own name.
    ({ signIn }, environment) =>
      signIn === null && !['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'].some((name) => isSet(environment, name)),
    'AUTH_ISSUER is missing: in production there are no demo tokens.',
    answers,
  ],
  [
    ({ signIn }) => notHttps(signIn?.issuer),
    'AUTH_ISSUER must be an https address: over http anybody between could sign in as anybody.',
  ],
  [
    ({ signIn }) => notHttps(signIn?.jwksUrl),
    'AUTH_JWKS_URL must be an https address: whoever changes the keys on the way can sign in as anybody.',
  ],
  [
    ({ databaseUrl }, environment) =>
      databaseUrl === null && !isSet(environment, 'DATABASE_URL') && !isSet(environment, 'DATABASE_URL_FILE'),
    'DATABASE_URL is missing: the embedded PostgreSQL is for demonstrations.',
    needsDatabase,
  ],
  [
    ({ databaseUrl, migrationDatabaseUrl }) => databaseUrl !== null && migrationDatabaseUrl === null,
    'MIGRATION_DATABASE_URL is missing: the tables belong to another role than the one the application works as.',
    needsDatabase,
  ],
  [
    (settings, environment) =>
      databases(settings).some((url) => isRemote(url, environment['PGHOST']?.trim()) && !isVerified(url)),
    'DATABASE_URL is on another machine without checked TLS: add ?sslmode=verify-full.',
    needsDatabase,
  ],
  [
    (_settings, environment) => isMissing(environment, 'MASTER_KEY'),
    'MASTER_KEY is missing: personal data is sealed with it. Give MASTER_KEY_FILE, 32 random bytes in base64.',
    needsDatabase,
  ],
  [
    (_settings, environment) => isWeak(environment, 'MASTER_KEY'),
    'MASTER_KEY is short or not random: openssl rand -base64 32 makes one.',
  ],
  [
    (_settings, environment) => isMissing(environment, 'COOKIE_SECRET'),
    'COOKIE_SECRET is missing: sign-ins of pages are sealed with it. Give COOKIE_SECRET_FILE, 32 random bytes in base64.',
    withPages,
  ],
  [
    ({ cookieSecret }, environment) => cookieSecret !== null && isWeak(environment, 'COOKIE_SECRET'),
    'COOKIE_SECRET is short or not random: openssl rand -base64 32 makes one.',
  ],
  [
    (_settings, environment) => isSame(environment, 'MASTER_KEY', 'COOKIE_SECRET'),
    'MASTER_KEY and COOKIE_SECRET are the same: whoever learns one would have both.',
  ],
  [
    (_settings, environment) => isMissing(environment, 'WEB_SECRET'),
    'WEB_SECRET is missing: pages and API in two processes prove themselves with it. Give WEB_SECRET_FILE, 32 random bytes in base64.',
    withPagesApart,
  ],
  [
    (_settings, environment) => isWeak(environment, 'WEB_SECRET'),
    'WEB_SECRET is short or not random: openssl rand -base64 32 makes one.',
  ],
  [
    (_settings, environment) =>
      isSame(environment, 'WEB_SECRET', 'COOKIE_SECRET') || isSame(environment, 'WEB_SECRET', 'MASTER_KEY'),
    'WEB_SECRET is the same as another secret: whoever learns one would have both.',
  ],
  [
    ({ apiUrl }) => apiUrl !== null && notHttps(apiUrl) && isElsewhere(new URL(apiUrl).hostname),
    'API_URL must be an https address, or on this machine: sessions would travel readable.',
    withPages,
  ],
  [({ publicUrl }) => publicUrl === null, 'PUBLIC_URL is missing: the https address at which people come in.', answers],
  [
    ({ publicUrl }) => notHttps(publicUrl),
    'PUBLIC_URL must be an https address: cookies and codes would travel readable.',
  ],
  [
    ({ logLevel }) => logLevel === 'debug',
    'LOG_LEVEL=debug is for development: info is the most that production tells.',
  ],
  [
    ({ trustProxy }) => trustProxy !== null && holdsStrangers(trustProxy),
    'TRUST_PROXY believes everybody: name the addresses of your own proxies.',
  ],
  [
    (_settings, environment) => !isSet(environment, 'TRUST_PROXY'),
    'TRUST_PROXY is missing: name the addresses of your own proxies, or none where people come without one. Behind a proxy that is not named all people have one address, and one who guesses shuts out all.',
    answers,
  ],
  [
    (_settings, environment) =>
      Object.keys(environment).some((name) => /^(CONCORD_)?DEMO(_|$)/.test(name) && isSet(environment, name)),
    'A DEMO setting is there: in production there is no demonstration.',
  ],
  [
    (_settings, environment) => environment['NODE_TLS_REJECT_UNAUTHORIZED']?.trim() === '0',
    'NODE_TLS_REJECT_UNAUTHORIZED=0 believes any certificate: take it away.',
  ],
  [
    (_settings, environment) => /--inspect/.test(environment['NODE_OPTIONS'] ?? ''),
    'NODE_OPTIONS opens the debugger, which shows all memory: take --inspect away.',
  ],
];

function isSame(environment: Environment, one: string, other: string): boolean {
  const [first, second] = [secretOf(environment, one), secretOf(environment, other)];
  return 'text' in first && 'text' in second && first.text !== null && first.text === second.text;
}
