import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';

/** The GraphQL schema that modules, with those that they import, give without any projection file. */
export async function systemSchema(modules: readonly Type[]): Promise<GraphQLSchema> {
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, {
    logger: false,
    abortOnError: false,
  });
  try {
    const providers = [...withImports(modules)].flatMap((module) => listed(MODULE_METADATA.PROVIDERS, module));
    return await builder.get(GraphQLSchemaFactory).create(providers, { skipCheck: true });
  } finally {
    await builder.close();
  }
}

function withImports(modules: readonly Type[], found = new Set<Type>()): ReadonlySet<Type> {
  for (const module of modules)
    if (!found.has(module)) withImports(listed(MODULE_METADATA.IMPORTS, module), found.add(module));
  return found;
}

/** The classes that a module lists; what it makes when it starts is not among them. */
function listed(kind: string, module: Type): Type[] {
  const entries = (Reflect.getMetadata(kind, module) ?? []) as readonly unknown[];
  return entries.filter((entry): entry is Type => typeof entry === 'function');
}
