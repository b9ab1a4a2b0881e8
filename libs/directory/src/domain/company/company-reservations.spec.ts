import { companyHolds, companyReservations } from './company-reservations.js';
import { companyDataCorrected, partnerCompanyRegistered } from './event-samples.js';
import { evolveCompany, initialCompany } from './state.js';

const keysOf = (values: Parameters<typeof companyReservations>[0]): readonly string[] =>
  companyReservations(values).map(({ key }) => key);

describe('what a company reserves', () => {
  it('is everything that identifies it', () => {
    const { companyId: _, externalRefs: _refs, unknownFields: _unknown, ...identity } = partnerCompanyRegistered.data;
    expect(keysOf(identity)).toEqual([
      'lei-5299001NVENTED000161',
      'register-kiel-hrb-12345ki',
      'vat-DE123456789',
      'domain-nordlicht.example',
      'name-nordlicht-systemhaus',
    ]);
  });

  it.each([
    ['an LEI in small letters', { lei: '5299 001nvented 000161' }, 'lei-5299001NVENTED000161'],
    ['a VAT id with spaces', { vatId: 'de 123 456 789' }, 'vat-DE123456789'],
    ['a domain with www', { domain: 'WWW.Nordlicht.example.' }, 'domain-nordlicht.example'],
    ['a court by its full name', register('Amtsgericht Kiel', 'HRB', '0012345 KI'), 'register-kiel-hrb-12345ki'],
    ['a court by its short name', register('AG Kiel', 'hrb', '12345KI'), 'register-kiel-hrb-12345ki'],
    ['a court of several words', register('Frankfurt am Main', 'HRB', '1'), 'register-frankfurt-am-main-hrb-1'],
    ['a number of zeros', register('Köln', 'HRA', '000'), 'register-koeln-hra-0'],
  ])('knows %s', (_case, values, key) => {
    expect(keysOf(values)).toEqual([key]);
  });

  it('tells the same number at another court, or in another section, apart', () => {
    expect(keysOf(register('Kiel', 'HRA', '1'))).not.toEqual(keysOf(register('Kiel', 'HRB', '1')));
    expect(keysOf(register('Kiel', 'HRB', '1'))).not.toEqual(keysOf(register('Lübeck', 'HRB', '1')));
  });

  it('is nothing for a name without a letter', () => {
    expect(keysOf({ legalName: '!!!' })).toEqual([]);
  });

  it('is refused for good where the law says one company, and possibly a duplicate where people have to look', () => {
    const reserved = companyReservations({ legalName: 'Nordlicht', domain: 'n.example', vatId: 'DE1', lei: 'X' }, true);
    expect(reserved.map(({ refusal, confirmedDistinct }) => [refusal.path, refusal.code, confirmedDistinct])).toEqual([
      ['lei', 'COMPANY_ALREADY_REGISTERED', undefined],
      ['vatId', 'COMPANY_ALREADY_REGISTERED', undefined],
      ['domain', 'COMPANY_POSSIBLE_DUPLICATE', true],
      ['legalName', 'COMPANY_POSSIBLE_DUPLICATE', true],
    ]);
  });
});

describe('whether a company still has a reserved value', () => {
  const registered = evolveCompany(initialCompany, partnerCompanyRegistered);

  it('is not known of a company that never came to exist', () => {
    expect(companyHolds(initialCompany, 'vat-DE123456789')).toBeUndefined();
  });

  it('is true until a correction takes the value away', () => {
    const corrected = evolveCompany(registered, companyDataCorrected);
    expect(companyHolds(registered, 'vat-DE123456789')).toBe(true);
    expect(companyHolds(corrected, 'vat-DE123456789')).toBe(false);
    expect(companyHolds(corrected, 'register-kiel-hrb-12345ki')).toBe(false);
    expect(companyHolds(corrected, 'register-hamburg-hrb-98765')).toBe(true);
    expect(companyHolds(corrected, 'name-nordlicht-systemhaus')).toBe(true);
  });

  it('is not known of a value it never had: a correction may have reserved it and be about to give it', () => {
    expect(companyHolds(registered, 'vat-DE999999999')).toBeUndefined();
  });
});

function register(court: string, type: string, number: string): Parameters<typeof companyReservations>[0] {
  return { register: { court, type, number } };
}
