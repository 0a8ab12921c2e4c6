// Tasks that say the same in one group, the one with the oldest first; within it the oldest first.

export function folded<T extends { readonly task: string; readonly since: string }>(
  tasks: readonly T[],
): { readonly task: string; readonly tasks: readonly T[] }[] {
  const groups = new Map<string, T[]>();
  for (const one of tasks.toSorted((a, b) => (a.since < b.since ? -1 : 1)))
    groups.set(one.task, [...(groups.get(one.task) ?? []), one]);
  return [...groups].map(([task, same]) => ({ task, tasks: same }));
}
