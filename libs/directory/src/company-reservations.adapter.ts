import { Inject, Injectable } from '@nestjs/common';
import { type CommandRequest, CommandRunner } from '#command-handling';
import type { Rejected } from '#event-sourcing';
import { companyAggregate } from './company-aggregate.js';
import type { CompanyIdentity } from './domain/company/company-identity.js';
import { companyHolds, companyReservations } from './domain/company/company-reservations.js';
import { Reservations } from './reservations.adapter.js';

/** Reserves what identifies a company, so that there is one company per LEI, register entry and VAT id (I-21). */
@Injectable()
export class CompanyReservations {
  constructor(
    @Inject(Reservations) private readonly reservations: Reservations,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  /** Reserves the given values for the company; the refusal of the first one that another company has. */
  reserve(
    companyId: string,
    { confirmDistinct, ...values }: Partial<CompanyIdentity> & { readonly confirmDistinct?: boolean },
    request: CommandRequest,
  ): Promise<Rejected | undefined> {
    const wanted = companyReservations(values, confirmDistinct).map((reservation) => ({
      ...reservation,
      holderIsOpen: async (holder: string) =>
        companyHolds(await this.runner.state(companyAggregate, holder), reservation.key),
    }));
    return this.reservations.reserve(companyId, wanted, request);
  }
}
