// A jest reporter: after a run of many files it names the ten that took longest, above jest's own summary.
const MANY = 10;

export default class SlowestFiles {
  onRunComplete(_contexts, { testResults }) {
    if (testResults.length <= MANY) return;
    const lines = testResults
      .map(({ testFilePath, perfStats }) => ({ path: testFilePath, seconds: (perfStats.end - perfStats.start) / 1000 }))
      .toSorted((a, b) => b.seconds - a.seconds)
      .slice(0, MANY)
      .map(({ path, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${path.slice(process.cwd().length + 1)}`);
    process.stderr.write(`\nThe ${MANY} slowest files:\n${lines.join('\n')}\n`);
  }
}
