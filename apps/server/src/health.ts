// Health as a process without the API answers it, in the API's own form.
import type { ServerResponse } from 'node:http';
import { securityHeaders } from '../../api/src/server/http/headers.js';

/** Whether the request asks if this process can serve, and not only if it lives. */
export const isReadiness = (url: string | undefined): boolean => /^\/health\/ready(?=\?|$)/.test(url ?? '');

/** 503 where it cannot serve; says no more than that, since the address is public. */
export function answerHealth(response: ServerResponse, well: boolean): void {
  response.writeHead(well ? 200 : 503, { ...securityHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify({ status: well ? 'ready' : 'not ready' }));
}
