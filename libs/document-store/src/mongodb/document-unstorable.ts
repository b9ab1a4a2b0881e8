/** A document has a field that MongoDB does not keep as it is. Repeating the write does not help: rename the field. */
export class DocumentUnstorable extends Error {
  override readonly name = 'DocumentUnstorable';
  constructor(collection: string, id: string, key: string) {
    super(
      `Document "${id}" of "${collection}" has a field ${JSON.stringify(key)}, which MongoDB does not keep. ` +
        'Give it a name that does not begin with $ and has no null character in it.',
    );
  }
}
