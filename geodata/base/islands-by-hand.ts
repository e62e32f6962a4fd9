/**
 * Islands that Natural Earth lacks although they have a part in the atlas, drawn from general knowledge of their capes and towns: right to
 * about 1 km. `make.ts` adds each to the unit named.
 */

type Point = [number, number];

interface Island {
  readonly name: string;
  /** ISO3 code of the country, and name of the unit, as in `units.topo.json`. */
  readonly country: string;
  readonly unit: string;
  /** Shore, without the repeated first point. */
  readonly shore: readonly Point[];
}

export const ISLANDS: readonly Island[] = [
  {
    name: 'Kotlin, with Kronstadt at its eastern end',
    country: 'RUS',
    unit: 'City of St. Petersburg',
    shore: [
      [29.63, 60.029],
      [29.662, 60.028],
      [29.69, 60.021],
      [29.715, 60.014],
      [29.74, 60.011],
      [29.765, 60.009],
      [29.785, 60.003],
      [29.798, 59.995],
      [29.79, 59.986],
      [29.772, 59.981],
      [29.755, 59.982],
      [29.737, 59.99],
      [29.72, 59.996],
      [29.7, 60.004],
      [29.675, 60.013],
      [29.65, 60.02],
    ],
  },
  {
    name: 'Seiskari',
    country: 'RUS',
    unit: 'Leningrad',
    shore: [
      [28.341, 60.033],
      [28.355, 60.04],
      [28.374, 60.039],
      [28.388, 60.031],
      [28.395, 60.023],
      [28.385, 60.018],
      [28.368, 60.022],
      [28.352, 60.027],
    ],
  },
  {
    name: 'Tytärsaari',
    country: 'RUS',
    unit: 'Leningrad',
    shore: [
      [27.161, 59.852],
      [27.181, 59.863],
      [27.205, 59.865],
      [27.224, 59.857],
      [27.227, 59.845],
      [27.209, 59.838],
      [27.185, 59.837],
      [27.169, 59.841],
    ],
  },
  {
    name: 'Saint-Pierre',
    country: 'FRA',
    unit: 'Saint-Pierre-et-Miquelon',
    shore: [
      [-56.232, 46.758],
      [-56.23, 46.779],
      [-56.212, 46.8],
      [-56.186, 46.817],
      [-56.168, 46.808],
      [-56.166, 46.789],
      [-56.155, 46.773],
      [-56.173, 46.761],
      [-56.199, 46.756],
    ],
  },
  {
    name: 'Miquelon and Langlade, joined by a bar of sand',
    country: 'FRA',
    unit: 'Saint-Pierre-et-Miquelon',
    shore: [
      [-56.39, 46.84],
      [-56.374, 46.872],
      [-56.355, 46.905],
      [-56.339, 46.935],
      [-56.341, 46.975],
      [-56.362, 47.01],
      [-56.385, 47.035],
      [-56.388, 47.07],
      [-56.374, 47.1],
      [-56.341, 47.102],
      [-56.313, 47.135],
      [-56.296, 47.14],
      [-56.278, 47.115],
      [-56.259, 47.095],
      [-56.267, 47.06],
      [-56.3, 47.035],
      [-56.319, 47.005],
      [-56.327, 46.97],
      [-56.325, 46.935],
      [-56.292, 46.915],
      [-56.259, 46.89],
      [-56.263, 46.855],
      [-56.284, 46.815],
      [-56.317, 46.79],
      [-56.358, 46.8],
    ],
  },
  {
    name: 'Upper Tachen',
    country: 'CHN',
    unit: 'Zhejiang',
    shore: [
      [121.87, 28.488],
      [121.879, 28.503],
      [121.896, 28.505],
      [121.908, 28.494],
      [121.904, 28.483],
      [121.886, 28.479],
    ],
  },
  {
    name: 'Lower Tachen',
    country: 'CHN',
    unit: 'Zhejiang',
    shore: [
      [121.875, 28.451],
      [121.888, 28.459],
      [121.902, 28.455],
      [121.905, 28.445],
      [121.894, 28.436],
      [121.88, 28.44],
    ],
  },
];
