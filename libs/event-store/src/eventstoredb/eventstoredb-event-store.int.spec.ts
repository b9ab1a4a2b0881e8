import { describeEventStore } from '#event-sourcing/testing';
import { storeOnDouble } from '../testing/store-on-double.js';

describeEventStore('the EventStoreDB store', () => storeOnDouble('esdb'));
