/** The page of the GraphQL explorer (GraphiQL), served whole from this machine. */
export const explorerPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Accord explorer</title>
<link rel="stylesheet" href="/explorer/graphiql.css">
<style>html, body, #explorer { height: 100%; margin: 0; }</style>
</head>
<body>
<div id="explorer">Loading …</div>
<script src="/explorer/react.js"></script>
<script src="/explorer/react-dom.js"></script>
<script src="/explorer/graphiql.js"></script>
<script src="/explorer/start.js"></script>
</body>
</html>
`;

/** Starts the explorer; a token in the address (\`#token=…\`) goes into the headers and out of the address. */
export const explorerStart = `const token = new URLSearchParams(location.hash.slice(1)).get('token');
if (token) history.replaceState(null, '', location.pathname);
const headers = { Authorization: 'Bearer ' + (token || '<token>') };
const socket = location.origin.replace(/^http/, 'ws') + '/graphql';
ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql', subscriptionUrl: socket, wsConnectionParams: headers }),
    defaultHeaders: JSON.stringify(headers, null, 2),
    shouldPersistHeaders: false,
    defaultQuery: '{\\n  partnerships(first: 10) {\\n    totalCount\\n    edges { node { id companyName category state } }\\n  }\\n}\\n',
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
