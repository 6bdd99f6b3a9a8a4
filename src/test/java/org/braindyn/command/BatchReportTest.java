package org.braindyn.command;

import static org.braindyn.command.Commands.refuses;
import static org.braindyn.command.Commands.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.braindyn.cohort.SimulatedPeople;
import org.braindyn.command.cohort.CompareGroups;
import org.braindyn.command.cohort.Embed;
import org.braindyn.command.cohort.PredictVariable;
import org.braindyn.command.models.TrainAcrossPeople;
import org.braindyn.command.regions.ParcellateFolder;
import org.braindyn.command.samples.MakeSample;
import org.braindyn.command.states.FindStatesIn;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.fiji.images.SignalsImage;
import org.braindyn.io.tables.TimeSeriesWriter;
import org.braindyn.report.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands over many recordings write a report of each and one of all. */
class BatchReportTest {
  private static final int PEOPLE = 12;

  @TempDir Path folder;

  private File manifest;
  private RegionSignals first;

  @BeforeEach
  void write() throws Exception {
    Path recordings = Files.createDirectories(folder.resolve("recordings"));
    SimulatedPeople simulated = new SimulatedPeople(6, 100, 0.6, Seed.of(1));
    List<String> lines = new ArrayList<>(List.of("person\tfile\tage\tgroup"));
    for (int p = 0; p < PEOPLE; p++) {
      RegionSignals run = simulated.run(p, 0, 0.3 * p);
      first = p == 0 ? run : first;
      TimeSeriesWriter.write(recordings.resolve("sub-" + p + ".csv"), run);
      lines.add("sub-" + p + "\tsub-" + p + ".csv\t" + (20 + p) + "\t" + (p % 2 > 0 ? "a" : "b"));
    }
    manifest = Files.write(recordings.resolve("manifest.tsv"), lines).toFile();
  }

  /** The group's page: every link leads to a page of a person, every picture is one. */
  private static String checked(Path reports, int people, int pictures) throws Exception {
    String page = Files.readString(reports.resolve("group.html"));
    Matcher link = Pattern.compile("href=\"(people/[^\"]*)\"").matcher(page);
    int links = 0;
    while (link.find()) {
      String own = Files.readString(reports.resolve(link.group(1)));
      assertTrue(own.contains("Data and quality") && own.contains("<svg"), link.group(1));
      links++;
    }
    assertEquals(people, links);
    Matcher picture = Pattern.compile("data:image/png;base64,([^\"]*)\"").matcher(page);
    int seen = 0;
    while (picture.find()) {
      byte[] png = Base64.getDecoder().decode(picture.group(1));
      assertTrue(ImageIO.read(new ByteArrayInputStream(png)).getWidth() > 50);
      seen++;
    }
    assertTrue(seen >= pictures, seen + " pictures");
    assertTrue(page.contains("Versions") && !page.contains("http-equiv=\"refresh\""));
    return page;
  }

  @Test
  void embedTellsTheGroupAndEveryPerson() throws Throwable {
    Path reports = folder.resolve("reports");
    String notes =
        (String)
            run(Embed.class, "data", manifest, "colour", "group", "report", reports.toFile())
                .getOutput("notes");
    assertTrue(notes.contains("group.html"), notes);
    String page = checked(reports, PEOPLE, 1);
    assertTrue(page.contains("BrainDyn Embed: 12 recordings"));
    assertTrue(page.contains("Recognised by half a recording"));
    assertTrue(page.contains("colour=group"), "the macro line says what was not the default");
    Browser shown = Browser.open(reports.resolve("group.html"), folder);
    assertEquals(List.of(), shown.console());
    assertTrue(shown.dom().contains("</html>"));
  }

  @Test
  void theOthersAcrossPeopleToo() throws Throwable {
    Path predicted = folder.resolve("predicted");
    run(
        PredictVariable.class,
        "data",
        manifest,
        "variable",
        "age",
        "folds",
        4,
        "permutations",
        19,
        "report",
        predicted.toFile());
    assertTrue(checked(predicted, PEOPLE, 1).contains("variable=age"));
    String own = Files.readString(predicted.resolve("people/sub-3.html"));
    assertTrue(
        own.contains("age of this person: 23.0; foretold with the person left out: "),
        own.replaceAll("(?s).*(Data and quality.{900}).*", "$1"));
    Path compared = folder.resolve("compared");
    Object[] groups = {"data", manifest, "group", "group", "folds", 3, "permutations", 50};
    Object[] all = java.util.Arrays.copyOf(groups, groups.length + 2);
    all[groups.length] = "report";
    all[groups.length + 1] = compared.toFile();
    run(CompareGroups.class, all);
    assertTrue(checked(compared, PEOPLE, 1).contains("Regions that differ"));
  }

  @Test
  void statesAndModelsToo() throws Throwable {
    Path states = folder.resolve("states");
    run(FindStatesIn.class, "data", manifest, "states", 1, "report", states.toFile());
    assertTrue(checked(states, PEOPLE, 1).contains("Transitions"));
    refuses(
        "Reports of people need data=",
        FindStatesIn.class,
        "signals",
        SignalsImage.image(first, "one"),
        "report",
        states.toFile());
    Path trained = folder.resolve("trained");
    run(
        TrainAcrossPeople.class,
        "data",
        manifest,
        "variant",
        "VAR on windows",
        "context",
        10,
        "horizon",
        3,
        "model",
        folder.resolve("m.npz").toFile(),
        "report",
        trained.toFile());
    assertTrue(checked(trained, PEOPLE, 0).contains("VAR on windows"));
    int tested = 0;
    for (int p = 0; p < PEOPLE; p++) {
      String own = Files.readString(trained.resolve("people/sub-" + p + ".html"));
      boolean seen = own.contains("Not tested on this person");
      assertTrue(
          seen ^ own.contains("For this person VAR(1) is "),
          own.replaceAll("(?s).*Model against baselines(.{900}).*", "$1"));
      assertEquals(!seen, own.contains("MSE of all low"));
      tested += seen ? 0 : 1;
    }
    assertEquals(2, tested, "a fifth");
  }

  @Test
  void scansOfAFolderToo() throws Throwable {
    File scans = folder.resolve("scans").toFile();
    run(MakeSample.class, "regions", 6, "frames", 30, "folder", scans, "people", 2);
    Path reports = folder.resolve("parcellated");
    run(
        ParcellateFolder.class,
        "folder",
        scans,
        "pattern",
        "sub-*bold.nii.gz",
        "labels",
        new File(scans, "phantom_labels.nii.gz"),
        "output",
        folder.resolve("signals").toFile(),
        "report",
        reports.toFile());
    assertTrue(checked(reports, 2, 0).contains("sub-"));
  }
}
