import { containsContactData } from './contact-data-in-text.js';

describe('contact data in free text', () => {
  it.each([
    'Write to jana.petersen@elbtakt.example today.',
    'JANA+QBR@Mail.Elbtakt.Example',
    '<o.brien_1@partner.example>',
    'jörg@müller.example',
    'jana (at) elbtakt.example',
    'jana[at]elbtakt.example',
    '{{person:prs_1}} answers at jana@elbtakt.example',
  ])('finds the mail address in "%s"', (text) => {
    expect(containsContactData(text)).toBe(true);
  });

  it.each([
    'Call +49 431 1234567.',
    '+494311234567',
    '+49 (0) 431 / 123 456-0',
    '+49.431.123.456',
    '+1 (555) 123-4567',
    '+41 44 123 45 67',
    '0049 431 1234567',
    '0431 123456',
    '0431/123456',
    '(0431) 12 34 56',
    '040-1234567',
    '0171 1234567 until 31.03.2026',
    '01.23.45.67.89',
    '04311234567',
    '0431–123456',
    '555-123-4567',
    '(555) 123-4567',
    'Tel. 12 34 56',
    'Telefon: 1234567',
    'Mobile no. 1234 5678',
    'Fax 123456-99',
    'Durchwahl 42',
    'Tel.0431 123456',
    '０４３１ １２３４５６',
    'EUR 500, 0431 123456',
    '0431 123456, 500 EUR',
  ])('finds the phone number in "%s"', (text) => {
    expect(containsContactData(text)).toBe(true);
  });

  it.each([
    '',
    'Review on 2026-03-31, next one 2026-06-30.',
    'From 31.03.2026 to 30.06.2026.',
    '01.04.2026-30.06.2026',
    '01.04.26 – 02.04.26',
    '2026-03-31/2026-04-30',
    'On 03/31/2026 and 04/01/2026.',
    'Quarters 01/2026-03/2026 and 04/2026-06/2026.',
    'Recorded 2026-03-31T06:00:00.000Z.',
    'At 09:30, or 09.00-10.30 Uhr.',
    'Open daily 08:00-17:00.',
  ])('takes the dates and times in "%s" for what they are', (text) => {
    expect(containsContactData(text)).toBe(false);
  });

  it.each([
    'Deal of 480,000.00 instead of 48,000.00 EUR.',
    '1.234.567,89 EUR',
    'EUR 12 345 678',
    '150 000 000 €',
    "CHF 1'250'000.50",
    '+5 000 000 EUR against last year',
    '+1.234.567 this year',
    '0,75 % of 0.5 Mio',
    'Growth of 12.5 % with 1234567 users.',
    'Mobile 150 000 EUR, online 90 000 EUR.',
  ])('takes the amounts in "%s" for what they are', (text) => {
    expect(containsContactData(text)).toBe(false);
  });

  it.each(['Version 10.15.7.2, before 2.0.0-rc.1 and v0.12.3.', 'core@12.5.1 and @nestjs/core', '10.0.0.1:8080'])(
    'takes the versions in "%s" for what they are',
    (text) => {
      expect(containsContactData(text)).toBe(false);
    },
  );

  it.each([
    '{{person:prs_01J9ZK3V5T0431123456789012}} takes over from {{person:prs_2}}.',
    'HRB 123456 KI, DE123456789',
    '4711-0815-2026',
    'prs_0431123456',
    '550e8400-e29b-41d4-a716-446655440000, 01234567-0123-4123-8123-012345678901',
    '§ 89b HGB, ISO 27001:2022',
    'LEI 5299001NVENTED000161',
    'Extension by 12 months; phone calls every 30 days.',
    'Person @jana in 3 of 10 calls',
  ])('lets the references in "%s" pass', (text) => {
    expect(containsContactData(text)).toBe(false);
  });

  it('does not take a broken token for a hiding place', () => {
    expect(containsContactData('{{person:+49 431 1234567}}')).toBe(true);
  });
});
