package org.braindyn.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.braindyn.data.Annotation;
import org.braindyn.data.BadInput;
import org.braindyn.data.ChannelRecording;
import org.braindyn.data.Progress;
import org.braindyn.data.RegionSignals;
import org.braindyn.data.Seed;
import org.braindyn.io.edf.EdfOptions;
import org.braindyn.signal.montage.Montage;
import org.braindyn.task.DetectorReport;
import org.braindyn.task.DetectorSettings;
import org.braindyn.task.LabelledPiece;
import org.braindyn.task.Representation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from files to a detector on made-up EEG. */
class DetectorTest {
  private static final EegImport AS_RECORDED =
      new EegImport(
          EegImport.Electrodes.TEN_TWENTY,
          Montage.Missing.REFUSE,
          EegImport.Reference.RECORDED,
          0,
          0.5,
          0,
          0,
          false,
          EdfOptions.DEFAULT);

  @TempDir Path folder;

  private static DetectorSettings small() {
    DetectorSettings d = DetectorSettings.defaults();
    return new DetectorSettings(
        50, 5, 25, 16, 4, 8, 2, 80, false, Representation.MOMENTS, d.variant(), 0.3, Seed.of(3));
  }

  @Test
  void sampleIsImportedWithItsLabels() {
    ChannelRecording made = EegSample.make(60, 100, 1);
    Path edf = EegSample.write(made, folder, "one");
    EegImport.Result read = AS_RECORDED.read(edf, folder.resolve("one.csv_bi"), Progress.NONE);
    assertEquals(19, read.signals().size());
    assertEquals(6000, read.signals().frames());
    assertEquals(List.of(new Annotation(30, 15, "seiz", "")), read.seizures());
    assertEquals(read.seizures(), AS_RECORDED.read(edf, null, Progress.NONE).seizures());
  }

  /** 20 s in which 12 of 19 channels are estimates show what filled them; one channel does not. */
  @Test
  void stretchesThatAreMostlyFilledAreGaps() {
    Path edf = EegSample.write(EegSample.make(60, 100, 1), folder, "filled");
    RegionSignals read = AS_RECORDED.read(edf, null, Progress.NONE).signals();
    assertEquals("", TrainDetector.estimates(read));
    boolean[][] marks = new boolean[19][6000];
    for (int c = 0; c < 12; c++) {
      java.util.Arrays.fill(marks[c], 1000, 3000, true);
    }
    java.util.Arrays.fill(marks[18], true);
    RegionSignals filled = read.withFilled(marks);
    List<LabelledPiece> pieces = LabelledPiece.whole(filled, List.of(), "p", 0);
    assertEquals(2, pieces.size());
    assertEquals(1000, pieces.get(0).signals().frames());
    assertEquals(3000, pieces.get(1).start());
    String said = TrainDetector.estimates(filled);
    assertTrue(said.contains("Left out as gaps were 20.0 s"), said);
    assertTrue(said.contains(read.regions().get(0).name() + " (33 %)"), said);
    assertTrue(said.contains("and 5 other channels"), said);
  }

  @Test
  void detectorFindsTheSeizureAndItsFileKeepsIt() {
    Path edf = EegSample.write(EegSample.make(200, 100, 2), folder, "two");
    EegImport.Result read = AS_RECORDED.read(edf, null, Progress.NONE);
    Path file = folder.resolve("detector.npz");
    List<DetectorReport> reports =
        TrainDetector.onRecording(
            read.signals(), read.seizures(), 10, small(), file, Progress.NONE);
    assertEquals(2, reports.size());
    for (DetectorReport report : reports) {
      assertTrue(report.score().auc() > 0.8, report.toString());
      assertEquals("1.0", DetectorReport.table(List.of(report)).cell(0, "Seizures"));
    }
    DetectSeizures found =
        DetectSeizures.run(read.signals(), read.seizures(), file, 0.5, 3, Progress.NONE);
    assertEquals(200, found.trace().frames());
    assertEquals(3, found.alarms().found());
    DetectSeizures again =
        DetectSeizures.run(read.signals(), read.seizures(), file, 0.5, 3, Progress.NONE);
    assertArrayEquals(found.trace().values()[0], again.trace().values()[0]);
    RegionSignals slower =
        new RegionSignals(read.signals().regions(), read.signals().values(), 0.02, "slower");
    assertThrows(
        BadInput.class, () -> DetectSeizures.run(slower, List.of(), file, 0.5, 3, Progress.NONE));
  }

