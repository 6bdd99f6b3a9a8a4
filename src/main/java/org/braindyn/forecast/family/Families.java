package org.braindyn.forecast.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.graph.Threshold;

/** The cheap families, in the order of tables: cheapest first. */
public final class Families {
  /** Largest order on whole recordings. */
  public static final int LARGEST_ORDER = 5;

  /** Largest order on windows. */
  static final int WINDOW_ORDER = 3;

  private static final double[] RIDGES = {100, 1e3, 1e4};

  /** Penalties towards a prior. */
  static final double[] LAMBDAS = {100, 300, 1e3, 3e3, 1e4, 3e4};

  private static final double[] DIRECT_RIDGES = {0.16, 0.63, 1.25, 2.5, 10};
  private static final double[] LEVEL_RIDGES = {0.63, 1.25, 2.5};
  private static final double DENSITY = 0.1;

  private Families() {}

  /** All families that the data allow: a given graph adds those that need one. */
  public static List<Family> all(FamilyData data) {
    List<Family> list = new ArrayList<>(basic());
    int most = Math.min(LARGEST_ORDER, data.windows().context());
    int[] few = upTo(Math.min(3, most), 1, 2, 3);
    int[] many = upTo(most, 1, 2, 3, 5);
    list.add(linear("own past AR", many, s -> OwnPast.fit(s.sums(), s.order())));
    Function<FamilyData, LinkWeights> given = data.given() == null ? null : FamilyData::given;
    if (given != null) {
      list.add(network("network AR on the graph given", many, given));
    }
    list.add(
        network("own past and mean AR", many, d -> LinkWeights.uniform(d.windows().regions())));
    list.add(network("network AR on partial correlations", many, Families::partial));
    list.add(network("network AR on correlations", many, Families::functional));
    list.add(
        ridged(
            "masked VAR",
            few,
            RIDGES,
            s ->
                LinearFits.masked(s.sums(), s.order(), s.ridge(), links(s.data(), given == null))));
    list.add(ridged("VAR on whole recordings", few, RIDGES, Families::full));
    list.add(
        new Family(
            "VAR on windows",
            grid(upTo(few[few.length - 1], 1, 2, 3), RIDGES),
            (d, s, p) ->
                LinearFits.full(d.windowed(), s.order(), s.ridge(), LinearFits.OWN_SHARE)
                    .named("VAR(" + s.order() + ") on windows")));
    int[] last = {few[few.length - 1]};
    list.add(
        ridged(
            "VAR shrunk to own past and mean",
            last,
            LAMBDAS,
            s ->
                shrunk(
                    s,
                    NetworkAr.fit(s.sums(), s.order(), LinkWeights.uniform(s.sums().regions())))));
    Function<FamilyData, LinkWeights> prior = given == null ? Families::functional : given;
    list.add(
        ridged(
            "VAR shrunk to network AR",
            last,
            LAMBDAS,
            s -> shrunk(s, NetworkAr.fit(s.sums(), s.order(), prior.apply(s.data())))));
    if (direct(data)) {
      list.add(
          new Family(
              "direct ridge",
              grid(new int[] {0}, DIRECT_RIDGES),
              (d, s, p) -> DirectModel.fit(d.direct(), s.ridge(), LinearFits.OWN_SHARE)));
    }
    list.add(
        new Family(
            "own past and levels",
            List.of(new Family.Settings(0, 0)),
            (d, s, p) -> LevelModel.fit(d.levels())));
    if (direct(data)) {
      list.add(
          new Family(
              "direct ridge and levels",
              grid(new int[] {0}, LEVEL_RIDGES),
              (d, s, p) ->
                  LevelModel.fit(d.levels(), d.direct(), s.ridge(), LinearFits.OWN_SHARE)));
    }
    list.add(features(false));
    list.add(features(true));
    return list;
  }

  /** Zero, persistence and damped persistence. */
  public static List<Family> basic() {
    List<Family.Settings> none = List.of(new Family.Settings(0, 0));
    return List.of(
        new Family("zero", none, (d, s, p) -> BasicModel.zero()),
        new Family("persistence", none, (d, s, p) -> BasicModel.persistence()),
        new Family("damped persistence", none, (d, s, p) -> BasicModel.damped(d.windows())));
  }

  /** Random features of own pasts, or also of the mean past of positively correlated regions. */
  public static Family features(boolean neighbours) {
    return new Family(
        neighbours ? "random features with neighbours" : "random features",
        List.of(new Family.Settings(0, 0)),
        (d, s, p) ->
            RandomFeatures.fit(
                d.windows(),
                RandomFeatures.Settings.defaults(
                    neighbours ? LinkWeights.correlation(d.whole()).weights() : null, d.seed()),
                p));
  }

  /** Its matrices grow with the square of regions x bins: left out where they would be huge. */
  private static boolean direct(FamilyData data) {
    return FamilyData.linked(data.windows());
  }

  private static LinkWeights partial(FamilyData data) {
    return LinkWeights.partialCorrelation(data.whole());
  }

  private static LinkWeights functional(FamilyData data) {
    return LinkWeights.correlation(data.whole());
  }

  /** Links of a mask: the given graph, or the strongest tenth of partial correlations. */
  private static double[][] links(FamilyData data, boolean estimated) {
    double[][] weights = (estimated ? partial(data) : data.given()).weights();
    int n = weights.length;
    int links = 0;
    for (double[] row : weights) {
      for (double w : row) {
        links += w != 0 ? 1 : 0;
      }
    }
    int most = Math.max(1, (int) Math.round(DENSITY * n * (n - 1)));
    return links > most ? Threshold.strongest(weights, most).toMatrix() : weights;
  }

  private static LagModel full(Fit s) {
    return LinearFits.full(s.sums(), s.order(), s.ridge(), LinearFits.OWN_SHARE);
  }

  private static LagModel shrunk(Fit s, LagModel prior) {
    return LinearFits.shrunk(s.data().penalised(s.order(), s.ridge()), s.sums(), prior);
  }

  /** One fit to whole recordings. */
  private record Fit(FamilyData data, int order, double ridge) {
    LagSums sums() {
      return data.whole();
    }
  }

  private static Family network(
      String name, int[] orders, Function<FamilyData, LinkWeights> weights) {
    return linear(name, orders, s -> NetworkAr.fit(s.sums(), s.order(), weights.apply(s.data())));
  }

  private static Family linear(String name, int[] orders, Function<Fit, LagModel> fit) {
    return ridged(name, orders, new double[] {0}, fit);
  }

  private static Family ridged(
      String name, int[] orders, double[] ridges, Function<Fit, LagModel> fit) {
    return new Family(
        name, grid(orders, ridges), (d, s, p) -> fit.apply(new Fit(d, s.order(), s.ridge())));
  }

  private static List<Family.Settings> grid(int[] orders, double[] ridges) {
    List<Family.Settings> grid = new ArrayList<>();
    for (int order : orders) {
      for (double ridge : ridges) {
        grid.add(new Family.Settings(order, ridge));
      }
    }
    return grid;
  }

  private static int[] upTo(int most, int... orders) {
    return java.util.Arrays.stream(orders).filter(o -> o <= most).toArray();
  }
}
