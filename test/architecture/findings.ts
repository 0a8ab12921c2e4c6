// What the architecture tests look through, and how they tell what they found.
import ts from 'typescript';
import { sources, type Source } from './sources.js';

/** Sources that are no tests. */
export const production = sources.filter((source) => !source.isTest);
const say = (source: Source, what: string) => `${source.path}: ${what}`;

/** Findings of a rule over files; a test expects none, so a failure lists every place. */
export const findings = (among: readonly Source[], rule: (source: Source) => readonly string[]) =>
  among.flatMap((source) => rule(source).map((what) => say(source, what)));

/** What the code calls, makes and reads, as text: `Date.now`, `new Date()`, `fetch(`. Words in comments and strings do not count. */
export function reachesFor({ tree }: Source): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) found.push(node.getText());
    if (ts.isNewExpression(node))
      found.push(`new ${node.expression.getText()}(${node.arguments?.length ? '...' : ''})`);
    if (ts.isCallExpression(node)) found.push(`${node.expression.getText()}(${node.arguments.length ? '' : ')'}`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
