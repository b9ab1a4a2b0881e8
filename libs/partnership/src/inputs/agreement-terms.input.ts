import { InputType } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import {
  BooleanField,
  DateField,
  EnumField,
  FreeTextField,
  IdField,
  IntField,
  LineField,
  ObjectField,
  ObjectListField,
  ReferenceField,
} from '#graphql';
import type { Authority } from '../domain/end-vocabulary.js';
import { AuthorityEnum } from '../graphql-enums.js';
import { FileRefInput } from './file-ref.input.js';
import { PartnershipCommandInput } from './partnership-command.input.js';

@InputType({ description: 'Who signed for a side, and on which authority.' })
export class SignatoryInput {
  @EnumField(SideEnum)
  readonly side!: Side;

  @IdField('prs')
  readonly personId!: string;

  @EnumField(AuthorityEnum)
  readonly authority!: Authority;
}

/** What an agreement says in one of its versions, the same for the first and every later one. */
@InputType({ isAbstract: true })
export abstract class AgreementTermsInput extends PartnershipCommandInput {
  @ReferenceField({ description: 'Its reference: the same for every version of the agreement.' })
  readonly agreementRef!: string;

  @LineField({ max: 100, description: 'For example RESELLER, REFERRAL, OEM.' })
  readonly kind!: string;

  @DateField()
  readonly signedOn!: string;

  @DateField({ description: 'The day from which this version holds.' })
  readonly startsOn!: string;

  @DateField({ optional: true, description: 'Its last day; open-ended unless given.' })
  readonly endsOn?: string;

  @IntField({ min: 1, max: 1200, optional: true, description: 'By how many months it renews itself, if it does.' })
  readonly autoRenewMonths?: number;

  @IntField({ min: 0, max: 1200 })
  readonly noticeMonths!: number;

  @BooleanField({ description: 'A notice takes effect at the end of a month only.' })
  readonly noticeToMonthEnd!: boolean;

  @LineField({ description: 'For example DE.' })
  readonly governingLaw!: string;

  @ObjectField(() => FileRefInput)
  readonly fileRef!: FileRefInput;

  @ObjectListField(() => SignatoryInput, { max: 20 })
  readonly signatories!: readonly SignatoryInput[];

  @FreeTextField({ max: 2000, optional: true, description: 'Why it was signed after it started, or changed.' })
  readonly reason?: string;
}
