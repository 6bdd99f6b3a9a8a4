package org.braindyn.spark;

/** {@code PeopleApp fit} on a cluster: the sums over people are made by the executors. */
public final class Fit {
  private Fit() {}

  /** Runs from {@code spark-submit}. */
  public static void main(String[] words) {
    OnSpark.people("fit", words);
  }
}
