package org.braindyn.forecast.family;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.forecast.family.sums.LagSums;
import org.braindyn.forecast.family.sums.PenalisedSums;
import org.braindyn.forecast.family.sums.Stretches;
import org.braindyn.forecast.ridge.LagBins;
import org.braindyn.forecast.ridge.LevelSums;
import org.braindyn.signal.Recording;
import org.braindyn.signal.WindowSet;
import org.braindyn.signal.WindowShape;
import org.braindyn.work.LocalWork;
import org.braindyn.work.SumBlocks;
import org.braindyn.work.Work;

/**
 * What families are fitted to: sums over whole recordings and over windows, the windows, a graph.
 * Sums are made when first asked for and shared by all families, several of which may ask at once.
 */
public final class FamilyData {
  private static final int BLOCK = 64;
  private static final String NAME = "Fitting families";

  /** Windows to fit to and to choose by; more are thinned evenly. */
  private static final int MOST_WINDOWS = 2500;

  private static final int MOST_DIRECT = 15_000;

  /** Matrices of all regions' pasts grow with the square of regions x bins. */
  private static final int MOST_LINKED = 250;

  private final WindowSet windows;
  private final LinkWeights given;
  private final Seed seed;
  private final Supplier<LagSums> makeWhole;
  private final Supplier<LagSums> makeWindowed;
  private final Supplier<DirectSums> makeDirect;
  private final Supplier<LevelSums> makeLevels;
  private final Map<String, PenalisedSums> penalised = new HashMap<>();
  private LagSums whole;
  private LagSums windowed;
  private DirectSums direct;
  private LevelSums levels;

  /**
   * @param windows training windows, in units of their contexts
   * @param given an anatomical graph; null for none
   * @param seed for random features
   * @param makeWhole sums over whole recordings
   * @param makeWindowed sums over windows
   * @param makeDirect sums of contexts and what followed
   * @param makeLevels the same with levels of contexts
   */
  FamilyData(
      WindowSet windows,
      LinkWeights given,
      Seed seed,
      Supplier<LagSums> makeWhole,
      Supplier<LagSums> makeWindowed,
      Supplier<DirectSums> makeDirect,
      Supplier<LevelSums> makeLevels) {
    this.windows = thinned(windows);
    this.given = given;
    this.seed = seed;
    this.makeWhole = makeWhole;
    this.makeWindowed = makeWindowed;
    this.makeDirect = makeDirect;
    this.makeLevels = makeLevels;
  }

  /**
   * Training data.
   *
   * @param windows training windows; their recordings are also used whole
   * @param given an anatomical graph; null for none
   */
  public static FamilyData of(WindowSet windows, LinkWeights given, Seed seed) {
    return of(windows, given, seed, LocalWork.few(NAME));
  }

  /** The same; {@code work} sums over recordings. */
  public static FamilyData of(WindowSet windows, LinkWeights given, Seed seed, Work work) {
    if (given != null) {
      given.check(windows.regions());
    }
    return new FamilyData(
        windows,
        given,
        seed,
        () -> whole(windows.recordings(), orderFor(windows), work),
        () -> windowed(thinned(windows), work),
        () -> direct(dense(windows), work),
        () -> levels(dense(windows), work));
  }

  private static WindowSet thinned(WindowSet set) {
    int every = (set.size() + MOST_WINDOWS - 1) / MOST_WINDOWS;
    return every > 1 ? set.withStride(set.stride() * every) : set;
  }

  /** Many more windows, which say more to a direct forecast. */
  static WindowSet dense(WindowSet set) {
    WindowSet every = set.withStride(1);
    int stride = (every.size() + MOST_DIRECT - 1) / MOST_DIRECT;
    return stride > 1 ? set.withStride(stride) : every;
  }

  /** The largest order that windows allow, 5 at most. */
  static int orderFor(WindowSet windows) {
    return Math.min(Families.LARGEST_ORDER, windows.context());
  }

  /** Sums over whole recordings, each region in z-scores of its recording. */
  public static LagSums wholeSums(List<Recording> recordings, int order) {
    return whole(recordings, order, LocalWork.few(NAME));
  }

  static LagSums windowSums(WindowSet set) {
    return windowed(set, LocalWork.few(NAME));
  }

  /** Sums over whole recordings. */
  public synchronized LagSums whole() {
    whole = whole == null ? makeWhole.get() : whole;
    return whole;
  }

  /** Sums over windows in units of their contexts. */
  public synchronized LagSums windowed() {
    windowed = windowed == null ? makeWindowed.get() : windowed;
    return windowed;
  }

