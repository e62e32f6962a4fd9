import { LAST_DAY, isWithin, type Day } from '../time/day';
import { STATUSES, type Bundle, type HoldingRow, type Lens, type LensClaim } from './types';

/**
 * The bundle as one capital recognised it: land that it did not recognise as lost counts to the old holder, occupied by whoever really
 * had it. Everything else stays.
 */
export function throughLens(bundle: Bundle, lens: Pick<Lens, 'claims' | 'named' | 'labels'>): Bundle {
  const named = new Set(lens.named);
  return {
    ...bundle,
    holdings: claimedHoldings(bundle.holdings, lens.claims),
    labels: [...bundle.labels.filter(({ polity }) => !named.has(polity)), ...lens.labels],
  };
}

/** Holdings with the claims laid over them; sorted by region, then day. Of two claims to one region on a day the later counts. */
export function claimedHoldings(
  holdings: readonly HoldingRow[],
  claims: readonly LensClaim[],
): readonly HoldingRow[] {
  const claimsOf = new Map<number, LensClaim[]>();
  for (const claim of claims) {
    for (const region of claim.regions) claimsOf.set(region, [...(claimsOf.get(region) ?? []), claim]);
  }
  return holdings.flatMap((row, at) => {
    const [region, from] = row;
    const of = claimsOf.get(region);
    if (!of) return [row];
    const next = holdings[at + 1];
    const to = next?.[0] === region ? next[1] : LAST_DAY + 1;
    return splitByClaims(row, from, to, of);
  });
}

function splitByClaims(row: HoldingRow, from: Day, to: Day, claims: readonly LensClaim[]): HoldingRow[] {
  const cuts = new Set([from]);
  for (const claim of claims) {
    for (const day of [claim.from ?? 0, claim.to ?? Infinity]) if (day > from && day < to) cuts.add(day);
  }
  return [...cuts]
    .sort((a, b) => a - b)
    .map((day) => {
      const claim = claims.findLast(({ from: start = 0, to: end = Infinity }) => start <= day && day < end);
      return claim ? claimed(row, day, claim) : starting(row, day);
    });
}

function starting([region, , ...rest]: HoldingRow, from: Day): HoldingRow {
  return [region, from, ...rest];
}

function claimed(
  [region, , law, controller, status, unit, precision, change]: HoldingRow,
  from: Day,
  claim: LensClaim,
): HoldingRow {
  const { holder, controller: inControl = controller } = claim;
  const isOwn = inControl === holder;
  const kept =
    STATUSES[status] === 'sovereign' || STATUSES[status] === 'annexed' ? 'occupied' : STATUSES[status];
  // A status says how another one has the land; where the holder has it after all, it is simply its own.
  const isSaid = !isOwn || claim.controller !== undefined;
  const said = isSaid ? claim.status : undefined;
  return [
    region,
    from,
    holder,
    inControl,
    STATUSES.indexOf(said ?? (isOwn ? 'sovereign' : (kept ?? 'occupied'))),
    // Units of a state whose law is not recognised there are not named; those of an occupant are.
    inControl === controller && (holder === law || controller !== law) ? unit : -1,
    precision,
    change,
  ];
}

/** What a lens says of a region on a day; undefined where it sees what there was. */
export function claimOn(lens: Pick<Lens, 'claims'>, region: number, day: Day): LensClaim | undefined {
  return lens.claims.findLast(({ regions, from, to }) => isWithin(day, from, to) && regions.includes(region));
}
