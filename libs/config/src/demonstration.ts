// Where the demonstration may run: its sign-in lets anybody in as anybody, so nobody but the person at the keyboard may reach it.
import { isElsewhere } from './database-address.js';
import { answers, type Parts } from './parts.js';

/** What of the settings says who could reach the demonstration, and what it would show them. */
interface Reached {
  readonly signIn: object | null;
  readonly production: boolean;
  readonly host: string;
  readonly publicUrl: string | null;
  readonly databaseUrl: string | null;
}

/** A line for each way in which the demonstration could be reached by others, or would show real data; none where a sign-in service is named. */
export function openToOthers({ signIn, production, host, publicUrl, databaseUrl }: Reached, parts: Parts): string[] {
  if (signIn !== null || production || !answers(parts)) return []; // production says it in its own words
  const why = 'without AUTH_ISSUER this is the demonstration, which lets anybody in as anybody';
  return [
    ...(isElsewhere(host) ? [`HOST must be 127.0.0.1: ${why}.`] : []),
    ...(publicUrl !== null && isElsewhere(new URL(publicUrl).hostname)
      ? [`PUBLIC_URL must be on this machine: ${why}.`]
      : []),
    ...(databaseUrl !== null ? [`DATABASE_URL must be left out: ${why}, and it keeps to its own data.`] : []),
  ];
}
