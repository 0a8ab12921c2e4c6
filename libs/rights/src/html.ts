// Plain, accessible pages without script or style sheet of others: what a person is given to read and keep.

/** Text that is safe between tags and in attributes. */
export class Html {
  constructor(readonly text: string) {}
}
type Part = string | number | Html | readonly Html[] | null | undefined;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign);
const asText = (part: Part): string => {
  if (part === null || part === undefined) return '';
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('') : escaped(String(part));
};

/** Markup whose inserted parts are escaped, unless they are markup themselves. */
export const markup = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(texts.map((text, at) => text + asText(parts[at])).join(''));

/** Free words with their paragraphs and line breaks. */
export const paragraphs = (words: string): Html[] =>
  words.split(/\n{2,}/).map(
    (part) => markup`<p>${lines(part)}</p>
`,
  );
const lines = (part: string): Html[] => part.split('\n').map((line, at) => markup`${at > 0 ? BREAK : ''}${line}`);
const BREAK = new Html('<br>');

// Large enough, dark on light, narrow enough to read; prints as it stands.
const style = new Html(
  'body{font:1.1rem/1.5 sans-serif;color:#111;background:#fff;max-width:45rem;margin:2rem auto;padding:0 1rem}' +
    'table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:.4rem;text-align:left;vertical-align:top}' +
    'caption{font-weight:bold;text-align:left}blockquote{border-left:.3rem solid #555;margin:0;padding-left:1rem}',
);

/** A whole page. `language` is the language of its words. */
export const page = (language: string, title: string, body: Html): string =>
  `<!doctype html>\n${
    markup`<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}</main>
</body>
</html>
`.text
  }`;

/** A table with a caption; nothing at all without rows. */
export const table = (caption: string, heads: readonly string[], rows: readonly (readonly Part[])[]): Html =>
  rows.length === 0
    ? markup``
    : markup`<table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map((cells) => markup`<tr>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>
`;

/** An instant as people say it, in London: 2 March 2026, 09:30. */
export const spoken = (at: string): string => moments.format(new Date(at));
const moments = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });
/** A day as people say it: 2 March 2026. */
export const spokenDay = (day: string): string => days.format(new Date(`${day.slice(0, 10)}T12:00:00Z`));
const days = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long' });
