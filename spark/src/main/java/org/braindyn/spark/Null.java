package org.braindyn.spark;

/** {@code PeopleApp null} on a cluster: every surrogate is a task. */
public final class Null {
  private Null() {}

  /** Runs from {@code spark-submit}. */
  public static void main(String[] words) {
    OnSpark.people("null", words);
  }
}
