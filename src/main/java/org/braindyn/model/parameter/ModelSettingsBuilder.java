package org.braindyn.model.parameter;

import org.braindyn.data.Precision;

/** Builds {@link ModelSettings}; what is not set keeps the paper's fMRI default. */
public final class ModelSettingsBuilder {
  private int regions;
  private int signals = 1;
  private int hidden = 16;
  private int maps = 16;
  private int width = 128;
  private int lstmLayers = 1;
  private double dropout;
  private History history = History.LSTM;
  private Coupling coupling = Coupling.SHEAF;
  private Variant variant = Variant.RELEASED;
  private String method = "rk4";
  private double dt = 1;
  private int context = 30;
  private int horizon = 10;
  private Precision precision = Precision.FLOAT;
  private boolean perMapXavier;
  private boolean degreeNormalised;
  private double relativeTolerance = 1e-7;
  private double absoluteTolerance = 1e-9;

  ModelSettingsBuilder(int regions) {
    this.regions = regions;
  }

  ModelSettingsBuilder(ModelSettings s) {
    regions = s.regions();
    signals = s.signals();
    hidden = s.hidden();
    maps = s.maps();
    width = s.width();
    lstmLayers = s.lstmLayers();
    dropout = s.dropout();
    history = s.history();
    coupling = s.coupling();
    variant = s.variant();
    method = s.method();
    dt = s.dt();
    context = s.context();
    horizon = s.horizon();
    precision = s.precision();
    perMapXavier = s.perMapXavier();
    degreeNormalised = s.degreeNormalised();
    relativeTolerance = s.relativeTolerance();
    absoluteTolerance = s.absoluteTolerance();
  }

  /** The settings. */
  public ModelSettings build() {
    return new ModelSettings(
        regions,
        signals,
        hidden,
        maps,
        width,
        lstmLayers,
        dropout,
        history,
        coupling,
        variant,
        method,
        dt,
        context,
        horizon,
        precision,
        perMapXavier,
        degreeNormalised,
        relativeTolerance,
        absoluteTolerance);
  }

  /** N, number of regions. */
  public ModelSettingsBuilder regions(int value) {
    regions = value;
    return this;
  }

  /** F, signals per region. */
  public ModelSettingsBuilder signals(int value) {
    signals = value;
    return this;
  }

  /** H, size of a stalk. */
  public ModelSettingsBuilder hidden(int value) {
    hidden = value;
    return this;
  }

  /** M, channels of the restriction maps. */
  public ModelSettingsBuilder maps(int value) {
    maps = value;
    return this;
  }

  /** V, width of the vector field. */
  public ModelSettingsBuilder width(int value) {
    width = value;
    return this;
  }

  /** LSTM layers. */
  public ModelSettingsBuilder lstmLayers(int value) {
    lstmLayers = value;
    return this;
  }

  /** Share dropped between LSTM layers while training. */
  public ModelSettingsBuilder dropout(double value) {
    dropout = value;
    return this;
  }

  /** Encoder. */
  public ModelSettingsBuilder history(History value) {
    history = value;
    return this;
  }

  /** Messages. */
  public ModelSettingsBuilder coupling(Coupling value) {
    coupling = value;
    return this;
  }

  /** Released or continuous. */
  public ModelSettingsBuilder variant(Variant value) {
    variant = value;
    return this;
  }

  /** ODE method. */
  public ModelSettingsBuilder method(String value) {
    method = value;
    return this;
  }

  /** Time from sample to sample. */
  public ModelSettingsBuilder dt(double value) {
    dt = value;
    return this;
  }

  /** T, samples of context. */
  public ModelSettingsBuilder context(int value) {
    context = value;
    return this;
  }

  /** P, samples per chunk. */
  public ModelSettingsBuilder horizon(int value) {
    horizon = value;
    return this;
  }

  /** Float or double. */
  public ModelSettingsBuilder precision(Precision value) {
    precision = value;
    return this;
  }

  /** Initialise each map by itself. */
  public ModelSettingsBuilder perMapXavier(boolean value) {
    perMapXavier = value;
    return this;
  }

  /** Divide messages by the number of edges. */
  public ModelSettingsBuilder degreeNormalised(boolean value) {
    degreeNormalised = value;
    return this;
  }

  /** Relative error allowed per step of adaptive methods. */
  public ModelSettingsBuilder relativeTolerance(double value) {
    relativeTolerance = value;
    return this;
  }

  /** Absolute error allowed per step of adaptive methods. */
  public ModelSettingsBuilder absoluteTolerance(double value) {
    absoluteTolerance = value;
    return this;
  }
}
