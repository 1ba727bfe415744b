/** What the invented people of the demo are made of. */
export const givenNames = {
  female: ['Sanne', 'Lotte', 'Fatima', 'Eva', 'Noor', 'Chloé', 'Manon', 'Inês', 'Zoë', 'Anouk', 'Yasmine', 'Hanna'],
  male: ['Daan', 'Bram', 'Sem', 'Youssef', 'Thijs', 'Léon', 'Mathis', 'Kofi', 'Jan', 'Ruben', 'André', 'Milan'],
} as const;

export const familyNames = [
  ...['de Vries', 'van den Berg', 'Bakker', 'Jansen', 'Visser', 'Smit', 'Meijer', 'Mulder', 'Bos', 'Vos', 'Peters'],
  ...['Hendriks', 'van Dijk', 'Dekker', 'Brouwer', 'Dubois', 'Lefèvre', 'Moreau', 'Girard', 'Özdemir', 'El Amrani'],
  ...['Kowalski', 'Silva', 'Okafor', 'Schmidt', 'van ’t Hof'],
] as const;

export const companies = [
  { id: 'demo-1', name: 'Noordster Holding B.V.', domain: 'noordster.example' },
  { id: 'demo-2', name: 'Noordster Bouw B.V.', domain: 'noordster-bouw.example' },
  { id: 'demo-3', name: 'Noordster Zorg B.V.', domain: 'noordster-zorg.example' },
] as const;

export const teams = [
  { department: 'Finance', lead: 'Head of Finance', jobs: ['Controller', 'Accountant', 'Payroll specialist'] },
  { department: 'People', lead: 'Head of People', jobs: ['HR adviser', 'Recruiter', 'HR assistant'] },
  { department: 'Operations', lead: 'Operations manager', jobs: ['Planner', 'Coordinator', 'Site supervisor'] },
  { department: 'Sales', lead: 'Sales manager', jobs: ['Account manager', 'Sales adviser', 'Customer adviser'] },
  { department: 'Technology', lead: 'Head of Technology', jobs: ['Engineer', 'Support engineer', 'Data analyst'] },
] as const;
