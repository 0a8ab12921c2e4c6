// Draws the statechart as SVG with Graphviz, at a width that a README can show.
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { arrowsFrom, boxesIn, entryOf, inWords, recordedIn, type Arrow, type Box, type Reason } from './arrows.js';

const ink = '#1d2733';
const faint = '#5b6875';
const columns = 4; // the list of what every stage records: as wide as the picture above it

/** The picture of a machine, from its root; `openedBy` is the event by which it begins. The same machine gives the same bytes. */
export async function draw(root: Box, openedBy: string): Promise<string> {
  const graphviz = await Graphviz.load();
  // Graphviz names its version in a comment; without it a patch release leaves the file as it is.
  return graphviz.dot(dotOf(root, openedBy)).replaceAll(/<!--[\s\S]*?-->\n?/g, '');
}

/** The same as text for Graphviz. */
export function dotOf(root: Box, openedBy: string): string {
  const stages = Object.values(root.states);
  const lowest = stages.at(-2) ?? root; // the stage before the end stands at the foot of the picture
  const inner = stages.flatMap(boxesIn);
  const order = Object.keys(root.states);
  const anywhere = arrowsFrom(root);
  // What may happen in every stage is drawn once, and not again where it follows by itself.
  const arrows = inner
    .flatMap(arrowsFrom)
    .filter((arrow) => !byItself(arrow) || !anywhere.some(({ to }) => to === arrow.to && to !== lowest))
    .map((arrow) => arrowLine(arrow, order));
  return `digraph "${root.id}" {
  graph [compound=true rankdir=TB nodesep=0.45 ranksep=0.5 pad=0.4 bgcolor="white" fontname="Helvetica,Arial,sans-serif"]
  node [shape=box style="rounded,filled" fillcolor="#eef3f8" color="${ink}" fontcolor="${ink}" fontname="Helvetica,Arial,sans-serif" fontsize=13 margin="0.26,0.1"]
  edge [color="${faint}" fontcolor="${ink}" fontname="Helvetica,Arial,sans-serif" fontsize=10 arrowsize=0.7]
  begin [shape=circle width=0.16 label="" fillcolor="${ink}"]
  begin -> ${named(entryOf(root))} [label="  ${openedBy}"]
  ${stages.map((stage) => boxLines(stage)).join('\n  ')}
  ${arrows.join('\n  ')}
  ${anywhere.length > 0 ? 'anywhere [shape=plaintext style="" fontsize=11 label="in every stage"]' : ''}
  ${anywhere
    .map(({ to, reasons }) => `anywhere -> ${named(entryOf(to))} [style=dashed label="${reasonsLine(reasons)}"]`)
    .join('\n  ')}
  recorded [shape=plaintext style="" margin=0 label=<${listOf(root)}>]
  ${named(entryOf(lowest))} -> recorded [style=invis]
}`;
}

/** A stage with steps is a frame around them; any other is a box. */
function boxLines(box: Box): string {
  const steps = Object.values(box.states);
  if (steps.length === 0) return `${named(box)} [label=<${labelled(box)}>]`;
  return `subgraph "cluster_${box.path.join('_')}" {
    graph [style="rounded" color="${ink}" fontcolor="${ink}" fontsize=13 margin=14 label=<${labelled(box)}>]
    ${steps.map((step) => boxLines(step)).join('\n    ')}
    ${arrowsFrom(box).some((arrow) => inside(arrow)) ? `${everyStep(box)} [shape=plaintext style="" fontsize=11 label="in every step"]` : ''}
  }`;
}

/** The name, and below it what is only recorded there. */
function labelled(box: Box): string {
  const lines = recordedIn(box).map((type) => `<br/><font point-size="9" color="${faint}">${type}</font>`);
  return `<b>${inWords(box.key)}</b>${lines.join('')}`;
}

/** An arrow may start at a frame and end at one; Graphviz wants a box inside and cuts the arrow at the frame. */
function arrowLine(arrow: Arrow, order: readonly string[]): string {
  const { from, to, reasons } = arrow;
  if (inside(arrow))
    return `${everyStep(from)} -> ${named(entryOf(to))} [style=dashed label="${reasonsLine(reasons)}"]`;
  const tail = Object.keys(from.states).length > 0 ? ` ltail="cluster_${from.path.join('_')}"` : '';
  const back = earlier(to, from, order) ? ' constraint=false' : '';
  const dotted = byItself(arrow) ? ' style=dotted' : '';
  return `${named(entryOf(from))} -> ${named(entryOf(to))} [label="${reasonsLine(reasons)}"${tail}${back}${dotted}]`;
}

/** One line an event; what they share, the situation they are for, stands above them once. */
function reasonsLine(reasons: readonly Reason[]): string {
  const groups = Object.entries(Object.groupBy(reasons, ({ only }) => only ?? ''));
  const lines = groups.flatMap(([only, group = []]) => [
    ...(only ? [`[${inWords(only)}]`] : []),
    ...group.flatMap(({ event }) => event ?? []),
  ]);
  return lines.map((line) => `  ${line}\\l`).join('');
}

const earlier = (one: Box, other: Box, order: readonly string[]) =>
  one.path[0] !== other.path[0] && order.indexOf(one.path[0] ?? '') < order.indexOf(other.path[0] ?? '');

function listOf(root: Box): string {
  const types = recordedIn(root);
  const height = Math.ceil(types.length / columns);
  const cell = (type: string | undefined) =>
    type === undefined ? '<td></td>' : `<td align="left"><font point-size="9" color="${faint}">${type}</font></td>`;
  const rows = Array.from({ length: height }, (_row, row) => {
    const across = Array.from({ length: columns }, (_column, column) => cell(types[column * height + row]));
    return `<tr>${across.join('')}</tr>`;
  });
  const title = `<tr><td align="left" colspan="${columns}"><font point-size="11"><b>recorded in each of them</b></font></td></tr>`;
  return `<table border="0" cellborder="0" cellspacing="4" cellpadding="6">${title}${rows.join('')}</table>`;
}

/** True for an arrow that no event takes: it follows from the facts. */
const byItself = ({ reasons }: Arrow) => reasons.every(({ event }) => event === null);
/** True for an arrow from a stage to one of its own steps: it can be taken in every step. */
const inside = ({ from, to }: Arrow) => to.id.startsWith(`${from.id}.`);
const everyStep = (box: Box) => `"${box.path.join('.')}.*"`;

const named = (box: Box) => `"${box.path.join('.')}"`;
