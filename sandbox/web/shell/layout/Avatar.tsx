import AtlaskitAvatar from '@atlaskit/avatar';

const COLOURS = [
  '#1868db',
  '#227d9b',
  '#1f845a',
  '#5b7f24',
  '#946f00',
  '#bd5b00',
  '#c9372c',
  '#ae4787',
  '#964ac0',
  '#626f86',
];

/** A person's avatar: their initials on a colour of their own. */
export function Avatar({
  accountId,
  name,
  colour,
  size = 'small',
}: {
  accountId: string;
  name: string;
  colour?: string | undefined;
  size?: 'xxsmall' | 'small' | 'medium';
}) {
  return (
    <AtlaskitAvatar
      size={size}
      src={picture(name, colour ?? colourOf(accountId))}
      borderColor="transparent"
    />
  );
}

/** Avatar and name in a line. */
export function PersonName({
  accountId,
  name,
  inactive = false,
}: {
  accountId: string;
  name: string;
  inactive?: boolean;
}) {
  return (
    <span className="person">
      <Avatar accountId={accountId} name={name} size="xxsmall" />
      <span>{inactive ? `${name} (inactive)` : name}</span>
    </span>
  );
}

function colourOf(accountId: string): string {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? '#1868db';
}

function picture(name: string, colour: string): string {
  const words = name.split(/[\s.-]+/).filter(word => /^\p{L}/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map(word => word?.charAt(0).toUpperCase() ?? '')
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colour}"/><text x="16" y="21" text-anchor="middle" font-family="system-ui,sans-serif" font-size="13" font-weight="600" fill="#fff">${initials}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
