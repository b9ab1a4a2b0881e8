import { generate } from 'selfsigned';

/** A certificate for 127.0.0.1 with its key, and the authority that nobody trusts who was not told to (PEM). */
export interface Certificate {
  readonly certificate: Buffer;
  readonly key: Buffer;
  readonly authority: Buffer;
}

/** Makes a certificate and an authority of its own. They are two, because not every client takes one for both. */
export async function ownCertificate(): Promise<Certificate> {
  const authority = await generate([{ name: 'commonName', value: 'Authority of a test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return {
    certificate: Buffer.from(server.cert),
    key: Buffer.from(server.private),
    authority: Buffer.from(authority.cert),
  };
}
