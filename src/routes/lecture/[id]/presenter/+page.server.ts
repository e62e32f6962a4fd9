import { lectureIds } from '../../ids';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = lectureIds;