  /** Sums of contexts and what followed. */
  public synchronized DirectSums direct() {
    direct = direct == null ? makeDirect.get() : direct;
    return direct;
  }

  /** Sums of own pasts and levels of contexts. */
  public synchronized LevelSums levels() {
    levels = levels == null ? makeLevels.get() : levels;
    return levels;
  }

  /** Sums that are known already, of the same windows. */
  synchronized void take(DirectSums known, LevelSums knownLevels) {
    direct = direct == null ? known : direct;
    levels = levels == null ? knownLevels : levels;
  }

  /** Whether regions are few enough for a regression on all of them. */
  static boolean linked(WindowSet set) {
    return set.regions() <= MOST_LINKED;
  }

  /** Training windows. */
  public WindowSet windows() {
    return windows;
  }

  /** The given graph, or null. */
  public LinkWeights given() {
    return given;
  }

  /** For random features. */
  public Seed seed() {
    return seed;
  }

  /** The inverse behind shrunk autoregressions is shared by all priors. */
  synchronized PenalisedSums penalised(int order, double lambda) {
    return penalised.computeIfAbsent(
        order + "/" + lambda,
        key ->
            new PenalisedSums(
                whole(), order, lambda, LinearFits.OWN_SHARE, LinearFits.LAG_EXPONENT));
  }

  private static LagSums whole(List<Recording> recordings, int order, Work work) {
    int block = SumBlocks.of(bytes(recordings.get(0).regions(), order));
    return work.sum(recordings, block, new Whole(order), Progress.NONE);
  }

  private static LagSums windowed(WindowSet set, Work work) {
    int order = Math.min(Families.WINDOW_ORDER, set.context());
    int block = SumBlocks.of(bytes(set.regions(), order));
    return work.sum(set.recordings(), block, new Windowed(set.shape(), order), Progress.NONE);
  }

  private static DirectSums direct(WindowSet set, Work work) {
    long features = (long) new LagBins(set.context()).count() * set.regions();
    long outputs = (long) set.regions() * set.horizon();
    int block = SumBlocks.of(Double.BYTES * features * (features + outputs));
    return work.sum(set.recordings(), block, new Direct(set.shape()), Progress.NONE);
  }

  private static LevelSums levels(WindowSet set, Work work) {
    long own = (long) LevelSums.features(set.context()) * set.regions();
    long all = linked(set) ? own * set.regions() * LevelSums.LEVELS : own * own / set.regions();
    return work.sum(
        set.recordings(),
        SumBlocks.of(Double.BYTES * all),
        new Levels(set.shape(), linked(set)),
        Progress.NONE);
  }

  private static long bytes(int regions, int order) {
    return (long) Double.BYTES * regions * regions * (order + 1) * (order + 2) / 2;
  }

  /** Over whole recordings in z-scores. */
  record Whole(int order) implements Work.Sums<Recording, LagSums> {
    @Override
    public LagSums of(List<Recording> block, Progress progress) {
      return LagSums.of(block.stream().map(Stretches::standardised).toList(), order);
    }

    @Override
    public LagSums plus(LagSums left, LagSums right) {
      return left.plus(right, 1);
    }
  }

  /** Over windows in units of their contexts. */
  record Windowed(WindowShape shape, int order) implements Work.Sums<Recording, LagSums> {
    @Override
    public LagSums of(List<Recording> block, Progress progress) {
      WindowSet set = shape.of(block);
      LagSums sums = null;
      for (int from = 0; from < set.size(); from += BLOCK) {
        int to = Math.min(set.size(), from + BLOCK);
        LagSums one = LagSums.of(Stretches.windows(set, from, to), order);
        sums = sums == null ? one : sums.plus(one, 1);
      }
      return sums;
    }

    @Override
    public LagSums plus(LagSums left, LagSums right) {
      return left.plus(right, 1);
    }
  }

  /** Over contexts and what followed. */
  record Direct(WindowShape shape) implements Work.Sums<Recording, DirectSums> {
    @Override
    public DirectSums of(List<Recording> block, Progress progress) {
      return DirectSums.of(shape.of(block), progress);
    }

    @Override
    public DirectSums plus(DirectSums left, DirectSums right) {
      return left.plus(right, 1);
    }
  }

  /** Own pasts and levels of contexts. */
  record Levels(WindowShape shape, boolean links) implements Work.Sums<Recording, LevelSums> {
    @Override
    public LevelSums of(List<Recording> block, Progress progress) {
      return LevelSums.of(shape.of(block), links, progress);
    }

    @Override
    public LevelSums plus(LevelSums left, LevelSums right) {
      return left.plus(right);
    }
  }
}
