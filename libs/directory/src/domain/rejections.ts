import { companyRejections } from './company/rejections.js';
import { managerRejections } from './manager/rejections.js';
import { personRejections } from './person/rejections.js';

/** Every way a directory command can be refused, beyond the common ones: code and when it is given. */
export const directoryRejections = { ...companyRejections, ...personRejections, ...managerRejections } as const;
