/**
 * How much each feature adds to the score of one row: exact SHAP values of a sum of trees, path-dependent as in Lundberg, Erion & Lee
 * 2018 ("Consistent individualized feature attribution for tree ensembles", arXiv 1802.03888, Algorithm 2), the values that LightGBM gives.
 *
 *   phi_i = sum over sets S of the other features  |S|! (d - |S| - 1)! / d!  (f(S + i) - f(S))
 *
 * f(S) walks a tree with the row where it knows the feature, and down both sides by their share of the training rows (the leaves' counts)
 * where it does not. For one leaf this is its value times, for each of the d features on the way, o where known and z where not: o is 1
 * when the row passes every split by that feature and else 0, z the product of the shares. With a beta integral for the factorials
 *
 *   phi_i = value * (o_i - z_i) * integral over t of 0 .. 1 of  product over j != i of (o_j t + z_j (1 - t))
 *
 * which is a polynomial of degree d - 1 in t: Gauss-Legendre quadrature (Golub & Welsch 1969, doi:10.1090/S0025-5718-69-99647-1) with ceil(d / 2)
 * nodes is exact, and as all factors are positive nothing cancels. The products go down the tree edge by edge, their sums over the
 * leaves below come back up, and what an edge does to both at each node of the quadrature does not depend on the row.
 *
 * Departure: the paper extends and unwinds paths, O(leaves depth^2) a tree; this is O(leaves depth), the same values to about 1e-14. Where the
 * counts of inner nodes are not the sums of their leaves' (LightGBM's distributed training rounds), the leaves' hold.
 */
import { EngineError } from "../engine-error";
import type { Matrix } from "../math/vectors";
import { checkWidth, countTrees, goesLeft, type TreeModel } from "../models/tree-model";

/**
 * @param rows  (n, features) NaN is missing
 * @returns     (n, features + 1) what each feature adds, and last the score expected of a row that nothing is known of: they sum to the score
 * @throws EngineError when the width is not the model's
 */
export type ScoreExplainer = (rows: Matrix) => Matrix;

/**
 * One tree as edges, parents first. An edge is named by the place below it; edge 0 is the root, and node k of the plan has
 * the edges 2k + 1 to its left and 2k + 2 to its right.
 */
type Plan = {
  tree: number;
  /** Nodes of the quadrature. */
  points: number;
  /** (nodes,) the edge above, the nearest one above by the same feature or 0, the feature, and the number among all nodes of the model. */
  parent: Int32Array;
  same: Int32Array;
  feature: Int32Array;
  node: Int32Array;
  /** (edges,) the leaf's value where a way ends, else 1. */
  value: Float64Array;
  /** (edges,) what an edge does to the products where the row had left the feature's way above. */
  ratio: Float64Array;
  /** (edges, points) the same where the row is on the way, and where it leaves it here. */
  hot: Float64Array;
  cold: Float64Array;
  /** (edges, points) what the sums from below weigh in phi, in the same two cases. */
  hotShare: Float64Array;
  coldShare: Float64Array;
  /** Overwritten by each row: (edges, points) the products, and (edges,) 1 where the row is on the feature's way. */
  products: Float64Array;
  isHot: Uint8Array;
};

/**
 * Prepares a model, which takes about as long as explaining ten rows, and keeps some 1.5 kB a leaf.
 * @throws EngineError when a tree was written without the counts of its leaves
 */
export function createScoreExplainer(model: TreeModel): ScoreExplainer {
  const plans: Plan[] = [];
  let expected = 0;
  for (let tree = 0; tree < countTrees(model); tree++) {
    const covers = sumCovers(model, tree);
    expected += expectTree(model, tree);
    if (covers.length > 0) plans.push(planTree(model, tree, covers));
  }
  return (rows) => {
    checkWidth(model, rows);
    const width = rows.cols + 1;
    const data = new Float64Array(rows.rows * width);
    for (const plan of plans) addTree(model, plan, rows, data);
    for (let row = 0; row < rows.rows; row++) data[row * width + rows.cols] = expected;
    return { data, rows: rows.rows, cols: width };
  };
}

