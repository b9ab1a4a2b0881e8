import { readFileSync } from 'node:fs';
import { detectProfile } from './detect-profile.js';
import { mapRows } from './map-rows.js';
import { readMappingFile } from './mapping-file.js';
import type { Profile } from './profile.js';
import { readTable } from './read-table.js';
import type { RowPlan } from './row-plan.js';
import type { Table } from './table.js';

const context = {
  today: '2026-09-30',
  knownManagerEmails: ['jana.petersen', 'tobias.reuter', 'mehmet.kaya', 'lena.brockhaus'].map(
    (name) => `${name}@elbtakt.example`,
  ),
};

function example(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../examples/${name}`, import.meta.url));
}

function tableOf(name: string): Table {
  const table = readTable(example(name));
  if (table.outcome !== 'read') throw new Error(table.message);
  return table;
}

function recognised(table: Table): Profile {
  const found = detectProfile(table.header);
  if (found.outcome !== 'found') throw new Error(found.message);
  return found.profile;
}

function mapped(table: Table, mappingName: string): Profile {
  const read = readMappingFile(new TextDecoder().decode(example(mappingName)), table.header);
  if (read.outcome !== 'ready') throw new Error(read.problems.join('\n'));
  return read.profile;
}

/** A row's outcome on one line, for tables that can be read beside the file. */
function told(row: RowPlan): string {
  const line = String(row.rowNo);
  switch (row.outcome) {
    case 'accepted':
      return `${line} ${row.plan.company.legalName}: ${row.plan.category} ${row.plan.company.domain ?? 'no domain'}`;
    case 'skipped':
      return `${line} skipped: ${row.reason}`;
    case 'rejected':
      return `${line} ${row.details.map(({ code }) => code).join(' + ')}: ${row.message}`;
  }
}

const salesforceRows = [
  '2 Falkenried Support GmbH: SERVICE falkenried-support.example',
  '3 Nordlicht Systemhaus GmbH: SALES nordlicht-systemhaus.example',
  '4 Kubikon Cloud B.V.: TECHNOLOGY kubikon.example',
  '6 skipped: Type "Customer - Direct" is not a partner.',
  '7 Alpenrand Software-Handel GmbH: SALES no domain',
  `8 ROW_NO_NAME + ROW_BAD_DATE: Name is empty: write the company's registered name.`,
  '9 skipped: Type "Customer - Channel" can be a customer or a sales partner: decide it in a mapping file (--map) with ' +
    'values.category "Customer - Channel": SALES, or name it under skip.category.',
  '10 =HYPERLINK("http://evil.example","x") GmbH: TECHNOLOGY evil.example',
  '11 ROW_DUPLICATE_IN_FILE: The record id is the one of line 3: remove one of the two rows, or give each partnership its own id.',
];

