import { Icon, type IconName } from '../icon.tsx';

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly current: boolean;
  /** A number beside the label; null = none. */
  readonly badge: string | null;
  readonly testId: string;
}

export interface NavigationGroup {
  readonly label: string;
  readonly links: readonly NavigationLink[];
}

interface NavigationProps {
  readonly label: string;
  readonly groups: readonly NavigationGroup[];
  readonly onChoose: () => void;
}

/** The pages of the dashboard in groups. */
export function Navigation({ label, groups, onChoose }: NavigationProps) {
  return (
    <nav class="navigation" aria-label={label} id="navigation">
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2 class="navigation-group">{group.label}</h2>
          <ul>
            {group.links.map(({ href, label: name, icon, current, badge, testId }) => (
              <li key={href}>
                <a href={href} aria-current={current ? 'page' : undefined} onClick={onChoose} data-testid={testId}>
                  <Icon name={icon} />
                  <span>{name}</span>
                  {badge === null ? null : <span class="badge">{badge}</span>}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