const leafRange = (model: TreeModel, tree: number): [number, number] => [
  model.leafStart[tree] as number,
  model.leafStart[tree + 1] as number,
];

function expectTree(model: TreeModel, tree: number): number {
  const [start, end] = leafRange(model, tree);
  if (end - start === 1) return model.leafValue[start] as number;
  let [count, sum] = [0, 0];
  for (let leaf = start; leaf < end; leaf++) count += model.leafCount[leaf] as number;
  for (let leaf = start; leaf < end; leaf++)
    sum += ((model.leafCount[leaf] as number) / count) * (model.leafValue[leaf] as number);
  return sum;
}

/** (nodes,) how many training rows are below each node, from its leaves. */
function sumCovers(model: TreeModel, tree: number): Float64Array {
  const first = model.nodeStart[tree] as number;
  const covers = new Float64Array((model.nodeStart[tree + 1] as number) - first);
  if (covers.length === 0) return covers;
  const order = [0];
  for (let i = 0; i < order.length; i++)
    for (const children of [model.leftChild, model.rightChild]) {
      const child = children[first + (order[i] as number)] as number;
      if (child >= 0) order.push(child);
    }
  for (const node of order.reverse())
    covers[node] =
      coverOf(model, tree, covers, model.leftChild[first + node] as number) +
      coverOf(model, tree, covers, model.rightChild[first + node] as number);
  if (covers[0] === 0) throw new EngineError(`tree ${tree} does not say how many rows its leaves had`);
  return covers;
}

function coverOf(model: TreeModel, tree: number, covers: Float64Array, child: number): number {
  return (child >= 0 ? covers[child] : model.leafCount[(model.leafStart[tree] as number) + ~child]) as number;
}

function planTree(model: TreeModel, tree: number, covers: Float64Array): Plan {
  const first = model.nodeStart[tree] as number;
  const ints = (length: number): Int32Array => new Int32Array(length);
  const [nodes, edges] = [covers.length, 2 * covers.length + 1];
  const [parent, same, feature, node] = [ints(nodes), ints(nodes), ints(nodes), ints(nodes)];
  const [z, value] = [new Float64Array(edges).fill(1), new Float64Array(edges).fill(1)];
  // What is below an edge, as a tree names children, and how many different features are above.
  const [place, distinct] = [ints(edges), ints(edges)];
  const nodeAbove = (edge: number): number => (edge - 1) >> 1;
  for (let edge = 0, k = 0; edge < edges; edge++) {
    const at = place[edge] as number;
    if (at < 0) {
      value[edge] = model.leafValue[(model.leafStart[tree] as number) + ~at] as number;
      continue;
    }
    const by = model.splitFeature[first + at] as number;
    let above = edge;
    while (above > 0 && feature[nodeAbove(above)] !== by) above = parent[nodeAbove(above)] as number;
    [parent[k], same[k], feature[k], node[k]] = [edge, above, by, first + at];
    for (const [side, children] of [model.leftChild, model.rightChild].entries()) {
      const below = 2 * k + 1 + side;
      const cover = covers[at] as number;
      place[below] = children[first + at] as number;
      // Where no training row came by, half of none go either way.
      const share = cover === 0 ? 0.5 : coverOf(model, tree, covers, place[below]) / cover;
      z[below] = (z[above] as number) * share;
      distinct[below] = (distinct[edge] as number) + (above > 0 ? 0 : 1);
    }
    k++;
  }
  const points = Math.ceil(distinct.reduce((a, b) => Math.max(a, b)) / 2);
  return {
    ...{ tree, points, parent, same, feature, node, value, ...planEdges(same, z, points) },
    ...{ products: new Float64Array(edges * points), isHot: new Uint8Array(edges) },
  };
}

