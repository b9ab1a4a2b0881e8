import { InputType } from '@nestjs/graphql';
import { CommandInput, DateField, EnumField, FreeTextField, IdField, PersonalLineField } from '#graphql';
import type { Side } from '../../../domain/facts.js';
import { SideEnum } from '../../../graphql-enums.js';
import { EmailField, PhoneField } from '../../../inputs/person-data.input.js';

@InputType()
export class RegisterContactPersonInput extends CommandInput {
  @EnumField(SideEnum)
  readonly side!: Side;

  @IdField('cmp', { optional: true, description: 'The partner company; leave it out for the own side.' })
  readonly companyId?: string;

  @PersonalLineField()
  readonly name!: string;

  @PersonalLineField({ optional: true, description: 'Function in the company.' })
  readonly title?: string;

  @EmailField()
  readonly email?: string;

  @PhoneField()
  readonly phone?: string;

  @FreeTextField({ max: 300, description: 'Legal basis of the processing, usually Art. 6 I f GDPR.' })
  readonly legalBasis!: string;

  @DateField({ optional: true, description: 'When the person was informed (Art. 14 GDPR).' })
  readonly informationNoticeSentOn?: string;
}
