import { evolveDocument } from '#event-sourcing';
import { projectionSpecification, recorded } from '#event-sourcing/testing';
import { active, onboarding, terminated } from './../../domain/event-samples/ending-histories.js';
