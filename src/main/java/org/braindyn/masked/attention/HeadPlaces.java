package org.braindyn.masked.attention;

import org.braindyn.kernel.attention.PlaceOps;
import org.braindyn.masked.token.TokenMatrix;

/**
 * Where the tokens of one group are.
 *
 * @param queries its queries in the matrix of queries, keys and values
 * @param keys its keys there
 * @param results its queries in the matrix of contexts
 * @param statsAt number of queries in the groups before it
 */
record HeadPlaces(PlaceOps.Rows queries, PlaceOps.Rows keys, PlaceOps.Rows results, int statsAt) {

  static HeadPlaces[] of(TokenMatrix qkv, TokenMatrix context, Groups groups) {
    HeadPlaces[] places = new HeadPlaces[groups.size()];
    int before = 0;
    for (int g = 0; g < places.length; g++) {
      int[] queries = groups.queries(g);
      places[g] =
          new HeadPlaces(
              qkv.places(queries), qkv.places(groups.keys(g)), context.places(queries), before);
      before += queries.length;
    }
    return places;
  }

  int queryCount() {
    return queries.base().length;
  }

  int keyCount() {
    return keys.base().length;
  }
}
