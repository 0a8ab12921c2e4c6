// The same command as a DBOS workflow: a step that reads, the decision, a step that writes; the key is the workflow's id.
import { DBOS } from '@dbos-inc/dbos-sdk';
import { decide, may, summary, type Actor, type CaseEvent, settingsOf } from '#libs/case';
import { canonical, sha256 } from '#libs/hash-chain';
import { nextEntry, type CaseFile, type Command, PgCaseStore } from '#libs/casework';
import { PgPersonalRecords } from '#libs/people';
import { Vault } from '#libs/sealing';
import { APPLICATION, openPools, scoped } from '#libs/database';
import type { ApiOptions } from '../../../api/src/index.js';
import { dataFolder } from '#libs/config';
import { masterKeysFrom } from '../../../server/src/master-keys.js';

type Tell = ApiOptions['casework']['tell'];

/** Launches DBOS on the same server, its system database beside ours, and gives the command. Both steps use our own statements, one command each. */
export async function dbosTell(url: string): Promise<Tell> {
  const pools = openPools(url, { as: APPLICATION });
  const store = new PgCaseStore(
    pools,
    new PgPersonalRecords(scoped(pools.plain), new Vault(masterKeysFrom({}, dataFolder).keys)),
    { size: 1, slots: 8 },
  );

  async function command(actor: Actor, { caseId, event: said, key }: Command) {
    const read = await DBOS.runStep(
      () => store.loadForCommand(actor, caseId, key).then(({ file }) => file && plain(file)),
      {
        name: 'read',
      },
    );
    if (!read) return { ok: false, why: 'not-found' } as const;
    const file = { ...read, lastHash: Buffer.from(read.lastHash, 'hex'), settings: settingsOf('{}') };
    const event = { ...said, at: read.now, by: actor.id } as CaseEvent;
    if (!may(actor, event, file.stored.facts)) return { ok: false, why: 'not-permitted', blockers: [] } as const;
    const decision = decide(file.stored, event, file.settings);
    if (!decision.ok) return decision;
    const revision = file.revision + 1;
    const written = await DBOS.runStep(
      () =>
        store.write({
          caseId,
          serviceId: file.serviceId,
          from: file.revision,
          opening: null,
          next: decision.next,
          summary: summary(decision.next, event.at, file.settings),
          entries: [nextEntry(caseId, revision, event, file.lastHash)],
          effects: decision.effects,
          texts: [],
          participants: null,
          answer: { actorId: actor.id, key, requestHash: sha256(canonical([caseId, said])) },
          at: event.at,
          by: actor.id,
        }),
      { name: 'write' },
    );
    return written
      ? ({ ok: true, caseId, revision } as const)
      : ({ ok: false, why: 'stale', revision: file.revision } as const);
  }
  const workflow = DBOS.registerWorkflow(command, { name: 'command' });
  const system = new URL(url);
  system.pathname = `${system.pathname}_dbos`;
  DBOS.setConfig({
    name: 'concord-bench',
    systemDatabaseUrl: system.href,
    systemDatabasePoolSize: 20,
    logLevel: 'error',
  });
  await DBOS.launch();
  return async (actor, told) => {
    const handle = await DBOS.startWorkflow(workflow, { workflowID: `${actor.id} ${told.key}` })(
      actor,
      told as unknown as Command,
    );
    return handle.getResult();
  };
}

/** What a step may give back is JSON: bytes as text, and the moment, which a workflow must not ask for itself. */
const plain = ({ settings: _, lastHash, ...file }: CaseFile) => ({
  ...file,
  lastHash: Buffer.from(lastHash).toString('hex'),
  now: new Date().toISOString(),
});
