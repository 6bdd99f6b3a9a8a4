package org.braindyn.cohort.predict.tuned;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.RegionSignals;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TunableEncoder;
import org.braindyn.kind.TunableEncoder.Seen;

/** A masked model that is to be fine-tuned, and what it sees of every person. */
public final class TunedPeople {
  private final TunableEncoder encoder;
  private final Tuning tuning;
  private final Map<String, List<Seen>> seen = new LinkedHashMap<>();

  /**
   * @param model a masked model; may be closed afterwards
   * @param tuning how
   * @throws BadInput if its kind cannot be tuned
   */
  public TunedPeople(TrainedModel model, Tuning tuning) {
    this.tuning = tuning;
    encoder =
        model
            .tunableEncoder()
            .orElseThrow(
                () ->
                    new BadInput(
                        "model: "
                            + model.title()
                            + " cannot be fine-tuned. Train a masked model (variant=masked), or"
                            + " take finetune out."));
  }

  /**
   * Takes a recording.
   *
   * @param person whose it is
   * @throws BadInput if it is too short for the model, or of other regions
   */
  public void keep(String person, RegionSignals recording) {
    seen.computeIfAbsent(person, p -> new ArrayList<>()).add(encoder.windows(recording));
  }

  /** How it is tuned. */
  public Tuning tuning() {
    return tuning;
  }

  TunableEncoder encoder() {
    return encoder;
  }

  /** What is seen of these people, in this order. */
  List<List<Seen>> of(List<String> people) {
    return people.stream().map(p -> seen.getOrDefault(p, List.of())).toList();
  }
}