function planEdges(same: Int32Array, z: Float64Array, points: number) {
  const table = (): Float64Array => new Float64Array(z.length * points);
  const [hot, cold, hotShare, coldShare, ratio] = [table(), table(), table(), table(), new Float64Array(z.length)];
  const { nodes, weights } = gaussLegendre(points);
  for (let edge = 1; edge < z.length; edge++) {
    const above = same[(edge - 1) >> 1] as number;
    const [own, before] = [z[edge] as number, z[above] as number];
    ratio[edge] = before === 0 ? 0 : own / before;
    for (let q = 0; q < points; q++) {
      const [t, weight, at] = [nodes[q] as number, weights[q] as number, edge * points + q];
      // Without an edge above by this feature z is 1, so that there is neither a factor nor a share yet.
      const factorBefore = t + before * (1 - t);
      const shareBefore = (1 - before) / factorBefore;
      const factor = t + own * (1 - t);
      hot[at] = factor / factorBefore;
      cold[at] = (own * (1 - t)) / factorBefore;
      hotShare[at] = weight * ((1 - own) / factor - shareBefore);
      coldShare[at] = weight * (-1 / (1 - t) - shareBefore);
    }
  }
  return { ratio, hot, cold, hotShare, coldShare };
}

/** Adds what one tree says of each row to out, (rows, features + 1). */
function addTree(model: TreeModel, plan: Plan, rows: Matrix, out: Float64Array): void {
  const { tree, points, parent, same, feature, node, value, products, isHot, ratio } = plan;
  const { hot, cold, hotShare, coldShare } = plan;
  isHot[0] = 1;
  for (let row = 0; row < rows.rows; row++) {
    const x = row * rows.cols;
    const phi = row * (rows.cols + 1);
    products.fill(1, 0, points);
    for (let k = 0; k < node.length; k++) {
      const wasHot = isHot[same[k] as number] as number;
      const isLeft = goesLeft(model, tree, node[k] as number, rows.data[x + (feature[k] as number)] as number);
      isHot[2 * k + 1] = isLeft ? wasHot : 0;
      isHot[2 * k + 2] = isLeft ? 0 : wasHot;
      const from = (parent[k] as number) * points;
      const left = (2 * k + 1) * points;
      const right = left + points;
      if (wasHot === 1) {
        const leftFactors = isLeft ? hot : cold;
        const rightFactors = isLeft ? cold : hot;
        for (let q = 0; q < points; q++) {
          const product = products[from + q] as number;
          products[left + q] = product * (leftFactors[left + q] as number);
          products[right + q] = product * (rightFactors[right + q] as number);
        }
      } else {
        const leftRatio = ratio[2 * k + 1] as number;
        const rightRatio = ratio[2 * k + 2] as number;
        for (let q = 0; q < points; q++) {
          const product = products[from + q] as number;
          products[left + q] = product * leftRatio;
          products[right + q] = product * rightRatio;
        }
      }
    }
    // Back up: each product becomes the sum, over the leaves below, of product times value.
    for (let k = node.length - 1; k >= 0; k--) {
      const to = (parent[k] as number) * points;
      const left = (2 * k + 1) * points;
      const right = left + points;
      const leftValue = value[2 * k + 1] as number;
      const rightValue = value[2 * k + 2] as number;
      const leftShares = isHot[2 * k + 1] === 1 ? hotShare : coldShare;
      const rightShares = isHot[2 * k + 2] === 1 ? hotShare : coldShare;
      let sum = 0;
      for (let q = 0; q < points; q++) {
        const leftSum = (products[left + q] as number) * leftValue;
        const rightSum = (products[right + q] as number) * rightValue;
        products[to + q] = leftSum + rightSum;
        sum += leftSum * (leftShares[left + q] as number) + rightSum * (rightShares[right + q] as number);
      }
      // Where the row was off the way above it is off here: o - z over its factor is -1 / (1 - t) both times, and nothing is added.
      if (isHot[same[k] as number] === 1)
        out[phi + (feature[k] as number)] = (out[phi + (feature[k] as number)] as number) + sum;
    }
  }
}

/** Nodes and weights on 0..1, by Newton's method from Chebyshev's nodes. */
function gaussLegendre(count: number): { nodes: Float64Array; weights: Float64Array } {
  const [nodes, weights] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < count; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 20; step++) {
      let [previous, value] = [1, x];
      for (let n = 2; n <= count; n++) [previous, value] = [value, ((2 * n - 1) * x * value - (n - 1) * previous) / n];
      slope = (count * (previous - x * value)) / (1 - x * x);
      x -= value / slope;
    }
    nodes[i] = (1 + x) / 2;
    weights[i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
