package org.braindyn.api.cohort;

import java.util.List;
import org.braindyn.api.Table;
import org.braindyn.cohort.predict.Prediction;
import org.braindyn.cohort.predict.PredictionTable;
import org.braindyn.data.text.ResultTable;

/** A column foretold of people left out. */
public final class Answer {
  private final Prediction made;

  private Answer(Prediction made) {
    this.made = made;
  }

  static Answer of(Prediction made) {
    return new Answer(made);
  }

  static Table table(ResultTable of) {
    return new Table(of.columns(), of.rows());
  }

  /**
   * {@return one row per set of features: covariates alone, functional connectivity, the others}
   */
  public Table table() {
    return table(PredictionTable.rows(made));
  }

  /** {@return one row per person: the truth and what was foretold} */
  public Table people() {
    return table(PredictionTable.people(made));
  }

  /** {@return importance of every region for functional connectivity, beside shuffles} */
  public Table importance() {
    return table(PredictionTable.importance(made));
  }

  /** {@return what speaks against the answer, the verdict first; empty if nothing does} */
  public List<String> warnings() {
    return made.warnings();
  }

  /** {@return how it was made and who was left out} */
  public List<String> notes() {
    return made.notes();
  }
}
