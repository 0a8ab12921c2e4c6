// What is done and seen in an emergency, over the API: opening a case, seeing it, who was told, what was recorded.
import type { Actor, Id } from '#libs/case';
import type { ReadingApi } from '../../../../test/harness/api/reading-api.js';

type Staff = ReadingApi['staff']['lead'];
export type EmergencyRequests = ReturnType<typeof emergencyRequests>;

/** The requests about one case: by its reference, unless another is named. */
export function emergencyRequests(api: ReadingApi, id: Id, reference: string) {
  const fields = 'id caseId openedBy { id } reason openedAt until endedAt acknowledgedAt acknowledgedBy { id }';
  const open = (who: Actor, named = reference, reason = 'His mother called: he is at her door') =>
    api.ask(
      who,
      `mutation ($case: String!, $reason: String!) { openInEmergency(caseIdOrReference: $case, reason: $reason) { ${fields} } }`,
      {
        case: named,
        reason,
      },
    );
  const opened = async (who: Staff) => {
    const { body } = await open(who);
    return body.data?.['openInEmergency'] as { id: Id; until: string; openedAt: string };
  };
  const sees = async (who: Staff, caseId = id) =>
    ((
      await api.read<{ case: { participants: unknown[] | null } | null }>(
        who,
        `{ case(id: "${caseId}") { participants { name } } }`,
      )
    ).case?.participants?.length ?? 0) > 0;
  const listed = (who: Staff, acknowledged?: boolean) =>
    api
      .read<{ emergencies: { edges: { node: Record<string, unknown> & { id: Id } }[] } }>(
        who,
        `query ($acknowledged: Boolean) { emergencies(acknowledged: $acknowledged, first: 100) { edges { node { ${fields} } } } }`,
        { acknowledged },
      )
      .then(({ emergencies }) => emergencies.edges.map(({ node }) => node));
  const purposes = async (who: Staff) =>
    (
      await api.service.pools.plain.query<{ kind: string; purpose: string; case_ids: Id[] }>(
        'select kind, purpose, case_ids from read_record where by = $1 order by seq',
        [who.id],
      )
    ).rows;
  return { open, opened, sees, listed, purposes };
}
