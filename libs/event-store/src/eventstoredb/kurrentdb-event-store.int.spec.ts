import { describeEventStore } from '#event-sourcing/testing';
import { storeOnDouble } from '../testing/store-on-double.js';

// a file of its own: the two client packages put their generated classes into the same global names
describeEventStore("the EventStoreDB store with KurrentDB's client", () => storeOnDouble('kurrentdb'));
