// `npm run matching:measure`: how well probable duplicates are suggested, on a set made by rule, half of it held apart from tuning.
import { labelledSet, measured } from '#libs/matching';
import { runProcess } from '../../server/src/run-process.js';

await runProcess(async () => {
  const pairs = labelledSet();
  for (const isHeldApart of [false, true]) {
    const found = measured(pairs.filter((pair) => pair.isHeldApart === isHeldApart));
    const [precision, recall] = [found.precision, found.recall].map((part) => part.toFixed(3));
    process.stdout.write(
      `${isHeldApart ? 'held apart' : 'for tuning'}  ${found.pairs} pairs  precision ${precision}  recall ${recall}\n`,
    );
    for (const [rule, count] of found.wrong) process.stdout.write(`  ${count} wrong: ${rule}\n`);
  }
  return 0;
});
