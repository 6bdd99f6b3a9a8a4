package org.braindyn.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.braindyn.command.models.Evaluate;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.data.BadInput;
import org.braindyn.data.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;

/** Every mistake in a data set of many people ends in a sentence that names the file. */
class PeopleErrorsTest {
  private static final List<Class<? extends Command>> COMMANDS =
      List.of(TrainAcrossPeople.class, Evaluate.class);

  @TempDir Path folder;

  /** A mistake: the manifest's lines, more inputs, and words that the message must hold. */
  record Mistake(String name, List<String> lines, Map<String, Object> inputs, List<String> words) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Mistake manifest(String name, String lines, String... words) {
    return new Mistake(name, List.of(lines.split("\n")), Map.of(), List.of(words));
  }

  private static Mistake input(String name, String key, Object value, String... words) {
    return new Mistake(name, List.of(), Map.of(key, value), List.of(words));
  }

  static Stream<Mistake> mistakes() {
    String head = "person,file,TR,site,part\n";
    String good = "a,a.csv,2,,\nb,b.csv,2,,\nc,c.csv,2,,\n";
    return Stream.of(
        manifest("a missing file", head + good + "d,nobody.csv,2,,", "line 5", "nobody.csv"),
        manifest("two intervals", head + good + "d,d.csv,0.72,,", "d.csv", "0.7200 s", "a.csv"),
        manifest(
            "other regions", head + good + "d,other.csv,2,,", "other.csv has region Z in row 3"),
        manifest("fewer regions", head + good + "d,two.csv,2,,", "two.csv has 2 regions"),
        manifest(
            "another order", head + good + "d,order.csv,2,,", "order.csv has region C in row 2"),
        manifest(
            "one person", head + "a,a.csv,2,,\na,b.csv,2,,", "people.csv", "one person only (a)"),
        manifest(
            "a constant run", head + good + "d,flat.csv,2,,", "flat.csv: region B is constant"),
        manifest("NaN", head + good + "d,nan.csv,2,,", "nan.csv: region B", "frame 2", "censor"),
        manifest(
            "a short run",
            head + good + "d,short.csv,2,,",
            "short.csv has 10 frames",
            "context 12"),
        manifest(
            "two parts",
            head + "a,a.csv,2,,train\na,b.csv,2,,test\nc,c.csv,2,,validation",
            "b.csv: person a stands in both"),
        manifest("a made-up part", head + "a,a.csv,2,,teach", "line 2", "\"teach\""),
        manifest("no interval", "person,file\na,a.csv\nb,b.csv", "a.csv", "interval=[seconds]"),
        manifest("a file twice", head + good + "d,c.csv,2,,", "line 5", "c.csv is listed twice"),
        input("no data", "data", new File("/nowhere/people.csv"), "/nowhere/people.csv"),
        input("no such pattern", "pattern", "*.xyz", "named like \"*.xyz\""),
        input("too few people", "train", 40, "40 training"),
        input("a model of other regions", "model", "regions.npz", "regions.npz", "2 regions"),
        input("a model of another interval", "model", "interval.npz", "interval.npz", "0.7200 s"),
        input("a model of another context", "model", "context.npz", "context.npz", "context=9"),
        input("a person in two parts of the split", "split", "twice.csv", "twice.csv, line 3", "a"),
        input("a person who is not there", "split", "who.csv", "who.csv, line 2", "person x"),
        input("a person forgotten", "split", "forgot.csv", "forgot.csv", "whether d trains"),
        input("names of other regions", "names", "names.csv", "names.csv names 2 regions"));
  }

  @BeforeEach
  void files() throws IOException {
    for (String person : List.of("a", "b", "c", "d")) {
      signals("good/" + person + ".csv", "A,B,C", 80, person.hashCode());
      signals(person + ".csv", "A,B,C", 80, person.hashCode());
    }
    signals("other.csv", "A,B,Z", 80, 5);
    signals("two.csv", "A,B", 80, 5);
    signals("order.csv", "A,C,B", 80, 6);
    signals("short.csv", "A,B,C", 10, 7);
    Files.writeString(folder.resolve("nan.csv"), "A,B,C\n1,2,3\n2,nan,4\n3,4,5\n");
    Files.writeString(folder.resolve("flat.csv"), "A,B,C\n1,2,3\n2,2,4\n3,2,5\n");
    Files.writeString(folder.resolve("names.csv"), "index,name\n1,X\n2,Y\n");
    Files.writeString(folder.resolve("twice.csv"), "person,part\na,train\na,test\n");
    Files.writeString(folder.resolve("who.csv"), "person,part\nx,train\n");
    Files.writeString(folder.resolve("forgot.csv"), "person,part\na,train\nb,validation\nc,test\n");
  }

