// Prints `N passed, N failed` from the JSON reports in test-results/. A run without a report, or with a test file
// that could not be read, counts as failed.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../test-results/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const reports = names.map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0);
const failed = reports.reduce((sum, report) => sum + report.numFailedTests, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = reports.length > 0 && reports.every((report) => report.success) ? 0 : 1;
