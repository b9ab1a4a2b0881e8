/** The identity provider does not hand its keys out, so no token can be checked: the same request may succeed later. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
  readonly retryable = true;
  constructor(url: URL, options: { readonly cause: unknown }) {
    super(
      `No token can be checked: the keys at ACCORD_JWKS_URL (${url.origin}${url.pathname}) cannot be fetched.`,
      options,
    );
  }
}
