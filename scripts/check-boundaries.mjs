// Who may import whom (.dependency-cruiser.cjs). Fails as well when nothing was read, since an empty run would pass any rule.
import { cruise } from "dependency-cruiser";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTsConfig from "dependency-cruiser/config-utl/extract-ts-config";

const MODULES_MIN = 50;
const options = await extractOptions("./.dependency-cruiser.cjs");
const { output } = await cruise(
  ["app", "components", "lib", "scripts", "tests", "instrumentation.ts"],
  options,
  undefined,
  { tsConfig: extractTsConfig("./tsconfig.json") },
);
const { violations, totalCruised } = output.summary;
for (const { rule, from, to } of violations) console.error(`${rule.severity} ${rule.name}: ${from} -> ${to}`);
if (totalCruised < MODULES_MIN) {
  console.error(`Only ${totalCruised} modules were read: the boundaries were not checked.`);
  process.exit(1);
}
if (violations.some(({ rule }) => rule.severity === "error")) process.exit(1);
console.log(`Boundaries: ${totalCruised} modules, no violation.`);
