/** Rows of a file of JSON objects: one a line, a list of them, or one alone; a broken one costs no other. */
import { ReferralFileProblem } from './problem.js';
import { linesOf, type RawRow } from './rows.js';

const WANTED = 'This referrer sends JSON: one object on each line, or a list of objects.';

/** Rows of a JSON file. Blank lines are no rows. Throws ReferralFileProblem, in one line, for a file of another shape. */
export function jsonRows(text: string): RawRow[] {
  if (/^\s*\[\s*(\{|\])/u.test(text)) return listed(text);
  if (/^\s*\{/u.test(text) && parsed(text).cells !== null)
    return [{ line: linesOf(text.slice(0, text.indexOf('{') + 1)).length, original: text.trim(), ...parsed(text) }];
  const rows = linesOf(text).flatMap(({ text: original }, i) =>
    original.trim() === '' ? [] : [{ line: i + 1, original, ...parsed(original) }],
  );
  if (!rows.some(({ original }) => original.trim().startsWith('{')))
    throw new ReferralFileProblem('shape', `${WANTED} This file is neither.`);
  return rows;
}

function parsed(original: string): Pick<RawRow, 'cells' | 'problem'> {
  try {
    const value: unknown = JSON.parse(original);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { cells: value as Record<string, unknown>, problem: '' };
    }
    return { cells: null, problem: 'the line is not a JSON object' };
  } catch {
    return { cells: null, problem: 'the line is not JSON' };
  }
}

/** The objects of a list, each as it stands in the file. */
function listed(text: string): RawRow[] {
  const rows: RawRow[] = [];
  let [depth, from, line, startedOn, inString] = [0, -1, 1, 1, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) line += 1;
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth === 2) [from, startedOn] = [at, line];
    } else if (sign === '}' || sign === ']') {
      depth -= 1;
      if (depth !== 1) continue;
      const original = text.slice(from, at + 1);
      rows.push({ line: startedOn, original, ...parsed(original) });
    }
  }
  if (depth !== 0 || inString) throw new ReferralFileProblem('shape', `${WANTED} The list of this file is not whole.`);
  return rows;
}