describe('the Salesforce account export', () => {
  const table = tableOf('salesforce-accounts.csv');
  const profile = recognised(table);
  const plans = mapRows(table, profile, context);

  it('is recognised by its header', () => {
    expect(profile.name).toBe('Salesforce accounts');
    expect(profile.unreadColumns(table.header)).toEqual([
      'BillingStreet',
      'BillingCity',
      'BillingPostalCode',
      'OwnerId',
      'CreatedDate',
      'Description',
    ]);
    expect(table.dialect).toEqual({
      encoding: 'utf-8',
      separator: ',',
      dateStyle: 'YYYY-MM-DD',
      decimalComma: false,
    });
    expect(table.sha256).toBe('b1b0a26f0915330e9025d4642caf4086600d32fc71a29c23c4bb384af5116e45');
  });

  it('leads to one outcome for every row, numbered by the line it starts in', () => {
    expect(plans.map(told)).toEqual(salesforceRows);
  });

  it('tells what an account knows of a partnership and what it does not', () => {
    expect(plans[0]).toEqual({
      outcome: 'accepted',
      rowNo: 2,
      warnings: [],
      plan: {
        sourceSystem: 'SALESFORCE',
        sourceRecordId: '0015e00000A1b2c',
        companyKey: 'company-2',
        company: { legalName: 'Falkenried Support GmbH', country: 'DE', domain: 'falkenried-support.example' },
        category: 'SERVICE',
        openingState: 'ACTIVE',
        lastActivityOn: '2026-09-14',
        managerEmail: 'lena.brockhaus@elbtakt.example',
        unknownFields: [
          'lei',
          'register',
          'vatId',
          'originalStartOn',
          'lastReviewOn',
          'tier',
          'partnerContact',
          'ownContactEmail',
          'agreement',
        ],
      },
    });
  });

  it('is decided further by a mapping file: a channel customer becomes a sales partner whose manager nobody appointed', () => {
    const decided = mapRows(table, mapped(table, 'salesforce-accounts.mapping.yaml'), context).map(told);
    const expected = salesforceRows.with(
      3,
      '6 skipped: Type "Customer - Direct" is no partner (skip.category of the mapping file).',
    );
    expect(decided).toEqual(
      expected.with(
        6,
        '9 OWNER_UNKNOWN: Owner.Email is the address of nobody who is appointed as partner manager: appoint the person first, or name another.',
      ),
    );
  });

  it('lets the same row pass while nobody can be asked who is a partner manager', () => {
    const plan = mapRows(table, mapped(table, 'salesforce-accounts.mapping.yaml'), { today: context.today })[6];
    expect(plan?.outcome === 'accepted' ? plan.plan.managerEmail : plan).toBe('unknown.owner@elbtakt.example');
  });
});

describe('the filled-in template', () => {
  const table = tableOf('partner-list-template.csv');
  const plans = mapRows(table, recognised(table), context);

  it('is recognised by its German header, and every column is read', () => {
    expect(recognised(table).name).toBe('Accord template');
    expect(recognised(table).unreadColumns(table.header)).toEqual([]);
    expect(table.dialect).toEqual({ encoding: 'utf-8', separator: ';', dateStyle: 'DD.MM.YYYY', decimalComma: true });
  });

  it('leads to one outcome for every row', () => {
    expect(plans.map(told)).toEqual([
      '2 Hafenlicht Systeme GmbH: SALES hafenlicht-systeme.example',
      '3 Hafenlicht Systeme GmbH: SERVICE hafenlicht-systeme.example',
      '4 Gämsblick Software AG: TECHNOLOGY gaemsblick.example',
      '5 Müller & Söhne Datentechnik KG: SALES no domain',
      '6 skipped: Status is "beendet": the partnership is over, there is nothing to take over.',
    ]);
  });

  it('carries everything a row says', () => {
    expect(plans[0]?.outcome === 'accepted' ? plans[0].plan : plans[0]).toEqual({
      sourceSystem: 'TEMPLATE',
      sourceRecordId: 'P-001',
      companyKey: 'company-2',
      company: {
        legalName: 'Hafenlicht Systeme GmbH',
        country: 'DE',
        lei: '0000HAFENLICHTSYST89',
        register: { court: 'Kiel', type: 'HRB', number: '99001' },
        vatId: 'DE999000111',
        domain: 'hafenlicht-systeme.example',
      },
      category: 'SALES',
      openingState: 'ACTIVE',
      originalStartOn: '2021-04-01',
      lastActivityOn: '2026-09-04',
      lastReviewOn: '2026-06-02',
      nextReviewOn: '2026-12-01',
      tier: 'SILVER',
      managerEmail: 'jana.petersen@elbtakt.example',
      partnerContact: { name: 'Kim Beispiel', email: 'kim.beispiel@hafenlicht-systeme.example' },
      ownContactEmail: 'jana.petersen@elbtakt.example',
      agreement: { signedOn: '2021-03-15', endsOn: '2027-03-31', noticeMonths: 3 },
      unknownFields: [],
    });
  });

  it('knows a company with two partnerships as one', () => {
    expect(plans.map((plan) => (plan.outcome === 'accepted' ? plan.plan.companyKey : plan.outcome))).toEqual([
      'company-2',
      'company-2',
      'company-4',
      'company-5',
      'skipped',
    ]);
  });
});
