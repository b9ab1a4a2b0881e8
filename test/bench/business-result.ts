/** The input of a command that only writes its event: no text to seal, and as often as one likes. */
export function businessResult(partnershipId: string): object {
  return {
    partnershipId,
    kind: 'JOINT_DEAL_WON',
    attribution: 'SOURCED',
    revenue: { amountCents: 1_200_000, currency: 'EUR' },
    newCustomer: true,
    customerRef: 'crm-account-4711',
  };
}
