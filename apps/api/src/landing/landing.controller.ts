import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Controller, Get, Header, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { explorerAssets, explorerPage, explorerStart, explorerStyle } from './explorer-page.js';
import { landingPage, landingStyle } from './landing-page.js';

const require = createRequire(import.meta.url);
const loaded = new Map<string, Promise<Buffer>>();

/** The landing page and the explorer: static, public, without internet. */
@Controller()
export class LandingController {
  @Get('/')
  @Header('content-type', 'text/html; charset=utf-8')
  landing(): string {
    return landingPage;
  }

  @Get('/landing.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return landingStyle;
  }

  @Get('/explorer')
  @Header('content-type', 'text/html; charset=utf-8')
  explorer(): string {
    return explorerPage;
  }

  @Get('/explorer/explorer.css')
  @Header('content-type', 'text/css; charset=utf-8')
  explorerStyle(): string {
    return explorerStyle;
  }

  @Get('/explorer/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  start(): string {
    return explorerStart;
  }

  @Get('/explorer/:asset')
  async asset(@Param('asset') asset: string, @Res() reply: FastifyReply): Promise<void> {
    if (!Object.hasOwn(explorerAssets, asset)) throw new NotFoundException();
    const { package: name, file: path, mediaType } = explorerAssets[asset as keyof typeof explorerAssets];
    const file = loaded.get(asset) ?? readFile(join(folderOf(name), path));
    loaded.set(asset, file);
    await reply
      .header('cache-control', 'public, max-age=86400')
      .type(mediaType)
      .send(await file);
  }
}

/** Where a package is installed. Its files are read from there, since packages do not export all of them as modules. */
function folderOf(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}
