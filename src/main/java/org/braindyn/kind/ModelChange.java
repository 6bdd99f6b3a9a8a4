package org.braindyn.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;

/**
 * How a stored model shall compute otherwise than it was stored; null leaves a value as it is.
 *
 * @param context samples of context
 * @param chunk samples it forecasts at once
 * @param method ODE method
 * @param dt time of a sample in the ODE
 * @param precision width of its numbers
 */
public record ModelChange(
    Integer context, Integer chunk, String method, Double dt, Precision precision) {
  /**
   * Refuses what a model cannot change.
   *
   * @param able names of what it can change: context, chunk, method, dt, precision, with spaces
   * @throws BadInput that names the first wish that cannot be met
   */
  public void refuse(TrainedModel model, String able) {
    Map<String, Object[]> wishes = new LinkedHashMap<>();
    wishes.put("context", new Object[] {context, model.context()});
    wishes.put("chunk", new Object[] {chunk, model.horizon()});
    wishes.put("method", new Object[] {method, null});
    wishes.put("dt", new Object[] {dt, 1.0});
    wishes.put("precision", new Object[] {precision, model.precision()});
    wishes.keySet().removeAll(List.of(able.split(" ")));
    wishes.forEach(
        (name, both) -> {
          if (both[0] != null && !both[0].equals(both[1])) {
            throw new BadInput(
                String.format(
                    "%s=%s: this model (%s) %s. Leave the option out.",
                    name,
                    both[0],
                    model.title(),
                    both[1] == null
                        ? "has no such thing"
                        : "was made for " + name + "=" + both[1] + " only"));
          }
        });
  }
}
