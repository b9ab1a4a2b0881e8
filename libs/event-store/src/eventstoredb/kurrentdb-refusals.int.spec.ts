import { describeRefusals } from '../testing/describe-refusals.js';

describeRefusals('kurrentdb');
