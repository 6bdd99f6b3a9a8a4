package org.braindyn.spark;

/** {@code PeopleApp evaluate} on a cluster: every fold and seed is a task. */
public final class Evaluate {
  private Evaluate() {}

  /** Runs from {@code spark-submit}. */
  public static void main(String[] words) {
    OnSpark.people("evaluate", words);
  }
}
