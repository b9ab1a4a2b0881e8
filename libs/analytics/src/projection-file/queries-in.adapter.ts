import type { Type } from '@nestjs/common';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { RESOLVER_NAME_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';

/** The names of the queries that the resolvers of modules answer. */
export function queriesIn(modules: readonly Type[]): readonly string[] {
  return modules
    .flatMap((module) => (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as readonly unknown[])
    .filter((provider): provider is Type => typeof provider === 'function')
    .flatMap(({ prototype }) => queriesOf(prototype as Readonly<Record<string, unknown>>));
}

function queriesOf(resolver: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.getOwnPropertyNames(resolver).flatMap((method) => {
    if (method === 'constructor') return [];
    const handler = Object.getOwnPropertyDescriptor(resolver, method)?.value as object | undefined;
    if (handler === undefined || Reflect.getMetadata(RESOLVER_TYPE_METADATA, handler) !== 'Query') return [];
    return [(Reflect.getMetadata(RESOLVER_NAME_METADATA, handler) as string | undefined) ?? method];
  });
}
