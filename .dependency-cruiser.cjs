/**
 * One rule a folder: what it may import. Anything else inside the project is an error.
 * @type {import("dependency-cruiser").IConfiguration}
 */
const folder = (name, from, allowed) => ({
  name,
  severity: "error",
  from: { path: from },
  to: { path: "^(app|components|lib|scripts|tests|prisma)/", pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    folder("app", "^app/", ["^components/", "^lib/(use-cases|contracts|web|messages|errors\\.ts)"]),
    folder("components", "^components/", ["^lib/(contracts|engine|web/client|messages)/", "^lib/errors\\.ts"]),
    folder("engine", "^lib/engine/", []),
    folder("use-cases", "^lib/use-cases/", ["^lib/(engine|db|adapters|contracts|messages)/", "^lib/(errors|env)\\.ts"]),
    folder("db", "^lib/db/", ["^lib/(engine|contracts)/", "^lib/errors\\.ts"]),
    folder("adapters", "^lib/adapters/", ["^lib/(engine|contracts)/", "^lib/(errors|env)\\.ts"]),
    folder("contracts", "^lib/contracts/", ["^lib/engine/", "^lib/errors\\.ts"]),
    folder("web", "^lib/web/", ["^lib/(use-cases|adapters|contracts|messages)/", "^lib/(errors|env)\\.ts"]),
    folder("messages", "^lib/messages/", []),
    folder("root-files", "^lib/(env|errors)\\.ts", []),
    folder("scripts", "^scripts/", ["^lib/", "^prisma/"]),
    {
      name: "web-client-runs-in-the-browser",
      severity: "error",
      from: { path: "^lib/web/client/" },
      to: { path: "^lib/", pathNot: ["^lib/web/client/", "^lib/contracts/", "^lib/engine/"] },
    },
    {
      name: "engine-is-pure",
      comment: "No package, no Node: numbers in, numbers out.",
      severity: "error",
      from: { path: "^lib/engine/" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-peer", "npm-optional", "core", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "only-db-knows-the-client",
      severity: "error",
      from: { pathNot: "^lib/db/" },
      to: { path: "^(lib/db/generated/|node_modules/@prisma/client)" },
    },
    { name: "nobody-imports-tests", severity: "error", from: { pathNot: "^tests/" }, to: { path: "^tests/" } },
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "lib/db/generated"] },
    exclude: { path: ["\\.next/"] },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
