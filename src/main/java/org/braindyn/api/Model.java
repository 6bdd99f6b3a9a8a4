package org.braindyn.api;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.data.Regions;
import org.braindyn.data.Seed;
import org.braindyn.data.join.Atlas;
import org.braindyn.forecast.family.personal.RegionTransfer;
import org.braindyn.kind.KindSettings;
import org.braindyn.kind.ModelIntervals;
import org.braindyn.kind.ModelKind;
import org.braindyn.kind.ModelKinds;
import org.braindyn.kind.Setting;
import org.braindyn.kind.TrainedModel;
import org.braindyn.kind.TrainingSplit;
import org.braindyn.models.ForecastSignals;
import org.braindyn.models.GenerateSignals;
import org.braindyn.models.ModelFit;
import org.braindyn.models.Saved;
import org.braindyn.people.AdaptPerson;
import org.braindyn.people.TimeSplit;
import org.braindyn.people.TrainSignals;
import org.braindyn.people.Transfers;
import org.braindyn.stimulation.ModelRecordings;

/**
 * A trained model: of any kind there is, trained here or read from a file that any command wrote.
 * Used by one thread at a time. Native memory is freed by {@link #close()}.
 */
public final class Model implements AutoCloseable {
  private final TrainedModel trained;
  private final TrainSignals.Wanted wanted;
  private final Training training;
  private final TimeSplit.Shape shape;

  private Model(
      TrainedModel trained, TrainSignals.Wanted wanted, Training training, TimeSplit.Shape shape) {
    this.trained = trained;
    this.wanted = wanted;
    this.training = training;
    this.shape = shape;
  }

  /** {@return the names of all kinds of model, e.g. "linear skip"} */
  public static List<String> kinds() {
    return ModelKinds.names();
  }

  /**
   * What a kind of model can be told.
   *
   * @param kind its name
   * @return names, presets, ranges and units
   * @throws BadInput if there is no such kind
   */
  public static List<Setting> settingsOf(String kind) {
    return ModelKinds.named(kind).settings();
  }

  /**
   * Trains with the kind's own presets, on the correlation of the training windows.
   *
   * @param kind name of the kind, e.g. "linear skip"
   * @param training what may be learnt from
   * @return the model
   * @throws BadInput if there is no such kind, or the recording is too short, incomplete or
   *     constant
   */
  public static Model train(String kind, Training training) {
    return train(kind, training, null, TrainSettings.defaults());
  }

  /**
   * Trains with the kind's own presets.
   *
   * @param kind name of the kind, e.g. "linear skip"
   * @param training what may be learnt from
   * @param graph what messages run on; null for the correlation of the training windows
   * @return the model
   * @throws BadInput if there is no such kind, or data and graph do not fit
   */
  public static Model train(String kind, Training training, Graph graph) {
    return train(kind, training, graph, TrainSettings.defaults());
  }

  /**
   * Trains.
   *
   * @param kind name of the kind, e.g. "linear skip"
   * @param training what may be learnt from
   * @param graph what messages run on; null for the correlation of the training windows
   * @param settings windows, seed and whatever the kind can be told
   * @return the model
   * @throws BadInput if there is no such kind or setting, or data and graph do not fit
   * @throws org.braindyn.kind.StoppedTraining if it was stopped and there is a model that was
   *     trained in part
   * @throws org.braindyn.data.Cancelled if it was stopped before
   */
  public static Model train(String kind, Training training, Graph graph, TrainSettings settings) {
    ModelKind known = ModelKinds.named(kind);
    if (graph != null && !graph.regions().sameAs(training.regions())) {
      throw new BadInput(
          String.format(
              "The graph joins %d regions (%s), but the training data have %d (%s). Make the graph"
                  + " from these data.",
              graph.regions().size(),
              graph.regions().summary(),
              training.regions().size(),
              training.regions().summary()));
    }
    KindSettings told = settings.of(known);
    int stride = settings.stride > 0 ? settings.stride : training.stride();
    TimeSplit.Shape shape = new TimeSplit.Shape(settings.context, settings.horizon, stride);
    TrainingSplit windows = training.windows(shape);
    TrainSignals.Wanted wanted =
        new TrainSignals.Wanted(known, told, graph == null ? null : graph.edgesOnly());
    TrainedModel trained = known.train(windows, wanted.graph(), told, settings.watching());
    return new Model(
        ModelIntervals.calibrate(trained, windows, Progress.NONE), wanted, training, shape);
  }

  /**
   * Reads a model file of any kind.
   *
   * @param file .npz
   * @return the model
   * @throws BadInput if there is no such file or it is no model
   */
  public static Model read(String file) {
    return of(ModelKinds.read(Path.of(file).toFile()));
  }

