package org.braindyn.api;

/**
 * Data divided into what is learnt from and what tests, of two types that no method takes for each
 * other.
 */
public final class HeldOut {
  private final Training training;
  private final Test test;

  HeldOut(Training training, Test test) {
    this.training = training;
    this.test = test;
  }

  /** {@return what graphs and models may learn from} */
  public Training training() {
    return training;
  }

  /** {@return what {@link Model#evaluate} tests on} */
  public Test test() {
    return test;
  }
}
