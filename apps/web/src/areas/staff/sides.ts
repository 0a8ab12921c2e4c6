// On which side of a case somebody stands, as its processes and their role say. Neither side: neutral ground.

export type Side = 'harmed' | 'responsible';

/** A process as far as sides go. */
export interface SidedProcess {
  readonly members: readonly { readonly participantId: string; readonly side: string | null }[];
}

/** The side of a participant; null for neither. */
export function sideOf(
  processes: readonly SidedProcess[],
  { id, role }: { readonly id: string; readonly role: string },
): Side | null {
  const said =
    processes.flatMap(({ members }) => members).find(({ participantId }) => participantId === id)?.side ?? role;
  return said === 'harmed' || said === 'responsible' ? said : said === 'representative' ? 'harmed' : null;
}
