package org.braindyn.kind.family;

/**
 * The families that are kinds of their own; those that older kinds are named after are not here.
 */
public final class FamilyKinds {
  private FamilyKinds() {}

  /** Every region from its own past. */
  public static final class OwnPast extends FamilyKind {
    /** The kind. */
    public OwnPast() {
      super("own past AR", "cheap: every region from its own past");
    }
  }

  /** Every region from its own past and the mean of all. */
  public static final class OwnPastAndMean extends FamilyKind {
    /** The kind. */
    public OwnPastAndMean() {
      super("own past and mean AR", "cheap: every region from its own past and the mean of all");
    }
  }

  /** Own past and the past of neighbours in the graph given. */
  public static final class NetworkGiven extends FamilyKind {
    /** The kind. */
    public NetworkGiven() {
      super(
          "network AR on the graph given",
          "cheap: own past and the past of neighbours in the graph given");
    }
  }

  /** Own past and the past of neighbours by partial correlation. */
  public static final class NetworkPartial extends FamilyKind {
    /** The kind. */
    public NetworkPartial() {
      super(
          "network AR on partial correlations",
          "cheap: own past and the past of neighbours by partial correlation");
    }
  }

  /** Own past and the past of neighbours by correlation. */
  public static final class NetworkCorrelation extends FamilyKind {
    /** The kind. */
    public NetworkCorrelation() {
      super(
          "network AR on correlations",
          "cheap: own past and the past of neighbours by correlation");
    }
  }

  /** A vector autoregression with coefficients on the graph's links only. */
  public static final class MaskedVar extends FamilyKind {
    /** The kind. */
    public MaskedVar() {
      super(
          "masked VAR",
          "cheap: a vector autoregression with coefficients on the graph's links only");
    }
  }

  /** A vector autoregression pulled towards own past and mean. */
  public static final class ShrunkToMean extends FamilyKind {
    /** The kind. */
    public ShrunkToMean() {
      super(
          "VAR shrunk to own past and mean",
          "cheap: a vector autoregression pulled towards own past and mean");
    }
  }

  /** A vector autoregression pulled towards the network's. */
  public static final class ShrunkToNetwork extends FamilyKind {
    /** The kind. */
    public ShrunkToNetwork() {
      super(
          "VAR shrunk to network AR",
          "cheap: a vector autoregression pulled towards the network's");
    }
  }

  /** Every step ahead by itself from the whole context. */
  public static final class Direct extends FamilyKind {
    /** The kind. */
    public Direct() {
      super("direct ridge", "cheap: every step ahead by itself from the whole context");
    }
  }

  /** Own past and what the context tells of a region's level. */
  public static final class OwnPastAndLevels extends FamilyKind {
    /** The kind. */
    public OwnPastAndLevels() {
      super(
          "own past and levels",
          "cheap: every region from its own past, lowest value and largest steps; good for rates of"
              + " neurons");
    }
  }

  /** The same beside a direct ridge. */
  public static final class DirectAndLevels extends FamilyKind {
    /** The kind. */
    public DirectAndLevels() {
      super(
          "direct ridge and levels", "cheap: the same, and a direct ridge for what it leaves over");
    }
  }

  /** Least squares on random features of every region's past. */
  public static final class RandomFeatures extends FamilyKind {
    /** The kind. */
    public RandomFeatures() {
      super("random features", "cheap: least squares on random features of every region's past");
    }
  }

  /** The same, with the mean past of neighbours. */
  public static final class RandomFeaturesWithNeighbours extends FamilyKind {
    /** The kind. */
    public RandomFeaturesWithNeighbours() {
      super("random features with neighbours", "cheap: the same, with the mean past of neighbours");
    }
  }
}
