package org.braindyn.spark;

/** {@code PeopleApp connect} on a cluster: every person is a task. */
public final class Connect {
  private Connect() {}

  /** Runs from {@code spark-submit}. */
  public static void main(String[] words) {
    OnSpark.people("connect", words);
  }
}
