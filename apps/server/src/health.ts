// Health as a process without the API answers it, in the API's own form.
import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../../api/src/server/http/headers.js';

/** Whether the request asks if this process can serve, and not only if it lives. */
export const isReadiness = (url: string | undefined): boolean => /^\/health\/ready(?=\?|$)/.test(url ?? '');

/** 503 where something stands in the way, with sentences fit for a stranger, since the address is public. */
export function answerHealth(response: ServerResponse, problems: readonly string[]): void {
  const well = problems.length === 0;
  response.writeHead(well ? 200 : 503, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(well ? { status: 'ready' } : { status: 'not ready', why: problems }));
}
