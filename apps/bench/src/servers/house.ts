// Our API in a process of its own, as `npm start` runs it; the command done our way, or one of the usual ways behind the same API.
import { type ApiOptions, demoTokens, startApi } from '../../../api/src/index.js';
import { dataFolder } from '#libs/config';
import { composeServices } from '../../../server/src/compose-services.js';
import { masterKeysFrom } from '../../../server/src/master-keys.js';
import { asChild } from '../child.js';
import { watchDatabase } from '../database-time.js';
import type { Listening, ServerOrders, ServerReport } from './orders.js';

const waited = watchDatabase();

async function listen(orders: ServerOrders): Promise<Listening> {
  const { url, serviceId, subjects } = orders;
  const house = composeServices(url, masterKeysFrom({}, dataFolder).keys);
  const { auth, tokens } = await demoTokens({
    people: subjects.map((subject) => ({ role: 'of the bench', subject, serviceId })),
  });
  const tell = await peersTell(orders);
  // The peers do the command in their own way; everything else of the case work is ours.
  const casework: typeof house.casework = tell
    ? Object.assign(Object.create(house.casework), { tell })
    : house.casework;
  const api = await startApi({
    ...house,
    casework,
    auth,
    port: 0,
    host: '127.0.0.1',
    production: false,
    log: { level: 'warn' },
    limits: { requestsPerMinute: Number.MAX_SAFE_INTEGER }, // one person here stands for a whole country
  });
  return { port: api.port, tokens: tokens.map(({ token }) => token) };
}

/** A peer's way of doing the command; null for ours. Only the peer that is asked for is loaded: the others' memory is not ours. */
async function peersTell(orders: ServerOrders): Promise<ApiOptions['casework']['tell'] | null> {
  if (orders.how === 'save') return (await import('./save.js')).saveTell(orders);
  if (orders.how === 'dbos') return (await import('./dbos.js')).dbosTell(orders.url);
  return null;
}

const report = (): ServerReport => ({ residentMb: process.resourceUsage().maxRSS / 1024, database: waited() });

asChild<ServerOrders, Listening>(listen, report);
