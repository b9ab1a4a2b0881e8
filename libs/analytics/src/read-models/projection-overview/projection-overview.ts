import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant } from '#graphql';
import { BuildStateEnum } from '../../graphql-enums.js';

/** One build of a projection: documents of its own, kept up to date by themselves. */
@ObjectType({ description: 'A build of a projection: documents of its own.' })
export class ProjectionBuildInfo {
  @Field(() => ID, { description: 'Its name; promoteBuild and dropBuild take it.' })
  readonly build!: string;

  @Field(() => Int, { description: 'The version of the code that builds it.' })
  readonly version!: number;

  @Field(() => BuildStateEnum)
  readonly state!: string;

  @Field(() => Boolean, { description: 'Runs in the process that answers; otherwise its checkpoint is told.' })
  readonly runsHere!: boolean;

  @Field(() => String, { description: 'Its documents contain everything up to here.' })
  readonly position!: string;

  @Field(() => Int, { nullable: true, description: 'Events it is behind; null where positions cannot tell.' })
  readonly lagEvents?: number;

  @Field(() => Int, { nullable: true, description: 'Seconds since the last event it passed, while it is behind.' })
  readonly lagSeconds?: number;

  @Field(() => Float, { description: 'Events of its types per second, over the last seconds.' })
  readonly rate!: number;

  @Field(() => Float, { nullable: true, description: 'Part of the log that it has passed, from 0 to 1.' })
  readonly done?: number;

  @Field(() => Int, { nullable: true, description: 'Until it has caught up at the present pace.' })
  readonly secondsLeft?: number;

  @Field(() => String, { nullable: true, description: 'Where it is `rehearsed`: why it waits for a promotion.' })
  readonly waitsBecause?: string;

  @Field(() => String, { nullable: true, description: 'Why it stopped, or what it repeats.' })
  readonly error?: string;

  @Field(() => Instant, { nullable: true, description: 'Of a replaced build: until then going back is possible.' })
  readonly keptUntil?: string;
}

@ObjectType({ description: 'The last decision about the running of a projection.' })
export class ProjectionDecision {
  @Field(() => String, { description: 'The recorded event, `ProjectionPaused`.' })
  readonly event!: string;

  @Field(() => Instant)
  readonly decidedAt!: string;

  @Field(() => String, { nullable: true, description: 'The user; null for those who see pseudonyms only.' })
  readonly decidedBy?: string;

  @Field(() => String, { nullable: true })
  readonly reason?: string;
}

/** A projection with its builds and what was decided about it. */
@ObjectType({ description: 'A projection, how it is doing, and what was decided about it.' })
export class ProjectionOverview {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => Boolean, { description: 'Takes no events until it is resumed.' })
  readonly paused!: boolean;

  @Field(() => Int, { description: 'How many rebuilds were asked for.' })
  readonly rebuilds!: number;

  @Field(() => ProjectionDecision, { nullable: true })
  readonly lastDecision?: ProjectionDecision;

  @Field(() => [String], { nullable: true, description: 'The event types it reads; null when nobody has its code.' })
  readonly reads?: readonly string[];

  @Field(() => ProjectionBuildInfo, { nullable: true, description: 'The build that is read.' })
  readonly live?: ProjectionBuildInfo;

  @Field(() => ProjectionBuildInfo, { nullable: true, description: 'Is built beside the one that is read.' })
  readonly candidate?: ProjectionBuildInfo;

  @Field(() => ProjectionBuildInfo, { nullable: true, description: 'Was read before the last switch.' })
  readonly previous?: ProjectionBuildInfo;

  @Field(() => Int, { nullable: true, description: 'Documents that wait because an event failed.' })
  readonly parked?: number;
}
