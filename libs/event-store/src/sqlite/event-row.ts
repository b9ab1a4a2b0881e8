/** A stored event as SQLite hands it over: position, stream, revision, kind, id in hex, data and metadata as text. */
export type EventRow = readonly [number, number, number, number, string, string, string];