  private void signals(String file, String header, int frames, int seed) throws IOException {
    Seed.Stream random = Seed.of(seed).stream("signals");
    StringBuilder text = new StringBuilder(header).append('\n');
    int columns = header.split(",").length;
    for (int t = 0; t < frames; t++) {
      for (int n = 0; n < columns; n++) {
        text.append(n == 0 ? "" : ",")
            .append(String.format(Locale.ROOT, "%.5f", random.gaussian()));
      }
      text.append('\n');
    }
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private CommandModule run(Class<? extends Command> command, Map<String, Object> more)
      throws Throwable {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("data", folder.resolve("good").toFile());
    inputs.put("interval", 2);
    inputs.put("context", 12);
    inputs.put("horizon", 3);
    inputs.put("validation", 1);
    inputs.put("epochs", 1);
    if (command == TrainAcrossPeople.class) {
      inputs.put("model", folder.resolve("model.npz").toFile());
    } else {
      inputs.put("models", "none");
    }
    inputs.putAll(more);
    return Commands.runWith(command, inputs);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesTheFile(Mistake mistake) throws Throwable {
    Map<String, Object> inputs = new HashMap<>(mistake.inputs());
    if (!mistake.lines().isEmpty()) {
      Path file = Files.write(folder.resolve("people.csv"), mistake.lines());
      inputs.put("data", file.toFile());
      inputs.put("interval", 0);
    }
    boolean model = inputs.containsKey("model");
    inputs.replaceAll(
        (key, value) ->
            List.of("model", "split", "names").contains(key)
                ? folder.resolve(value.toString()).toFile()
                : value);
    if (model) {
      modelFile((File) inputs.get("model"));
    }
    for (Class<? extends Command> command : model ? COMMANDS.subList(1, 2) : COMMANDS) {
      BadInput error = assertThrows(BadInput.class, () -> run(command, inputs));
      for (String word : mistake.words()) {
        String said = command.getSimpleName() + ": " + error.getMessage();
        assertTrue(error.getMessage().contains(word), word + " is not in: " + said);
      }
    }
    assertFalse(Files.exists(folder.resolve("model.npz")), "nothing is left behind");
  }

  /** A model that does not fit: trained on two regions, every 0.72 s, or with a context of 9. */
  private void modelFile(File file) throws Throwable {
    Path own = Files.createDirectories(folder.resolve("own"));
    String regions = file.getName().startsWith("regions") ? "A,B" : "A,B,C";
    for (int p = 1; p < 5; p++) {
      signals("own/p" + p + ".csv", regions, 80, 20 + p);
    }
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("data", own.toFile());
    inputs.put("interval", file.getName().startsWith("interval") ? 0.72 : 2);
    inputs.put("context", file.getName().startsWith("context") ? 9 : 12);
    inputs.put("variant", "released");
    inputs.put("model", file);
    run(TrainAcrossPeople.class, inputs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "released",
        "linear skip",
        "continuous",
        "graph convolution",
        "no graph",
        "last value"
      })
  void aCheckpointOfAnotherTrainingIsRefused(String variant) throws Throwable {
    File checkpoint = folder.resolve("mine.checkpoint").toFile();
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("variant", variant);
    inputs.put("checkpoint", checkpoint);
    run(TrainAcrossPeople.class, inputs);
    try (Stream<Path> files = Files.list(folder)) {
      assertTrue(
          files.anyMatch(f -> f.getFileName().toString().startsWith("mine.checkpoint")),
          "a checkpoint that was asked for stays");
    }
    byte[] first = Files.readAllBytes(folder.resolve("model.npz"));
    run(TrainAcrossPeople.class, inputs);
    assertEquals(
        java.util.Arrays.hashCode(first),
        java.util.Arrays.hashCode(Files.readAllBytes(folder.resolve("model.npz"))),
        "a finished training ends with the same model");
    inputs.put("rate", 0.002);
    inputs.put("seed", 5);
    BadInput error = assertThrows(BadInput.class, () -> run(TrainAcrossPeople.class, inputs));
    for (String word : List.of("mine.checkpoint", "learningRate=", "(now learningRate=0.002)")) {
      assertTrue(error.getMessage().contains(word), word + " is not in: " + error.getMessage());
    }
    inputs.put("rate", 0);
    inputs.put("seed", 1);
    inputs.put("context", 14);
    error = assertThrows(BadInput.class, () -> run(TrainAcrossPeople.class, inputs));
    assertTrue(error.getMessage().contains("mine.checkpoint"), error.getMessage());
  }

  @Test
  void scansThatFailedAreLeftOutAndSaid() throws Throwable {
    Path file =
        Files.write(
            folder.resolve("manifest.tsv"),
            List.of(
                "person\tsite\tfile\tinterval\tstatus\tsignals",
                "a\tx\tscan_a.nii\t2\tdone\ta.csv",
                "b\tx\tscan_b.nii\t2\tdone\tb.csv",
                "c\ty\tscan_c.nii\t2\tskipped\tc.csv",
                "d\ty\tscan_d.nii\t2\tdone\td.csv",
                "e\ty\tscan_e.nii\tn/a\tfailed\tn/a"));
    CommandModule module =
        run(Evaluate.class, Map.of("data", file.toFile(), "interval", 0, "design", "sites"));
    String notes = module.getOutput("notes").toString();
    assertTrue(notes.contains("manifest.tsv, line 6 is left out"), notes);
    BadInput error =
        assertThrows(BadInput.class, () -> run(Evaluate.class, Map.of("design", "sites")));
    assertTrue(error.getMessage().contains("column site"), error.getMessage());
  }

  @Test
  void fourPeopleAndDefaultsAreTrainedOn() throws Throwable {
    CommandModule module = run(TrainAcrossPeople.class, Map.of("validation", 2));
    String notes = module.getOutput("notes").toString();
    assertTrue(notes.contains("1 people trained it, 2 chose the settings, 1 test it"), notes);
    assertTrue(Files.exists(folder.resolve("model.npz")));
  }
}
