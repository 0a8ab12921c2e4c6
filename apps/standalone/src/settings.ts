// What the environment may set, read once and checked: the only place of `npm start` that reads it.
import { CannotStart } from './embedded-postgres.js';

/** A sign-in service whose tokens are believed. */
export interface SignIn {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
}

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly production: boolean;
  /** A PostgreSQL of one's own; null: the embedded one. */
  readonly databaseUrl: string | null;
  /** Null: demo tokens, signed by this process. */
  readonly signIn: SignIn | null;
  readonly logLevel: LogLevel;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
type LogLevel = (typeof logLevels)[number];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings; an empty variable counts as absent.
 * @throws CannotStart naming the variable and what it wants.
 */
export function settingsFrom(environment: Environment): Settings {
  const read = (name: string) => environment[name]?.trim() || null;
  const production = read('NODE_ENV') === 'production';
  const signIn = signInFrom(read);
  if (production && !signIn) throw new CannotStart('AUTH_ISSUER is missing: in production there are no demo tokens.');
  return {
    port: portFrom(read('PORT') ?? '3000'),
    host: read('HOST') ?? '127.0.0.1',
    production,
    databaseUrl: databaseUrlFrom(read('DATABASE_URL')),
    signIn,
    logLevel: logLevelFrom(read('LOG_LEVEL') ?? 'warn'),
  };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new CannotStart(`PORT must be a number from 0 to 65535, not "${text}".`);
  return port;
}

function databaseUrlFrom(text: string | null): string | null {
  if (text === null || (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text))) return text;
  throw new CannotStart('DATABASE_URL must look like postgresql://user:password@host:5432/database.');
}

function logLevelFrom(text: string): LogLevel {
  const level = logLevels.find((known) => known === text);
  if (!level) throw new CannotStart(`LOG_LEVEL must be one of ${logLevels.join(', ')}, not "${text}".`);
  return level;
}

/** All three or none: half a sign-in service would believe nobody, or the wrong one. */
function signInFrom(read: (name: string) => string | null): SignIn | null {
  const names = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;
  const [issuer, audience, jwksUrl] = names.map(read);
  if (!issuer && !audience && !jwksUrl) return null;
  const missing = names.filter((name) => read(name) === null);
  if (!issuer || !audience || !jwksUrl) {
    throw new CannotStart(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing: sign-in needs ${names.join(', ')}.`,
    );
  }
  if (!URL.canParse(jwksUrl)) throw new CannotStart(`AUTH_JWKS_URL is not an address: "${jwksUrl}".`);
  return { issuer, audience, jwksUrl };
}
