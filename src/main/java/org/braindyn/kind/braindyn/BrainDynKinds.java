package org.braindyn.kind.braindyn;

import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.model.parameter.Variant;

/** The kinds of BrainDyn alone, registered one by one. */
public final class BrainDynKinds {
  static final String NO_GRAPH = "no graph";

  private BrainDynKinds() {}

  /** BrainDyn as its authors released it. */
  public static final class Released extends BrainDynKind {
    @Override
    public String name() {
      return "released";
    }

    @Override
    public String title() {
      return "BrainDyn released";
    }

    @Override
    public String sentence() {
      return "as its authors released it: messages once per chunk";
    }

    @Override
    ModelSettingsBuilder shape(ModelSettingsBuilder settings) {
      return settings.variant(Variant.RELEASED);
    }

    @Override
    boolean is(ModelSettings s) {
      return whole(s) && s.variant() == Variant.RELEASED;
    }
  }

  /** BrainDyn with messages at every stage of the solver. */
  public static final class Continuous extends BrainDynKind {
    @Override
    public String name() {
      return "continuous";
    }

    @Override
    public String title() {
      return "BrainDyn continuous";
    }

    @Override
    public String sentence() {
      return "messages at every stage of the solver, as the paper's equation has it";
    }

    @Override
    ModelSettingsBuilder shape(ModelSettingsBuilder settings) {
      return settings.variant(Variant.CONTINUOUS);
    }

    @Override
    boolean is(ModelSettings s) {
      return whole(s) && s.variant() == Variant.CONTINUOUS;
    }
  }

  /** A graph convolution in place of the sheaf. */
  public static final class GraphConvolution extends BrainDynKind {
    @Override
    public String name() {
      return "graph convolution";
    }

    @Override
    public String title() {
      return "BrainDyn, graph convolution";
    }

    @Override
    public String sentence() {
      return "ablation: a graph convolution in place of the sheaf";
    }

    @Override
    public Role role() {
      return Role.ABLATION;
    }

    @Override
    ModelSettingsBuilder shape(ModelSettingsBuilder settings) {
      return settings.coupling(Coupling.GRAPH_CONVOLUTION);
    }

    @Override
    boolean is(ModelSettings s) {
      return s.coupling() == Coupling.GRAPH_CONVOLUTION;
    }
  }

  /** No messages, every region for itself: the baseline that knows no neighbours. */
  public static final class NoGraph extends BrainDynKind {
    @Override
    public String name() {
      return NO_GRAPH;
    }

    @Override
    public String title() {
      return "LSTM without graph";
    }

    @Override
    public String sentence() {
      return "baseline that knows no neighbours: an LSTM per region";
    }

    @Override
    public Role role() {
      return Role.BASELINE;
    }

    @Override
    public java.util.List<String> companions() {
      return java.util.List.of();
    }

    @Override
    ModelSettingsBuilder shape(ModelSettingsBuilder settings) {
      return settings.coupling(Coupling.NONE);
    }

    @Override
    boolean is(ModelSettings s) {
      return s.coupling() == Coupling.NONE;
    }
  }

  /** The last sample in place of the context. */
  public static final class LastValue extends BrainDynKind {
    @Override
    public String name() {
      return "last value";
    }

    @Override
    public String title() {
      return "BrainDyn, last value only";
    }

    @Override
    public String sentence() {
      return "ablation: the last sample in place of the context";
    }

    @Override
    public Role role() {
      return Role.ABLATION;
    }

    @Override
    ModelSettingsBuilder shape(ModelSettingsBuilder settings) {
      return settings.history(History.LAST_VALUE);
    }

    @Override
    boolean is(ModelSettings s) {
      return s.coupling() == Coupling.SHEAF && s.history() == History.LAST_VALUE;
    }
  }

  /** Nothing taken away. */
  private static boolean whole(ModelSettings s) {
    return s.coupling() == Coupling.SHEAF && s.history() == History.LSTM;
  }
}
