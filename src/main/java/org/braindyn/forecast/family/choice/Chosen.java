package org.braindyn.forecast.family.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.braindyn.data.Progress;
import org.braindyn.forecast.family.FamilyData;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.StackedModel;
import org.braindyn.forecast.family.interval.LeftOutErrors;

/**
 * The result of a choice.
 *
 * @param model fitted to all training data
 * @param winner what it is, with its errors on data left out; a stack has no family
 * @param candidates every family with its best settings, in the order of tables
 * @param problems families that could not be fitted, and why
 * @param verdict one sentence: which family won, by how much, how sure
 * @param members what the model is made of: the winner, or what is stacked
 * @param weights of what is stacked, [member][step ahead]; null for a winner alone
 * @param errors errors of the winner on data left out, for intervals
 */
public record Chosen(
    FamilyModel model,
    Candidate winner,
    List<Candidate> candidates,
    Map<String, String> problems,
    String verdict,
    List<Candidate> members,
    double[][] weights,
    LeftOutErrors errors) {
  /** The same family with the same settings, or the same stack, fitted to other data. */
  public FamilyModel again(FamilyData data, Progress progress) {
    return fitted(members, weights, data, progress);
  }

  static FamilyModel fitted(
      List<Candidate> members, double[][] weights, FamilyData data, Progress progress) {
    List<FamilyModel> fitted = new ArrayList<>();
    members.forEach(m -> fitted.add(m.family().fit(data, m.settings(), progress)));
    return weights == null ? fitted.get(0) : new StackedModel(fitted, weights);
  }
}
