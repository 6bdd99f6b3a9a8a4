package org.braindyn.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.text.Program;
import org.braindyn.io.model.ModelInfo;

/**
 * From what and how a model was made; kept in its file. Refits for null models follow from it
 * ({@link #again}).
 *
 * @param kind name of the kind
 * @param settings every setting by name: numbers and words
 * @param seed seed of the training
 * @param version version of the program that trained it
 * @param data which data it has learnt from
 * @param members one per member that was trained in epochs; empty for what is fitted at once
 * @param complete false if the user stopped the training
 * @param more anything else that its file tells: texts, numbers, booleans, lists or maps of these
 */
public record Provenance(
    String kind,
    Map<String, Object> settings,
    long seed,
    String version,
    DataIdentity data,
    List<Member> members,
    boolean complete,
    Map<String, Object> more) {
  /**
   * How one member was trained.
   *
   * @param bestEpoch number of the epoch that was kept, from 1; 0 if unknown
   * @param validationLoss its mean squared error on validation windows; NaN if unknown
   */
  public record Member(int bestEpoch, double validationLoss) {}

  /** A model that was fitted at once. */
  public static Provenance of(ModelKind kind, TrainingSplit split, KindSettings settings) {
    return of(kind, split, settings, List.of(), true);
  }

  /**
   * A model that was trained in epochs.
   *
   * @param members how each member was trained
   * @param complete false if the user stopped it
   */
  public static Provenance of(
      ModelKind kind,
      TrainingSplit split,
      KindSettings settings,
      List<Member> members,
      boolean complete) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("stride", split.train().stride());
    return new Provenance(
        kind.name(),
        settings.values(),
        settings.seed().value(),
        Program.version(),
        split.identity(),
        members,
        complete,
        more);
  }

  /**
   * Settings for a model like this one where nothing chooses the epoch: the same, ending after the
   * epoch that was best then (of several members, the middle one), if the kind trains in epochs.
   */
  public KindSettings again(ModelKind of) {
    KindSettings like = KindSettings.defaults(of);
    for (Map.Entry<String, Object> s : settings.entrySet()) {
      like = like.has(s.getKey()) ? like.with(s.getKey(), s.getValue()) : like;
    }
    return like.has(Recipe.LAST) ? like.with(Recipe.LAST, middleEpoch()) : like;
  }

  /** The best epoch, of several members the middle one; 0 if unknown. */
  public int middleEpoch() {
    int[] epochs =
        members.stream().mapToInt(Member::bestEpoch).filter(e -> e > 0).sorted().toArray();
    int n = epochs.length;
    return n == 0 ? 0 : (epochs[(n - 1) / 2] + epochs[n / 2] + 1) / 2;
  }

  /** The same with one more thing told. */
  public Provenance with(String key, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(key, value);
    return new Provenance(kind, settings, seed, version, data, members, complete, all);
  }

  /** The same, stopped by the user before it was complete. */
  public Provenance stopped() {
    return new Provenance(kind, settings, seed, version, data, members, false, more);
  }

  /** The same of a model whose members were trained so. */
  public Provenance with(List<Member> trained) {
    return new Provenance(kind, settings, seed, version, data, trained, complete, more);
  }

  /** The same of another kind with other settings, e.g. those that an old file's arrays show. */
  public Provenance with(String name, Map<String, Object> values) {
    return new Provenance(name, values, seed, version, data, members, complete, more);
  }

  /** People who trained it or chose for it; empty for one recording. */
  public List<String> seen() {
    List<String> seen = new ArrayList<>(data.trained());
    seen.addAll(data.chose());
    return seen;
  }

  /** As model files hold it. */
  public ModelInfo info() {
    return new ModelInfo(
        data.regions(),
        data.interval(),
        data.normalisation(),
        seed,
        version,
        data.hashes(),
        Recipe.write(this));
  }

  /** From what a model file holds. */
  public static Provenance of(String kind, ModelInfo info) {
    return Recipe.read(kind, info);
  }
}