  private static Model of(TrainedModel read) {
    KindSettings told = read.kind().defaults().with(Seed.of(read.provenance().seed()));
    for (var setting : read.provenance().settings().entrySet()) {
      told = told.has(setting.getKey()) ? told.with(setting.getKey(), setting.getValue()) : told;
    }
    Object stride = read.provenance().more().get("stride");
    int every = stride instanceof Number n ? n.intValue() : 1;
    return new Model(
        read,
        new TrainSignals.Wanted(read.kind(), told, null),
        null,
        new TimeSplit.Shape(read.context(), read.horizon(), every));
  }

  /**
   * Writes the model file, which every command reads.
   *
   * @param file .npz
   * @throws BadInput if it cannot be written
   */
  public void write(String file) {
    Saved.write(Path.of(file), trained::write);
  }

  /**
   * This model of many people made one person's: their recording is pooled with the sums that it
   * keeps (kinds "auto" and "direct ridge"), which helps most people a little.
   *
   * @param own recording of one person whom the model has not seen, of the model's regions in any
   *     order
   * @return the personal model, whose {@link #notes()} say what pooling was worth on the
   *     recording's last fifth; this very model where it did not help
   * @throws BadInput if the model keeps no sums, or the recording is of other regions, of another
   *     sampling or too short
   */
  public Model adapt(Signals own) {
    AdaptPerson done = AdaptPerson.of(trained, own.data(), 0, Progress.NONE);
    return done.kept() ? of(done.model()) : this;
  }

  /**
   * This model carried to the regions of a recording, by the voxels that two atlases in MNI space
   * share, or to the other hemisphere by names.
   *
   * @param own recording of one person
   * @param from atlas of the model's regions; null, as {@code to}, for the other hemisphere
   * @param to atlas of the recording's regions
   * @return a model of the recording's regions; its {@link #notes()} say what carrying was worth
   * @throws BadInput if the model keeps no sums, or regions do not meet
   */
  public Model carry(Signals own, Labels from, Labels to) {
    Atlas one = from == null ? null : from.atlas();
    Atlas two = to == null ? null : to.atlas();
    RegionTransfer how = Transfers.of(one, two, trained, own.data());
    return of(AdaptPerson.carried(trained, own.data(), how, Progress.NONE).model());
  }

  /**
   * Forecast errors on data that it never saw, beside baselines that are fitted to the training
   * data here and now, and the verdict.
   *
   * @param test held out, or of another recording
   * @return errors of the model and of all baselines
   * @throws BadInput if the model has learnt from some of it, or it is too short or of other
   *     regions
   */
  public Evaluation evaluate(Test test) {
    return evaluate(test, Progress.NONE);
  }

  /**
   * As {@link #evaluate(Test)}, watched.
   *
   * @param test held out, or of another recording
   * @param watch who watches and may stop it
   * @return errors of the model and of all baselines
   * @throws BadInput as {@link #evaluate(Test)}
   */
  public Evaluation evaluate(Test test, Progress watch) {
    Training learnt = training == null ? test.sibling() : training;
    if (learnt == null) {
      throw new BadInput(
          "Baselines must be fitted to what the model has learnt from, which a model file does not"
              + " hold. Open that recording too, hold out the same part, and test on it.");
    }
    if (training == null) {
      learnt.checkKnown(trained, shape);
    }
    return new Evaluation(test.score(this, learnt, watch), wanted.kind(), test.what());
  }

  /**
   * What the model expects after the recording's end.
   *
   * @param signals recording of the model's regions and sampling
   * @param frames frames to forecast, 1 or more
   * @return the forecast
   * @throws BadInput if the recording does not fit the model or is too short
   */
  public Forecast forecast(Signals signals, int frames) {
    return forecast(signals, 0, AskSettings.follow(frames));
  }

  /**
   * What the model expects from a frame on.
   *
   * @param signals recording of the model's regions and sampling
   * @param start first frame to forecast, 0 for the one after the last
   * @param settings how many frames
   * @return the forecast, beside what was recorded there
   * @throws BadInput if the recording does not fit the model or has no context before that frame
   */
  public Forecast forecast(Signals signals, int start, AskSettings settings) {
    ForecastSignals made =
        ForecastSignals.of(trained, signals.data(), start, settings.frames(), settings.progress());
    return new Forecast(made, made.notes(trained, signals.data()));
  }

  /**
   * A synthetic recording, started from a real one.
   *
   * @param signals recording of the model's regions and sampling
   * @param frames frames to make, 1 or more
   * @param noise 1 for as much noise as the data have, 0 for none
   * @param seed fixes all that is drawn
   * @return the recording; {@link Signals#details()} tells how real it looks
   * @throws BadInput if the recording does not fit the model
   */
  public Signals generate(Signals signals, int frames, double noise, long seed) {
    return generate(signals, AskSettings.follow(frames), noise, seed);
  }

