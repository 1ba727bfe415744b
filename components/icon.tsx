import {
  ArrowRight,
  Building2,
  Check,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  Eye,
  FileSpreadsheet,
  Filter,
  GitCompare,
  History,
  type IconNode,
  Lock,
  Menu,
  Network,
  PlugZap,
  Rocket,
  Settings,
  Shuffle,
  SlidersHorizontal,
  Users,
  WifiOff,
  X,
} from 'lucide';
import { createElement } from 'preact';

const icons = {
  setup: Rocket,
  people: Users,
  organisation: Network,
  preview: Eye,
  history: History,
  drift: GitCompare,
  file: FileSpreadsheet,
  mapping: Shuffle,
  scope: Filter,
  settings: Settings,
  javelo: SlidersHorizontal,
  privacy: Lock,
  way: PlugZap,
  company: Building2,
  menu: Menu,
  close: X,
  check: Check,
  next: ArrowRight,
  fold: ChevronRight,
  unfold: ChevronDown,
  alert: CircleAlert,
  offline: WifiOff,
} as const satisfies Record<string, IconNode>;

export type IconName = keyof typeof icons;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
}

/** A line drawing beside words. Decorative: the words say it. */
export function Icon({ name, size = 18 }: IconProps) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icons[name].map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
