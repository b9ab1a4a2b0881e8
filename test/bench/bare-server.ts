import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type INestApplication, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Args, Field, GraphQLModule, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** The fields of a partnership that the page asks for. */
@ObjectType()
class Partnership {
  @Field(() => ID) readonly id!: string;
  @Field(() => ID) readonly companyId!: string;
  @Field(() => String, { nullable: true }) readonly companyName?: string;
  @Field(() => String) readonly category!: string;
  @Field(() => String) readonly state!: string;
  @Field(() => String, { nullable: true }) readonly tier?: string;
  @Field(() => ID, { nullable: true }) readonly managerId?: string;
  @Field(() => String) readonly openedOn!: string;
  @Field(() => String, { nullable: true }) readonly activatedOn?: string;
  @Field(() => String, { nullable: true }) readonly lastContactOn?: string;
  @Field(() => String, { nullable: true }) readonly nextReviewOn?: string;
  @Field(() => Int) readonly openActions!: number;
  @Field(() => Int) readonly revision!: number;
}

@ObjectType()
class Edge {
  @Field(() => Partnership) readonly node!: Partnership;
}

@ObjectType()
class Connection {
  @Field(() => [Edge]) readonly edges!: readonly Edge[];
}

@ObjectType()
class Accepted {
  @Field(() => String) readonly position!: string;
  @Field(() => Int) readonly revision!: number;
}

@InputType()
class LogCommunicationInput {
  @Field(() => ID) readonly partnershipId!: string;
  @Field(() => String) readonly channel!: string;
  @Field(() => String) readonly direction!: string;
  @Field(() => String) readonly scope!: string;
  @Field(() => Boolean) readonly substantive!: boolean;
  @Field(() => String) readonly topic!: string;
  @Field(() => [ID]) readonly participants!: readonly string[];
  @Field(() => String) readonly summary!: string;
}

@InputType()
class MoneyInput {
  @Field(() => Int) readonly amountCents!: number;
  @Field(() => String) readonly currency!: string;
}

@InputType()
class RecordBusinessResultInput {
  @Field(() => ID) readonly partnershipId!: string;
  @Field(() => String) readonly kind!: string;
  @Field(() => String) readonly attribution!: string;
  @Field(() => MoneyInput) readonly revenue!: MoneyInput;
  @Field(() => Boolean) readonly newCustomer!: boolean;
  @Field(() => String) readonly customerRef!: string;
}

const [platform, file] = process.argv.slice(2);
const page = Object.assign(
  new Connection(),
  file === undefined ? { edges: [] } : (JSON.parse(readFileSync(file, 'utf8')) as object),
);
const accepted = Object.assign(new Accepted(), { position: '00000000000000000001', revision: 1 });

@Resolver()
class BareResolver {
  @Query(() => Connection)
  partnerships(@Args('first', { type: () => Int }) _first: number): Connection {
    return page;
  }

  @Mutation(() => Accepted)
  logCommunication(@Args('input') _input: LogCommunicationInput): Accepted {
    return accepted;
  }

  @Mutation(() => Accepted)
  recordBusinessResult(@Args('input') _input: RecordBusinessResultInput): Accepted {
    return accepted;
  }
}

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })],
  providers: [BareResolver],
})
class BareModule {}

// Nest and Apollo as they come: what Accord is measured against.
Logger.overrideLogger(false);
const app: INestApplication = await (platform === 'Fastify'
  ? NestFactory.create(BareModule, new FastifyAdapter())
  : NestFactory.create(BareModule));
await app.listen(0, '127.0.0.1');
process.stdout.write(`Bare server is ready at ${await app.getUrl()}\n`);
