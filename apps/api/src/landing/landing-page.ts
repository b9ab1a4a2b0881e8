/** The page at `/`: what this is, and where to go. No script, nothing from elsewhere. */
export const landingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accord</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/landing.css">
</head>
<body>
<main>
<h1>Accord</h1>
<p class="lead">The system of record for strategic partnerships.</p>
<p>A strategic partnership is more than single deals: rules and processes, a dedicated partner manager, a programme that
fits the partner, one responsible contact in <em>both</em> companies, steady exchange, and, if it must be, an end in time
and by mutual agreement. Accord keeps every step of it as an event that is never changed or deleted.</p>
<p><a class="button" href="/explorer">Open the GraphQL explorer</a></p>
<p>Every request needs a token. <code>npm run demo</code> printed one per role;
<code>npm run accord -- token --role AUDITOR --subject me</code> prints another.
The explorer asks for it; there and elsewhere it is a header:</p>
<pre>{ "Authorization": "Bearer &lt;token&gt;" }</pre>
<h2>Three questions to start with</h2>
<pre>{ partnerships(first: 10, filter: { states: [ACTIVE] }) {
    totalCount
    edges { node { id companyName category state tier nextReviewOn } }
} }</pre>
<pre>{ onboardingBoard(first: 10) {
    edges { node { companyName missing { code side message } } }
} }</pre>
<pre>{ terminationBoard(first: 10) {
    edges { node { companyName state endsOn proposal { proposingSide acceptBy } } }
} }</pre>
<p class="small"><a href="/health/ready">Health</a> · the schema is in the explorer, and in
<code>apps/api/schema.graphql</code></p>
</main>
</body>
</html>
`;

/** The style of the landing page. */
export const landingStyle = `:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 2.6rem; margin: 0; letter-spacing: -0.02em; }
.lead { font-size: 1.25rem; margin-top: 0.25rem; }
pre { background: color-mix(in srgb, CanvasText 7%, Canvas); padding: 0.9rem 1rem; border-radius: 0.5rem; overflow-x: auto; }
code, pre { font: 0.9rem/1.5 ui-monospace, monospace; }
.button { display: inline-block; padding: 0.6rem 1.1rem; border-radius: 0.5rem; background: #14532d; color: #fff; text-decoration: none; }
.small { font-size: 0.875rem; opacity: 0.8; }
`;