  /**
   * The same, watched.
   *
   * @param signals recording of the model's regions and sampling
   * @param settings frames to make, and who watches
   * @param noise 1 for as much noise as the data have, 0 for none
   * @param seed fixes all that is drawn
   * @return the recording; {@link Signals#details()} tells how real it looks
   * @throws BadInput if the recording does not fit the model
   */
  public Signals generate(Signals signals, AskSettings settings, double noise, long seed) {
    GenerateSignals made =
        GenerateSignals.of(
            trained,
            signals.data(),
            new GenerateSignals.Wanted(settings.frames(), noise, Seed.of(seed), false),
            settings.progress());
    return new Signals(made.signals(), List.of(made.notes()), Table.of(made.table()));
  }

  /**
   * What a perturbation would do, in the model.
   *
   * @param signals recording to start from, of the model's regions and sampling
   * @param what what is done, and where
   * @param frames frames to follow
   * @return effect on every region
   * @throws BadInput if there is no such region or kind, or the recording does not fit the model
   */
  public Effect perturb(Signals signals, Perturbation what, int frames) {
    return perturb(
        List.of(signals), what.text(trained, signals.regions()), AskSettings.follow(frames));
  }

  /**
   * The same, what is done as text.
   *
   * @param signals recording to start from, of the model's regions and sampling
   * @param plan e.g. {@code "step on V1 size 1 onset 0 duration 2; silence on V2"}
   * @param frames frames to follow
   * @return effect on every region
   * @throws BadInput if the plan cannot be read, or the recording does not fit the model
   */
  public Effect perturb(Signals signals, String plan, int frames) {
    return perturb(List.of(signals), plan, AskSettings.follow(frames));
  }

  /**
   * The same for the recordings of several people, with intervals over them.
   *
   * @param people one recording each, of the model's regions and sampling
   * @param plan e.g. {@code "step on V1 size 1 onset 0 duration 2; silence on V2"}
   * @param settings frames to follow, and refitted models for p and q
   * @return effect on every region
   * @throws BadInput if the plan cannot be read, or a recording does not fit the model
   */
  public Effect perturb(List<Signals> people, String plan, AskSettings settings) {
    return Effect.of(trained, recordings(people), plan, settings);
  }

  /**
   * The inverse question: which region, what waveform, to move the targets.
   *
   * @param people one recording each, of the model's regions and sampling
   * @param targets names of the regions that shall change, with commas between
   * @param settings what they shall do, where may be stimulated, and within which limits
   * @return the plan, with what its promise is worth
   * @throws BadInput if the question leaves nothing, or a recording does not fit the model
   */
  public Plan plan(List<Signals> people, String targets, PlanSettings settings) {
    return Plan.of(trained, recordings(people), targets, settings);
  }

  /**
   * Who drives whom in the model: every region perturbed in turn.
   *
   * @param signals recording to start from, of the model's regions and sampling
   * @param size impulse in sd of the region; 0 for the exact derivative
   * @param settings frames to follow (3 are usual), and refitted models for p and q
   * @return effect of every region on every other, the largest of the frames
   * @throws BadInput if the recording does not fit the model, or it has no derivative
   */
  public Connectivity connectivity(Signals signals, double size, AskSettings settings) {
    return Connectivity.of(trained, recordings(List.of(signals)), size, settings);
  }

  private ModelRecordings recordings(List<Signals> people) {
    if (people.isEmpty()) {
      throw new BadInput("There is no recording to start from. Give one or more.");
    }
    if (people.size() == 1) {
      return ModelRecordings.one(trained, people.get(0).data());
    }
    people.forEach(p -> ModelFit.check(trained, p.data(), "The model"));
    List<String> persons = new ArrayList<>();
    people.forEach(p -> persons.add("person " + (persons.size() + 1)));
    return new ModelRecordings(people.stream().map(Signals::data).toList(), persons, List.of());
  }

  /** {@return the regions that it was trained on; null if its file does not say} */
  public Regions regions() {
    return trained.provenance().data().regions();
  }

  /** {@return what a user should know about how it came to be, in sentences} */
  public List<String> notes() {
    return trained.notes();
  }

  /** {@return the model as its kind sees it, with provenance} */
  public TrainedModel trained() {
    return trained;
  }

  TrainSignals.Wanted wanted() {
    return wanted;
  }

  TimeSplit.Shape shape() {
    return shape;
  }

  /** Frees native memory; nothing can be asked of the model after that. */
  @Override
  public void close() {
    trained.close();
  }
}
