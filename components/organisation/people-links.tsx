interface PeopleLinksProps {
  readonly title: string;
  readonly text: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly title: string | null }[];
  readonly hrefOf: (id: string) => string;
  readonly testId: string;
}

/** People about whom there is one and the same thing to say, each a click away. */
export function PeopleLinks({ title, text, people, hrefOf, testId }: PeopleLinksProps) {
  return (
    <section class="people-links" data-testid={testId}>
      <h2>{title}</h2>
      <p class="soft">{text}</p>
      <ul>
        {people.map(({ id, name, title: job }) => (
          <li key={id}>
            <a href={hrefOf(id)}>{name}</a>
            {job === null ? null : <span class="faint"> {job}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
