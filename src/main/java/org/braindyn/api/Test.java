package org.braindyn.api;

import java.util.List;
import org.braindyn.data.Progress;
import org.braindyn.training.score.Scores;

/**
 * What a model is tested on: the only thing that {@link Model#evaluate} takes, and nothing else
 * does.
 */
public abstract class Test {
  Test() {}

  /** What training it was held out of; null for none. */
  abstract Training sibling();

  /** The model first, then its companions and the baselines, fitted to the training data. */
  abstract List<Scores> score(Model model, Training training, Progress progress);

  /** What is foretold, for the verdict. */
  abstract String what();
}