  @Test
  void folderIsSplitByPatient() {
    for (int p = 0; p < 5; p++) {
      EegSample.write(EegSample.make(40, 100, 10 + p), folder, "patient" + p + "_s001");
    }
    List<DetectorReport> reports =
        TrainDetector.onFolder(
            folder, AS_RECORDED, small(), folder.resolve("d.npz"), Progress.NONE);
    assertTrue(reports.get(0).score().auc() > 0.7, reports.get(0).toString());
    assertEquals(1, reports.get(0).seizures(), "one of five patients tests");
  }

  @Test
  void gapsAreCutOutAndBlocksKeepTheirPlace() {
    double[][] values = new double[1][1000];
    java.util.Arrays.fill(values[0], 300, 420, Double.NaN);
    RegionSignals signals =
        new RegionSignals(org.braindyn.data.Regions.named(List.of("Cz")), values, 0.01, "gappy");
    List<LabelledPiece> whole = LabelledPiece.whole(signals, List.of(), "p", 0);
    assertEquals(2, whole.size());
    assertEquals(420, whole.get(1).start());
    assertEquals(5, whole.get(1).seconds());
    List<LabelledPiece> blocks = LabelledPiece.blocks(signals, List.of(), "p", 4);
    assertEquals(List.of(0, 1, 2), blocks.stream().map(LabelledPiece::group).distinct().toList());
    assertThrows(BadInput.class, () -> DetectorReport.byBlocks(blocks), "no seizure anywhere");
  }

  @Test
  void aContextLongerThanASecondEndsWithTheRecording() {
    Path edf = EegSample.write(EegSample.make(200, 100, 2), folder, "slow");
    EegImport how =
        new EegImport(
            EegImport.Electrodes.TEN_TWENTY,
            Montage.Missing.REFUSE,
            EegImport.Reference.RECORDED,
            50,
            0.5,
            0,
            0,
            false,
            EdfOptions.DEFAULT);
    EegImport.Result read = how.read(edf, null, Progress.NONE);
    DetectorSettings d = small();
    DetectorSettings longer =
        new DetectorSettings(
            60, 5, 40, 8, 4, 8, 1, 5, false, d.representation(), d.variant(), 0.3, Seed.of(3));
    List<DetectorReport> reports =
        assertTimeoutPreemptively(
            java.time.Duration.ofSeconds(60),
            () ->
                TrainDetector.onRecording(
                    read.signals(),
                    read.seizures(),
                    10,
                    longer,
                    folder.resolve("slow.npz"),
                    Progress.NONE));
    assertTrue(Double.isFinite(reports.get(0).score().auc()), reports.toString());
    DetectSeizures found =
        DetectSeizures.run(
            read.signals(), List.of(), folder.resolve("slow.npz"), 0.5, 3, Progress.NONE);
    assertTrue(
        java.util.Arrays.stream(found.trace().values()[0]).allMatch(Double::isFinite),
        "every second has a probability, the last too");
  }

