package org.braindyn.kernel.attention;

import org.braindyn.data.Precision;

/** The loops of one worker in one precision. Not safe for use by several threads at once. */
public final class TokenOps {
  private final CurveOps curves;
  private final NormOps norms;
  private final ScoreOps scores;
  private final PlaceOps places;
  private final ShiftOps shifts;
  private final StepOps steps;

  /**
   * @param precision width of the numbers; arrays must come from a kernel of the same
   */
  public TokenOps(Precision precision) {
    boolean single = precision == Precision.FLOAT;
    curves = single ? new FloatCurves() : new DoubleCurves();
    norms = single ? new FloatNorms() : new DoubleNorms();
    scores = single ? new FloatScores() : new DoubleScores();
    places = single ? new FloatPlaces() : new DoublePlaces();
    shifts = single ? new FloatShifts() : new DoubleShifts();
    steps = single ? new FloatSteps() : new DoubleSteps();
  }

  /** Activations, number by number. */
  public CurveOps curves() {
    return curves;
  }

  /** Layer normalisation and sums along rows and columns. */
  public NormOps norms() {
    return norms;
  }

  /** Softmax of attention scores. */
  public ScoreOps scores() {
    return scores;
  }

  /** Moves of rows between matrices. */
  public PlaceOps places() {
    return places;
  }

  /** Convolution along tokens. */
  public ShiftOps shifts() {
    return shifts;
  }

  /** Steps of an optimiser. */
  public StepOps steps() {
    return steps;
  }
}
