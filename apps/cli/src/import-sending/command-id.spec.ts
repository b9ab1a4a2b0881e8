import { commandIdFor } from './command-id.js';

describe('The id of a command that follows from its source', () => {
  it('is the same for the same step of the same record', () => {
    expect(commandIdFor('CRM', '4711', 'SALES', 'partnership')).toBe(
      commandIdFor('CRM', '4711', 'SALES', 'partnership'),
    );
  });

  it('stays what it is: ids of imports that were made are in the log', () => {
    expect(commandIdFor('CRM', '4711', 'SALES', 'partnership')).toBe('180acdaa-27d3-5263-b4d5-3f871ba2956e');
  });

  it('differs by every part, wherever the border between two parts lies', () => {
    const ids = [
      commandIdFor('CRM', '4711', 'SALES', 'partnership'),
      commandIdFor('CRM', '4711', 'SERVICE', 'partnership'),
      commandIdFor('CRM', '4711', 'SALES', 'manager'),
      commandIdFor('CRM4', '711', 'SALES', 'partnership'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
