import { readFileSync } from 'node:fs';
import { detectProfile } from './detect-profile.js';
import { mapRows } from './map-rows.js';
import { readMappingFile } from './mapping-file.js';
import { readTable } from './read-table.js';
import type { RowPlan } from './row-plan.js';

/** Line, company and what becomes of it; five companies only link to a repository, so their domain stays unknown. */
const expected = [
  '2 Sysdig: TECHNOLOGY sysdig.com',
  '3 Puppet: TECHNOLOGY puppet.com',
  '4 Citrix: TECHNOLOGY citrix.com',
  '5 Cockroach Labs: TECHNOLOGY cockroachlabs.com',
  '6 Weaveworks: SERVICE weave.works',
  '7 Intel: TECHNOLOGY tectonic.com',
  '8 Platform9: TECHNOLOGY platform9.com',
  '9 Datadog: TECHNOLOGY docs.datadoghq.com',
  '10 AppFormix: TECHNOLOGY appformix.com',
  '11 Crunchy: TECHNOLOGY info.crunchydata.com',
  '12 Aqua: TECHNOLOGY blog.aquasec.com',
  '13 Distelli: TECHNOLOGY distelli.com',
  '14 Nuage networks: TECHNOLOGY no domain',
  '15 Sematext: TECHNOLOGY sematext.com',
  '16 Diamanti: TECHNOLOGY diamanti.com',
  '17 Aporeto: TECHNOLOGY aporeto.com',
  '18 Giant Swarm: SERVICE giantswarm.io',
  '19 Giant Swarm: TECHNOLOGY giantswarm.io',
  '20 Hasura: TECHNOLOGY hasura.io',
  '21 Mirantis: TECHNOLOGY mirantis.com',
  '22 Mirantis: SERVICE content.mirantis.com',
  '23 Kubernetic: TECHNOLOGY kubernetic.com',
  '24 Reactive Ops: SERVICE reactiveops.com',
  '25 Livewyer: SERVICE livewyer.io',
  '26 Samsung SDS: SERVICE samsungsdsa.com',
  '27 Container Solutions: SERVICE container-solutions.com',
  '28 Container Solutions: same as line 27',
  '29 Jetstack: SERVICE jetstack.io',
  '30 Tigera: TECHNOLOGY docs.projectcalico.org',
  '31 Harbur: SERVICE harbur.io',
  '32 Spotinst: TECHNOLOGY blog.spotinst.com',
  '33 InwinSTACK: SERVICE inwinstack.com',
  '34 InwinSTACK: same as line 33',
  '35 InwinSTACK: TECHNOLOGY no domain',
  '36 Semantix: SERVICE semantix.com.br',
  '37 ASM Technologies Limited: TECHNOLOGY asmtech.com',
  '38 InfraCloud Technologies: SERVICE blog.infracloud.io',
  '39 SignalFx: TECHNOLOGY no domain',
  '40 NATS: TECHNOLOGY no domain',
  '41 RX-M: SERVICE rx-m.com',
  '42 RX-M: same as line 41',
  '43 Emerging Technology Advisors: SERVICE emergingtechnologyadvisors.com',
  '44 CloudPlex.io: TECHNOLOGY cloudplex.io',
  '45 Kumina: SERVICE kumina.nl',
  '46 CA Technologies: TECHNOLOGY docops.ca.com',
  '47 CoScale: TECHNOLOGY coscale.com',
  '48 Supergiant.io: SERVICE supergiant.io',
  '49 Avi Networks: TECHNOLOGY kb.avinetworks.com',
  '50 Codecrux web technologies pvt ltd: SERVICE codecrux.com',
  '51 Greenqloud: TECHNOLOGY qstack.com',
  '52 StackOverdrive.io: SERVICE stackoverdrive.net',
  '53 StackIQ, Inc.: TECHNOLOGY stackiq.com',
  '54 Cobe: TECHNOLOGY cobe.io',
  '55 Datawire: TECHNOLOGY datawire.io',
  '56 Mashape, Inc.: TECHNOLOGY getkong.org',
  '57 F5 Networks: TECHNOLOGY no domain',
  '58 Lovable Tech: SERVICE lovable.tech',
];

