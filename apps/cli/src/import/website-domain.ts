/**
 * Hosts on which many companies have a page. A page there says nothing about whose domain it is: two partners with a
 * repository on github.com would look like one company.
 */
const SHARED_HOSTS: readonly string[] = [
  'github.com',
  'github.io',
  'gitlab.com',
  'gitlab.io',
  'bitbucket.org',
  'sourceforge.net',
  'readthedocs.io',
  'medium.com',
  'linkedin.com',
  'xing.com',
  'facebook.com',
  'instagram.com',
  'twitter.com',
  'x.com',
  'youtube.com',
  'crunchbase.com',
  'wikipedia.org',
  'wordpress.com',
  'blogspot.com',
  'wixsite.com',
  'sites.google.com',
  'docs.google.com',
  'notion.site',
  'notion.so',
  'linktr.ee',
];

/** What a website cell says about a company's domain. */
export type WebsiteReading =
  | { readonly kind: 'domain'; readonly domain: string }
  | { readonly kind: 'shared-host'; readonly host: string }
  | { readonly kind: 'unreadable' };

/**
 * The domain in a website cell: scheme, `www.`, port and path dropped, lower case, international names in their ASCII
 * form. A host that many companies share is not the company's domain.
 */
export function websiteDomain(cell: string): WebsiteReading {
  const address = cell.trim().replace(/^https?:\/\//iu, '');
  if (/[\s@]|:\/\//u.test(address.split(/[/?#]/u)[0] ?? '') || !URL.canParse(`http://${address}`)) {
    return { kind: 'unreadable' };
  }
  const host = new URL(`http://${address}`).hostname.replace(/\.$/u, '').replace(/^www\./u, '');
  if (!/^(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+$/u.test(host)) return { kind: 'unreadable' };
  return SHARED_HOSTS.some((shared) => host === shared || host.endsWith(`.${shared}`))
    ? { kind: 'shared-host', host }
    : { kind: 'domain', domain: host };
}
