import { Inject, Injectable } from '@nestjs/common';
import { CompanyNames, DirectoryFacts, PersonNames } from '#directory';
import { type Actor, maySeeNames } from '#identity';
import type { PartnershipEvent } from '../../domain/events.js';
import { historySentence } from './history-sentence.js';
import { labelled, tokenIds } from './sentence-tokens.js';

/** The sentences of events with names in place of tokens, as far as the reader may see them: a page at a time. */
@Injectable()
export class HistorySentences {
  constructor(
    @Inject(PersonNames) private readonly persons: PersonNames,
    @Inject(CompanyNames) private readonly companies: CompanyNames,
    @Inject(DirectoryFacts) private readonly directory: DirectoryFacts,
  ) {}

  async of(events: readonly PartnershipEvent[], actor: Actor): Promise<readonly string[]> {
    const sentences = events.map(historySentence);
    const ids = tokenIds(sentences);
    const [person, company, manager] = await Promise.all([
      this.persons.byId([...ids.person], actor),
      this.companies.byId([...ids.company]),
      this.managers([...ids.manager], actor),
    ]);
    return sentences.map((sentence) => labelled(sentence, { person, company, manager }));
  }

  /** Managers by the user they are; analysts work on pseudonyms. */
  private async managers(managerIds: readonly string[], actor: Actor): Promise<ReadonlyMap<string, string>> {
    if (!maySeeNames(actor)) return new Map();
    const found = await Promise.all(managerIds.map((managerId) => this.directory.manager(managerId)));
    return new Map(found.flatMap((manager) => (manager === undefined ? [] : [[manager.managerId, manager.userId]])));
  }
}