function example(name: string): Uint8Array {
  return readFileSync(new URL(`../../../../examples/${name}`, import.meta.url));
}

function readList(): { readonly names: readonly string[]; readonly plans: readonly RowPlan[] } {
  const table = readTable(example('kubernetes-partners.csv'));
  if (table.outcome !== 'read') throw new Error(table.message);
  const read = readMappingFile(new TextDecoder().decode(example('kubernetes-partners.mapping.yaml')), table.header);
  if (read.outcome !== 'ready') throw new Error(read.problems.join('\n'));
  return {
    names: table.rows.map(({ cells }) => cells['name'] ?? ''),
    plans: mapRows(table, read.profile, { today: '2026-09-30' }),
  };
}

function told(plan: RowPlan, name: string): string {
  const line = String(plan.rowNo);
  switch (plan.outcome) {
    case 'accepted':
      return `${line} ${plan.plan.company.legalName}: ${plan.plan.category} ${plan.plan.company.domain ?? 'no domain'}`;
    case 'skipped':
      return `${line} skipped`;
    case 'rejected':
      return `${line} ${name}: same as line ${/^Line (\d+) /.exec(plan.message)?.[1] ?? plan.message}`;
  }
}

describe('the Kubernetes partner page', () => {
  const { names, plans } = readList();
  const accepted = plans.flatMap((plan) => (plan.outcome === 'accepted' ? [plan.plan] : []));

  it('is a list that only its mapping file explains', () => {
    expect(detectProfile(['name', 'programme', 'website']).outcome).toBe('unknown');
  });

  it('leads to one outcome for each of its 57 rows', () => {
    expect(plans.map((plan, index) => told(plan, names[index] ?? ''))).toEqual(expected);
  });

  it('takes training and service programmes of one company as one service partnership', () => {
    const rejected = plans.flatMap((plan) => (plan.outcome === 'rejected' ? [[plan.rowNo, plan.code]] : []));
    expect(rejected).toEqual([
      [28, 'ROW_DUPLICATE_IN_FILE'],
      [34, 'ROW_DUPLICATE_IN_FILE'],
      [42, 'ROW_DUPLICATE_IN_FILE'],
    ]);
    expect([accepted.length, new Set(accepted.map(({ companyKey }) => companyKey)).size]).toEqual([54, 51]);
  });

  it('knows the three companies with a service and a technology partnership', () => {
    const both = accepted.filter(
      (plan) => accepted.filter(({ companyKey }) => companyKey === plan.companyKey).length === 2,
    );
    expect(both.map(({ sourceRecordId, companyKey }) => `${companyKey} ${sourceRecordId}`)).toEqual([
      'company-18 giant swarm/SERVICE',
      'company-18 giant swarm/TECHNOLOGY',
      'company-21 mirantis/TECHNOLOGY',
      'company-21 mirantis/SERVICE',
      'company-33 inwinstack/SERVICE',
      'company-33 inwinstack/TECHNOLOGY',
    ]);
  });

  it('warns where a link leads to a host that many companies share', () => {
    const warned = plans.flatMap(({ rowNo, warnings }) => warnings.map(({ code }) => [rowNo, code]));
    expect(warned).toEqual([14, 35, 39, 40, 57].map((rowNo) => [rowNo, 'DOMAIN_SHARED_HOST']));
  });

  it('puts every partnership into onboarding and says that the page knows neither country nor people nor dates', () => {
    const opening = accepted.map(({ openingState, unknownFields }) => [
      openingState,
      unknownFields.includes('country'),
    ]);
    expect(opening).toEqual(accepted.map(() => ['ONBOARDING', true]));
  });
});
