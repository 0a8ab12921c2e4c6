// Asks the API over HTTP: trusted documents only, on behalf of one visitor, within a few seconds.
import { z } from 'zod';
import type { Operation } from './operation.js';
import { ApiError, type ApiErrorCode } from './api-error.js';

/** Who a question is asked for. */
export interface Asker {
  /** The session token; null for a visitor who is not signed in. */
  readonly token: string | null;
  /** Their network address, for the API's limits on guessing. */
  readonly address: string;
  /** Told when their session ends if nothing more is asked: an ISO instant. */
  readonly sessionEnds?: (at: string) => void;
}

/** Asks; gives the answer. @throws ApiError when there is none. */
export type Ask = <Answer, Variables extends object>(
  operation: Operation<Answer, Variables>,
  asker: Asker,
  variables: Variables,
) => Promise<Answer>;

/** Longer than the slowest answer of a healthy API, shorter than the patience of a visitor who waits for a page. */
const patience = 10_000;

const reply = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).optional() })).optional(),
});

/** The API's codes that mean something to a page; every other one is a fault of ours. */
const codes: Readonly<Record<string, ApiErrorCode>> = {
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  BAD_USER_INPUT: 'INVALID',
  TOO_MANY_REQUESTS: 'TOO_MANY',
  LIMIT_EXCEEDED: 'TOO_MANY',
  UNAVAILABLE: 'AWAY',
};

/** A client of the API at `url`; `secret` lets the API believe the addresses it is told. */
export function apiClient(url: string, secret: string, within = patience): Ask {
  return async <Answer>(
    { operationName, sha256 }: Operation<Answer, object>,
    { token, address, sessionEnds }: Asker,
    variables: object,
  ) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'concord-web': secret,
        'concord-visitor': address,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({
        operationName,
        variables,
        extensions: { persistedQuery: { version: 1, sha256Hash: sha256 } },
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(within),
    }).catch(() => {
      throw new ApiError('AWAY');
    });
    const ends = response.headers.get('concord-session-ends');
    if (ends !== null) sessionEnds?.(ends);
    if (response.status === 429) throw new ApiError('TOO_MANY');
    const read = reply.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new ApiError(response.status >= 500 ? 'AWAY' : 'BROKEN');
    const [error] = read.data.errors ?? [];
    if (error) throw new ApiError(codes[error.extensions?.code ?? ''] ?? 'BROKEN');
    if (!read.data.data) throw new ApiError('BROKEN');
    // The API checked the document against the schema that the types were made from; its answer has that shape.
    return read.data.data as Answer;
  };
}

/** Sends a file of referrals on behalf of a visitor; gives its id, null where it is refused. @throws ApiError when there is no answer. */
export type SendFile = (asker: Asker, file: Uint8Array<ArrayBuffer>) => Promise<string | null>;

const sentFile = z.object({ id: z.uuid() });

/** A client for files: the API takes them beside GraphQL, at `/referral-files`. */
export const fileClient =
  (url: string, secret: string, within = patience): SendFile =>
  async ({ token, address }, file) => {
    const form = new FormData();
    form.set('file', new Blob([file]), 'referrals');
    const response = await fetch(new URL('referral-files', url), {
      method: 'POST',
      headers: {
        'concord-web': secret,
        'concord-visitor': address,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(within),
    }).catch(() => {
      throw new ApiError('AWAY');
    });
    if (response.status === 401) throw new ApiError('UNAUTHENTICATED');
    const read = sentFile.safeParse(await response.json().catch(() => null));
    return response.ok && read.success ? read.data.id : null;
  };
