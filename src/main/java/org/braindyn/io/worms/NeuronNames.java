package org.braindyn.io.worms;

/** Names of C. elegans neurons, which tables write with and without a zero: DA08 is DA8. */
public final class NeuronNames {
  private NeuronNames() {}

  /** The name without zeros before its number, e.g. VD1 for VD01. */
  public static String plain(String name) {
    return name.strip().replaceFirst("^([A-Z]{2})0+([1-9]\\d?)$", "$1$2");
  }
}
