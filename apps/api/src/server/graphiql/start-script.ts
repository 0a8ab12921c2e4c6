// The script that starts GraphiQL in the page; it runs in the browser and talks to this server only.

const welcome = `# Concord. Pick a role above: its demo token goes into the header editor below.
# Press Ctrl-Enter to run.
{
  me {
    id
    kind
    roles
  }
}
`;

/** Plain script for the browser; React, ReactDOM and GraphiQL are globals of the scripts before it. */
export const startScript = `'use strict';
(function () {
  var place = document.getElementById('graphiql');
  function fetcher(params, options) {
    return fetch('/graphql', {
      method: 'POST',
      headers: Object.assign({ 'content-type': 'application/json' }, options && options.headers),
      body: JSON.stringify(params),
    }).then(function (response) {
      return response.json();
    });
  }
  ReactDOM.createRoot(place).render(
    React.createElement(GraphiQL, {
      fetcher: fetcher,
      headers: place.dataset.headers,
      defaultQuery: ${JSON.stringify(welcome)},
      defaultEditorToolsVisibility: 'headers',
      shouldPersistHeaders: false,
      isHeadersEditorEnabled: true,
    }),
  );
})();
`;
