package org.braindyn.masked.train;

import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;
import org.braindyn.data.Cancelled;
import org.braindyn.data.Progress;
import org.braindyn.data.Seed;
import org.braindyn.masked.network.Dropout;
import org.braindyn.masked.network.Masking;
import org.braindyn.masked.network.Window;
import org.braindyn.masked.token.Team;

/** Cuts windows out of recordings and draws their masks. */
final class WindowDraw {
  private final MaskedTrainingSettings settings;
  private final int patch;
  private final Anchor anchor;

  WindowDraw(MaskedTrainingSettings settings, int patch, Anchor anchor) {
    this.settings = settings;
    this.patch = patch;
    this.anchor = anchor;
  }

  /** A window that is not cut out yet. */
  record Drawn(Recording recording, int start, boolean[] hidden, Dropout dropout) {}

  /** Cuts out windows, with their linear estimates. */
  List<Window> windows(List<Drawn> drawn, Team team, Progress progress) {
    Window[] windows = new Window[drawn.size()];
    team.run(
        windows.length,
        (i, worker) -> {
          Cancelled.check(progress, "Training"); // an estimate may take a tenth of a second
          windows[i] = window(drawn.get(i));
        });
    return List.of(windows);
  }

  private Window window(Drawn drawn) {
    Recording recording = drawn.recording;
    Window window =
        Window.of(
                recording.regions(),
                settings.samples(),
                recording.window(drawn.start, settings.samples()),
                recording.positions(),
                Masking.visible(drawn.hidden))
            .dropped(drawn.dropout);
    if (anchor == null) {
      return window;
    }
    Anchor.Estimate estimate = anchor.estimate(recording, drawn.start, window);
    return window.anchored(estimate.mean(), estimate.deviation());
  }

  /** All windows of an epoch in random order, each at a random start. */
  List<Drawn> epoch(List<Recording> recordings, Seed seed) {
    int n = recordings.size() * settings.windows();
    Seed.Stream stream = seed.stream("windows");
    List<Drawn> windows = new ArrayList<>();
    for (int i : stream.permutation(n)) {
      Recording recording = recordings.get(i % recordings.size());
      int room = room(recording);
      MaskKind kind = settings.kinds().get(stream.integer(settings.kinds().size()));
      Drawn bare = drawn(recording, stream.integer(room + 1), kind, stream);
      Dropout dropout = new Dropout(settings.dropout(), seed.derive("dropout", windows.size()));
      windows.add(new Drawn(recording, bare.start, bare.hidden, dropout));
    }
    return windows;
  }

  /** Windows without overlap; each kind of mask in turn. */
  List<Drawn> fixed(List<Recording> recordings, Seed seed) {
    Seed.Stream stream = seed.stream("validation windows");
    List<Drawn> windows = new ArrayList<>();
    for (Recording recording : recordings) {
      for (int at = 0; at <= room(recording); at += settings.samples()) {
        for (MaskKind kind : settings.kinds()) {
          windows.add(drawn(recording, at, kind, stream));
        }
      }
    }
    return windows;
  }

  private int room(Recording recording) {
    int room = recording.samples() - settings.samples();
    if (room < 0) {
      throw new BadInput(
          String.format(
              "A recording of %s has %d samples, fewer than a window of %d. Leave it out or use"
                  + " shorter windows.",
              recording.person(), recording.samples(), settings.samples()));
    }
    return room;
  }

  private Drawn drawn(Recording recording, int start, MaskKind kind, Seed.Stream stream) {
    int patches = settings.samples() / patch;
    boolean[] hidden = kind.draw(stream, recording.regions(), patches, settings.ratio());
    return new Drawn(recording, start, hidden, null);
  }
}
