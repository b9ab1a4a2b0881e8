import { describeStuckConnections } from '../testing/describe-stuck-connections.js';

describeStuckConnections('esdb');
