package org.braindyn.guide;

/**
 * An image that a step made.
 *
 * @param kind what it is: scan, labels, signals, graph, prediction, map, or empty
 * @param title its title
 * @param planes how many planes it has
 */
public record Made(String kind, String title, int planes) {
  /** An image of one plane. */
  public Made(String kind, String title) {
    this(kind, title, 1);
  }
}
