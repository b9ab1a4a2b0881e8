/** How something the process stands on is doing. Anybody may read it: no address, no secret and no data goes in. */
export interface DependencyHealth {
  readonly status: 'up' | 'down';
  /** What is wrong, in a few words of our own: never what a driver said. */
  readonly detail?: string;
}

/** Something the process cannot do its work without, and that can be asked how it is doing. */
export interface Dependency {
  readonly name: string;
  /** Answers within a few seconds, whatever happens; never rejects. */
  health(): Promise<DependencyHealth>;
}
