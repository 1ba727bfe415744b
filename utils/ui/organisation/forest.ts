export interface OrganisationNode {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly managerId: string | null;
  readonly company: string;
  readonly department: string | null;
  readonly active: boolean;
}

export interface Branch {
  readonly node: OrganisationNode;
  readonly reports: readonly Branch[];
  /** Everybody below, at any depth. */
  readonly below: number;
}

export interface Forest {
  /** Those who lead somebody and have nobody above them; the largest first. */
  readonly roots: readonly Branch[];
  /** Neither a manager nor reports. */
  readonly alone: readonly OrganisationNode[];
  /** Each of them is, over some steps, their own manager. */
  readonly inLoop: readonly OrganisationNode[];
}

/** The reporting lines of all who work here. A loop is opened at its first member, so that everybody is in the picture once. */
export function buildForest(nodes: readonly OrganisationNode[]): Forest {
  const active = nodes.filter((node) => node.active);
  const byId = new Map(active.map((node) => [node.id, node]));
  const inLoop = findLoops(active, byId);
  const opened = new Set(firstOfEachLoop(inLoop, byId).map(({ id }) => id));
  const managerOf = (node: OrganisationNode) =>
    node.managerId === null || opened.has(node.id) ? undefined : byId.get(node.managerId);
  const reports = Map.groupBy(active, (node) => managerOf(node)?.id);
  const grow = (node: OrganisationNode): Branch => {
    const branches = (reports.get(node.id) ?? []).map(grow);
    return { node, reports: branches, below: branches.reduce((sum, { below }) => sum + 1 + below, 0) };
  };
  const tops = (reports.get(undefined) ?? []).map(grow);
  return {
    roots: tops.filter(({ below }) => below > 0).sort((a, b) => b.below - a.below),
    alone: tops.filter(({ below }) => below === 0).map(({ node }) => node),
    inLoop,
  };
}

/** Everyone who comes back to himself by going up. Each person is walked over once. */
function findLoops(
  nodes: readonly OrganisationNode[],
  byId: ReadonlyMap<string, OrganisationNode>,
): readonly OrganisationNode[] {
  const done = new Set<string>();
  const loops: OrganisationNode[] = [];
  for (const start of nodes) {
    const trail: OrganisationNode[] = [];
    const places = new Map<string, number>();
    let node: OrganisationNode | undefined = start;
    while (node !== undefined && !done.has(node.id) && !places.has(node.id)) {
      places.set(node.id, trail.length);
      trail.push(node);
      node = node.managerId === null ? undefined : byId.get(node.managerId);
    }
    const from = node === undefined ? undefined : places.get(node.id);
    if (from !== undefined) loops.push(...trail.slice(from));
    for (const { id } of trail) done.add(id);
  }
  return loops;
}

function firstOfEachLoop(
  inLoop: readonly OrganisationNode[],
  byId: ReadonlyMap<string, OrganisationNode>,
): readonly OrganisationNode[] {
  const seen = new Set<string>();
  return inLoop.filter((member) => {
    const isFirst = !seen.has(member.id);
    let node: OrganisationNode | undefined = member;
    while (node !== undefined && !seen.has(node.id)) {
      seen.add(node.id);
      node = node.managerId === null ? undefined : byId.get(node.managerId);
    }
    return isFirst;
  });
}

/** The ids of everybody above the people whose name holds the text, so that these can be unfolded. */
export function unfoldTo(roots: readonly Branch[], matches: (node: OrganisationNode) => boolean): ReadonlySet<string> {
  const open = new Set<string>();
  const walk = ({ node, reports }: Branch): boolean => {
    const inside = reports.map(walk).some((found) => found);
    if (inside) open.add(node.id);
    return inside || matches(node);
  };
  for (const root of roots) walk(root);
  return open;
}

/** The first levels, as many as fit into a picture of `most` people. */
export function unfoldTop(roots: readonly Branch[], most: number): ReadonlySet<string> {
  const open = new Set<string>();
  let level = roots;
  let drawn = roots.length;
  while (level.length > 0) {
    const below = level.flatMap(({ reports }) => reports);
    if (drawn + below.length > most) break;
    for (const { node, reports } of level) if (reports.length > 0) open.add(node.id);
    drawn += below.length;
    level = below;
  }
  return open;
}
