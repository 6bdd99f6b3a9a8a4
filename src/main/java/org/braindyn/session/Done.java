package org.braindyn.session;

import java.util.Set;

/**
 * A command that has run.
 *
 * @param line what does it again
 * @param used titles of images and paths of files that went in
 * @param made titles of images and paths of files that came out
 */
public record Done(MacroLine line, Set<String> used, Set<String> made) {
  /** Copies the sets. */
  public Done {
    used = Set.copyOf(used);
    made = Set.copyOf(made);
  }
}
