// From version 1 to 2: safe contact became more than channels; needs, names told and meetings called off came to be known.

/* The shapes of old versions are not typed any more: what they held is written down in the frozen fixtures. */
type Old = Record<string, never>;
const entries = (record: object): [string, Old][] => Object.entries(record);

/** The facts of version 2. `facts` are a copy of their own. */
export function fromVersion1({ state, facts }: { state: unknown; facts: unknown }): { state: unknown; facts: unknown } {
  const old = facts as Record<string, Record<string, object>>;
  const { contact, people, conference, post, exchange, agreement } = old;
  const asked = { times: [], voicemail: 'nothing', words: null, alias: null, mustNotKnow: null };
  const safe = entries(contact?.['safe'] ?? {}).map(([id, known]) => [id, { ...asked, ...known }]);
  const queued = entries(post?.['queued'] ?? {}).map(([id, notice]) => [id, { ...notice, startsAt: null }]);
  const words = entries(exchange?.['words'] ?? {}).map(([id, w]) => [
    id,
    { ...w, receiptTold: w['receiptToldAt'] ? w['receipt'] : null },
  ]);
  const items = entries(agreement?.['items'] ?? {}).map(([id, i]) => {
    const { recipientToldAt, outcome } = i as { recipientToldAt?: string; outcome?: { outcome: string } };
    return [
      id,
      { ...i, recipientTold: recipientToldAt && outcome ? { at: recipientToldAt, outcome: outcome.outcome } : null },
    ];
  });
  return {
    state,
    facts: {
      ...old,
      exchange: { ...exchange, words: Object.fromEntries(words) },
      agreement: { ...agreement, items: Object.fromEntries(items) },
      contact: { ...contact, safe: Object.fromEntries(safe), needs: {} },
      people: { ...people, namesTold: {} },
      conference: { ...conference, calledOff: null },
      post: { ...post, queued: Object.fromEntries(queued) },
    },
  };
}