  @Test
  void recordingsOfAFolderHaveOneRate() {
    for (int p = 0; p < 3; p++) {
      EegSample.write(EegSample.make(40, p == 2 ? 128 : 100, 10 + p), folder, "p" + p + "_s001");
    }
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                TrainDetector.onFolder(
                    folder, AS_RECORDED, small(), folder.resolve("d.npz"), Progress.NONE));
    assertTrue(refused.getMessage().contains("p2_s001.edf has 128"), refused.getMessage());
  }

  private static RegionSignals quiet(double interval) {
    return new RegionSignals(
        org.braindyn.data.Regions.named(List.of("Cz")), new double[1][1000], interval, "quiet");
  }

  @Test
  void aSeizureOverTheEdgeOfABlockIsInOneBlock() {
    List<Annotation> seizures = List.of(new Annotation(1.5, 1.1, "seiz", ""));
    List<LabelledPiece> blocks = LabelledPiece.blocks(quiet(0.01), seizures, "p", 2);
    List<LabelledPiece> with =
        blocks.stream()
            .filter(
                b ->
                    java.util.stream.IntStream.range(0, b.ictal().length)
                        .anyMatch(k -> b.ictal()[k]))
            .toList();
    assertEquals(1, with.size());
    assertEquals(260, with.get(0).signals().frames(), "the block ends with the seizure");
    assertEquals(260, blocks.get(1).start());
    assertEquals(400, blocks.get(2).start(), "later blocks keep their place");
  }

  @Test
  void aSeizureWithAGapInItIsOne() {
    RegionSignals signals = quiet(0.01);
    java.util.Arrays.fill(signals.values()[0], 410, 450, Double.NaN);
    List<Annotation> seizures = List.of(new Annotation(2, 5, "seiz", ""));
    org.braindyn.task.SeizureDetector oracle =
        new org.braindyn.task.SeizureDetector() {
          @Override
          public String name() {
            return "oracle";
          }

          @Override
          public double[] perSecond(LabelledPiece piece, Progress progress) {
            double[] p = new double[piece.seconds()];
            java.util.Arrays.setAll(p, s -> piece.ictalSecond(s) ? 1 : 0);
            return p;
          }
        };
    DetectorReport report =
        DetectorReport.of(
            oracle, LabelledPiece.whole(signals, seizures, "p", 0), Seed.of(1), Progress.NONE);
    assertEquals(1, report.seizures());
    assertEquals(1, report.found());
    assertEquals(0, report.falsePerHour());
  }

  @Test
  void secondsOfAFractionalRateStayInThePiece() {
    // 199.52 samples per second: 200 for each of 501 seconds would be 200 too many.
    double interval = 0.005012;
    RegionSignals signals =
        new RegionSignals(
            org.braindyn.data.Regions.named(List.of("Cz")),
            new double[1][100_000],
            interval,
            "odd rate");
    LabelledPiece piece = LabelledPiece.whole(signals, List.of(), "p", 0).get(0);
    assertEquals(501, piece.seconds());
    assertEquals(false, piece.ictalSecond(500));
    List<Annotation> last = List.of(new Annotation(500.5, 0.1, "seiz", ""));
    assertTrue(LabelledPiece.whole(signals, last, "p", 0).get(0).ictalSecond(500));
  }

  @Test
  void absentElectrodesAreSpelledAsPresentOnes() {
    ChannelRecording made = EegSample.make(5, 100, 1);
    ChannelRecording less =
        made.keep(c -> !"FZ".equals(org.braindyn.signal.montage.TenTwenty.electrode(c.name())));
    Path edf = EegSample.write(less, folder, "less");
    EegImport filled =
        new EegImport(
            EegImport.Electrodes.TEN_TWENTY,
            Montage.Missing.ZERO,
            EegImport.Reference.RECORDED,
            0,
            0,
            0,
            0,
            false,
            EdfOptions.DEFAULT);
    Path whole = EegSample.write(made, folder, "whole");
    assertEquals(
        filled.read(whole, null, Progress.NONE).signals().regions().names(),
        filled.read(edf, null, Progress.NONE).signals().regions().names());
  }

  @Test
  void copiesOfOneRecordingAreNotTwoPatients() throws Exception {
    Path edf = EegSample.write(EegSample.make(40, 100, 1), folder, "a_s001");
    EegSample.write(EegSample.make(40, 100, 2), folder, "b_s001");
    java.nio.file.Files.copy(edf, folder.resolve("c_s001.edf"));
    BadInput refused =
        assertThrows(
            BadInput.class,
            () ->
                TrainDetector.onFolder(
                    folder, AS_RECORDED, small(), folder.resolve("d.npz"), Progress.NONE));
    assertTrue(refused.getMessage().contains("c_s001.edf (person c)"), refused.getMessage());
  }
}
