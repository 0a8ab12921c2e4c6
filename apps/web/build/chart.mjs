// What the build makes of the picture of a process: its SVG for a page, each box named, and its arrows for the same as text.

const ARROW = '&#45;&gt;';
const titles = (svg) => [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title);

/** The module of the picture: `chartSvg` with a `data-box` on each box, `chartBoxes` in their order, `chartArrows` from box to box. */
export function chartModule(svg) {
  const names = titles(svg);
  const isBox = (name) => !name.includes(ARROW) && !/^(begin|anywhere|recorded|process|cluster_.*)$/.test(name);
  const boxes = names.filter(isBox);
  const arrows = names
    .filter((name) => name.includes(ARROW))
    .map((name) => name.split(ARROW))
    .filter(([from, to]) => (boxes.includes(from) || from === 'anywhere') && boxes.includes(to));
  const drawn = svg
    .slice(svg.indexOf('<svg'))
    .replace(/<svg width="[^"]*" height="[^"]*"/, '<svg aria-hidden="true" focusable="false"')
    .replaceAll(/ xmlns(:xlink)?="[^"]*"| xml:space="[^"]*"/g, '')
    .replaceAll(/<g id="[^"]*" class="node">\s*<title>([^<]*)<\/title>/g, '<g class="node" data-box="$1">')
    .replaceAll(/<g id="[^"]*"/g, '<g')
    .replaceAll(/<title>[^<]*<\/title>\n?/g, '');
  return [
    '// The picture of a process, from schema/picture.svg. Generated: change the machine and draw it again.',
    `export const chartSvg = ${JSON.stringify(drawn)};`,
    `export const chartBoxes: readonly string[] = ${JSON.stringify(boxes)};`,
    `export const chartArrows: readonly (readonly [from: string, to: string])[] = ${JSON.stringify(arrows)};`,
    '',
  ].join('\n');
}
