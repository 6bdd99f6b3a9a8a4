package org.braindyn.pipeline;

/**
 * The former name of {@link org.braindyn.models.ForecastFile}, so that shell scripts which call it
 * keep working.
 */
public final class ForecastFile {
  private ForecastFile() {}

  /** Runs {@link org.braindyn.models.ForecastFile#main}. */
  public static void main(String[] args) {
    org.braindyn.models.ForecastFile.main(args);
  }
}
