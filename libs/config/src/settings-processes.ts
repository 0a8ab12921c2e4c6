// What processes that work together must be told: where the others are, and how to stop without losing a request.
import type { Parts } from './parts.js';

export interface Stopping {
  /** Seconds in which /health/ready says no and requests are still taken, so that a load balancer hears of it first. */
  readonly drainSeconds: number;
  /** Seconds that what was accepted may take to finish after that. */
  readonly stopSeconds: number;
}

/** Seconds: a longer wait is a mistake, such as milliseconds. */
export const LONGEST_STOP = 600;
/** Seconds after that for the jobs and the database of the process. */
export const REST_SECONDS = 10;
/** Zero where no load balancer is set: none has to notice first. */
const DRAIN_SECONDS = '0';
/** Pages wait ten seconds for the API, and the slowest figures take some; Kubernetes kills thirty seconds after it asked. */
const STOP_SECONDS = '25';

/** `seconds` reads a setting by its name, or its preset. */
export const stoppingFrom = (seconds: (name: string, preset: string) => number): Stopping => ({
  drainSeconds: seconds('DRAIN_SECONDS', DRAIN_SECONDS),
  stopSeconds: seconds('STOP_SECONDS', STOP_SECONDS),
});

/** A line for each setting without which pages and API in two processes would not find one another. */
export function missingBetween(parts: Parts, isSet: (name: string) => boolean): string[] {
  const [web, api] = [parts.has('web'), parts.has('api')];
  // The issuer of the demonstration's ID tokens is below the public address.
  const needsPublicUrl = web !== api && (web || !isSet('AUTH_ISSUER'));
  return [
    ...(web && !api && !isSet('API_URL')
      ? ['API_URL is missing: pages without the API in their process need its address, such as http://10.0.0.5:3000.']
      : []),
    ...(needsPublicUrl && !isSet('PUBLIC_URL')
      ? ['PUBLIC_URL is missing: pages and API in two processes must know the address at which people come in.']
      : []),
  ];
}
