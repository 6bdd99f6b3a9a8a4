package org.braindyn.forecast.family.choice;

import java.util.List;
import java.util.Map;
import org.braindyn.forecast.family.FamilyModel;
import org.braindyn.forecast.family.interval.LeftOutErrors;

/**
 * The result of a choice.
 *
 * @param model fitted to all training data
 * @param winner what it is, with its errors on data left out; a stack has no family
 * @param candidates every family with its best settings, in the order of tables
 * @param problems families that could not be fitted, and why
 * @param verdict one sentence: which family won, by how much, how sure
 * @param errors errors of the winner on data left out, for intervals
 */
public record Chosen(
    FamilyModel model,
    Candidate winner,
    List<Candidate> candidates,
    Map<String, String> problems,
    String verdict,
    LeftOutErrors errors) {}
