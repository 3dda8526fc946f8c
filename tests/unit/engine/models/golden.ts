/** What LightGBM itself says of its models: two are in tests/fixtures, all of them, with their training data, in a folder beside the project. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Matrix } from "@/lib/engine/math/vectors";

export type Golden = { name: string; text: string; rows: Matrix; raw: number[]; leaf: number[]; shap: number[] };

export const FIXTURES = path.join("tests", "fixtures", "lightgbm");
export const GOLDEN_FOLDER =
  process.env.LIGHTGBM_GOLDEN ?? path.join(process.cwd(), "..", "shared", "data", "lightgbm-golden");

export function hasGoldenFolder(): boolean {
  if (existsSync(GOLDEN_FOLDER)) return true;
  console.warn(`NOT COMPARED with all of LightGBM's figures: there is no folder ${GOLDEN_FOLDER} (LIGHTGBM_GOLDEN).`);
  return false;
}

export const toMatrix = (values: readonly (number | null)[], cols: number): Matrix => ({
  data: Float64Array.from(values, (value) => value ?? Number.NaN),
  ...{ rows: values.length / cols, cols },
});

export function readGolden(folder: string, name: string): Golden {
  const text = readFileSync(path.join(folder, `${name}.model.txt`), "utf8");
  const file = JSON.parse(readFileSync(path.join(folder, `${name}.json`), "utf8"));
  const rows = toMatrix(file.X ?? file.test.X, file.features);
  return { name, text, rows, raw: file.raw, leaf: file.leaf, shap: file.shap };
}

export const fixtures = ["missing-categorical", "zero-as-missing"].map((name) => readGolden(FIXTURES, name));

export const firstRows = ({ data, cols }: Matrix, rows: number): Matrix => ({
  ...{ data: data.subarray(0, rows * cols), rows, cols },
});
