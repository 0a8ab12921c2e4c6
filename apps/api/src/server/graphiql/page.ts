// The page around GraphiQL: a picker of demo tokens by role, and scripts from this server only.
import type { DemoToken } from '../auth/demo-issuer.js';

/** Nothing but our own files; `data:` for the fonts and pictures inside GraphiQL's stylesheet. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The HTML; `role` picks whose token stands in the header editor, the first one when it names none. */
export function graphiqlPage(tokens: readonly DemoToken[], role: string | undefined): string {
  const chosen = tokens.find((token) => token.role === role) ?? tokens[0];
  const headers = JSON.stringify({ authorization: `Bearer ${chosen?.token ?? 'PASTE-A-TOKEN'}` }, null, 2);
  const picker = tokens.map(
    (token) =>
      `<a href="/graphiql?role=${encodeURIComponent(token.role)}"${token === chosen ? ' aria-current="page"' : ''}>${escaped(token.role)}</a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Concord: GraphiQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/assets/graphiql.css">
<link rel="stylesheet" href="/graphiql/assets/start.css">
</head>
<body>
<nav aria-label="Demo tokens">Ask as: ${picker.join('\n')}</nav>
<main id="graphiql" data-headers="${escaped(headers)}">Loading…</main>
<script src="/graphiql/assets/react.js"></script>
<script src="/graphiql/assets/react-dom.js"></script>
<script src="/graphiql/assets/graphiql.js"></script>
<script src="/graphiql/assets/start.js"></script>
</body>
</html>
`;
}
