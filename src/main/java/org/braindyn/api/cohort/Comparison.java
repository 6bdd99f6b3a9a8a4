package org.braindyn.api.cohort;

import java.util.List;
import org.braindyn.api.Table;
import org.braindyn.cohort.groups.GroupComparison;
import org.braindyn.cohort.groups.GroupTables;

/** Two groups of people compared. */
public final class Comparison {
  private final GroupComparison made;

  Comparison(GroupComparison made) {
    this.made = made;
  }

  /** {@return one row per link, the most different first, with p, q and its network} */
  public Table links() {
    return Answer.table(GroupTables.links(made));
  }

  /** {@return one row per region, the most different first} */
  public Table regions() {
    return Answer.table(GroupTables.regions(made));
  }

  /** {@return one row per network of links that hang together} */
  public Table networks() {
    return Answer.table(GroupTables.networks(made));
  }

  /**
   * t of every link.
   *
   * @param significant true for 0 where q is above 0.05
   * @return [region][region]
   */
  public double[][] matrix(boolean significant) {
    return GroupTables.matrix(made, significant);
  }

  /** {@return how well the group is foretold, and what speaks against it} */
  public Answer foretold() {
    return Answer.of(made.prediction());
  }

  /** {@return verdict, warnings and what was found, in sentences} */
  public List<String> notes() {
    return GroupTables.notes(made);
  }
}
