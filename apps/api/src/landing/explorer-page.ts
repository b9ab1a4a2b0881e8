/** The page of the GraphQL explorer (GraphiQL), served whole from this machine. */
export const explorerPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accord explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/explorer/graphiql.css">
<link rel="stylesheet" href="/explorer/explorer.css">
</head>
<body>
<form id="token" hidden>
<label for="pasted">Every request needs a token. Paste one (<code>npm run demo</code> prints one per role):</label>
<input id="pasted" name="token" required autocomplete="off" spellcheck="false" placeholder="eyJ…">
<button>Use it</button>
</form>
<div id="explorer">Loading …</div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</body>
</html>
`;

/** The explorer fills the window below the form for the token; on a narrow one its halves lie above each other. */
export const explorerStyle = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; }
#explorer { flex: 1; min-height: 0; }
#token:not([hidden]) { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; padding: 0.5rem 0.75rem;
  font: 0.9rem/1.4 system-ui, sans-serif; background: #14532d; color: #fff; }
#token input { flex: 1 1 10rem; min-width: 0; padding: 0.3rem 0.5rem; font: inherit; }
#token button { padding: 0.3rem 0.8rem; font: inherit; }
@media (max-width: 700px) {
  #explorer .graphiql-session { flex-direction: column; }
  #explorer .graphiql-session > * { flex: 1 1 50% !important; min-height: 0; width: auto; }
  #explorer .graphiql-session > .graphiql-horizontal-drag-bar { display: none; }
}
`;

/**
 * Starts the explorer; a token in the address (\`#token=…\`) goes into the headers and out of the address. Without one,
 * the page asks for it.
 */
export const explorerStart = `const form = document.getElementById('token');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  location.hash = new URLSearchParams({ token: form.elements.token.value.trim() }).toString();
  location.reload();
});
const token = new URLSearchParams(location.hash.slice(1)).get('token');
form.hidden = Boolean(token);
if (token) history.replaceState(null, '', location.pathname);
const headers = { Authorization: 'Bearer ' + (token || '<token>') };
const socket = location.origin.replace(/^http/, 'ws') + '/graphql';
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socket, wsConnectionParams: headers }),
    headers: JSON.stringify(headers, null, 2),
    shouldPersistHeaders: false,
    defaultQuery: '# Needs a token: under Headers below it stands in place of <token>.\\n{\\n  partnerships(first: 10) {\\n    totalCount\\n    edges { node { id companyName category state } }\\n  }\\n}\\n',
  }),
);
`;

/** The explorer's files, by the address they are served under: a package and the file in it. */
export const explorerAssets = {
  'graphiql.css': { package: 'graphiql', file: 'graphiql.min.css', mediaType: 'text/css; charset=utf-8' },
  'graphiql.js': { package: 'graphiql', file: 'graphiql.min.js', mediaType: 'text/javascript; charset=utf-8' },
  'react.js': { package: 'react', file: 'umd/react.production.min.js', mediaType: 'text/javascript; charset=utf-8' },
  'react-dom.js': {
    package: 'react-dom',
    file: 'umd/react-dom.production.min.js',
    mediaType: 'text/javascript; charset=utf-8',
  },
} as const;
