// Finds circles in a graph of imports (Tarjan's strongly connected components, in its shortest useful form).

/** A node and the names it points to; names that are no node are ignored. */
export interface Node {
  readonly name: string;
  readonly to: readonly string[];
}

/** Every group of two or more nodes that reach one another, and every node that points to itself. */
export function circlesIn(nodes: readonly Node[]): string[][] {
  const edges = new Map(nodes.map(({ name, to }) => [name, to]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];

  const visit = (name: string): number => {
    const mine = order.size;
    order.set(name, mine);
    let low = mine;
    stack.push(name);
    for (const next of edges.get(name) ?? []) {
      if (!edges.has(next)) continue;
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, lowest.get(next) ?? order.get(next) ?? low);
    }
    lowest.set(name, low);
    if (low === mine) {
      const group = stack.splice(stack.indexOf(name));
      if (group.length > 1 || edges.get(name)?.includes(name)) circles.push(group.toSorted());
    }
    return low;
  };
  for (const { name } of nodes) if (!order.has(name)) visit(name);
  return circles;
}
