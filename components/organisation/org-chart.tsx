import { hierarchy, tree } from 'd3-hierarchy';
import { useMemo } from 'preact/hooks';
import type { Translate } from '../../utils/i18n/translator.ts';
import { Icon } from '../icon.tsx';

export interface OrgBranch {
  readonly node: { readonly id: string; readonly name: string; readonly title: string | null };
  readonly reports: readonly OrgBranch[];
  readonly below: number;
}

interface OrgChartProps {
  readonly t: Translate;
  readonly roots: readonly OrgBranch[];
  readonly open: ReadonlySet<string>;
  readonly isFound: (branch: OrgBranch) => boolean;
  readonly zoom: number;
  readonly onToggle: (id: string) => void;
  readonly hrefOf: (id: string) => string;
}

const box = { width: 216, height: 48 };
const gap = { across: 12, along: 44 };
const margin = 16;

interface Drawn {
  readonly branch: OrgBranch | null;
  readonly children: readonly Drawn[];
}

/** The reporting lines as a picture, from left to right; a branch is folded until it is opened. d3-hierarchy places the boxes. */
export function OrgChart({ t, roots, open, isFound, zoom, onToggle, hrefOf }: OrgChartProps) {
  const { boxes, lines, width, height } = useMemo(() => layOut(roots, open), [roots, open]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable for the keyboard (WCAG 2.1.1)
    <section class="org" aria-label={t('organisation.title')} tabIndex={0} data-testid="org">
      <div class="org-size" style={{ width: `${width * zoom}px`, height: `${height * zoom}px` }}>
        <div class="org-canvas" style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${zoom})` }}>
          <svg width={width} height={height} aria-hidden="true">
            {lines.map(({ key, path }) => (
              <path key={key} d={path} />
            ))}
          </svg>
          {boxes.map(({ branch, left, top }) => {
            const { id, name, title } = branch.node;
            const isOpen = open.has(id);
            return (
              <div
                class={isFound(branch) ? 'org-box found' : 'org-box'}
                key={id}
                style={{ left: `${left}px`, top: `${top}px`, width: `${box.width}px`, height: `${box.height}px` }}
                data-testid="org-box"
              >
                <a href={hrefOf(id)}>
                  <span class="cell-main">{name}</span>
                  <span class="cell-sub">{title ?? ''}</span>
                </a>
                {branch.below === 0 ? null : (
                  <button
                    type="button"
                    aria-expanded={isOpen}
                    aria-label={t('organisation.toggle', { name, count: branch.below })}
                    onClick={() => onToggle(id)}
                  >
                    {branch.below}
                    <Icon name={isOpen ? 'unfold' : 'fold'} size={14} />
                  </button>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function layOut(roots: readonly OrgBranch[], open: ReadonlySet<string>) {
  const draw = (branch: OrgBranch): Drawn => ({
    branch,
    children: open.has(branch.node.id) ? branch.reports.map(draw) : [],
  });
  // One root above all roots, which is not drawn.
  const all: Drawn = { branch: null, children: roots.map(draw) };
  const placed = tree<Drawn>().nodeSize([box.height + gap.across, box.width + gap.along])(
    hierarchy(all, ({ children }) => children as Drawn[]),
  );
  const nodes = placed.descendants().slice(1);
  const lowest = Math.min(0, ...nodes.map(({ x }) => x));
  const at = (node: { x: number; depth: number }) => ({
    left: margin + (node.depth - 1) * (box.width + gap.along),
    top: margin + node.x - lowest,
  });
  const boxes = nodes.flatMap((node) => (node.data.branch === null ? [] : [{ branch: node.data.branch, ...at(node) }]));
  const lines = nodes.flatMap((node) => {
    const parent = node.parent;
    if (!parent?.data.branch) return [];
    const from = at(parent);
    const to = at(node);
    const x = from.left + box.width;
    const middle = x + gap.along / 2;
    const y = from.top + box.height / 2;
    const path = `M${x} ${y}C${middle} ${y} ${middle} ${to.top + box.height / 2} ${to.left} ${to.top + box.height / 2}`;
    return [{ key: `${parent.data.branch.node.id}-${node.data.branch?.node.id}`, path }];
  });
  return {
    boxes,
    lines,
    width: Math.max(0, ...boxes.map(({ left }) => left)) + box.width + margin,
    height: Math.max(0, ...boxes.map(({ top }) => top)) + box.height + margin,
  };
}
